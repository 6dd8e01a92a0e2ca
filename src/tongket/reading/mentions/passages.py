"""The running text of a document, passage by passage, each able to say where its characters stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.reading.blocks import Block, Paragraph, Table
from tongket.reading.sentences import split_sentences
from tongket.reading.table_cells import Cell
from tongket.vietnamese import accent_key

INDEX = frozenset({"tt", "stt", "số tt", "số thứ tự"})
"""Heads of columns that only number the rows."""
WORDS = re.compile(r"[^\W\d_].*[^\W\d_].*[^\W\d_]", re.DOTALL)
DATA = re.compile(r"(?!20\d\d$)\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph or the text of a table cell; ``sentences`` are spans of ``text``."""

    text: str
    source: Paragraph | Cell
    sentences: tuple[tuple[int, int], ...]
    about: str = ""
    """Of a table cell: what its row and its column say."""

    @property
    def in_table(self) -> bool:
        """Whether it is a table cell."""
        return isinstance(self.source, Cell)

    def locate(self, start: int, end: int) -> str:
        """The anchor of the characters ``start`` to ``end``."""
        if isinstance(self.source, Cell):
            return f"{self.source.anchor}:{start}-{end}"
        return self.source.locate(start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a passage; ``paragraph`` numbers the passage, ``first`` says whether it opens it."""

    passage: Passage
    start: int
    end: int
    paragraph: int
    first: bool

    @property
    def text(self) -> str:
        """Its characters."""
        return self.passage.text[self.start : self.end]

    def locate(self, start: int, end: int) -> str:
        """The anchor of the characters ``start`` to ``end`` of the sentence."""
        return self.passage.locate(self.start + start, self.start + end)


def passages(blocks: Iterable[Block]) -> list[Passage]:
    """The paragraphs and the cells of tables with something in them, in reading order; the numbers of rows left out."""
    found: list[Passage] = []
    for block in blocks:
        sources = [(block, "")] if isinstance(block, Paragraph) else _cells(block)
        for source, about in sources:
            if source.text.strip() and not _is_address(source.text):
                spans = tuple(split_sentences(source.text))
                found.append(Passage(text=source.text, source=source, sentences=spans, about=about))
    return found


def _cells(table: Table) -> Iterator[tuple[Paragraph | Cell, str]]:
    """The cells, each with the label of its row and the head of its column."""
    body = min((c.row for c in table.cells if DATA.match(c.text.strip())), default=table.rows)
    labels: dict[int, str] = {}
    heads: dict[int, str] = {}
    for cell in table.cells:
        if cell.row < body:
            heads |= dict.fromkeys(range(cell.column, cell.column + cell.colspan), cell.text.strip())
        elif WORDS.search(cell.text):
            for row in range(cell.row, cell.row + cell.rowspan):
                labels.setdefault(row, cell.text.strip())
    for cell in table.cells:
        head = heads.get(cell.column, "")
        if cell.row < body or accent_key(head) not in INDEX:
            told = (labels.get(cell.row, ""), head) if cell.row >= body else ()
            yield cell, " · ".join(" ".join(text.split()) for text in told if text and text != cell.text.strip())


def sentences(found: Iterable[Passage]) -> Iterator[Sentence]:
    """The sentences of the passages that are paragraphs."""
    for number, passage in enumerate(found):
        if passage.in_table:
            continue
        for i, (start, end) in enumerate(passage.sentences):
            yield Sentence(passage=passage, start=start, end=end, paragraph=number, first=i == 0)


def _is_address(text: str) -> bool:
    """Whether the paragraph is the web address a text was copied from."""
    return text.lstrip("# ").startswith(("http://", "https://")) and " " not in text.strip("# \n")
