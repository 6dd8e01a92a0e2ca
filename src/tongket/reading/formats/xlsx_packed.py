"""A large sheet: where its rows lie in the packed file is kept, their values are read again when they are asked for."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from tongket.reading.formats.content import FormatError
from tongket.reading.formats.packed_part import PackedPart
from tongket.reading.formats.xlsx_portions import Portion, UnusualError, text_of
from tongket.reading.formats.xlsx_rows import FORMULA, Row, filled, read_row, rows_of
from tongket.reading.formats.xlsx_sheet import SheetReader
from tongket.reading.formats.xlsx_values import Value, column_of

SOLID = re.compile(rf'<c r="([A-Z]+)[^>]*>{FORMULA}?<(?:v|is><t[^>]*)>(?:[^\W_]|-[0-9])')
"""A cell that shows something for certain, if the strings it shares do."""
SHARED = re.compile(rf't="s">{FORMULA}?<v>([0-9]+)</v>')
SHAPES = 10_000

Shape = tuple[tuple[int, ...], int]
"""The columns of a row that show something, and how many hidden columns hold something."""


class PackedRows:
    """The rows of one sheet; ``reader`` is told what of it is hidden."""

    held = False

    def __init__(self, part: PackedPart, reader: SheetReader) -> None:
        self.part, self.reader = part, reader
        self.again = SheetReader(reader.make, reader.max_cells)
        self.again.hidden_columns = reader.hidden_columns
        self.indexes = array("i")
        self.columns: list[tuple[int, ...]] = []
        self.ordinals = array("i")
        """The place of each row among all rows of its portion."""
        self.portions: list[tuple[int, int, int]] = []
        """For each portion the position of its first row, and its first and last byte in the part."""
        self.shapes: dict[tuple[str, ...], Shape | None] = {}
        self.count = 0
        self.opened: tuple[int, list[Row]] = (-1, [])

    def note(self, portion: Portion) -> None:
        """Take note of the rows of a portion."""
        self.portions.append((len(self.indexes), portion.start, portion.start + len(portion.data)))
        for ordinal, row in enumerate(rows_of(text_of(portion.data))):
            before = self.reader.row
            index, columns = self.look(row)
            if index <= before:
                raise UnusualError
            self.reader.row = index
            if columns:
                self.indexes.append(index)
                self.columns.append(columns)
                self.ordinals.append(ordinal)
                self.count += len(columns)
        if self.count > self.reader.max_cells:
            raise FormatError("too_many_parts")

    def look(self, row: Row) -> tuple[int, tuple[int, ...]]:
        """The index of a row and the columns in which it shows something."""
        shape = self.shape(row.cells) if row.cells is not None else None
        if shape is None:
            return self.read(row)
        columns, concealed = shape
        index = int(row.number) - 1
        if row.hidden:
            self.reader.hidden_rows.add(index)
            columns, concealed = (), concealed + len(columns)
        self.reader.hidden_values += concealed
        return index, columns

    def read(self, row: Row) -> tuple[int, tuple[int, ...]]:
        """The same for a row that takes a closer look."""
        values = self.reader.values
        values.clear()
        read_row(self.reader, row)
        if any(index != self.reader.row for index, _ in values):
            raise UnusualError
        columns = tuple(sorted(column for _, column in values))
        return self.reader.row, columns

    def shape(self, cells: str) -> Shape | None:
        """What the cells of a row show; None where that takes a closer look."""
        solid = tuple(SOLID.findall(cells))
        if len(solid) != cells.count("</c>"):
            return None
        if 't="s"' in cells and not self.all_shown(cells):
            return None
        if solid in self.shapes:
            return self.shapes[solid]
        shape = self.shape_of([column_of(letters) for letters in solid])
        if len(self.shapes) < SHAPES:
            self.shapes[solid] = shape
        return shape

    def shape_of(self, columns: list[int]) -> Shape | None:
        """The shape of columns in ascending order."""
        if columns != sorted(set(columns)):
            return None
        shown = tuple(column for column in columns if not self.reader.hidden(column))
        return shown, len(columns) - len(shown)

    def all_shown(self, cells: str) -> bool:
        """Whether all shared strings of a row are there and show something."""
        numbers = [int(number) for number in SHARED.findall(cells)]
        shared = self.reader.make.shared
        there = len(numbers) == cells.count('t="s"') and max(numbers) < len(shared)
        return there and shared.blank.isdisjoint(numbers)

    def values(self, position: int) -> Sequence[Value]:
        """The values of a row, one for each of its columns."""
        row, columns = self.row(position), self.columns[position]
        if row.cells is not None:
            usual = [pair for pair in filled(self.reader.make, row.cells) if pair[0] in columns]
            if tuple(column for column, _ in usual) == columns:
                return [value for _, value in usual if value is not None]
        self.again.values.clear()
        read_row(self.again, row)
        found = {column: value for (_, column), value in self.again.values.items()}
        return [found[column] for column in columns]

    def row(self, position: int) -> Row:
        """The row as it is written; the portion it lies in stays open."""
        number = bisect_right(self.portions, position, key=itemgetter(0)) - 1
        if self.opened[0] != number:
            _, start, end = self.portions[number]
            self.opened = number, list(rows_of(text_of(self.part.stretch(start, end))))
        return self.opened[1][self.ordinals[position]]
