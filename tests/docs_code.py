#!/usr/bin/env python3
"""Compiles the C++ that the documentation shows: every ```cpp block of README.md, CONTRIBUTING.md,
mock-server/README.md and docs/**/*.md.

A block that holds `int main(` or `#include` is compiled as it stands. Any other is compiled as the body of a function,
behind the #include lines, using-declarations and namespace aliases of the earlier blocks of its file.

A page of FILES shows whole files, in blocks that name one (```cpp src/a.cpp); tests/worked_provider compiles those.

usage: docs_code.py ROOT COMPILER [FLAGS...]
       docs_code.py --self-test COMPILER
"""
import contextlib
import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from docs_page import Page

PLACES = ["README.md", "CONTRIBUTING.md", "mock-server/README.md", "docs/**/*.md"]
FILES = {"docs/adding-a-provider.md"}
LANGUAGES = {"cpp", "c++", "cxx", "cc"}
PROGRAM = re.compile(r"^\s*#\s*include\b|\bint main\(", re.MULTILINE)
PREAMBLE = re.compile(r"^(?:#\s*include\b.*|using\b.*;|namespace\s+\w+\s*=.*;)", re.MULTILINE)


def blocks(path, shows_files=False):
    """The C++ blocks of one file."""
    return [block for block in Page(path).blocks if block.language in LANGUAGES and not (shows_files and block.file)]


def source(path, block, earlier):
    """What the compiler gets; it names the lines of the document in its messages."""
    here = f'#line {block.line} "{path}"\n{block.text}'
    if PROGRAM.search(block.text):
        return here
    preamble = [line for one in earlier for line in PREAMBLE.findall(one.text)]
    return "\n".join(dict.fromkeys(preamble)) + f"\nvoid example() {{\n{here}}}\n"


def compile_only(text, command):
    """What the compiler says when the text does not compile, else nothing."""
    done = subprocess.run([*command, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-x", "c++", "-"],
                          input=text, capture_output=True, text=True, errors="replace")
    return done.stderr or f"exit code {done.returncode}" if done.returncode != 0 else None


def usable(flags):
    """Without an `-I` that no directory follows: it would swallow the flag behind it."""
    following = [*flags[1:], ""]
    return [flag for flag, next_one in zip(flags, following)
            if flag and not (flag == "-I" and (not next_one or next_one.startswith("-")))]


def check(root, command):
    checked, bad = 0, 0
    for path in sorted({path for place in PLACES for path in root.glob(place)}):
        earlier = []
        for block in blocks(path, path.relative_to(root).as_posix() in FILES):
            complaint = compile_only(source(path, block, earlier), command)
            if complaint:
                print(f"{path.relative_to(root)}:{block.line}: does not compile\n{complaint}")
            earlier.append(block)
            checked, bad = checked + 1, bad + bool(complaint)
    print(f"{checked} blocks checked, {bad} do not compile" if checked else "0 blocks")
    return 1 if bad else 0


# Self-test

PROGRAM_BLOCK = "```cpp\n#include <string>\n\nusing std::string;\n\nint main() {}\n```\n"
GOOD = ["no code\n",
        "```sh\nnot C++\n```\n",
        PROGRAM_BLOCK,
        PROGRAM_BLOCK + 'text\n\n```cpp\nconst string text = "a";\n```\n',
        "~~~C++ title\nint a = 1;\n~~~\n",
        "- in a list\n\n  ```cpp\n  int a = 1;\n  ```\n",
        "````md\n```cpp\nnot C++\n```\n````\n"]
BAD = [("```cpp\nint a = ;\n```\n", 2),
       (PROGRAM_BLOCK + "\n```cpp\nconst string text = 1;\n```\n", 10),
       ("```cpp\nconst std::string text;\n```\n\n" + PROGRAM_BLOCK, 2),  # what is included below does not count
       ("```cpp\n#include <nothing/there.hpp>\n```\n", 2),
       ("- in a list\n\n  ```c++\n  int a = ;\n  ```\n", 4),
       ("```cpp\nnever closed\n", 2)]


def outcome(document, command, name="README.md"):
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as out:
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document, encoding="utf-8")
        return check(Path(folder), command), out.getvalue()


def self_test(command):
    for document in GOOD:
        code, text = outcome(document, command)
        assert code == 0, (document, text)
    for document, line in BAD:
        code, text = outcome(document, command)
        assert code == 1 and f"README.md:{line}: does not compile" in text, (document, text)
    for place in ("docs/deep/er.md", "mock-server/README.md", "CONTRIBUTING.md"):
        assert outcome(BAD[0][0], command, place)[0] == 1, place
    of_a_file = "```cpp src/a.cpp\nint a = ;\n```\n"
    assert outcome(of_a_file, command)[0] == 1
    assert outcome(of_a_file, command, "docs/adding-a-provider.md")[1] == "0 blocks\n"
    assert outcome(of_a_file.replace(" src/a.cpp", ""), command, "docs/adding-a-provider.md")[0] == 1
    assert outcome(GOOD[0], command)[1] == "0 blocks\n"
    assert outcome(GOOD[3], command)[1] == "2 blocks checked, 0 do not compile\n"
    assert usable(["-I", "-Ia", "-I", "", "-I", "b", "-I"]) == ["-Ia", "-I", "b"]
    print(f"{len(GOOD)} good and {len(BAD)} broken documents told apart")
    return 0


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    if sys.argv[1] == "--self-test":
        return self_test(sys.argv[2:])
    root = Path(sys.argv[1]).resolve()
    if not root.is_dir():
        sys.exit(f"{root} is not a directory")
    return check(root, [sys.argv[2], *usable(sys.argv[3:])])


if __name__ == "__main__":
    sys.exit(main())
