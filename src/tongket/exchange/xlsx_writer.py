"""A workbook as an Excel file: for Excel 2013 and LibreOffice, without macros; the same workbook gives the same bytes."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any

import xlsxwriter

from tongket.exchange.workbook import CellLook, Condition, ConditionKind, Sheet, SheetCell, Workbook

NEVER = datetime(2000, 1, 1)
FONT, SIZE = "Times New Roman", 11
TONES = {"good": "#E2F0D9", "warn": "#FFF2CC", "bad": "#F8D7DA"}
LOOKS: dict[CellLook, dict[str, object]] = {
    CellLook.PLAIN: {"border": 1},
    CellLook.TITLE: {"bold": True, "font_size": 13, "align": "center", "border": 0},
    CellLook.NOTE: {"italic": True, "font_size": 10, "border": 0},
    CellLook.HEADER: {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "bg_color": "#E8EDF3"},
    CellLook.GROUP: {"bold": True, "border": 1, "bg_color": "#F4F6F8"},
    CellLook.TOTAL: {"bold": True, "border": 1},
    CellLook.INPUT: {"border": 1, "bg_color": "#FFFBE6", "locked": False},
}
LINE, HIGHEST = 15.0, 400.0
"""Points of a line, and of the highest row (Excel allows 409)."""
LETTER = 0.86
"""The width of a letter in digits of the font; ample, since words break where they can."""
LONGEST = 250
"""Characters that a text in a formula may have."""
MARGINS = {"left": 0.6, "right": 0.4, "top": 0.6, "bottom": 0.6}


def write_workbook(workbook: Workbook, path: Path) -> None:
    """Write a workbook."""
    path.write_bytes(workbook_bytes(workbook))


def workbook_bytes(workbook: Workbook) -> bytes:
    """The bytes of a workbook's file."""
    out = BytesIO()
    # The width of a column counts digits of the default font: the one that is printed, known wherever the file is opened.
    font = {"font_name": FONT, "font_size": SIZE}
    options = {"in_memory": True, "strings_to_numbers": False, "default_date_format": "dd/mm/yyyy"}
    file = xlsxwriter.Workbook(out, {**options, "default_format_properties": font})
    file.set_properties({"title": workbook.title, "created": NEVER})
    file.set_calc_mode("auto")
    formats = Formats(file)
    for sheet in workbook.sheets:
        _sheet(file, file.add_worksheet(sheet.name), sheet, formats)
    file.close()
    return out.getvalue()


