"""The rows of a sheet that show something: which columns of each hold a value, and the values when they are asked for."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from tongket.reading.formats.legacy_fonts import modern_text
from tongket.reading.formats.xlsx_values import Value
from tongket.reading.table_cells import CellFormat

Places = Mapping[tuple[int, int], Value]


class RowInBulk(NamedTuple):
    """What the cells of a row show, texts or numbers, and how they are formatted."""

    values: Sequence[str | float]
    formats: Sequence[CellFormat]


class SheetRows(Protocol):
    """Rows by position, top to bottom."""

    @property
    def indexes(self) -> Sequence[int]:
        """The number of each row on the sheet, from 0, ascending."""

    @property
    def columns(self) -> Sequence[tuple[int, ...]]:
        """The columns of each row that hold something, ascending."""

    @property
    def held(self) -> bool:
        """Whether the values are at hand, or read again each time they are asked for."""

    def values(self, position: int) -> Sequence[Value]:
        """The values of a row, one for each of its columns."""

    def in_bulk(self, part: range) -> Iterator[RowInBulk]:
        """The rows at some positions, one after the other."""


class HeldRows:
    """Rows whose values are kept."""

    held = True

    def __init__(self) -> None:
        self.indexes: list[int] = []
        self.columns: list[tuple[int, ...]] = []
        self.kept: list[tuple[Value, ...]] = []
        self.count = 0

    @classmethod
    def of(cls, places: Places) -> "HeldRows":
        """The rows of values by (row, column)."""
        rows, found = cls(), defaultdict[int, tuple[list[int], list[Value]]](lambda: ([], []))
        for (row, column), value in places.items():
            columns, values = found[row]
            columns.append(column)
            values.append(value)
        for row in sorted(found):
            columns, values = found[row]
            ordered = sorted(columns)
            if ordered != columns:
                values = [places[row, column] for column in ordered]
            rows.add(row, tuple(ordered), tuple(values))
        return rows

    def add(self, index: int, columns: tuple[int, ...], values: tuple[Value, ...]) -> None:
        """One more row, below the others."""
        self.indexes.append(index)
        self.columns.append(columns)
        self.kept.append(values)
        self.count += len(values)

    def values(self, position: int) -> Sequence[Value]:
        """The values of a row, one for each of its columns."""
        return self.kept[position]

    def in_bulk(self, part: range) -> Iterator[RowInBulk]:
        """The rows at some positions, one after the other."""
        return (in_bulk(self.kept[position]) for position in part)


def in_bulk(values: Sequence[Value]) -> RowInBulk:
    """The values of a row, texts in Unicode, numbers in binary."""
    shown = [modern_text(value.text) if value.number is None else float(value.number) for value in values]
    return RowInBulk(shown, [CellFormat(value.percent, value.bold) for value in values])


def holds(rows: SheetRows, row: int, column: int) -> bool:
    """Whether a place of the sheet shows something."""
    at = bisect_left(rows.indexes, row)
    return at < len(rows.indexes) and rows.indexes[at] == row and column in rows.columns[at]


def by_place(rows: SheetRows) -> Places:
    """The values by (row, column)."""
    return dict(placed(rows))


def placed(rows: SheetRows) -> Iterator[tuple[tuple[int, int], Value]]:
    """The values with their places."""
    for position, (row, columns) in enumerate(zip(rows.indexes, rows.columns, strict=True)):
        yield from (((row, c), value) for c, value in zip(columns, rows.values(position), strict=True))
