"""The sentence or row that a stated figure stands in, as written, with the place of the figure in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tongket.reading import Block, Cell, Paragraph, ReadFile, Table
from tongket.reading.sentences import split_sentences
from tongket.reports import DataValue

BETWEEN = " | "
LONGEST = 600
"""Longer passages are cut around the figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is written around a figure: a sentence, or a row with its cells parted by ``|``. The figure is
    ``text[start:end]``; ``heading`` is what stands over its column."""

    text: str = ""
    start: int = 0
    end: int = 0
    heading: str = ""


def passages(files: Iterable[ReadFile]) -> dict[DataValue, Passage]:
    """Every stated figure of the files with its passage; without one where the place cannot be found."""
    found: dict[DataValue, Passage] = {}
    for read in files:
        lines, cells = _places(read.document.blocks)
        for value in read.report.values:
            found[value] = _passage(value, lines, cells)
    return found


Lines = Mapping[str, tuple[Paragraph, int]]
Cells = Mapping[str, tuple[Table, Cell]]


def _places(blocks: Iterable[Block]) -> tuple[Lines, Cells]:
    """Anchor of a line -> its paragraph and how far its characters are shifted there; anchor of a cell -> the cell."""
    lines: dict[str, tuple[Paragraph, int]] = {}
    cells: dict[str, tuple[Table, Cell]] = {}
    for block in blocks:
        if isinstance(block, Table):
            cells.update((cell.anchor, (block, cell)) for cell in block.cells)
        else:
            for segment in block.segments:
                lines.setdefault(segment.anchor, (block, segment.start - segment.offset))
    return lines, cells


def _passage(value: DataValue, lines: Lines, cells: Cells) -> Passage:
    anchor = value.source.anchor
    if anchor in cells:
        return _row(*cells[anchor])
    place, _, span = anchor.rpartition(":")
    first, _, last = span.partition("-")
    if place in cells and first.isdigit():
        return _row(*cells[place])
    if place not in lines or not (first.isdigit() and last.isdigit()):
        return Passage()
    paragraph, shift = lines[place]
    start, end = int(first) + shift, int(last) + shift
    whole = start + len(value.source.text)  # a figure that is broken over two lines is anchored on the first
    return _sentence(paragraph.text, start, whole if paragraph.text[start:whole] == value.source.text else end)


def _sentence(text: str, start: int, end: int) -> Passage:
    begin, stop = next(((a, b) for a, b in split_sentences(text) if a <= start < b), (0, len(text)))
    stop = max(stop, end)
    if stop - begin > LONGEST:
        begin, stop = max(begin, start - LONGEST // 2), min(stop, end + LONGEST // 2)
    return Passage(text=text[begin:stop], start=start - begin, end=end - begin)


def _row(table: Table, cell: Cell) -> Passage:
    """The row of a cell, and the nearest words above it that are no number."""
    row = [one for one in table.cells if one.row <= cell.row < one.row + one.rowspan]
    before = BETWEEN.join(_words(one) for one in row if one.column < cell.column)
    after = BETWEEN.join(_words(one) for one in row if one.column > cell.column)
    start = len(before) + len(BETWEEN) if before else 0
    text = BETWEEN.join(part for part in (before, _words(cell), after) if part)
    return Passage(text=text, start=start, end=start + len(_words(cell)), heading=_heading(table, cell))


def _heading(table: Table, cell: Cell) -> str:
    over = [
        one
        for one in table.cells
        if one.row < cell.row
        and one.column <= cell.column < one.column + one.colspan
        and 2 * one.colspan <= max(table.columns, 2)
    ]
    worded = [one for one in over if any(letter.isalpha() for letter in one.text) or _is_year(one.text)]
    return _words(worded[-1]) if worded else ""


def _is_year(text: str) -> bool:
    return len(text.strip()) == 4 and text.strip().isdigit()


def _words(cell: Cell) -> str:
    return " ".join(cell.text.split())
