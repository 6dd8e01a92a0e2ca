"""The rows of a sheet as nearly all programs write them, by patterns; other rows go through the parser one by one."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tongket.reading.formats.xlsx_portions import UnusualError, unescaped
from tongket.reading.formats.xlsx_sheet import SheetReader
from tongket.reading.formats.xlsx_values import CellValues, Value, column_of

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
    """A row: ``cells`` is what is written between its tags; None where ``text`` is not written as usual."""

    text: str
    number: str = ""
    hidden: bool = False
    cells: str | None = None


def rows_of(text: str) -> Iterator[Row]:
    """The rows of whole items of a sheet."""
    at, match = 0, ROW.match
    while at < len(text):
        found = match(text, at)
        if found is not None:
            yield Row("", found[1], hidden(found[2]), found[3] or "")
            at = found.end()
        else:
            end = text.find(ROW_END, at) + len(ROW_END)
            if end < len(ROW_END):
                raise UnusualError
            yield Row(text[at:end])
            at = end


@lru_cache(maxsize=1024)
def hidden(attributes: str) -> bool:
    """Whether a row of these attributes is hidden."""
    found = ATTRIBUTE.findall(attributes)
    if len({"r", *(name for name, _ in found)}) <= len(found):
        raise UnusualError
    return dict(found).get("hidden") in ("1", "true")


def read_row(reader: SheetReader, row: Row) -> None:
    """Give the reader what the row holds."""
    if row.cells is None:
        through_parser(reader, row.text)
        return
    reader.begin_row(int(row.number) - 1, hidden=row.hidden)
    values, shown = reader.make.value, reader.put
    for letters, style, kind, written, inline in FILLED.findall(row.cells):
        raw = written or inline
        if raw:
            shown(column_of(letters), values(kind or "n", style or "0", unescaped(raw) if "&" in raw else raw))
        elif kind != "str":
            reader.unsolved[column_of(letters)] += 1


def filled(values: CellValues, cells: str) -> Iterator[tuple[int, Value | None]]:
    """The columns and values of usual cells that are not blank; None where a formula has no value."""
    make = values.value
    for letters, style, kind, written, inline in FILLED.findall(cells):
        raw = written or inline
        if raw:
            yield column_of(letters), make(kind or "n", style or "0", unescaped(raw) if "&" in raw else raw)
        elif kind != "str":
            yield column_of(letters), None


def through_parser(reader: SheetReader, text: str) -> None:
    """The same for a row in any other way of writing; ExpatError where it is none by itself."""
    reader.parser().Parse(f"<rows>{text}</rows>".encode(), True)
