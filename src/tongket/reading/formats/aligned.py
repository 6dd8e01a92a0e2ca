"""Tables without rules: rows whose parts stand under each other."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tongket.reading.blocks import Table
from tongket.reading.table_cells import Cell

NUMBER = re.compile(r"^[-–]?\s*\d[\d.,/%\s]*$|^[-–]$")
YEAR = re.compile(r"^20\d\d$")
LEAST_ROWS = 3
TRIES = 40
"""So many lines of a run may stand above its table; where none of them begins one, the run holds none."""
MOST_PARTS = 200
MAX_WRAPPED = 3
"""So many lines may go on with the cells of a row before the next row begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a line: from ``left`` to ``right``, in whatever measure the format has."""

    left: float
    right: float
    text: str
    anchor: str
    bold: bool = False


@dataclass(slots=True, kw_only=True)
class OpenCell:
    """A cell that may go on with the next line."""

    row: int
    column: int
    colspan: int
    parts: list[Part] = field(default_factory=list)


def runs(rows: Sequence[Sequence[Part]]) -> list[tuple[int, int]]:
    """Where tables stand among the rows, as (first, one past the last)."""
    found: list[tuple[int, int]] = []
    index = tried = last = 0
    while index < len(rows):
        end = run_end(rows, index)
        if end and fits(rows[index:end]):
            found.append((index, end))
            index = end
            continue
        if end:
            tried, last = (tried + 1 if end == last else 1), end
        index = last if tried > TRIES and index < last else index + 1
    return found


def run_end(rows: Sequence[Sequence[Part]], start: int) -> int:
    """The end of a run of rows in columns, with the lines that only go on with a cell; 0 where there is none."""
    if not columned(rows[start]):
        return 0
    end = index = start + 1
    while index < len(rows) and rows[index] and index - end < MAX_WRAPPED:
        index += 1
        if columned(rows[index - 1]):
            end = index
    return end


def columned(row: Sequence[Part]) -> bool:
    """Whether a row has the parts of a table: three, or a label and a number."""
    return 2 < len(row) <= MOST_PARTS or (len(row) == 2 and bool(NUMBER.match(row[1].text)))


def fits(rows: Sequence[Sequence[Part]]) -> bool:
    """Whether the rows share their columns and hold numbers: side by side alone makes no table."""
    full = [row for row in rows if columned(row)]
    bands = columns(rows)
    numbers = sum(1 for row in full for part in row[1:] if NUMBER.match(part.text))
    apart = all(len({cover(part, bands) for part in row}) == len(row) for row in full)
    return len(full) >= LEAST_ROWS and len(bands) > 1 and numbers >= len(full) - 1 and apart


def columns(rows: Sequence[Sequence[Part]]) -> list[tuple[float, float]]:
    """The columns, from the rows that have most parts; a row that is alone in that tells nothing."""
    counts = Counter(len(row) for row in rows if columned(row))
    usual = max((n for n, times in counts.items() if times > 1), default=max(counts))
    bands: list[tuple[float, float]] = []
    for part in sorted((p for row in rows if len(row) == usual for p in row), key=lambda p: p.left):
        if bands and part.left < bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], part.right))
        else:
            bands.append((part.left, part.right))
    return bands


def cover(part: Part, bands: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """The first column of a part and how many it covers; the nearest where it stands between columns."""
    over = [i for i, (low, high) in enumerate(bands) if part.left < high and part.right > low]
    if over:
        return over[0], len(over)
    middle = (part.left + part.right) / 2
    return min(range(len(bands)), key=lambda i: min(abs(middle - edge) for edge in bands[i])), 1


def table(rows: Sequence[Sequence[Part]], anchor: str, page: int = 0) -> Table:
    """The rows as a table; lines without a row of their own go on with the cells above."""
    bands = columns(rows)
    cells: list[OpenCell] = []
    row = -1
    for parts in rows:
        row += row < 0 or begins_row(parts, row, cells, bands)
        for part in parts:
            column, width = cover(part, bands)
            above = next((c for c in reversed(cells) if c.row == row and c.column == column), None)
            if above is None:
                cells.append(OpenCell(row=row, column=column, colspan=width, parts=[part]))
            else:
                above.parts.append(part)
    return Table(anchor=anchor, cells=tuple(map(closed, cells)), rows=row + 1, columns=len(bands), page=page)


def begins_row(
    parts: Sequence[Part], row: int, cells: Sequence[OpenCell], bands: Sequence[tuple[float, float]]
) -> bool:
    """Whether a line is a row of its own, and not the rest of wrapped cells."""
    in_header = not any(states_figure(part) for part in (*parts, *(p for c in cells for p in c.parts)))
    if in_header and any(part.text[:1].islower() for part in parts):
        return False
    if columned(parts):
        return True
    if len(parts) == 1 and (column := cover(parts[0], bands)[0]):
        above = next((c for c in reversed(cells) if c.row == row and c.column == column), None)
        if above is not None and not NUMBER.match(above.parts[-1].text):
            return False
    return any(NUMBER.match(part.text) for part in parts)


def states_figure(part: Part) -> bool:
    """Whether a part is a number and no year."""
    return bool(NUMBER.match(part.text)) and not YEAR.match(part.text)


def closed(cell: OpenCell) -> Cell:
    """The finished cell, lines joined by blanks."""
    text = " ".join(part.text for part in cell.parts)
    bold = all(part.bold for part in cell.parts)
    return Cell(
        text=text, anchor=cell.parts[0].anchor, row=cell.row, column=cell.column, colspan=cell.colspan, bold=bold
    )
