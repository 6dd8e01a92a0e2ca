"""Tables of a PDF: words put into the cells drawn, and tables that go on overleaf put together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.reading.blocks import Table
from tongket.reading.formats.pdf_grid import Box, Grid
from tongket.reading.formats.pdf_page import Page
from tongket.reading.formats.pdf_rows import baselines, whole_number
from tongket.reading.formats.pdf_runs import MIDDLE, Run
from tongket.reading.table_cells import Cell

EDGE_SLACK = 4.0
HEADER_ROWS = 4
LEAST_EDGES = 5
"""A table of fewer edges goes on overleaf only with the very same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTable:
    """A table and where it stands on its page, so that it can be continued."""

    table: Table
    top: float
    bottom: float
    xs: tuple[float, ...]


def place_words(page: Page, drawn: Sequence[Grid]) -> tuple[list[DrawnTable], Sequence[Run], Page]:
    """The tables of a page with their words, the runs outside, and the page, its runs cut at the edges of cells."""
    if not drawn:
        return [], page.runs, page
    inside: list[dict[tuple[int, int], list[Run]]] = [defaultdict(list) for _ in drawn]
    runs: list[Run] = []
    outside: list[Run] = []
    for run in page.runs:
        beside = [grid for grid in drawn if grid.touches(run.left, run.right, run.base + run.size * MIDDLE)]
        for part in run.words if any(reaches_over(run, grid) for grid in beside) else (run,):
            runs.append(part)
            x, y = part.centre
            for grid in beside:
                if spot := grid.place(x, y):
                    inside[drawn.index(grid)][spot].append(part)
                    break
            else:
                outside.append(part)
    tables = [drawn_table(page, i, grid, inside[i - 1]) for i, grid in enumerate(drawn, 1)]
    return tables, outside, replace(page, runs=tuple(runs))


def reaches_over(run: Run, grid: Grid) -> bool:
    """Whether a run of several words begins and ends in different cells of a table, or one end lies outside."""
    if run.layer is None or " " not in run.text:
        return False
    y = run.base + run.size * MIDDLE
    spot = grid.place(run.left, y)
    return spot is None or spot != grid.place(run.right, y)


def drawn_table(page: Page, index: int, grid: Grid, words: dict[tuple[int, int], list[Run]]) -> DrawnTable:
    """One table."""
    anchor = f"page[{page.number}]/table[{index}]"
    cells = []
    last = ordinal = -1
    for box in grid.boxes:
        ordinal = ordinal + 1 if box.row == last else 1
        last = box.row
        place = f"{anchor}/row[{last + 1}]/cell[{ordinal}]"
        cells.append(cell(box, place, words.get((last, box.column), ())))
    table = Table(anchor=anchor, cells=tuple(cells), rows=len(grid.ys) - 1, columns=len(grid.xs) - 1, page=page.number)
    return DrawnTable(table=table, top=grid.ys[0], bottom=grid.ys[-1], xs=grid.xs)


def cell(box: Box, anchor: str, words: Sequence[Run]) -> Cell:
    """The words of a cell, its lines joined by blanks."""
    text, bold = (words[0].text, words[0].bold) if len(words) == 1 else ("", False)
    if len(words) > 1:
        text, bold = (
            whole_number([" ".join([w.text for w in row]) for row in baselines(words)]),
            all(w.bold for w in words),
        )
    row, column, rowspan, colspan = box
    return Cell(text=text, anchor=anchor, row=row, column=column, rowspan=rowspan, colspan=colspan, bold=bold)


def continues(first: DrawnTable, second: DrawnTable) -> bool:
    """Whether the second table has the columns of the first; a head may have fewer than the rows under it."""
    coarse, fine = sorted((first, second), key=lambda table: len(table.xs))
    if len(coarse.xs) == len(fine.xs):
        shift = fine.xs[0] - coarse.xs[0]
        return all(abs(b - a - shift) <= EDGE_SLACK for a, b in zip(coarse.xs, fine.xs, strict=True))
    at = places(coarse, fine)
    return len(coarse.xs) >= LEAST_EDGES and at[-1] == len(fine.xs) - 1 and len(set(at)) == len(at) and -1 not in at


def places(coarse: DrawnTable, fine: DrawnTable) -> list[int]:
    """The number of the edge of ``fine`` that each edge of ``coarse`` lies on, -1 where it lies on none."""
    shift = fine.xs[0] - coarse.xs[0]
    nearest = [min(range(len(fine.xs)), key=lambda i: abs(fine.xs[i] - edge - shift)) for edge in coarse.xs]
    return [i if abs(fine.xs[i] - edge - shift) <= EDGE_SLACK else -1
            for i, edge in zip(nearest, coarse.xs, strict=True)]  # fmt: skip


def divided(table: DrawnTable, other: DrawnTable) -> DrawnTable:
    """The table with the columns of the other, where that has more."""
    if len(table.xs) >= len(other.xs):
        return table
    at = places(table, other)
    cells = tuple(c._replace(column=at[c.column], colspan=at[c.column + c.colspan] - at[c.column])
                  for c in table.table.cells)  # fmt: skip
    return replace(table, table=replace(table.table, cells=cells, columns=at[-1]), xs=other.xs)


def join(first: DrawnTable, second: DrawnTable) -> DrawnTable:
    """One table of two; a header that is printed again is dropped, a row cut by the page end is mended."""
    first, second = divided(first, second), divided(second, first)
    skip = repeated_header(first.table, second.table)
    rest = [c for c in second.table.cells if c.row >= skip]
    cells = list(first.table.cells)
    shift = first.table.rows - skip
    if cut_row(first.table, rest, skip):
        cells, rest = mended(cells, rest, skip), [c for c in rest if c.row > skip]
        shift -= 1
    moved = [c._replace(row=c.row + shift) for c in rest]
    rows = second.table.rows + shift
    table = replace(first.table, cells=(*cells, *moved), rows=rows)
    return replace(first, table=table, bottom=second.bottom)


def repeated_header(first: Table, second: Table) -> int:
    """How many rows at the top of ``second`` say the same as those of ``first``."""
    count = 0
    while count < min(HEADER_ROWS, first.rows, second.rows - 1) and texts(first, count) == texts(second, count):
        count += 1
    return count if count and any(t for _, t in texts(first, 0)) else 0


def texts(table: Table, row: int) -> list[tuple[int, str]]:
    """The columns and texts of the cells that begin in a row."""
    return [(c.column, c.text) for c in table.cells if c.row == row]


def cut_row(first: Table, rest: list[Cell], row: int) -> bool:
    """Whether the first row overleaf is the lower half of the last row: only words, under words, no number."""
    lower = {c.column: c for c in rest if c.row == row}
    upper = {c.column: c for c in first.cells if c.row + c.rowspan == first.rows}
    shown = [c for c in lower.values() if c.text]
    if not shown or lower.keys() != upper.keys() or any(c.rowspan > 1 for c in lower.values()) or len(lower) < 2:
        return False
    leads = sorted(lower)[:2]
    told = [lower[column].text for column in leads]
    words = all(not any(map(str.isdigit, c.text)) and (c.text[:1].islower() or not any(told)) for c in shown)
    return not told[0] and words and all(upper[c.column].text for c in shown)


def mended(cells: list[Cell], rest: list[Cell], row: int) -> list[Cell]:
    """The last row with what stood overleaf."""
    lower = {c.column: c.text for c in rest if c.row == row and c.text}
    last = max(c.row + c.rowspan for c in cells)
    return [
        c._replace(text=f"{c.text} {lower[c.column]}") if c.row + c.rowspan == last and c.column in lower else c
        for c in cells
    ]
