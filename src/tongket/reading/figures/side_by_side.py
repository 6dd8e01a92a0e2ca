"""A table whose right half goes on with what its left half tells: two lists of labels and figures beside each other."""

from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.blocks import Table
from tongket.reading.figures.headers import states_number
from tongket.reading.table_cells import Cell, CellsOnDemand
from tongket.vietnamese import accent_key

MOST = 6
"""Columns that a half has at most."""
NEARLY_ALL = 0.8


def halves(table: Table) -> tuple[Table, ...]:
    """The two lists that stand beside each other in a table, else the table."""
    half = table.columns // 2
    if table.columns % 2 or not 2 <= half <= MOST or table.rows < 2 or isinstance(table.cells, CellsOnDemand):
        return (table,)
    if any(cell.column < half < cell.column + cell.colspan for cell in table.cells):
        return (table,)
    parts = _part(table, 0, half), _part(table, half, table.columns)
    return parts if _repeats(parts) or all(map(_alternates, parts)) else (table,)


def _part(table: Table, start: int, end: int) -> Table:
    cells = tuple(c._replace(column=c.column - start) for c in table.cells if start <= c.column < end)
    return replace(table, cells=cells, columns=end - start)


def _repeats(parts: Sequence[Table]) -> bool:
    """Whether both halves have one header, and a column of words below it."""
    left, right = ([accent_key(c.text).strip() for c in part.cells if c.row == 0] for part in parts)
    return left == right and all(left) and not any(map(states_number, left)) and all(map(_has_labels, parts))


def _has_labels(part: Table) -> bool:
    columns = ([c for c in part.cells if c.column == at and c.row] for at in range(part.columns))
    return any(cells and _words(cells) >= NEARLY_ALL * len(cells) for cells in columns)


def _words(cells: Sequence[Cell]) -> int:
    return sum(any(map(str.isalpha, c.text)) and len(c.text) > 2 and not states_number(c.text) for c in cells)


def _alternates(part: Table) -> bool:
    """Whether each row is a label and its figure, with no header above."""
    labels, told = ([c for c in part.cells if c.column == at and c.text.strip()] for at in (0, 1))
    rows = part.columns == 2 and len(labels) == len(told) > 1
    return (
        rows
        and _words(labels) == len(labels)
        and sum(states_number(c.text.strip()) for c in told) >= NEARLY_ALL * len(told)
    )


__all__ = ["halves"]
