"""Printed lines of a PDF page: words set on one base line."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from tongket.reading.formats.pdf_page import Page
from tongket.reading.formats.pdf_rows import baselines
from tongket.reading.formats.pdf_words import Word

ASCENT = 0.73
_TEXT, _SIZE, _BOLD = map(attrgetter, ("text", "size", "bold"))


class Line(NamedTuple):
    """A printed line, or the part of it in one column. ``offset`` is its place in the whole printed line."""

    page: int
    number: int
    words: Sequence[Word]
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    offset: int = 0
    parted: bool = False

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.base + self.size * ASCENT

    @property
    def anchor(self) -> str:
        """``page[4]/line[12]``."""
        return f"page[{self.page}]/line[{self.number}]"


def line_of(page: int, number: int, words: Sequence[Word], offset: int = 0, parted: bool = False) -> Line:
    """The line of these words; bold when all of them are, as large as the middle one of their sizes."""
    sizes = list(map(_SIZE, words))
    size = sizes[0] if sizes.count(sizes[0]) == len(sizes) else sorted(sizes)[len(sizes) // 2]
    text, bold = " ".join(map(_TEXT, words)), all(map(_BOLD, words))
    return Line(page, number, words, text, words[0].left, words[-1].right, words[0].base, size,
                bold, offset, parted)  # fmt: skip


def page_lines(page: Page) -> list[Line]:
    """The whole printed lines, top to bottom, numbered from 1."""
    return [line_of(page.number, i, words) for i, words in enumerate(baselines(page.words), 1)]
