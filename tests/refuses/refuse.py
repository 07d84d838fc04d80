#!/usr/bin/env python3
"""Shows that a mistake does not compile, and that the compiler says why.

    refuse.py control SOURCE COMPILER [FLAGS...]    SOURCE compiles
    refuse.py mistake SOURCE COMPILER [FLAGS...]    with -DMISTAKE it does not, and an error or a note of the compiler
                                                    matches the first line of SOURCE, `// expects: <regex>`
"""
import os
import re
import subprocess
import sys
from pathlib import Path


def compile_only(source, command):
    """The exit code and the text of the compiler; the text is in English, so that it can be looked for."""
    done = subprocess.run([*command, "-std=c++20", "-fsyntax-only", "-Werror=unused-result", str(source)],
                          capture_output=True, text=True, errors="replace", env={**os.environ, "LC_ALL": "C"})
    return done.returncode, done.stdout + done.stderr


def expectation(source):
    with source.open() as lines:
        match = re.match(r"// expects: (.+)", next(lines, ""))
    return match[1].strip() if match else None


def messages(text):
    """Errors and notes, without the source lines that the compiler quotes: those hold the texts of all assertions."""
    return re.findall(r"^\S.*?:\d+:\d+: (?:fatal )?(?:error|note): .*$", text, re.MULTILINE)


def complaint_about_control(source, command):
    code, text = compile_only(source, command)
    return f"the right code does not compile:\n{text}" if code != 0 else None


def complaint_about_mistake(source, command):
    expected = expectation(source)
    if expected is None:
        return "the first line must be `// expects: <regex>`"
    code, text = compile_only(source, [*command, "-DMISTAKE"])
    if code == 0:
        return "the mistake compiles"
    if code < 0 or not any(re.search(expected, message) for message in messages(text)):
        return f"no message matches: {expected}\n{text}"
    return None


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("control", "mistake"):
        sys.exit(__doc__)
    check = {"control": complaint_about_control, "mistake": complaint_about_mistake}[sys.argv[1]]
    complaint = check(Path(sys.argv[2]), sys.argv[3:])
    if complaint:
        print(f"{sys.argv[2]}: {complaint}")
    return 1 if complaint else 0


if __name__ == "__main__":
    sys.exit(main())
