"""Lines of a text file: what is printed of each, and where each character stands in the line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

GAP = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)")
LIST_MARK = re.compile(r"^(?:[-+–•*]\s|\d{1,2}(?:\.\d{1,2})*[.)](?!\d)\s*|[a-zđ][.)]\s|[IVX]{1,5}[.)/]\s|[A-H][.)]\s|"
                       r"(?:Điều|Chương|Phần|Mục|Phụ lục|Kính gửi|Nơi nhận|Số)\b)")  # fmt: skip
EMPHASIS = re.compile(r"\*\*|(?<![*\w(])\*(?=[^\s*)])|(?<=[^\s*(])\*(?![*\w])|^#{1,6} +")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of one line: its text, its number (from 1), its column, and whether it is bold."""

    text: str
    number: int
    offset: int
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without its markup. ``opened`` tells that emphasis begun on an earlier line goes on."""

    number: int
    pieces: tuple[Piece, ...]
    indent: int
    opened: bool = False
    heading: int = 0

    @property
    def text(self) -> str:
        """What is printed."""
        return "".join(p.text for p in self.pieces)

    @property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.text.strip().strip("|").strip()


def marked_up(text: str) -> bool:
    """Whether the text is written with ``**`` for bold, as Markdown is."""
    return text.count("**") >= 2


def read_lines(raw: list[str], *, markup: bool) -> Iterator[Line]:
    """The lines, emphasis followed from line to line; a blank line ends it."""
    bold = italic = False
    for number, text in enumerate(raw, 1):
        if not text.strip():
            bold = italic = False
            yield Line(number=number, pieces=(), indent=0)
            continue
        opened = bold or italic
        pieces: list[Piece] = []
        start = heading = 0
        for match in EMPHASIS.finditer(text) if markup else ():
            pieces.append(Piece(text=text[start : match.start()], number=number, offset=start, bold=bold))
            start = match.end()
            bold, italic = (not bold if match[0] == "**" else bold), (not italic if match[0] == "*" else italic)
            heading = len(match[0].strip()) if match[0].startswith("#") else heading
        pieces.append(Piece(text=text[start:], number=number, offset=start, bold=bold))
        indent = len(text) - len(text.lstrip())
        yield Line(number=number, pieces=tuple(trimmed(pieces)), indent=indent, opened=opened, heading=heading)


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the blanks at both ends of the line."""
    kept = [p for p in pieces if p.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        first = kept[0]
        lead = len(first.text) - len(first.text.lstrip())
        kept[0] = Piece(text=first.text[lead:], number=first.number, offset=first.offset + lead, bold=first.bold)
        last = kept[-1]
        kept[-1] = Piece(text=last.text.rstrip(), number=last.number, offset=last.offset, bold=last.bold)
    return kept


def columns(line: Line) -> list[Line]:
    """The parts of a line set side by side (a letterhead, signatures), left to right; mostly the line itself."""
    if len(line.pieces) != 1:
        return [line]
    piece = line.pieces[0]
    if not GAP.search(piece.text):
        return [line]
    parts, start = [], 0
    for match in [*GAP.finditer(piece.text), None]:
        end = match.start() if match else len(piece.text)
        part = Piece(text=piece.text[start:end], number=piece.number, offset=piece.offset + start, bold=piece.bold)
        parts.append(Line(number=line.number, pieces=(part,), indent=part.offset))
        start = match.end() if match else end
    return parts


def begins_item(text: str) -> bool:
    """Whether a line begins with a list mark or a word that begins a part of its own."""
    return bool(LIST_MARK.match(text))
