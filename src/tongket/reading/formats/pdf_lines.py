"""Printed lines of a PDF page: words set on one base line."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from tongket.reading.formats.pdf_page import Page, Word

SLACK = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line, or the part of it in one column. ``offset`` is its place in the whole printed line."""

    page: int
    number: int
    words: tuple[Word, ...]
    offset: int = 0
    parted: bool = False

    @property
    def text(self) -> str:
        """Its words with single blanks."""
        return " ".join(w.text for w in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def base(self) -> float:
        """The height it stands at."""
        return self.words[0].base

    @property
    def top(self) -> float:
        """Its upper edge."""
        return max(w.top for w in self.words)

    @property
    def height(self) -> float:
        """The height of its letters."""
        return median(w.top - w.bottom for w in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(w.bold for w in self.words)

    @property
    def anchor(self) -> str:
        """``page[4]/line[12]``."""
        return f"page[{self.page}]/line[{self.number}]"


def page_lines(page: Page) -> list[Line]:
    """The whole printed lines, top to bottom, numbered from 1."""
    rows = baselines(page.words)
    return [Line(page=page.number, number=i, words=tuple(words)) for i, words in enumerate(rows, 1)]


def baselines(words: Iterable[Word]) -> list[list[Word]]:
    """Words on one base line together, each row from left to right; words printed twice in one place once."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.base, w.left)):
        height = word.top - word.bottom
        if rows and abs(rows[-1][0].base - word.base) <= max(1.5, height * SLACK):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [once(sorted(row, key=lambda w: w.left)) for row in rows]


def once(row: list[Word]) -> list[Word]:
    """The row without words that only thicken the one before (bold by printing twice)."""
    kept = row[:1]
    for word in row[1:]:
        if word.text != kept[-1].text or word.left - kept[-1].left > 1.5:
            kept.append(word)
    return kept
