"""A large sheet: where its rows lie in the packed file is kept, their values are read again when they are asked for."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from tongket.reading.formats.content import FormatError
from tongket.reading.formats.packed_part import PackedPart
from tongket.reading.formats.sheet_rows import RowInBulk, in_bulk
from tongket.reading.formats.xlsx_bulk import Bulk
from tongket.reading.formats.xlsx_portions import Portion, UnusualError, resolved, text_of
from tongket.reading.formats.xlsx_rows import read_row, rows_of
from tongket.reading.formats.xlsx_shapes import Shape, ShapedRow, Shapes
from tongket.reading.formats.xlsx_sheet import SheetReader
from tongket.reading.formats.xlsx_values import Value

NUMBERS = re.compile(r"[0-9]+(?: [0-9]+)*")


class PackedRows:
    """The rows of one sheet; ``reader`` is told what of it is hidden."""

    held = False

    def __init__(self, part: PackedPart, reader: SheetReader) -> None:
        self.part, self.reader = part, reader
        self.again = SheetReader(reader.make, reader.max_cells)
        self.again.hidden_columns = reader.hidden_columns
        self.known = Shapes(reader)
        self.bulk = Bulk(reader.make)
        self.indexes = array("i")
        self.columns: list[tuple[int, ...]] = []
        self.shapes: list[Shape | None] = []
        self.places = array("I")
        """Where each row begins and ends in the text of its portion."""
        self.portions: list[tuple[int, int, int]] = []
        """For each portion the position of its first row, and its first and last byte in the part."""
        self.count = 0
        self.opened: tuple[int, str] = (-1, "")

    def note(self, portion: Portion) -> None:
        """Take note of the rows of a portion."""
        self.portions.append((len(self.indexes), portion.start, portion.start + len(portion.data)))
        text, at = text_of(portion.data), 0
        while at < len(text):
            before, shaped = self.reader.row, self.known.row(text, at)
            if shaped is not None and self.all_shown(shaped):
                shape, end = shaped.shape, shaped.end
                columns = self.shown(int(shaped.number) - 1, shape)
            else:
                shape, row = None, next(rows_of(text, at))
                end, columns = row.end, read_row(self.reader, row)[0]
            if self.reader.row <= before:
                raise UnusualError
            if columns:
                self.keep(columns, shape, at, end)
            at = end
        if self.count > self.reader.max_cells:
            raise FormatError("too_many_parts")

    def keep(self, columns: tuple[int, ...], shape: Shape | None, start: int, end: int) -> None:
        """Take note of a row that shows something."""
        self.indexes.append(self.reader.row)
        self.columns.append(columns)
        self.shapes.append(shape)
        self.places.extend((start, end))
        self.count += len(columns)

    def shown(self, index: int, shape: Shape) -> tuple[int, ...]:
        """The columns in which a row of this shape shows something."""
        self.reader.row = index
        if shape.hidden:
            self.reader.hidden_rows.add(index)
        self.reader.hidden_values += shape.concealed
        return shape.columns

    def all_shown(self, row: ShapedRow) -> bool:
        """Whether all shared strings of a row are there and show something."""
        if not row.shape.shared:
            return True
        written = [row.texts[gap] for gap in row.shape.shared]
        if not NUMBERS.fullmatch(" ".join(written)):
            return False
        shared, numbers = self.reader.make.shared, list(map(int, written))
        return max(numbers) < len(shared) and shared.blank.isdisjoint(numbers)

    def values(self, position: int) -> Sequence[Value]:
        """The values of a row, one for each of its columns."""
        text, shape = self.text(position), self.shapes[position]
        if shape is None:
            self.again.row = -1
            return read_row(self.again, next(rows_of(text)))[1]
        make, raws = self.reader.make.value, shape.values(text)
        return [make(cell.kind, cell.style, raw) for cell, raw in zip(shape.cells, raws, strict=True)]

    def in_bulk(self, part: range) -> Iterator[RowInBulk]:
        """The rows at some positions, one after the other."""
        for position in part:
            text, shape = self.text(position), self.shapes[position]
            found = self.bulk.row(shape, text) if shape is not None else None
            yield found if found is not None else in_bulk(self.values(position))

    def text(self, position: int) -> str:
        """The row as it is written; the portion it lies in stays open."""
        number, text = self.opened
        if number < 0 or not self.portions[number][0] <= position < self.first_after(number):
            number = bisect_right(self.portions, position, key=itemgetter(0)) - 1
            _, start, end = self.portions[number]
            text = resolved(self.part.stretch(start, end).decode("utf-8"))
            self.opened = number, text
        return text[self.places[2 * position] : self.places[2 * position + 1]]

    def first_after(self, number: int) -> int:
        """The position of the first row after a portion."""
        return self.portions[number + 1][0] if number + 1 < len(self.portions) else len(self.indexes)
