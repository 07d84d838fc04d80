#!/usr/bin/env python3
"""Fails when the documentation names a file, a heading, an option or a symbol that does not exist.

- Each relative link leads to a file, and its #anchor to a heading as GitHub names it.
- Each path in inline code exists, from the root of the tree, below it, or as a public header.
- Each name in inline code that looks like one of ours is in the sources: `usagekit::x`, `ClientOptions::retry`, `foo()`,
  `max_in_flight`, `ErrorKind`, `USAGEKIT_X`, `--option`, a preset, an environment variable.

Code blocks of C++ are compiled by docs_code.py; what they define is known on their page.

usage: docs_names.py ROOT [PAGE...]
       docs_names.py --self-test
"""
import re
import sys
from pathlib import Path
from urllib.parse import unquote

from docs_page import Page
from docs_sources import WORD, Tree

PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "mock-server/README.md", "docs/**/*.md", ".github/**/*.md"]
DEFINES = ("cpp", "c++", "cmake", "toml", "json", "python", "yaml")

# Names that are not ours, each with whose they are.
NAMESPACES = {"std": "C++", "boost": "Boost", "asio": "Boost.Asio", "outcome": "Boost.Outcome", "simdjson": "simdjson",
              "ondemand": "simdjson", "nlohmann": "nlohmann-json", "httplib": "cpp-httplib", "chrono": "C++", "views": "C++",
              "ranges": "C++", "this_thread": "C++", "web": "cpprestsdk", "beast": "Boost"}
PREFIXES = ("CURL", "SSL_", "ssl_", "BOOST_", "CMAKE_", "SIG", "AF_", "EV_", "curl_", "std_", "lib", "npm_", "GITHUB_",
            "DOCTEST_", "CPPHTTPLIB_", "LSAN_", "ASAN_", "UBSAN_", "TSAN_")  # libraries, CMake, signals, npm, GitHub, sanitizers
OTHERS = {
    "Result::value": "Boost.Outcome, of which Result is an alias",
    "Result::error": "Boost.Outcome",
    "Exception::what": "std::exception",
    "HTTPS_PROXY": "libcurl reads it", "ALL_PROXY": "libcurl reads it", "NO_PROXY": "libcurl reads it",
    "tests/fixtures/billing": "a folder of the reader's own, in docs/guide/testing.md",
    "mappings/GET-api-billing-usage.json": "a recording of the reader's own, there too",
}
# Made of names that a service gives: metrics and labels of OpenMetrics.
MADE_UP = re.compile(r"(usagekit_P_|dimension_)\w+")
COMMANDS_OF_OTHERS = {"cmake", "ctest", "npm", "curl", "docker", "apt-get", "clang-format", "git", "g++", "clang++", "jq",
                      "pkg-config", "cpack", "conan", "vcpkg", "openssl", "promtool", "dpkg", "python3", "dpkg-deb", "bash"}

