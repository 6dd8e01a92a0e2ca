"""The rows of a sheet as nearly all programs write them, by patterns; other rows go through the parser one by one."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import ge
from typing import NamedTuple

from tongket.reading.formats.xlsx_portions import UnusualError, unescaped
from tongket.reading.formats.xlsx_sheet import SheetReader
from tongket.reading.formats.xlsx_values import Value, column_of, made

ROW_END = "</row>"
FORMULA = (
    r'(?:<f(?: aca="[a-z01]+")?(?: t="[A-Za-z]+")?(?: ref="[A-Z0-9:]+")?(?: ca="[01]")?(?: si="[0-9]+")?'
    r"(?:/>|>[^<]*</f>))"
)
TEXT = r'<t(?: xml:space="preserve")?>'
USUAL_CELL = (
    r'<c r="[A-Z]{1,3}\1"(?: s="[0-9]+")?(?: t="[A-Za-z]+")?'
    rf"(?:/>|>{FORMULA}?(?:<v>[^<]*</v>|<is>{TEXT}[^<]*</t></is>)?</c>)"
)
ROW = re.compile(rf'<row r="([0-9]{{1,7}})"((?: [A-Za-z:.]+="[^"<&]*")*)(?:/>|>((?:{USUAL_CELL})*+)</row>)')
ATTRIBUTE = re.compile(r' ([A-Za-z:.]+)="([^"]*)"')
FILLED = re.compile(
    r'<c r="([A-Z]+)[0-9]+"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?'
    rf">(?:{FORMULA}?(?:<v>([^<]+)</v>|<is>{TEXT}([^<]+)</t></is>)|{FORMULA}(?:<v></v>|<is>{TEXT}</t></is>)?)</c>"
)
"""A usual cell that holds something: its text in group 4 or 5, in neither where a formula has no value."""


class Row(NamedTuple):
    """A row and where it ends: ``cells`` is what is written between its tags; None where ``text`` is not written as usual."""

    text: str
    end: int
    number: str = ""
    hidden: bool = False
    cells: str | None = None


def rows_of(text: str, at: int = 0) -> Iterator[Row]:
    """The rows of whole items of a sheet, from ``at`` on."""
    match = ROW.match
    while at < len(text):
        found = match(text, at)
        if found is not None:
            at = found.end()
            yield made(Row, ("", at, found[1], hidden(found[2]), found[3] or ""))
        else:
            end = text.find(ROW_END, at) + len(ROW_END)
            if end < len(ROW_END):
                raise UnusualError
            yield Row(text[at:end], end)
            at = end


@lru_cache(maxsize=1024)
def hidden(attributes: str) -> bool:
    """Whether a row of these attributes is hidden."""
    found = ATTRIBUTE.findall(attributes)
    if len({"r", *(name for name, _ in found)}) <= len(found):
        raise UnusualError
    return dict(found).get("hidden") in ("1", "true")


def read_row(reader: SheetReader, row: Row) -> tuple[tuple[int, ...], tuple[Value, ...]]:
    """The columns and values that a row shows, from left to right; the reader is told of the row, and what it hides."""
    before = reader.row
    columns, values = parsed_row(reader, row.text) if row.cells is None else usual_row(reader, row, row.cells)
    if reader.row <= before or (len(columns) > 1 and any(map(ge, columns, columns[1:]))):
        raise UnusualError
    return tuple(columns), tuple(values)


def usual_row(reader: SheetReader, row: Row, cells: str) -> tuple[list[int], list[Value]]:
    """The same of a row as nearly all programs write it."""
    reader.begin_row(int(row.number) - 1, hidden=row.hidden)
    columns: list[int] = []
    values: list[Value] = []
    if "</c>" not in cells:
        return columns, values
    make, concealing = reader.make.value, row.hidden or bool(reader.hidden_columns)
    for letters, style, kind, written, inline in FILLED.findall(cells):
        raw, column = written or inline, column_of(letters)
        if raw:
            value = make(kind or "n", style or "0", unescaped(raw) if "&" in raw else raw)
            if not value[0] or value[0].isspace():
                continue
            if concealing and (row.hidden or reader.hidden(column)):
                reader.conceal(column, value)
                continue
            columns.append(column)
            values.append(value)
        elif kind != "str":
            reader.unsolved[column] += 1
    return columns, values


def parsed_row(reader: SheetReader, text: str) -> tuple[list[int], list[Value]]:
    """The same of a row in any other way of writing; ExpatError where it is none by itself."""
    found = reader.values
    found.clear()
    reader.parser().Parse(f"<rows>{text}</rows>".encode(), True)
    if any(row != reader.row for row, _ in found):
        raise UnusualError
    ordered = sorted(found)
    return [column for _, column in ordered], [found[place] for place in ordered]
