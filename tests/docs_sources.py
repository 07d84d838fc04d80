"""What exists in the tree, for the check of what the documentation names."""
import json
import re
from functools import cached_property
from pathlib import Path

IGNORED = {"build", ".git", "node_modules", ".state", ".cache", "__pycache__"}
CODE = {".hpp", ".cpp", ".in", ".py", ".sh", ".cmake", ".json", ".txt", ".toml", ".yml", ".yaml", ".env", ".dict", ".map", ""}
# Files that are data, or that describe what is elsewhere: a name that only they know does not exist.
NO_SOURCES = re.compile(r"(^|/)(docs|golden|output|__files|seeds)/|package-lock\.json$|tests/docs_\w+\.py$|\.md$|CHANGELOG")
WORD = re.compile(r"[A-Za-z_]\w*")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


class Tree:
    def __init__(self, root):
        self.root = Path(root)
        self.files = sorted(path.relative_to(self.root).as_posix() for path in self._walk(self.root))
        self.folders = sorted({folder.as_posix() for file in self.files for folder in Path(file).parents} - {"."})

    def _walk(self, folder):
        for path in folder.iterdir():
            if path.is_dir():
                if path.name not in IGNORED:
                    yield from self._walk(path)
            else:
                yield path

    @cached_property
    def top(self):
        return {folder for folder in self.folders if "/" not in folder}

    def matches(self, pattern):
        """Is there a file or folder whose path ends so? `*` stands for a part of one name."""
        expression = "".join("[^/]*" if part == "*" else re.escape(part) for part in re.split(r"(\*)", pattern))
        return re.search(rf"(?m)(?:^|/){expression}$", self._listing) is not None

    @cached_property
    def _listing(self):
        return "\n".join(self.files + self.folders)

    def texts(self, *prefixes):
        return [text for name, text in self.sources.items() if name.startswith(prefixes)]

    @cached_property
    def sources(self):
        """Text of each source file, by its path."""
        return {name: (self.root / name).read_text(encoding="utf-8", errors="replace") for name in self.files
                if not NO_SOURCES.search(name) and Path(name).suffix in CODE and (self.root / name).stat().st_size < 1_000_000}

    @cached_property
    def words(self):
        return set(WORD.findall("\n".join(self.sources.values())))

    @cached_property
    def code(self):
        """All C++ without its comments."""
        return [COMMENT.sub("", text) for name, text in self.sources.items() if name.endswith((".hpp", ".cpp"))]

    @cached_property
    def cmake(self):
        return "\n".join(text for name, text in self.sources.items() if name.endswith((".cmake", "CMakeLists.txt")))

    @cached_property
    def options(self):
        """Options of programs and scripts: spelled with dashes in a source, or a name in a table of the tool's."""
        texts = self.texts("examples/", "tests/", "mock-server/", "cmake/", ".ci/")
        spelled = re.findall(r"--([a-z][a-z0-9-]+)", "\n".join(texts))
        tabled = re.findall(r'"([a-z][a-z_]+)"', "\n".join(self.texts("examples/usage/")))
        return set(spelled) | {name.replace("_", "-") for name in tabled}

    @cached_property
    def presets(self):
        path = self.root / "CMakePresets.json"
        kinds = json.loads(path.read_text()).values() if path.is_file() else []
        return {preset["name"] for kind in kinds if isinstance(kind, list) for preset in kind if not preset.get("hidden")}

    # Qualified names

    def has_member(self, names):
        """Does `a::b::c` exist: a `c` in the body of a `b` in the body of an `a`, or of what it is derived from?"""
        texts = self.code
        for owner in names[:-1]:
            texts = self._bodies(texts, owner)
        return any(re.search(rf"\b{names[-1]}\b", text) for text in texts)

    def _bodies(self, texts, owner, depth=0):
        found = []
        head = re.compile(rf"\b(?:(?:struct|class|union|enum(?: class| struct)?)\s+(?:\[\[.*?\]\]\s*)?(?:USAGEKIT_EXPORT\s+)?"
                          rf"(?:\[\[.*?\]\]\s*)?|namespace\s+(?:\w+\s*::\s*(?:inline\s+)?)*){owner}\b(?:\s+final)?([^;{{}}()=]*)\{{")
        for text in texts:
            for match in head.finditer(text):
                found.append(body_at(text, match.end()))
                if depth < 3:
                    for base in WORD.findall(match[1].partition(":")[2]):
                        found += self._bodies(self.code, base, depth + 1) if base[0].isupper() else []
        return found


def body_at(text, start):
    """From behind a brace to the one that closes it."""
    depth = 1
    for match in re.compile(r"[{}]").finditer(text, start):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return text[start:match.start()]
    return text[start:]
