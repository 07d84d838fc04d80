#!/usr/bin/env python3
"""Fails when what says which version this is, or how it is checked and released, differs from what is there.

- include/usagekit/version.hpp has the version; vcpkg.json says the same, conanfile.py reads it there.
- CHANGELOG.md has the headings of Keep a Changelog, `[Unreleased]` on top, versions newest first, none newer than this.
- mock-server/package-lock.json names no address to download from.
- GitHub runs .ci/run, in both Debian images, with no more permissions than to read, within a time limit.
- .ci/run runs the two commands that README.md shows, which are there.

usage: release_check.py ROOT
       release_check.py --self-test ROOT
"""
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

VERSION = re.compile(r"#define USAGEKIT_VERSION_(MAJOR|MINOR|PATCH) (\d+)$", re.MULTILINE)
SECTION = re.compile(r"^## (.*)$", re.MULTILINE)
RELEASE = re.compile(r"\[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
READ = ["include/usagekit/version.hpp", "vcpkg.json", "conanfile.py", "CHANGELOG.md", "mock-server/package-lock.json",
        ".github/workflows/ci.yml", ".ci/run", "README.md", "tests/run", "examples/run"]
WORKFLOW = {r"^permissions:\n  contents: read\n(?! )": "permissions other than to read contents",
            r"^concurrency:\n  group: \S": "no concurrency group",
            r"^    timeout-minutes: \d+$": "no time limit",
            r"^    container:\n      image: \$\{\{ matrix\.image \}\}$": "a job that runs in no image of its matrix",
            r"^        image: \[\"debian:12\", \"debian:13\"\]$": "other images than debian:12 and debian:13",
            r"^      - run: bash \.ci/run$": "no step that runs .ci/run"}


def numbers(version):
    return tuple(map(int, version.split(".")))


def version_complaints(root):
    parts = dict(VERSION.findall((root / "include/usagekit/version.hpp").read_text()))
    if len(parts) != 3:
        yield "version.hpp does not define the three numbers once each"
        return
    version = f"{parts['MAJOR']}.{parts['MINOR']}.{parts['PATCH']}"
    vcpkg = json.loads((root / "vcpkg.json").read_text())
    if vcpkg.get("version-semver") != version:
        yield f"vcpkg.json says {vcpkg.get('version-semver')}, version.hpp {version}"
    conan = (root / "conanfile.py").read_text()
    if "USAGEKIT_VERSION_" not in conan or re.search(r"^\s*version\s*=", conan, re.MULTILINE):
        yield "conanfile.py does not read the version of version.hpp"
    yield from changelog_complaints((root / "CHANGELOG.md").read_text(), version)


def changelog_complaints(text, version):
    sections = SECTION.findall(text)
    if sections[:1] != ["[Unreleased]"]:
        yield "CHANGELOG.md does not begin with ## [Unreleased]"
    wrong = [one for one in sections[1:] if not RELEASE.match(one)]
    if wrong:
        yield f"CHANGELOG.md has the heading {wrong[0]!r} instead of [version] - day"
        return
    releases = [numbers(RELEASE.match(one)[1]) for one in sections[1:]]
    if releases != sorted(set(releases), reverse=True):
        yield "CHANGELOG.md has its versions in another order than newest first, or one twice"
    if releases and releases[0] > numbers(version):
        yield f"CHANGELOG.md has a newer version than version.hpp ({version})"
    for kind in re.findall(r"^### (.*)$", text, re.MULTILINE):
        if kind not in KINDS:
            yield f"CHANGELOG.md has the heading {kind!r}, which Keep a Changelog does not"


def lock_complaints(root):
    lock = json.loads((root / "mock-server/package-lock.json").read_text())
    for name, package in lock["packages"].items():
        if "resolved" in package:
            yield f"package-lock.json says where {name} is downloaded from; npm's setting omit-lockfile-registry-resolved leaves it out"


def workflow_complaints(root):
    text = (root / ".github/workflows/ci.yml").read_text()
    for pattern, complaint in WORKFLOW.items():
        if not re.search(pattern, text, re.MULTILINE):
            yield f"ci.yml has {complaint}"
    steps = text.partition("    steps:\n")[2]
    installs, checks_out = steps.find("git ca-certificates"), steps.find("actions/checkout@")
    if not 0 <= installs < checks_out:
        yield "ci.yml does not install git and ca-certificates before the checkout"
    for action in re.findall(r"uses: (\S+)", text):
        if not re.fullmatch(r"actions/[\w-]+@v\d+", action):
            yield f"ci.yml uses {action}: GitHub's own actions are used here, pinned by major version"


def command_complaints(root):
    readme, ci = (root / "README.md").read_text(), (root / ".ci/run").read_text()
    shown = [line.split() for line in readme.splitlines() if line.startswith("    ./")]
    if [words[0] for words in shown] != ["./examples/run", "./tests/run"]:
        yield "README.md does not show the two commands ./examples/run and ./tests/run"
    for words in shown:
        command = words[0]
        if not re.search(rf"^\s*{re.escape(command)}\b", ci, re.MULTILINE):
            yield f".ci/run does not run {command}"
        path = root / command
        if not path.is_file() or not path.stat().st_mode & 0o111:
            yield f"{command} is no program"
    for compiler in (r"built by g\+\+", r"CMAKE_CXX_COMPILER=clang\+\+"):
        if not re.search(compiler, ci):
            yield f".ci/run does not build with both compilers: it lacks {compiler}"


def complaints(root):
    missing = [name for name in READ if not (root / name).is_file()]
    if missing:
        return [f"{name} is missing" for name in missing]
    return [*version_complaints(root), *lock_complaints(root), *workflow_complaints(root), *command_complaints(root)]


# Self-test: this tree with one mistake after another

MISTAKES = [
    ("include/usagekit/version.hpp", r"VERSION_MINOR \d+", "VERSION_MINOR 99", "vcpkg.json says"),
    ("include/usagekit/version.hpp", r"#define USAGEKIT_VERSION_PATCH", "#define OTHER", "three numbers"),
    ("conanfile.py", r"USAGEKIT_VERSION_", "OTHER_", "conanfile.py"),
    ("CHANGELOG.md", r"## \[Unreleased\]", "## Unreleased", "begin with"),
    ("CHANGELOG.md", r"### Added", "### New", "'New'"),
    ("CHANGELOG.md", r"\Z", "\n## [99.0.0] - 2024-01-31\n", "newer version"),
    ("CHANGELOG.md", r"\Z", "\n## [0.0.1] - 2024-01-31\n\n## [0.0.2] - 2024-01-31\n", "another order"),
    ("CHANGELOG.md", r"\Z", "\n## 0.0.1\n", "instead of"),
    ("mock-server/package-lock.json", r'("node_modules/wiremock": \{)', r'\1"resolved": "https://registry.example/x",', "downloaded"),
    (".github/workflows/ci.yml", r"contents: read", "contents: write", "permissions"),
    (".github/workflows/ci.yml", r"contents: read", "contents: read\n  packages: write", "permissions"),
    (".github/workflows/ci.yml", r", \"debian:13\"", "", "images"),
    (".github/workflows/ci.yml", r"timeout-minutes", "timeout", "time limit"),
    (".github/workflows/ci.yml", r"run: bash \.ci/run", "run: ./tests/run", ".ci/run"),
    (".github/workflows/ci.yml", r"actions/checkout@v\d+", "actions/checkout@main", "pinned"),
    (".github/workflows/ci.yml", r"git ca-certificates", "make", "before the checkout"),
    (".github/workflows/ci.yml", r"concurrency:", "other:", "concurrency"),
    (".ci/run", r"(?m)^(\s*)\./tests/run", r"\1true", "run ./tests/run"),
    (".ci/run", r"\./examples/run", "true", "run ./examples/run"),
    ("README.md", r"    \./tests/run", "    ./tests/all", "two commands"),
]


def self_test(root):
    assert complaints(root) == [], complaints(root)
    for name, pattern, by, expected in MISTAKES:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder)
            for one in READ:
                (copy / one).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(root / one, copy / one)
            text = (copy / name).read_text()
            (copy / name).write_text(re.sub(pattern, by, text))
            assert (copy / name).read_text() != text, (name, pattern)
            said = complaints(copy)
            assert any(expected in one for one in said), (name, pattern, said)
    print(f"{len(MISTAKES)} mistakes told")
    return 0


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--self-test":
        return self_test(Path(sys.argv[2]))
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    said = complaints(Path(sys.argv[1]))
    print("\n".join(said) or "versions, CHANGELOG, workflow and commands agree")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
