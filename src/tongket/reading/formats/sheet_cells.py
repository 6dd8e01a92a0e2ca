"""The cells of a table on a sheet, made when they are asked for."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any, overload

from tongket.reading.blocks import Cell
from tongket.reading.formats.legacy_fonts import modern_cell
from tongket.reading.formats.sheet_rows import SheetRows


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A merged range, both ends included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class TableCells(Sequence[Cell]):
    """The cells of the rows ``part``, each made anew whenever it is asked for; ``used`` are the table's columns."""

    def __init__(
        self, *, sheet: str, rows: SheetRows, part: range, used: list[int], spans: dict[int, dict[int, Span]]
    ) -> None:
        self.sheet, self.rows, self.part, self.used, self.spans = sheet, rows, part, used, spans
        self.places = {column: place for place, column in enumerate(used)}
        self.starts = array("I", accumulate((len(rows.columns[position]) for position in part), initial=0))

    def __len__(self) -> int:
        return self.starts[-1]

    def __iter__(self) -> Iterator[Cell]:
        for row in range(len(self.part)):
            yield from self.of_row(row)

    @overload
    def __getitem__(self, place: int) -> Cell: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Cell, ...]: ...
    def __getitem__(self, place: int | slice) -> Cell | tuple[Cell, ...]:
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        at = range(len(self))[place]
        row = bisect_right(self.starts, at) - 1
        return self.of_row(row)[at - self.starts[row]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Cell.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (tuple(self),)

    def of_row(self, row: int) -> list[Cell]:
        """The cells of a row, counted from the top of the table."""
        cells = self.as_stored(row)
        return cells if self.rows.held else [modern_cell(cell) for cell in cells]

    def as_stored(self, row: int) -> list[Cell]:
        """The same, in whatever letters they are."""
        position = self.part[row]
        index, columns = self.rows.indexes[position], self.rows.columns[position]
        spans, number = self.spans.get(index, {}), str(index + 1)
        return [
            Cell(text=value.text, anchor=f"{self.sheet}!{letters(column)}{number}", row=row,
                 column=self.places[column], rowspan=self.rowspan(spans.get(column)) if spans else 1,
                 colspan=self.colspan(spans.get(column)) if spans else 1, number=value.number, percent=value.percent,
                 bold=value.bold)
            for column, value in zip(columns, self.rows.values(position), strict=True)
        ]  # fmt: skip

    def rowspan(self, span: Span | None) -> int:
        """How many rows of the table a cell covers."""
        if span is None:
            return 1
        indexes, (low, high) = self.rows.indexes, (self.part.start, self.part.stop)
        return max(1, bisect_right(indexes, span.bottom, low, high) - bisect_left(indexes, span.top, low, high))

    def colspan(self, span: Span | None) -> int:
        """How many columns of the table a cell covers."""
        return max(1, bisect_right(self.used, span.right) - bisect_left(self.used, span.left)) if span else 1

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