class Formats:
    """The formats of a file, each made once."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._made: dict[tuple[object, ...], Any] = {}

    def of(self, cell: SheetCell) -> Any:
        """The format of a cell."""
        key = (cell.look, _number_format(cell), cell.centred, bool(cell.link))
        if key not in self._made:
            look = {"font_name": FONT, "font_size": SIZE, "text_wrap": True, "valign": "top", **LOOKS[cell.look]}
            if key[1]:
                look |= {"num_format": key[1], "align": "right"}
            if cell.centred:
                look["align"] = "center"
            if cell.link:
                look |= {"font_color": "#0B5394", "underline": 1}
            self._made[key] = self._file.add_format(look)
        return self._made[key]

    def tone(self, tone: str) -> Any:
        """The fill of a condition."""
        if ("tone", tone) not in self._made:
            self._made["tone", tone] = self._file.add_format({"bg_color": TONES[tone]})
        return self._made["tone", tone]


def _number_format(cell: SheetCell) -> str:
    """As many decimals as the number has, at most those of the cell; Excel puts the marks of the country."""
    if isinstance(cell.value, date) or (cell.day and cell.value is None):
        return "dd/mm/yyyy"
    if not isinstance(cell.value, int | Decimal) and not cell.formula:
        return ""
    places = cell.decimals
    if isinstance(cell.value, Decimal):
        exponent = round(cell.value, cell.decimals).normalize().as_tuple().exponent
        places = min(cell.decimals, max(0, -exponent)) if isinstance(exponent, int) else cell.decimals
    sign = '"%"' if cell.percent else ""
    return ("#,##0" if cell.grouped else "0") + ("." + "0" * places if places else "") + sign


def _sheet(file: Any, page: Any, sheet: Sheet, formats: Formats) -> None:
    _page(page, sheet)
    for i, column in enumerate(sheet.columns):
        page.set_column(i, i, column.width, None, {"hidden": column.hidden})
    for r, row in enumerate(sheet.rows):
        for c, cell in _placed(row):
            _cell(page, r, c, cell, formats)
        if (lines := max((_lines(sheet, c, cell) for c, cell in _placed(row)), default=1)) > 1:
            page.set_row(r, min(lines * LINE, HIGHEST))
    last = max(len(sheet.rows) - 1, sheet.header + 1)
    for i, column in enumerate(sheet.columns):
        if column.choices:
            page.data_validation(sheet.header + 1, i, last, i, _choices(column.choices, column.prompt))
    for condition in sheet.conditions:
        _condition(page, sheet, condition, last, formats)
    if sheet.filter and sheet.rows:
        page.autofilter(sheet.header, 0, last, len(sheet.columns) - 1)
    if sheet.protected:
        allowed = {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True}
        page.protect("", allowed | {"insert_rows": sheet.growing, "insert_columns": sheet.growing})
    for hidden in sheet.hidden_rows:
        page.set_row(hidden, None, None, {"hidden": True})
    if sheet.hidden:
        page.hide()


def _lines(sheet: Sheet, column: int, cell: SheetCell) -> int:
    """How many lines a text takes: not every program finds the height of a row by itself."""
    loose = cell.look in (CellLook.TITLE, CellLook.NOTE)
    if not isinstance(cell.value, str) or cell.formula or loose or sheet.columns[column].hidden:
        return 1
    width = sum(one.width for one in sheet.columns[column : column + cell.columns])
    return sum(max(1, ceil(len(part) * LETTER / width)) for part in cell.value.split("\n"))


def _placed(row: tuple[SheetCell, ...]) -> Iterator[tuple[int, SheetCell]]:
    column = 0
    for cell in row:
        yield column, cell
        column += cell.columns


def _page(page: Any, sheet: Sheet) -> None:
    page.set_paper(9)
    page.set_landscape() if sheet.landscape else page.set_portrait()
    page.set_margins(**MARGINS)
    page.fit_to_pages(1, 0)
    page.repeat_rows(sheet.repeated, sheet.header)
    page.freeze_panes(sheet.header + 1, sheet.frozen_columns)
    page.set_footer('&C&"Times New Roman,Italic"&10&A – &P/&N', {"scale_with_doc": False})


def _cell(page: Any, row: int, column: int, cell: SheetCell, formats: Formats) -> None:
    look = formats.of(cell)
    if cell.columns > 1:
        page.merge_range(row, column, row, column + cell.columns - 1, "", look)
    value = cell.value
    if cell.formula:
        page.write_formula(row, column, cell.formula, look, "" if value is None else float(value))  # type: ignore[arg-type]
    elif cell.link:
        _link(page, row, column, cell, look)
    elif value is None:
        page.write_blank(row, column, None, look)
    elif isinstance(value, date):
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), look)
    elif isinstance(value, int | Decimal):
        page.write_number(row, column, float(value), look)
    else:
        page.write_string(row, column, value, look)
    if cell.choices:
        page.data_validation(row, column, row, column, _choices(cell.choices, ""))
    if cell.comment:
        page.write_comment(row, column, cell.comment, {"author": "", "x_scale": 1.6, "y_scale": 0.5})


def _link(page: Any, row: int, column: int, cell: SheetCell, look: Any) -> None:
    """A link. To a file by a function: a stored one would be written with the backslashes of one system only."""
    text = str(cell.value or cell.link)
    if cell.link.startswith("internal:"):
        page.write_url(row, column, cell.link, look, text)
        return
    target, shown = (one.replace('"', '""')[:LONGEST] for one in (cell.link, text))
    page.write_formula(row, column, f'=HYPERLINK("{target}","{shown}")', look, text)


def _choices(choices: tuple[str, ...], prompt: str) -> dict[str, object]:
    return {
        "validate": "list",
        "source": list(choices),
        **({"input_message": prompt[:255]} if prompt else {}),
        "error_type": "warning",
        "error_message": ", ".join(choices)[:255],
    }


def _condition(page: Any, sheet: Sheet, condition: Condition, last: int, formats: Formats) -> None:
    first = sheet.header + 1
    letter = _letter(condition.column)
    place = f"${letter}{first + 1}"
    test = {
        ConditionKind.FILLED: f'={place}<>""',
        ConditionKind.EQUAL: f'={place}="{condition.text}"',
        ConditionKind.PAST: f'=AND({place}<>"",{place}<TODAY())',
    }[condition.kind]
    rule = {"type": "formula", "criteria": test, "format": formats.tone(condition.tone)}
    page.conditional_format(first, 0, last, len(sheet.columns) - 1, rule)


def _letter(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
