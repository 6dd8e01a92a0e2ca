"""The cells of a table, and what a large one has in the place of a list of them: rows in bulk, and cells made when they are
asked for."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple, overload

Line = Sequence["Cell | None"]
"""The places of a row, each with the cell that covers it."""
Grid = Sequence[Line]


class Cell(NamedTuple):
    """A table cell. ``text`` as written (workbooks: as stored); ``number`` where a workbook stores a number."""

    text: str
    anchor: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    number: Decimal | None = None
    percent: bool = False
    """The workbook formats the number as a percentage."""
    bold: bool = False


class CellFormat(NamedTuple):
    """What a workbook makes of the value of a cell."""

    percent: bool = False
    bold: bool = False


class TableRow(NamedTuple):
    """A row of a large table: all that its cells tell, column by column, without an object for each."""

    row: int
    columns: Sequence[int]
    anchors: Sequence[str]
    values: Sequence[str | float]
    """Texts; of cells that store a number, that in binary (:attr:`Cell.number` has it as a decimal)."""
    formats: Sequence[CellFormat]
    spans: Mapping[int, tuple[int, int]]
    """How many rows and columns the merged cells cover, by their columns."""


class CellsOnDemand(Sequence[Cell]):
    """The cells of a large table, each made when it is asked for; rows of them are had in bulk at a fraction of that."""

    @overload
    def __getitem__(self, place: int) -> Cell: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Cell, ...]: ...
    def __getitem__(self, place: int | slice) -> Cell | tuple[Cell, ...]:
        if isinstance(place, slice):
            return tuple(map(self.one, range(*place.indices(len(self)))))
        return self.one(range(len(self))[place])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Cell.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (tuple(self),)

    @abstractmethod
    def one(self, at: int) -> Cell:
        """The cell at a place of the whole."""

    @abstractmethod
    def in_rows(self) -> Iterator[TableRow]:
        """The rows, top to bottom."""

    @abstractmethod
    def of_row(self, row: int) -> Sequence[Cell]:
        """The cells that begin in a row."""

    @abstractmethod
    def from_above(self, row: int) -> Sequence[Cell]:
        """The cells that reach down into a row from rows above it."""


def in_rows(cells: Sequence[Cell]) -> Iterator[TableRow]:
    """Rows of cells that are at hand."""
    for row, found in groupby(cells, key=attrgetter("row")):
        line = list(found)
        yield TableRow(
            row=row,
            columns=[cell.column for cell in line],
            anchors=[cell.anchor for cell in line],
            values=[cell.text if cell.number is None else float(cell.number) for cell in line],
            formats=[CellFormat(cell.percent, cell.bold) for cell in line],
            spans={c.column: (c.rowspan, c.colspan) for c in line if c.rowspan > 1 or c.colspan > 1},
        )


class GridOnDemand(Sequence[Line]):
    """The rows of a large table with the cell that covers each place, made one by one from the top."""

    def __init__(self, cells: CellsOnDemand, columns: int, rows: range) -> None:
        self.cells, self.columns, self.rows = cells, columns, rows

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Line]:
        if not self.rows:
            return
        reaching = list(self.cells.from_above(self.rows[0]))
        for row in self.rows:
            reaching = [cell for cell in reaching if row < cell.row + cell.rowspan]
            cells = [*reaching, *self.cells.of_row(row)]
            yield self.line(cells)
            reaching += [cell for cell in cells if cell.rowspan > 1 and cell.row == row]

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> "GridOnDemand": ...
    def __getitem__(self, place: "int | slice") -> "Line | GridOnDemand":
        if isinstance(place, slice):
            return GridOnDemand(self.cells, self.columns, self.rows[place])
        at = range(len(self))[place]
        return next(iter(self[at : at + 1]))

    def line(self, cells: Sequence[Cell]) -> Line:
        """The places of one row."""
        line: list[Cell | None] = [None] * self.columns
        for cell in cells:
            for column in range(cell.column, min(cell.column + cell.colspan, self.columns)):
                line[column] = cell
        return line
