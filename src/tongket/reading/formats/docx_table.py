"""Tables of a Word document while they are being read."""

from dataclasses import dataclass, field

from tongket.reading.blocks import Block
from tongket.reading.formats.docx_paragraph import Piece
from tongket.reading.formats.spans import table
from tongket.reading.table_cells import Cell


@dataclass(slots=True, kw_only=True)
class OpenCell:
    """A cell that is being read: its paragraphs, its place and its span."""

    anchor: str
    row: int
    column: int
    colspan: int = 1
    merge: str = ""
    lines: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)

    def add(self, line: Piece | None) -> None:
        """A paragraph; blank ones between others stay as blank lines."""
        if line:
            self.lines.append(line[0])
            self.bold.append(line[1])
        elif self.lines:
            self.lines.append("")


@dataclass(slots=True, kw_only=True)
class OpenTable:
    """A table that is being read. ``ordinal`` counts rows as they stand in the file, deleted ones too."""

    anchor: str
    ordinal: int = 0
    row: int = -1
    column: int = 0
    cell_ordinal: int = 0
    row_dropped: bool = False
    cells: list[OpenCell] = field(default_factory=list)
    row_cells: list[OpenCell] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    """Nested tables, which follow their table."""

    def start_row(self) -> None:
        """A row begins."""
        self.ordinal += 1
        self.row += 1
        self.column = self.cell_ordinal = 0
        self.row_dropped = False
        self.row_cells = []

    def start_cell(self) -> OpenCell:
        """A cell begins."""
        self.cell_ordinal += 1
        anchor = f"{self.anchor}/row[{self.ordinal}]/cell[{self.cell_ordinal}]"
        cell = OpenCell(anchor=anchor, row=self.row, column=self.column)
        self.row_cells.append(cell)
        return cell

    def end_cell(self, cell: OpenCell) -> None:
        """A cell is complete; the next stands to its right."""
        self.column = cell.column + max(1, cell.colspan)

    def end_row(self) -> None:
        """A row is complete; one whose deletion is tracked, or that is hidden, is dropped."""
        if self.row_dropped:
            self.row -= 1
        else:
            self.cells += self.row_cells

    def finish(self) -> list[Block]:
        """The table, then the tables that stood in its cells."""
        if not self.cells:
            return self.after
        return [table(self.anchor, merged(self.cells), self.row + 1), *self.after]


def merged(cells: list[OpenCell]) -> list[Cell]:
    """The cells, those that continue a vertical merge folded into the one above."""
    spans: dict[int, int] = {}
    heads: dict[tuple[int, int], int] = {}
    for index, cell in enumerate(cells):
        above = heads.get((cell.row - 1, cell.column)) if cell.merge == "continue" else None
        if above is not None and cells[above].colspan == cell.colspan:
            heads[cell.row, cell.column] = above
            spans[above] += 1
            cells[above].lines += cell.lines
            cells[above].bold += cell.bold
        else:
            if cell.merge:
                heads[cell.row, cell.column] = index
            spans[index] = 1
    return [closed(cells[index], rowspan) for index, rowspan in spans.items()]


def closed(cell: OpenCell, rowspan: int) -> Cell:
    """The finished cell: its paragraphs one to a line."""
    return Cell(
        text="\n".join(cell.lines).strip("\n"),
        anchor=cell.anchor,
        row=cell.row,
        column=cell.column,
        rowspan=rowspan,
        colspan=max(1, cell.colspan),
        bold=bool(cell.bold) and all(cell.bold),
    )
