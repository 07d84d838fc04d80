#!/usr/bin/env python3
"""Fails when the table of layers in docs/architecture.md differs from what layers.py checks.

usage: docs_layers.py ROOT
"""
import re
import sys
from pathlib import Path

from layers import ALLOWED

ROW = re.compile(r"^\| `src/(\w+)/` \|[^|]*\| ([\w, ]+) \|$", re.MULTILINE)


def main():
    page = Path(sys.argv[1], "docs/architecture.md").read_text(encoding="utf-8")
    table = {folder: set(allowed.split(", ")) - {"nothing"} for folder, allowed in ROW.findall(page)}
    for folder in sorted(ALLOWED.keys() | table.keys()):
        if table.get(folder) != ALLOWED.get(folder):
            print(f"docs/architecture.md says of src/{folder}: {table.get(folder)}; layers.py: {ALLOWED.get(folder)}")
    return 0 if table == ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
