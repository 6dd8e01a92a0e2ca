"""Tables of a web page while they are being read: spans push the cells below and beside them."""

from dataclasses import dataclass, field

from tongket.reading.blocks import Block
from tongket.reading.formats.content import FormatError
from tongket.reading.formats.spans import table
from tongket.reading.table_cells import Cell

MOST_COLUMNS = 20_000
"""More than a sheet of Excel has."""


@dataclass(slots=True, kw_only=True)
class OpenCell:
    """A cell that is being read. A rowspan of 0 reaches to the end of the table."""

    anchor: str
    row: int
    column: int
    rowspan: int
    colspan: int
    lines: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class OpenTable:
    """A table that is being read."""

    anchor: str
    row: int = -1
    ordinal: int = 0
    column: int = 0
    cells: list[OpenCell] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    """Column -> the first row that is free again below a cell with a rowspan."""
    after: list[Block] = field(default_factory=list)

    def start_row(self) -> None:
        """A row begins."""
        self.row += 1
        self.ordinal = self.column = 0

    def start_cell(self, rowspan: int, colspan: int) -> OpenCell:
        """A cell begins, in the first free column."""
        if self.row < 0:
            self.start_row()
        while self.taken.get(self.column, 0) > self.row:
            self.column += 1
        if self.column > MOST_COLUMNS:
            raise FormatError("too_many_parts")
        self.ordinal += 1
        anchor = f"{self.anchor}/row[{self.row + 1}]/cell[{self.ordinal}]"
        cell = OpenCell(anchor=anchor, row=self.row, column=self.column, rowspan=rowspan, colspan=colspan)
        self.cells.append(cell)
        free = self.row + (rowspan or 1_000_000)
        self.taken.update(dict.fromkeys(range(self.column, self.column + colspan), free))
        self.column += colspan
        return cell

    def finish(self) -> list[Block]:
        """The table, then the tables that stood in its cells."""
        if not self.cells:
            return self.after
        rows = self.row + 1
        return [table(self.anchor, [closed(cell, rows) for cell in self.cells], rows), *self.after]


def closed(cell: OpenCell, rows: int) -> Cell:
    """The finished cell, its span cut at the last row."""
    rowspan = min(cell.rowspan or rows, rows - cell.row)
    return Cell(
        text="\n".join(cell.lines),
        anchor=cell.anchor,
        row=cell.row,
        column=cell.column,
        rowspan=max(1, rowspan),
        colspan=cell.colspan,
        bold=bool(cell.bold) and all(cell.bold),
    )
