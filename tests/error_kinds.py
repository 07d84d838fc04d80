#!/usr/bin/env python3
"""Fails unless docs/errors.md has exactly one row for each enumerator of ErrorKind, in the same order.

usage: error_kinds.py ROOT
"""
import re
import sys
from pathlib import Path


def enumerators(header):
    body = re.search(r"enum class ErrorKind[^{]*\{(.*?)\};", header, re.DOTALL)[1]
    return re.findall(r"^\s*(\w+),", body, re.MULTILINE)


def rows(document):
    """The first cells of the table below the heading, without their backquotes."""
    table = document.split("## What each kind means", 1)[-1]
    return re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    kinds = enumerators((root / "include/usagekit/error.hpp").read_text(encoding="utf-8"))
    documented = rows((root / "docs/errors.md").read_text(encoding="utf-8"))
    for kind in sorted(set(kinds) - set(documented)):
        print(f"docs/errors.md has no row for {kind}")
    for kind in sorted(set(documented) - set(kinds)):
        print(f"docs/errors.md has a row for {kind}, which is no ErrorKind")
    if kinds == documented and kinds:
        print(f"{len(kinds)} kinds, {len(documented)} rows")
        return 0
    print(f"kinds: {' '.join(kinds)}\nrows:  {' '.join(documented)}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
