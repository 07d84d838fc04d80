"""What a Markdown page consists of, as far as the checks of the documentation need it: headings, links, code."""
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FENCE = re.compile(r"\s*(`{3,}|~{3,})\s*([^\s`]*)\s*(\S*)")
HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$")
SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
LINK = re.compile(r"\]\(\s*(?:<([^>]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+[\"'(][^)]*)?\s*\)")
DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s+<?([^\s>]+)>?", re.MULTILINE)
HTML_LINK = re.compile(r"<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)=\"([^\"]*)\"")
HTML_ANCHOR = re.compile(r"<[a-z]+\b[^>]*?\b(?:id|name)=\"([^\"]*)\"")


@dataclass
class Piece:
    line: int
    text: str


@dataclass
class Block(Piece):
    language: str = ""
    file: str = ""  # that it shows whole
    is_closed: bool = False  # one that is not reaches to the end of the page


def anchor(heading):
    """As GitHub makes it: markup goes, then all but letters, digits, `_`, `-` and blanks, which become `-`."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    text = re.sub(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
    text = re.sub(r"<[^>]+>", "", text) if "`" not in text else text
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


class Page:
    def __init__(self, path):
        self.path = Path(path)
        self.blocks = []  # fenced
        self.commands = []  # lines of indented code
        self.prose = []  # all other lines, with empty ones where code stands
        self._split(self.path.read_text(encoding="utf-8").splitlines())

    def _split(self, lines):
        block, fence, is_indented, was_blank = None, "", False, True
        for number, line in enumerate(lines, 1):
            match = FENCE.match(line)
            self.prose.append("")
            if block is not None:
                if match and match[1].startswith(fence) and not match[2] and not match[3]:
                    block.is_closed, block = True, None
                else:
                    block.text += line + "\n"
            elif match:
                fence, block = match[1], Block(number + 1, "", match[2].lower(), match[3] if "/" in match[3] else "")
                self.blocks.append(block)
            elif line.startswith("    ") and (was_blank or is_indented) and line.strip():
                is_indented = True
                self.commands.append(Piece(number, line))
                continue
            else:
                self.prose[-1] = line
            is_indented, was_blank = is_indented and not line.strip(), not line.strip()

    @cached_property
    def anchors(self):
        """All that a link into the page may name; a heading that comes again gets a number."""
        found, seen = set(), {}
        for line in self.prose:
            found.update(HTML_ANCHOR.findall(line))
            if match := HEADING.match(line):
                name = anchor(match[2])
                count = seen[name] = seen.get(name, -1) + 1
                found.add(f"{name}-{count}" if count else name)
        return found

    @cached_property
    def paragraphs(self):
        """Runs of lines that are not empty, each row of a table by itself."""
        runs, run = [], None
        for number, line in enumerate(self.prose, 1):
            is_row = line.lstrip().startswith("|")
            if not line.strip():
                run = None
            elif run is None or is_row or HEADING.match(line):
                run = Piece(number, line)
                runs.append(run)
                run = None if is_row else run
            else:
                run.text += "\n" + line
        return runs

    @cached_property
    def spans(self):
        """Inline code."""
        return [Piece(run.line + run.text.count("\n", 0, match.start()), " ".join(match[2].split()))
                for run in self.paragraphs for match in SPAN.finditer(run.text)]

    @cached_property
    def links(self):
        found = []
        for run in self.paragraphs:
            text = SPAN.sub(lambda span: re.sub(r"[^\n]", "x", span[0]), run.text)
            for pattern in (LINK, DEFINITION, HTML_LINK):
                for match in pattern.finditer(text):
                    target = next((group for group in match.groups() if group), "")
                    found.append(Piece(run.line + text.count("\n", 0, match.start()), target))
        return found

    def text_of(self, *languages):
        return "\n".join(block.text for block in self.blocks if block.language in languages)
