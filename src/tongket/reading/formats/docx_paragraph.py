"""A paragraph of a Word document while it is being read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from tongket.reading.blocks import Paragraph, Segment
from tongket.reading.formats.docx_numbering import Numbering
from tongket.reading.formats.docx_properties import NO_PARAGRAPH_PROPERTIES, ParagraphProperties, RunProperties
from tongket.reading.formats.docx_styles import PLAIN, Style, Styles
from tongket.reading.formats.legacy_fonts import OLD, decoded
from tongket.reading.formats.letters import clean

SYMBOLS = {0xF0FE: "☒", 0xF0FD: "☒", 0xF078: "☒", 0xF0A8: "☐", 0xF06F: "☐", 0xF0FC: "✓", 0xF0E0: "→", 0xF02D: "-"}
ALIGNMENTS = {"both": "justify", "distribute": "justify", "end": "right", "start": "left"}
UNNUMBERED = ("", "0")
"""The list ids that number nothing ("0" takes the numbering away)."""


Piece = tuple[str, bool]
"""A stretch of text, and whether it is bold."""
Stretch = tuple[str, list[Piece]]
"""An anchor and what came from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How text looks; the font only where its letters are not Unicode."""

    bold: bool
    caps: bool
    hidden: bool
    font: str


@dataclass(slots=True, kw_only=True)
class OpenParagraph:
    """A paragraph that is being read."""

    anchor: str
    own: ParagraphProperties = NO_PARAGRAPH_PROPERTIES
    mark_deleted: bool = False
    textboxes: int = 0
    pieces: list[Piece] = field(default_factory=list)
    earlier: tuple[Stretch, ...] = ()
    """The anchors and pieces of the paragraphs that it continues."""

    def add(self, text: str, look: Look) -> None:
        """Append text of a run."""
        if look.font:
            text = decoded(text, look.font)
        if not look.hidden:
            self.pieces.append((text.upper() if look.caps else text, look.bold))

    def look(self, run: RunProperties, styles: Styles) -> Look:
        """How the text of a run looks: by itself, else by its style, else by the style of the paragraph."""
        own, named = self.style(styles), styles.get(run.style) if run.style else PLAIN
        bold = run.bold if run.bold is not None else own.bold if named.bold is None else named.bold
        caps = run.caps if run.caps is not None else own.caps if named.caps is None else named.caps
        font = run.font or named.font or own.font or styles.font
        hidden = bool(run.hidden or named.hidden)
        return Look(bold=bool(bold), caps=bool(caps), hidden=hidden, font=font if font.startswith(OLD) else "")

    def style(self, styles: Styles) -> Style:
        """Its style, or the default one."""
        return styles.get(self.own.style or styles.default)

    def continue_from(self, earlier: "OpenParagraph") -> None:
        """Put the text of a paragraph whose mark was deleted before this one's."""
        self.earlier = earlier.stretches

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The pieces by the anchor they came from."""
        return (*self.earlier, (self.anchor, self.pieces))

    @property
    def bold(self) -> bool:
        """Whether every character that shows is bold."""
        pieces = chain.from_iterable(pieces for _, pieces in self.stretches) if self.earlier else self.pieces
        shown = [bold for text, bold in pieces if text and not text.isspace()]
        return bool(shown) and False not in shown

    @property
    def raw(self) -> str:
        """The text, NFC, with the blanks around it."""
        if self.earlier:
            return "".join([letters(pieces) for _, pieces in self.stretches])
        return letters(self.pieces)

    def segments(self, raw: str, text: str) -> tuple[Segment, ...]:
        """Where each stretch of ``text`` came from."""
        start = raw.find(text[0])
        if self.earlier:
            return tuple(clipped(self.stretches, start, len(text)))
        return (Segment(start=0, end=len(text), anchor=self.anchor, offset=start),)

    def line(self, styles: Styles, numbering: Numbering) -> Piece | None:
        """The paragraph as a line of a cell; None where it is blank."""
        text = self.raw.strip()
        if not text:
            return None
        label = self.label(self.style(styles), numbering)
        return f"{label} {text}" if label else text, self.bold

    def finish(self, styles: Styles, numbering: Numbering, kind: str) -> Paragraph | None:
        """The paragraph; None where it is blank (a blank one takes no list number in Word's print either)."""
        raw = self.raw
        text = raw.strip()
        if not text:
            return None
        own, style = self.own, self.style(styles)
        return Paragraph(
            text=text,
            segments=self.segments(raw, text),
            style=kind or style.name,
            heading=self.heading(style),
            bold=self.bold,
            label=self.label(style, numbering),
            align=ALIGNMENTS.get(own.align or style.align, own.align or style.align),
        )

    def label(self, style: Style, numbering: Numbering) -> str:
        """The next number of its list; empty where it is in none."""
        number = self.own.number or style.number
        if number in UNNUMBERED:
            return ""
        return numbering.label(number, (style.level or 0) if self.own.level is None else self.own.level)

    def heading(self, style: Style) -> int:
        """The outline level: its own, or that of the style."""
        outline = self.own.outline
        if outline.isdigit():
            return int(outline) + 1 if int(outline) < 9 else 0
        return style.heading


def letters(pieces: list[Piece]) -> str:
    """The text of one anchor, pieces joined before they are cleaned (a letter and its tone mark may stand in two runs)."""
    return clean("".join([text for text, _ in pieces]))


def clipped(stretches: Iterable[Stretch], start: int, length: int) -> Iterator[Segment]:
    """The segments of ``length`` characters from ``start`` on."""
    first = -start
    for anchor, pieces in stretches:
        last = first + len(letters(pieces))
        low, high = max(first, 0), min(last, length)
        if low < high:
            yield Segment(start=low, end=high, anchor=anchor, offset=low - first)
        first = last


def symbol(code: str) -> str:
    """A character of a symbol font."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if point in SYMBOLS:
        return SYMBOLS[point]
    return "•" if 0xE000 <= point <= 0xF8FF or point > 0x10FFFF or point < 32 else chr(point)
