"""How wide a table is: spans of hundreds of columns say "all of it", and are no columns."""

from bisect import bisect_left
from collections.abc import Sequence

from tongket.reading.blocks import Table
from tongket.reading.formats.content import FormatError
from tongket.reading.table_cells import Cell

WIDE = 120
"""More columns than any report has: those in which no cell begins are taken out."""
LARGEST = 5_000_000
"""Places of a table, blank ones too: everything that reads a table goes through all of them."""


def table(anchor: str, cells: Sequence[Cell], rows: int) -> Table:
    """The table of the cells, as wide as they need; FormatError where it has more places than can be gone through."""
    columns = max(c.column + c.colspan for c in cells)
    if columns > WIDE:
        cells = narrow(cells)
        columns = max(c.column + c.colspan for c in cells)
    if rows * columns > LARGEST:
        raise FormatError("too_many_parts")
    return Table(anchor=anchor, cells=tuple(cells), rows=rows, columns=columns)


def narrow(cells: Sequence[Cell]) -> list[Cell]:
    """The cells without the columns in which none begins."""
    starts = sorted({c.column for c in cells})
    return [
        cell._replace(
            column=(first := bisect_left(starts, cell.column)),
            colspan=max(1, bisect_left(starts, cell.column + cell.colspan) - first),
        )
        for cell in cells
    ]
