"""Sheets that print one page wide in type that can be read: what does not fit goes to a second sheet."""

from collections.abc import Iterator
from dataclasses import replace

from tongket.exchange import Sheet, SheetCell

CHARACTERS = 170
"""So many characters of eleven points fit across a landscape A4 page at nine points or more."""


def fitting(sheet: Sheet, keep: int, first: int) -> tuple[Sheet, ...]:
    """The sheet, or where it is too wide its first ``keep`` columns, and on a second sheet the others behind the
    ``first`` ones, which name the rows."""
    if sum(one.width for one in sheet.columns) <= CHARACTERS:
        return (sheet,)
    width = len(sheet.columns)
    left = replace(sheet, columns=sheet.columns[:keep], rows=tuple(tuple(_cut(row, 0, keep)) for row in sheet.rows))
    columns = (*sheet.columns[:first], *sheet.columns[keep:])
    rows = tuple((*_cut(row, 0, first), *_cut(row, keep, width, first)) for row in sheet.rows)
    return (left, replace(sheet, name=f"{sheet.name} (2)", columns=columns, rows=rows))


def _cut(row: tuple[SheetCell, ...], start: int, end: int, behind: int = 0) -> Iterator[SheetCell]:
    """The cells of a row between two columns; one that reaches over an edge is cut, and its words stand only once."""
    place = 0
    for cell in row:
        over = min(place + cell.columns, end) - max(place, start)
        if over > 0:
            again = bool(behind) and place < behind
            yield replace(cell, columns=over, value="" if again else cell.value)
        place += cell.columns
