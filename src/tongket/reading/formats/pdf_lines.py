"""Printed lines of a PDF page: what is set on one base line."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from tongket.reading.formats.pdf_page import Page
from tongket.reading.formats.pdf_rows import baselines
from tongket.reading.formats.pdf_runs import Run, words

ASCENT = 0.73
_TEXT, _SIZE, _BOLD = map(attrgetter, ("text", "size", "bold"))


class Line(NamedTuple):
    """A printed line, or the part of it in one column. ``offset`` is its place in the whole printed line."""

    page: int
    number: int
    runs: Sequence[Run]
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


def line_of(page: int, number: int, runs: Sequence[Run], offset: int = 0, parted: bool = False) -> Line:
    """The line of these runs; bold when all of them are, as large as the middle one of its words."""
    first = runs[0]
    if len(runs) == 1:
        text, left, right, base, size, bold, *_ = first
        return tuple.__new__(Line, (page, number, runs, text, left, right, base, size, bold, offset, parted))
    sizes = list(map(_SIZE, runs))
    size = first.size if sizes.count(first.size) == len(sizes) else middle_size(runs)
    text, bold = " ".join(map(_TEXT, runs)), all(map(_BOLD, runs))
    return Line(page, number, runs, text, first.left, runs[-1].right, first.base, size,
                bold, offset, parted)  # fmt: skip


def middle_size(runs: Sequence[Run]) -> float:
    """The middle one of the sizes of the words."""
    sizes = sorted(run.size for run in runs for _ in range(run.text.count(" ") + 1))
    return sizes[len(sizes) // 2]


def in_words(line: Line) -> Line:
    """The line with its words looked up, each as a run."""
    return line._replace(runs=words(line.runs))


def opened(line: Line, least: float) -> Line:
    """The line with its words looked up where it may have a gap of ``least`` sizes within a run."""
    for run in line.runs:
        if run.layer is not None and run.layer.may_part(run, line.size * least):
            return in_words(line)
    return line


def page_lines(page: Page) -> list[Line]:
    """The whole printed lines, top to bottom, numbered from 1."""
    return [line_of(page.number, i, runs) for i, runs in enumerate(baselines(page.runs), 1)]
