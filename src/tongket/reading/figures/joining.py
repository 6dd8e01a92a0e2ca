"""Tables that go on in a table of their own: the second takes the header of the first."""

from dataclasses import replace

from tongket.reading.blocks import Block, Table
from tongket.reading.figures.headers import header_rows, title_rows


def continued(table: Table, before: Block | None) -> Table:
    """``table`` under the header of the table right before it, where it has the same columns and no header."""
    if not isinstance(before, Table) or before.columns != table.columns or before.columns < 3:
        return table
    grid = before.grid()
    titles = len(title_rows(grid))
    header = header_rows(grid[titles:])
    if not header or header_rows(table.grid()):
        return table
    top = [c._replace(row=c.row - titles) for c in before.cells if titles <= c.row < titles + header]
    below = [c._replace(row=c.row + header) for c in table.cells]
    return replace(table, cells=(*top, *below), rows=table.rows + header)
