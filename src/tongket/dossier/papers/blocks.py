"""What the body of a paper is made of."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tongket.charts import ChartPicture
from tongket.dossier.papers.text import Text


class Alignment(StrEnum):
    """Where the text of a cell stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class ParagraphRole(StrEnum):
    """What a paragraph is; the writer knows how each looks (Decree 30/2020, Appendix I)."""

    BODY = "body"
    LEGAL_BASIS = "legal_basis"
    """Italic, a line each, ended with ";", the last with "."."""
    ITEM = "item"
    """A line of a list; begins with its own mark ("- ", "a) ", "1. ")."""
    CENTRED = "centred"
    CAPTION = "caption"
    """Over a picture or a table, bold and centred, never parted from it."""
    NOTE = "note"
    """Small and italic: below tables, about data."""
    QUOTE = "quote"
    PLACE = "place"
    """Where something is written: small and italic, not stretched over the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading with its number as printed: level 1 "I." capitals bold, 2 "1." bold, 3 "a)" bold italic; level 0 is
    "Phần I"/"Điều 1" centred or as the kind of paper has it. Never left alone at a page's foot."""

    level: int
    number: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperParagraph:
    """A paragraph of text; ``with_next`` keeps it on the page of what follows."""

    text: Text
    role: ParagraphRole = ParagraphRole.BODY
    with_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A row: a text for each column."""

    cells: tuple[Text, ...]
    bold: bool = False
    spans: tuple[int, ...] = ()
    """How many columns each cell takes; empty where each takes one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """A table; header rows repeat on every page and no row is split. ``widths`` are shares of the text's width."""

    header: tuple[PaperRow, ...]
    rows: tuple[PaperRow, ...]
    widths: tuple[float, ...]
    alignments: tuple[Alignment, ...]
    caption: Text = ()
    unit_of_measure: str = ""
    """Printed right-aligned, italic, above the table: "Đơn vị tính: tỷ đồng"."""
    bordered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """The next block begins a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPicture:
    """A chart over the width of the text; its caption stands above as a paragraph."""

    picture: ChartPicture


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperScan:
    """A strip of a document's page as PNG, over the width of the text."""

    png: bytes
    name: str
    alternative: str


PaperBlock: TypeAlias = Heading | PaperParagraph | PaperTable | PageBreak | PaperPicture | PaperScan


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """An appendix with page numbers of its own; numbered in Roman where a paper has several."""

    title: Text
    blocks: tuple[PaperBlock, ...]
    landscape: bool = False
