"""The cells of a table on a sheet, made when they are asked for."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, repeat
from types import MappingProxyType
from typing import NamedTuple, overload

from tongket.reading.formats.legacy_fonts import modern_cell
from tongket.reading.formats.sheet_rows import SheetRows
from tongket.reading.formats.xlsx_values import made
from tongket.reading.table_cells import Cell, CellsOnDemand, TableRow

ALONE, ONES = (1, 1), repeat(1)
NONE_MERGED: Mapping[int, tuple[int, int]] = MappingProxyType({})


class Span(NamedTuple):
    """A merged range, both ends included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Addresses(Sequence[str]):
    """The anchors of the cells of a row."""

    __slots__ = ("before", "columns", "number")

    def __init__(self, before: str, columns: Sequence[int], number: str) -> None:
        self.before, self.columns, self.number = before, columns, number

    def __len__(self) -> int:
        return len(self.columns)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        return f"{self.before}{letters(self.columns[place])}{self.number}"


class TableCells(CellsOnDemand):
    """The cells of the rows ``part``, each made anew whenever it is asked for; ``used`` are the table's columns."""

    def __init__(
        self, *, sheet: str, rows: SheetRows, part: range, used: list[int], spans: dict[int, dict[int, Span]]
    ) -> None:
        self.before = f"{sheet}!"
        self.rows, self.part, self.used, self.spans = rows, part, used, spans
        self.places = {column: place for place, column in enumerate(used)}
        self.tall: list[int] | None = None
        """The rows in which a cell begins that may reach further down."""
        self.last: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
        self.starts = array("I", accumulate((len(rows.columns[position]) for position in part), initial=0))

    def __len__(self) -> int:
        return self.starts[-1]

    def __iter__(self) -> Iterator[Cell]:
        for row in range(len(self.part)):
            yield from self.of_row(row)

    def one(self, at: int) -> Cell:
        """The cell at a place of the whole."""
        row = bisect_right(self.starts, at) - 1
        return self.of_row(row)[at - self.starts[row]]

    def in_rows(self) -> Iterator[TableRow]:
        """The rows, top to bottom."""
        rows = self.rows
        for row, (position, found) in enumerate(zip(self.part, rows.in_bulk(self.part), strict=True)):
            columns, number = rows.columns[position], rows.indexes[position] + 1
            spans = self.merged(position) if self.spans else NONE_MERGED
            yield TableRow(row, self.placed(columns), Addresses(self.before, columns, str(number)), *found, spans)

    def placed(self, columns: tuple[int, ...]) -> tuple[int, ...]:
        """The places in the table of the columns of a row; most rows have the same."""
        if self.last[0] != columns:
            self.last = columns, tuple(map(self.places.__getitem__, columns))
        return self.last[1]

    def of_row(self, row: int) -> list[Cell]:
        """The cells of a row, counted from the top of the table."""
        cells = self.as_stored(row)
        return cells if self.rows.held else [modern_cell(cell) for cell in cells]

    def from_above(self, row: int) -> list[Cell]:
        """The cells that reach down into a row from rows above it."""
        if self.tall is None:
            tops = enumerate(map(self.rows.indexes.__getitem__, self.part)) if self.spans else ()
            tall = (place for place, index in tops if any(s.bottom > index for s in self.spans.get(index, {}).values()))
            self.tall = list(tall)
        above = self.tall[: bisect_left(self.tall, row)]
        return [cell for top in above for cell in self.of_row(top) if row < top + cell.rowspan]

    def as_stored(self, row: int) -> list[Cell]:
        """The same, in whatever letters they are."""
        position = self.part[row]
        columns, number = self.rows.columns[position], str(self.rows.indexes[position] + 1)
        places, spans = self.placed(columns), self.merged(position) if self.spans else NONE_MERGED
        high, wide = ([spans.get(p, ALONE)[i] for p in places] for i in (0, 1)) if spans else (ONES, ONES)
        texts, decimals, percents, bolds = zip(*self.rows.values(position), strict=True)
        anchors = [f"{self.before}{letters(column)}{number}" for column in columns]
        # The columns of a row put together without a step of ours for each cell: a third of the time.
        facts = zip(texts, anchors, repeat(row), places, high, wide, decimals, percents, bolds, strict=False)
        return list(map(made, repeat(Cell), facts))

    def merged(self, position: int) -> Mapping[int, tuple[int, int]]:
        """How many rows and columns of the table the merged cells of a row cover, by their places."""
        found = self.spans.get(self.rows.indexes[position])
        if not found:
            return NONE_MERGED
        shown = [column for column in self.rows.columns[position] if column in found]
        return {self.places[c]: (self.rowspan(found[c]), self.colspan(found[c])) for c in shown}

    def rowspan(self, span: Span) -> int:
        """How many rows of the table a cell covers."""
        indexes, (low, high) = self.rows.indexes, (self.part.start, self.part.stop)
        return max(1, bisect_right(indexes, span.bottom, low, high) - bisect_left(indexes, span.top, low, high))

    def colspan(self, span: Span) -> int:
        """How many columns of the table a cell covers."""
        return max(1, bisect_right(self.used, span.right) - bisect_left(self.used, span.left))

    def spans_inside(self) -> Iterator[Span]:
        """The merged ranges that begin in the table."""
        if not self.spans:
            return
        for position in self.part:
            found = self.spans.get(self.rows.indexes[position])
            yield from found.values() if found else ()


def name(row: int, column: int) -> str:
    """``C12`` of (11, 2)."""
    return f"{letters(column)}{row + 1}"


@cache
def letters(column: int) -> str:
    """``C`` of 2."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
