#!/usr/bin/env python3
"""Writes the files that a page shows in full into a folder: each block whose first line names a file behind its language,

    ```cpp src/providers/sunbeam/client.cpp

and prints their paths. The same name must stand in the text above the block, since readers do not see that first line. A file
that has not changed is not written again, so that nothing is compiled again.

usage: extract.py PAGE FOLDER
       extract.py --self-test
"""
import re
import sys
import tempfile
from pathlib import Path, PurePosixPath

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from docs_page import Page

SOURCES = re.compile(r"target_sources\(usagekit PRIVATE ([^)]*)\)")


class Wrong(Exception):
    """What is wrong with the page."""


def shown(page):
    """Name and text of each file that the page shows."""
    files = {}
    for block in page.blocks:
        if not block.file:
            continue
        check_name(block.file, files, next((line for line in page.prose[block.line - 2::-1] if line.strip()), ""))
        if not block.is_closed:
            raise Wrong(f"the block of {block.file} is never closed")
        files[block.file] = block.text
    return files


def check_name(name, files, above):
    if name in files:
        raise Wrong(f"{name} is shown twice")
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
        raise Wrong(f"{name} leads out of the folder")
    if f"`{name}`" not in above:
        raise Wrong(f"the line above the block of {name} does not name it")


def check_sources(files):
    """A provider's CMakeLists.txt names its source files, and no others."""
    for name, text in files.items():
        if name.startswith("src/providers/") and name.endswith("/CMakeLists.txt"):
            folder = name.removesuffix("CMakeLists.txt")
            listed = SOURCES.search(text)
            there = {one.removeprefix(folder) for one in files if one.startswith(folder) and one.endswith(".cpp")}
            if set(listed[1].split() if listed else []) != there:
                raise Wrong(f"{name} does not list exactly {', '.join(sorted(there))}")


def write(files, folder):
    for old in folder.rglob("*"):
        if old.is_file() and old.relative_to(folder).as_posix() not in files:
            old.unlink()
    for name, text in files.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def extract(page, folder):
    files = shown(Page(page))
    if not files:
        raise Wrong("the page shows no file")
    check_sources(files)
    write(files, folder)
    return files


# Self-test

PAGE = "It is `a/b.cpp`:\n\n```cpp a/b.cpp\nint a;\n\nint b;\n```\n\n```cpp\nnot a file\n```\n"
WRONG = {"no file at all": "shows no file",
         PAGE + PAGE: "shown twice",
         PAGE.replace("`a/b.cpp`", "this"): "does not name it",
         PAGE.replace("a/b.cpp", "../b.cpp"): "leads out",
         PAGE.replace("a/b.cpp", "/b.cpp"): "leads out",
         "`a/b.cpp`\n```cpp a/b.cpp\nint a;\n": "never closed",
         "`src/providers/p/CMakeLists.txt`\n```cmake src/providers/p/CMakeLists.txt\n"
         "target_sources(usagekit PRIVATE other.cpp)\n```\n": "does not list"}


def complaint(text):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.md").write_text(text, encoding="utf-8")
        try:
            extract(folder / "page.md", folder / "out")
        except Wrong as wrong:
            return str(wrong)
        return None


def self_test():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.md").write_text(PAGE, encoding="utf-8")
        assert extract(folder / "page.md", folder / "out") == {"a/b.cpp": "int a;\n\nint b;\n"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write({"a/b.cpp": "1\n", "c.cpp": "2\n"}, folder)
        before = (folder / "a/b.cpp").stat().st_mtime_ns
        write({"a/b.cpp": "1\n"}, folder)
        assert (folder / "a/b.cpp").stat().st_mtime_ns == before and not (folder / "c.cpp").exists()
    assert complaint(PAGE) is None
    for text, said in WRONG.items():
        assert said in (complaint(text) or ""), (text, complaint(text))
    print(f"{len(WRONG)} wrong pages told")
    return 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        print("\n".join(extract(Path(sys.argv[1]), Path(sys.argv[2]))))
    except Wrong as wrong:
        sys.exit(f"{sys.argv[1]}: {wrong}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