PATH = re.compile(r"\.?[\w.@<>{},*/+-]*")
ENDING = re.compile(r"\.(?:hpp|cpp|py|md|json|cmake|yml|yaml|sh|toml|in|txt|env|map|dict|pc)$")
QUALIFIED = re.compile(r"[A-Za-z_]\w*(?:<[^<>]*>)?(?:::~?[A-Za-z_]\w*(?:<[^<>]*>)?)+")
CALLED = re.compile(r"(?<![\w:.>-])([A-Za-z_]\w*)\(")
MEMBER_CALLED = re.compile(r"[.>]([A-Za-z_]\w*)\(")
DESIGNATED = re.compile(r"(?<![\w)\]])\.([a-z_]\w*)\s*=(?!=)")
OPTION = re.compile(r"(?<![\w-])--([a-z][a-z0-9-]+)")
CMAKE_OPTION = re.compile(r"(?:^|\s)-D\s*([A-Za-z_]\w+)")
PRESET = re.compile(r"--preset[ =]([\w-]+)")
LONE_NAME = re.compile(r"[A-Za-z]\w*_\w+|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+|[a-z]+(?:[A-Z][a-z0-9]+)+")
CONSTANT = re.compile(r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b")


class Check:
    def __init__(self, root):
        self.tree = Tree(root)
        self.pages = {}

    def page(self, path):
        path = Path(path).resolve()
        if path not in self.pages:
            self.pages[path] = Page(path)
        return self.pages[path]

    def complaints(self, path):
        page = self.page(path)
        self.shown = {block.file for block in page.blocks if block.file}
        self.defined = set(WORD.findall(page.text_of(*DEFINES)))
        for link in page.links:
            yield link.line, link.text, self.link_complaint(page, link.text)
        for span in page.spans:
            for name, why in self.span_complaints(page, span.text):
                yield span.line, name, why
        for command in page.commands:
            for name, why in self.command_complaints(page, command.text):
                yield command.line, name, why
        for block in page.blocks:
            if block.language in ("sh", "bash", "shell", "console"):
                for name, why in self.command_complaints(page, block.text):
                    yield block.line, name, why

    # Links

    def link_complaint(self, page, target):
        if re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE):
            return None
        place, _, fragment = unquote(target).partition("#")
        start = self.tree.root if place.startswith("/") else page.path.parent
        path = (start / place.lstrip("/")).resolve() if place else page.path.resolve()
        if not path.is_relative_to(self.tree.root):
            return "a link that leads out of the tree"
        if not path.exists() or "build" in path.relative_to(self.tree.root).parts:
            return "a link to what does not exist"
        if fragment and (path.suffix != ".md" or fragment not in self.page(path).anchors):
            return "a link to a heading that does not exist"
        return None

    # Inline code

    def span_complaints(self, page, text):
        for word in text.split():
            if why := self.path_complaint(page, word.strip(",;:()'\"")):
                yield word, why
        yield from self.command_complaints(page, text, has_paths=False)
        yield from self.symbol_complaints(text)

    def path_complaint(self, page, word):
        path = re.sub(r"^\./", "", word)
        is_header = re.fullmatch(r"<?usagekit/[\w/<>{},*-]+\.hpp>?", path)
        if is_header:
            path = "include/" + path.strip("<>" if path.startswith("<") else "")
        first = path.split("/")[0]
        from_root = "/" in path and first in self.tree.top
        if not PATH.fullmatch(path) or path.startswith(("/", "-", "*.", "../")) or "//" in path or "=" in path:
            return None
        if not from_root and not (ENDING.search(path) and not path.startswith(".")):
            return None
        if path in OTHERS or path in self.shown or any(file.startswith(path) for file in self.shown):
            return None
        if from_root:
            patterns = ["^" + one for one in expanded(path)]
            found = all(any(re.fullmatch(as_expression(one), there) for there in self.tree.files + self.tree.folders)
                        for one in patterns)
        else:
            found = all(self.tree.matches(one) for one in expanded(path)) or (page.path.parent / path).exists()
        return None if found else "a path that does not exist"

    def command_complaints(self, page, text, has_paths=True):
        text = text.strip()
        for preset in PRESET.findall(text):
            if preset not in self.tree.presets | self.defined:
                yield f"--preset {preset}", "a preset that does not exist"
        for option in CMAKE_OPTION.findall(text):
            if not option.startswith(PREFIXES) and option not in OTHERS and option not in self.tree.cmake:
                yield option, "a CMake option that does not exist"
        if has_paths:
            for word in text.split():
                if re.sub(r"^\./", "", word).split("/")[0] in self.tree.top and "/" in word:
                    if why := self.path_complaint(page, word.strip(",;:()'\"")):
                        yield word, why
        if not has_paths or self.is_ours(text):
            first = text.split()[0] if text.split() else ""
            if first not in COMMANDS_OF_OTHERS:
                for option in OPTION.findall(text):
                    if option not in self.tree.options and f"--{option}" not in OTHERS:
                        yield f"--{option}", "an option that no program of this tree has"

    def is_ours(self, text):
        first = re.sub(r"^\./", "", text.split()[0]) if text.split() else ""
        return "\n" not in text and (first == "usage" or first.split("/")[0] in self.tree.top and "/" in first)

    # Symbols

    def symbol_complaints(self, text):
        for match in QUALIFIED.finditer(text):
            if why := self.qualified_complaint(match[0]):
                yield match[0], why
        rest = re.sub(r"(?<!\w)-D(?=[A-Z])", " ", QUALIFIED.sub(" ", text))
        for pattern in (CALLED, MEMBER_CALLED, DESIGNATED, CONSTANT):
            for name in pattern.findall(rest):
                if not self.knows(name):
                    yield name, "a name that no source has"
        if LONE_NAME.fullmatch(rest.strip()) and not self.knows(rest.strip()):
            yield rest.strip(), "a name that no source has"

    def qualified_complaint(self, text):
        plain = re.sub(r"<[^<>]*>", "", text)
        names = plain.replace("~", "").split("::")
        if names[0] in NAMESPACES or plain in OTHERS or plain in self.tree.cmake:
            return None
        if len(names) > 1 and names[0] == "usagekit":
            names = names[1:]
        if len(names) == 1:
            return None if self.knows(names[0]) else "a name that no source has"
        if self.tree.has_member(names) or set(names) <= self.defined:
            return None
        return f"{names[-2]} has no {names[-1]}"

    def knows(self, name):
        return (name in self.tree.words or name in self.defined or name in OTHERS or name.startswith(PREFIXES)
                or MADE_UP.fullmatch(name) is not None)


def as_expression(pattern):
    pattern = pattern.removeprefix("^").rstrip("/")
    return "".join("[^/]*" if part == "*" else re.escape(part) for part in re.split(r"(\*)", pattern))


def expanded(path):
    """The paths that one with `{a,b}`, `<p>` or PLACEHOLDERS means."""
    match = re.search(r"\{([^{}]*)\}", path)
    if match:
        return [one for part in match[1].split(",") for one in expanded(path[:match.start()] + part + path[match.end():])]
    path = re.sub(r"<[a-z-]+>|(?<![A-Za-z])[A-Z]{3,}(?![A-Za-z])(?!\.md)", "*", path.rstrip("/"))
    return [re.sub(r"\*+", "*", path)]


def check(root, only=()):
    root = Path(root).resolve()
    checker, bad, checked = Check(root), 0, 0
    pages = [root / name for name in only] or sorted({path for place in PAGES for path in root.glob(place)
                                                      if "node_modules" not in path.parts})
    for path in pages:
        for line, name, why in checker.complaints(path):
            checked += 1
            if why:
                bad += 1
                print(f"{path.relative_to(root)}:{line}: {name}: {why}")
    print(f"{len(pages)} pages checked, {bad} names of what does not exist")
    return 1 if bad or not pages else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        from docs_names_self_test import self_test
        return self_test()
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    return check(sys.argv[1], sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
