"""Tables that go on in a table of their own: the second takes the header of the first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.reading.blocks import Block, Table
from tongket.reading.figures.headers import header_rows, title_rows
from tongket.reading.table_cells import Cell, CellsOnDemand, TableRow, in_rows


def continued(table: Table, before: Block | None) -> Table:
    """``table`` under the header of the table right before it, where it has the same columns and no header."""
    if not isinstance(before, Table) or before.columns != table.columns or before.columns < 3:
        return table
    grid = before.grid()
    titles = len(title_rows(grid))
    header = header_rows(grid[titles:])
    if not header or header_rows(table.grid()):
        return table
    top = [c._replace(row=c.row - titles) for c in before.of_rows(range(titles, titles + header))]
    if isinstance(table.cells, CellsOnDemand):
        return replace(table, cells=UnderHeader(top, table.cells, header), rows=table.rows + header)
    below = [c._replace(row=c.row + header) for c in table.cells]
    return replace(table, cells=(*top, *below), rows=table.rows + header)


class UnderHeader(CellsOnDemand):
    """The cells of a large table below those of a header that is not its own."""

    def __init__(self, header: Sequence[Cell], cells: CellsOnDemand, rows: int) -> None:
        self.header, self.cells, self.rows = header, cells, rows

    def __len__(self) -> int:
        return len(self.header) + len(self.cells)

    def __iter__(self) -> Iterator[Cell]:
        yield from self.header
        yield from map(self.moved, self.cells)

    def one(self, at: int) -> Cell:
        """The cell at a place of the whole."""
        below = at - len(self.header)
        return self.header[at] if below < 0 else self.moved(self.cells[below])

    def in_rows(self) -> Iterator[TableRow]:
        """The rows, those of the header first."""
        yield from in_rows(self.header)
        yield from (row._replace(row=row.row + self.rows) for row in self.cells.in_rows())

    def of_row(self, row: int) -> list[Cell]:
        """The cells that begin in a row."""
        below = self.cells.of_row(row - self.rows) if row >= self.rows else ()
        return [cell for cell in self.header if cell.row == row] + list(map(self.moved, below))

    def from_above(self, row: int) -> list[Cell]:
        """The cells that reach down into a row from rows above it."""
        above = [cell for cell in self.header if cell.row < row < cell.row + cell.rowspan]
        return above + list(map(self.moved, self.cells.from_above(row - self.rows) if row >= self.rows else ()))

    def moved(self, cell: Cell) -> Cell:
        """A cell of the table at its place below the header."""
        return cell._replace(row=cell.row + self.rows)
