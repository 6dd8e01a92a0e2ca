"""Printed lines of a PDF page: words set on one base line."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter, eq
from typing import NamedTuple

from tongket.reading.formats.pdf_page import Page
from tongket.reading.formats.pdf_words import Word

SLACK = 0.285
"""Words on base lines so many sizes apart still stand on one line."""
LEAST_SLACK = 1.5
ASCENT = 0.73
TWICE = 1.5
"""A word printed again at most so many points further on only thickens the first."""
_TEXT, _LEFT, _BASE, _SIZE, _BOLD = map(attrgetter, ("text", "left", "base", "size", "bold"))


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
    sizes = sorted(map(_SIZE, words))
    text, bold = " ".join(map(_TEXT, words)), all(map(_BOLD, words))
    return Line(page, number, words, text, words[0].left, words[-1].right, words[0].base, sizes[len(sizes) // 2],
                bold, offset, parted)  # fmt: skip


def page_lines(page: Page) -> list[Line]:
    """The whole printed lines, top to bottom, numbered from 1."""
    return [line_of(page.number, i, words) for i, words in enumerate(baselines(page.words), 1)]


def baselines(words: Iterable[Word]) -> list[list[Word]]:
    """Words on one base line together, each row from left to right; words printed twice in one place once."""
    levels: dict[float, list[Word]] = defaultdict(list)
    for base, group in groupby(words, _BASE):
        levels[base] += group
    rows: list[list[Word]] = []
    for base in sorted(levels, reverse=True):
        level = levels[base]
        if rows and rows[-1][0].base - base <= max(LEAST_SLACK, SLACK * max(map(_SIZE, level))):
            rows[-1] += level
        else:
            rows.append(level)
    return [once(sorted(row, key=_LEFT)) for row in rows]


def once(row: list[Word]) -> list[Word]:
    """The row without words that only thicken the one before (bold by printing twice)."""
    texts = list(map(_TEXT, row))
    if not any(map(eq, texts, texts[1:])):
        return row
    return row[:1] + [b for a, b in pairwise(row) if b.text != a.text or b.left - a.left > TWICE]
