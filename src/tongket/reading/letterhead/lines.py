"""A document as printed lines in visual columns, whatever the layout it was read from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.reading.blocks import Block, Paragraph, Table
from tongket.reading.letterhead.titles import title_type
from tongket.reading.table_cells import Cell

GAP = re.compile(r"\t+| {4,}|(?<=\S)\s*\|\s*(?=\S)")
MAY_PART = re.compile(r"\t|    |\|")
MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|^#+\s*|^>\s*|</?[bi]>")
MARK = re.compile(r"[*_#>]")
"""What any mark has in it."""
RULE = re.compile(r"[\s|*_#=~–—.+:-]*")
ENDS = 250
"""Rows of a table, at either end, in which a letterhead or a signature is looked for."""
DEEP = 24
"""A single part indented further than this stands in the right column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line. ``box`` numbers the visual column or cell it stands in: lines of one box belong together."""

    text: str
    anchor: str
    box: int
    part: int = 0
    """Which paragraph or cell the line is of."""
    bold: bool = False


def printed_lines(blocks: Iterable[Block]) -> list[Line]:
    """All lines with something in them, in reading order; the left column of side-by-side lines before the right."""
    return _with_boxes(_columns(_raw(blocks)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raw:
    """A line before columns are told apart; ``breaks`` says that a new box begins with it."""

    text: str
    anchor: str
    breaks: bool
    part: int = 0
    bold: bool = False


def _raw(blocks: Iterable[Block]) -> Iterator[_Raw]:
    after_table = False
    for part, block in enumerate(blocks):
        if isinstance(block, Table):
            yield from _table_lines(block)
        else:
            yield from _paragraph_lines(block, part, breaks=after_table)
        after_table = isinstance(block, Table)


def _table_lines(table: Table) -> Iterator[_Raw]:
    """Cells column by column where the rows make a letterhead or a signature (few rows, or the ends of a sheet)."""
    head, foot = (8, table.rows - 12) if table.sheet else (6, table.rows)
    if not table.sheet and table.rows > 6:
        head = 0
    bands: dict[int, list[Cell]] = {0: [], 1: [], 2: []}
    for cell in _ends(table):
        bands[0 if cell.row < head else 2 if cell.row >= foot else 1].append(cell)
    yield from _by_column(bands[0])
    for cell in bands[1]:
        yield from _cell_lines(cell.text, cell.anchor, merge=False)
    yield from _by_column(bands[2])


def _ends(table: Table) -> Iterator[Cell]:
    """The cells of the first and the last rows: no more than letterhead and signature can stand in, with room to spare."""
    first = range(min(ENDS, table.rows))
    yield from table.of_rows(first)
    yield from table.of_rows(range(max(len(first), table.rows - ENDS), table.rows))


def _by_column(cells: Sequence[Cell]) -> Iterator[_Raw]:
    for column in sorted({c.column for c in cells}):
        merge = False
        for cell in (c for c in cells if c.column == column):
            yield from _cell_lines(cell.text, cell.anchor, merge=merge)
            merge = True


def _cell_lines(text: str, anchor: str, *, merge: bool) -> Iterator[_Raw]:
    first = not merge
    for line in text.split("\n"):
        yield _Raw(text=line, anchor=anchor, breaks=first)
        first = False


def _paragraph_lines(paragraph: Paragraph, part: int, *, breaks: bool) -> Iterator[_Raw]:
    """The lines of a paragraph: by its segments, and by the line breaks inside them."""
    label = f"{paragraph.label} " if paragraph.label else ""
    for start, end, anchor in _stretches(paragraph):
        for line in paragraph.text[start:end].split("\n"):
            yield _Raw(text=label + line, anchor=anchor, breaks=breaks, part=part, bold=paragraph.bold)
            label, breaks = "", False


def _stretches(paragraph: Paragraph) -> list[tuple[int, int, str]]:
    """Start, end and anchor of the lines; segments of one line are put together."""
    found: list[tuple[int, int, str]] = []
    for segment in paragraph.segments:
        if found and found[-1][2] == segment.anchor:
            found[-1] = (found[-1][0], segment.end, segment.anchor)
        else:
            found.append((segment.start, segment.end, segment.anchor))
    return found or [(0, len(paragraph.text), paragraph.anchor)]


def _columns(lines: Iterable[_Raw]) -> Iterator[_Raw]:
    """Side-by-side lines told apart: runs of them give first all left parts, then all right parts."""
    left: list[_Raw] = []
    right: list[_Raw] = []
    for line in lines:
        bare = line.text.strip().strip("|").strip()
        parts = [p for p in GAP.split(bare) if p.strip()] if MAY_PART.search(bare) else [bare] if bare else []
        if len(parts) == 2 and not line.breaks:
            left.append(replace(line, text=parts[0], breaks=not left))
            right.append(replace(line, text=parts[1], breaks=not right))
            continue
        if left and len(parts) == 1 and not line.breaks and _continues(line.text):
            (right if _indent(line.text) >= DEEP else left).append(replace(line, text=parts[0]))
            continue
        if left:
            yield from (*left, *right)
            left, right = [], []
            line = replace(line, breaks=True)
        yield line
    yield from (*left, *right)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _continues(text: str) -> bool:
    """Whether a line of one part goes on with a run of side-by-side lines: it is short and says so by its shape."""
    bare = text.strip()
    if _indent(text) >= DEEP:
        return True
    return len(bare) < 60 and not title_type(bare) and (bare == bare.upper() or bare.startswith(("-", "Số", "V/v")))


def _with_boxes(lines: Iterable[_Raw]) -> list[Line]:
    found: list[Line] = []
    box = 0
    for line in lines:
        text = line.text.strip()
        if line.breaks or text.startswith("|") or text.endswith("|"):
            box += 1
        text = text.strip("| ")
        text = " ".join((MARKS.sub("", text) if MARK.search(text) else text).split())
        text = text.strip("|* ")
        if text and not RULE.fullmatch(text):
            found.append(Line(text=text, anchor=line.anchor, box=box, part=line.part, bold=line.bold))
    return found
