"""Tables that people filled in, read by the names above their columns: columns may be moved, added or left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook

from tongket.problems import Problem, Severity, Where, register
from tongket.vietnamese import nfc, search_key

register(
    {
        "workbook.not_readable": "The workbook cannot be read ({reason}); save it as .xlsx and try again.",
        "workbook.no_table": "There is no table with the columns {columns} in the workbook; use the one that was given out.",
    }
)
HEADER_WITHIN = 20
"""Rows from the top among which the names of columns stand."""
CellValue: TypeAlias = str | Decimal | date | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledRow:
    """A row with its cells by the name of their column; ``line`` is its number in Excel."""

    file: str
    sheet: str
    line: int
    cells: Mapping[str, CellValue]
    columns: Mapping[str, int]

    def text(self, label: str) -> str:
        """A cell as people would write it; empty where there is none."""
        return shown(self.cells.get(label))

    def where(self, label: str = "") -> Where:
        """The place of a cell: ``file``, ``Sheet!C5``; of the row where no cell is named."""
        letter = letter_of(self.columns.get(label, 0))
        return Where(file=self.file, anchor=f"{self.sheet}!{letter}{self.line}")

    def problem(self, code: str, label: str = "", /, *, severity: Severity = Severity.ERROR, **fields: str) -> Problem:
        """A problem of a cell."""
        return Problem(code=code, severity=severity, where=self.where(label), fields=fields)


def shown(value: CellValue) -> str:
    """A value as text: days as dd/mm/yyyy, numbers with a decimal comma."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return value.strip()


def letter_of(column: int) -> str:
    """The name of a column, counted from 0: "A", "AB"."""
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def open_workbook(path: Path) -> CalamineWorkbook | Problem:
    """The workbook, or why it cannot be read."""
    try:
        return CalamineWorkbook.from_path(path)
    except (CalamineError, OSError, ValueError) as error:
        return Problem(code="workbook.not_readable", where=Where(file=path.name), fields={"reason": str(error)})


def labelled_rows(
    book: CalamineWorkbook, labels: Sequence[str], needed: Sequence[str], *, file: str, sheets: Sequence[str] = ()
) -> tuple[LabelledRow, ...]:
    """The rows below the first header that has all columns ``needed``, of every sheet (or of ``sheets``)."""
    names = [name for name in book.sheet_names if not sheets or name in sheets]
    return tuple(row for name in names for row in _of_sheet(book, name, labels, needed, file))


def _of_sheet(
    book: CalamineWorkbook, name: str, labels: Sequence[str], needed: Sequence[str], file: str
) -> Iterator[LabelledRow]:
    sheet = book.get_sheet_by_name(name)
    start = sheet.start
    if start is None:
        return
    rows = sheet.to_python()
    keys = {search_key(label): label for label in labels}
    for i, row in enumerate(rows[:HEADER_WITHIN]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            label = keys.get(search_key(cell)) if isinstance(cell, str) else None
            if label is not None:
                columns.setdefault(label, column)
        if all(label in columns for label in needed):
            placed = {label: column + start[1] for label, column in columns.items()}
            for j, cells in enumerate(rows[i + 1 :], start=i + 2 + start[0]):
                values = {label: plain(cells[column]) for label, column in columns.items()}
                if any(value is not None for value in values.values()):
                    yield LabelledRow(file=file, sheet=name, line=j, cells=values, columns=placed)
            return


def plain(cell: object) -> CellValue:
    """A cell as the reader of workbooks gives it, in our types; None where nothing is written."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float):
        try:
            value = Decimal(repr(cell)).normalize()
        except InvalidOperation:
            return None
        return value if value.is_finite() else None
    return nfc(str(cell)).strip() or None
