#!/usr/bin/env python3
"""Fails unless each row of the table in docs/reliability.md has a test case that begins with its number,
`TEST_CASE("fault 29: ...")`, somewhere in tests/, and each such test case a row.

usage: fault_rows.py ROOT
"""
import re
import sys
from pathlib import Path

TEST = re.compile(r'TEST_CASE\(\s*"fault (\d+): ')
ROW = re.compile(r"^\| (\d+) \|", re.MULTILINE)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    tests = {}
    for path in sorted((root / "tests").rglob("*.cpp")):
        for match in TEST.finditer(path.read_text(encoding="utf-8", errors="replace")):
            tests.setdefault(int(match[1]), path.relative_to(root))
    rows = [int(number) for number in ROW.findall((root / "docs/reliability.md").read_text(encoding="utf-8"))]
    complaints = [f"row {row} has no test" for row in rows if row not in tests]
    complaints += [f"{path}: fault {row} is no row of docs/reliability.md"
                   for row, path in sorted(tests.items()) if row not in rows]
    if rows != list(range(1, len(rows) + 1)) or not rows:
        complaints.append(f"the rows of docs/reliability.md are not numbered from 1 on: {rows}")
    print("\n".join([*complaints, f"{len(rows)} rows, {len(tests)} of them with tests"]))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
