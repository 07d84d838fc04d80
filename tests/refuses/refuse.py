#!/usr/bin/env python3
"""Shows that a mistake does not compile, and that the compiler says why.

    refuse.py SOURCE control COMPILER [FLAGS...]   SOURCE compiles, and has the mistakes that its head lists
    refuse.py SOURCE MISTAKE COMPILER [FLAGS...]   with -DMISTAKE_<MISTAKE> it does not compile, and an error or a note
                                                   of the compiler matches the regex that the head has for it

The head lists mistakes as `// MISTAKE <name>: <regex>`, or several names before the colon when all get one message.
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
    # The version in a name is not what these tests are about.
    return done.returncode, re.sub(r"\bv\d+(?:_\d+)?::", "", done.stdout + done.stderr)


def listed(source):
    """The regex of every mistake that the head lists."""
    rows = re.findall(r"^// MISTAKE ([a-z0-9_ ]+): (.+)$", source.read_text(), re.MULTILINE)
    return {name: expected for names, expected in rows for name in names.split()}


def messages(text):
    """Errors and notes, without the source lines that the compiler quotes: those hold the texts of all assertions."""
    return re.findall(r"^\S.*?:\d+:\d+: (?:fatal )?(?:error|note): .*$", text, re.MULTILINE)


def complaint_about_control(source, command):
    names = listed(source).keys()
    unequal = names ^ set(re.findall(r"\bMISTAKE_(\w+)", source.read_text()))
    if unequal or not names:
        return f"the head must list the mistakes in the code, as `// MISTAKE name: regex`: {sorted(unequal)}"
    code, text = compile_only(source, command)
    return f"the right code does not compile:\n{text}" if code != 0 else None


def complaint_about_mistake(source, mistake, command):
    expected = listed(source)[mistake]
    code, text = compile_only(source, [*command, f"-DMISTAKE_{mistake}"])
    if code == 0:
        return f"the mistake {mistake} compiles"
    if code < 0 or not any(re.search(expected, message) for message in messages(text)):
        return f"no message about the mistake {mistake} matches: {expected}\n{text}"
    return None


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    source, mistake, command = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    if mistake == "control":
        complaint = complaint_about_control(source, command)
    else:
        complaint = complaint_about_mistake(source, mistake, command)
    if complaint:
        print(f"{source}: {complaint}")
    return 1 if complaint else 0


if __name__ == "__main__":
    sys.exit(main())
