"""One sheet of a workbook: by patterns where it is written as usual, else by the events of a parser."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

from tongket.reading.formats.content import FormatError
from tongket.reading.formats.packed_part import PackedPart
from tongket.reading.formats.sheet_cells import Span
from tongket.reading.formats.sheet_rows import HeldRows, SheetRows, holds
from tongket.reading.formats.xlsx_packed import PackedRows
from tongket.reading.formats.xlsx_portions import Portion, Role, UnusualError, portions, text_of
from tongket.reading.formats.xlsx_rows import read_row, rows_of
from tongket.reading.formats.xlsx_sheet import SheetReader
from tongket.reading.formats.xlsx_values import CellValues


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of a sheet, and all else that its reader was told."""

    rows: SheetRows
    told: SheetReader

    def visible_spans(self) -> list[Span]:
        """The merged ranges whose first cell shows."""
        return [span for span in self.told.spans if holds(self.rows, span.top, span.left)]


def read_sheet(
    part: PackedPart, values: CellValues, max_cells: int, *, keep: bool = False, packed: bool = False
) -> Sheet:
    """One sheet; with ``keep``, what is hidden is kept apart from what is shown; ``packed``, its values are not held."""
    try:
        return packed_sheet(part, values, max_cells) if packed else usual_sheet(part, values, max_cells, keep=keep)
    except (UnusualError, expat.ExpatError):
        return any_sheet(part, values, max_cells, keep=keep)


def any_sheet(part: PackedPart, values: CellValues, max_cells: int, *, keep: bool = False) -> Sheet:
    """A sheet written in whatever way; ExpatError where it is damaged."""
    reader = SheetReader(values, max_cells, keep=keep)
    parser = reader.parser()
    for piece in part.pieces():
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    return Sheet(rows=HeldRows.of(reader.values), told=reader)


def usual_sheet(part: PackedPart, values: CellValues, max_cells: int, *, keep: bool = False) -> Sheet:
    """A sheet written as usual, its values held."""
    reader, rows = SheetReader(values, max_cells, keep=keep), HeldRows()

    def take(portion: Portion) -> None:
        for row in rows_of(text_of(portion.data)):
            columns, shown = read_row(reader, row)
            if columns:
                rows.add(reader.row, columns, shown)
        if rows.count > max_cells:
            raise FormatError("too_many_parts")

    read_portions(part, reader, take)
    return Sheet(rows=rows, told=reader)


def packed_sheet(part: PackedPart, values: CellValues, max_cells: int) -> Sheet:
    """A sheet written as usual, its values left where they are."""
    reader = SheetReader(values, max_cells)
    rows = PackedRows(part, reader)
    read_portions(part, reader, rows.note)
    return Sheet(rows=rows, told=reader)


def read_portions(part: PackedPart, reader: SheetReader, take: Callable[[Portion], None]) -> None:
    """The rows to ``take``, what stands around them to the reader."""
    edges, row = reader.parser(), -1
    for portion in portions(part.pieces(), "sheetData", "row"):
        if portion.role is Role.ITEMS:
            take(portion)
            row = reader.row
            continue
        edges.Parse(portion.data, False)
        inside = portion.role is Role.HEAD and (reader.buffer is not None or reader.phonetic)
        if inside or reader.row != row:
            raise UnusualError
    edges.Parse(b"", True)
