"""A paragraph of a Word document while it is being read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tongket.reading.blocks import Paragraph, Segment
from tongket.reading.formats.docx_styles import Style, Styles
from tongket.reading.formats.legacy_fonts import decoded
from tongket.reading.formats.letters import clean

SYMBOLS = {0xF0FE: "☒", 0xF0FD: "☒", 0xF078: "☒", 0xF0A8: "☐", 0xF06F: "☐", 0xF0FC: "✓", 0xF0E0: "→", 0xF02D: "-"}
ALIGNMENTS = {"both": "justify", "distribute": "justify", "end": "right", "start": "left"}


@dataclass(slots=True, kw_only=True)
class OpenRun:
    """The properties of the run that is being read; None where only the style decides."""

    bold: bool | None = None
    caps: bool | None = None
    hidden: bool = False
    font: str = ""
    style: str = ""


@dataclass(slots=True, kw_only=True)
class Piece:
    """A stretch of text with the anchor it came from."""

    text: str
    bold: bool
    anchor: str


@dataclass(slots=True, kw_only=True)
class OpenParagraph:
    """A paragraph that is being read."""

    anchor: str
    style: str = ""
    number: str = ""
    level: int | None = None
    outline: str = ""
    align: str = ""
    mark_deleted: bool = False
    textboxes: int = 0
    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str, run: OpenRun, styles: Styles, default: str) -> None:
        """Append text of a run."""
        own, named = styles.get(self.style or default), styles.get(run.style)
        if run.hidden or named.hidden:
            return
        text = decoded(text, run.font or named.font or own.font or styles.font)
        caps = first(run.caps, named.caps, own.caps)
        bold = first(run.bold, named.bold, own.bold)
        self.pieces.append(Piece(text=text.upper() if caps else text, bold=bold, anchor=self.anchor))

    def continue_from(self, earlier: "OpenParagraph") -> None:
        """Put the text of a paragraph whose mark was deleted before this one's."""
        self.pieces = earlier.pieces + self.pieces

    @property
    def bold(self) -> bool:
        """Whether every character that shows is bold."""
        shown = [p.bold for p in self.pieces if p.text.strip()]
        return bool(shown) and all(shown)

    def joined(self) -> tuple[str, tuple[Segment, ...]]:
        """The text (NFC, blanks around it cut) and where each stretch came from."""
        text, segments = "", []
        for anchor, raw in by_anchor(self.pieces):
            part = clean(raw)
            segments.append((len(text), len(text) + len(part), anchor))
            text += part
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return text[start:end], tuple(clipped(segments, start, end))

    def finish(self, styles: Styles, default: str, label: Callable[[str, int], str], kind: str) -> Paragraph | None:
        """The paragraph; None where it is blank (a blank one takes no list number in Word's print either)."""
        style = styles.get(self.style or default)
        text, segments = self.joined()
        number = self.number or style.number
        if not text:
            return None
        return Paragraph(
            text=text,
            segments=segments,
            style=kind or style.name,
            heading=self.heading(style),
            bold=self.bold,
            label=label(number, (style.level or 0) if self.level is None else self.level) if live(number) else "",
            align=ALIGNMENTS.get(self.align or style.align, self.align or style.align),
        )

    def heading(self, style: Style) -> int:
        """The outline level: its own, or that of the style."""
        if self.outline.isdigit():
            return int(self.outline) + 1 if int(self.outline) < 9 else 0
        return style.heading


def live(number: str) -> bool:
    """Whether a list id numbers the paragraph ("0" takes the numbering away)."""
    return number not in ("", "0")


def first(*values: bool | None) -> bool:
    """The first value that is set."""
    return next((v for v in values if v is not None), False)


def by_anchor(pieces: list[Piece]) -> list[tuple[str, str]]:
    """The raw text of each anchor, pieces joined (a letter and its tone mark may stand in two runs)."""
    found: dict[str, list[str]] = {}
    for piece in pieces:
        found.setdefault(piece.anchor, []).append(piece.text)
    return [(anchor, "".join(texts)) for anchor, texts in found.items()]


def clipped(segments: list[tuple[int, int, str]], start: int, end: int) -> list[Segment]:
    """The segments after the blanks at both ends are cut."""
    kept = []
    for first_, last, anchor in segments:
        low, high = max(first_, start), min(last, end)
        if low < high:
            kept.append(Segment(start=low - start, end=high - start, anchor=anchor, offset=low - first_))
    return kept


def symbol(code: str) -> str:
    """A character of a symbol font."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if point in SYMBOLS:
        return SYMBOLS[point]
    return "•" if 0xE000 <= point <= 0xF8FF or point > 0x10FFFF or point < 32 else chr(point)
