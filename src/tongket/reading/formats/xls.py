"""Old Excel workbooks (.xls), through calamine."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import olefile
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from tongket.problems import Problem
from tongket.reading.blocks import Block
from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.sheet_blocks import SheetCells, sheet_blocks
from tongket.reading.formats.sheet_cells import Span
from tongket.reading.formats.sheet_rows import HeldRows
from tongket.reading.formats.xlsx import notice
from tongket.reading.formats.xlsx_values import Value, cleaned, plain, stored_number


def read_xls(data: bytes, limits: Limits) -> Content:
    """The blocks of a workbook. The old format has at most 65,536 rows of 256 columns a sheet."""
    if olefile.isOleFile(data=data):
        check_container(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except CalamineError as error:
        raise FormatError("file_damaged") from error
    blocks: list[Block] = []
    problems: list[Problem] = []
    for sheet in book.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible != SheetVisibleEnum.Visible:
            problems.append(notice("hidden_content", sheet.name))
            continue
        blocks += sheet_blocks(read_sheet(book, sheet.name, limits))
    return Content(blocks=tuple(blocks), problems=tuple(problems))


def check_container(data: bytes) -> None:
    """Refuse chains of sectors that run in a circle: calamine takes gigabytes to follow one."""
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        streams = (entry for entry in container.direntries if entry is not None and not entry.is_minifat)
        starts = (container.first_dir_sector, container.first_mini_fat_sector, *(one.isectStart for one in streams))
        if not all(has_end(container.fat, start) for start in starts):
            raise FormatError("file_damaged")


def has_end(following: Sequence[int], sector: int) -> bool:
    """Whether the chain that begins with a sector ends."""
    for _ in range(len(following) + 1):
        if not 0 <= sector < len(following):
            return True
        sector = following[sector]
    return False


def read_sheet(book: CalamineWorkbook, name: str, limits: Limits) -> SheetCells:
    """The cells of one sheet."""
    sheet = book.get_sheet_by_name(name)
    values: dict[tuple[int, int], Value] = {}
    for row, cells in enumerate(sheet.iter_rows()):
        for column, stored in enumerate(cells):
            value = converted(stored)
            if value.text.strip():
                values[row, column] = value
        if len(values) > limits.cells:
            raise FormatError("too_many_parts")
    spans = [Span(top=a, left=b, bottom=c, right=d) for (a, b), (c, d) in sheet.merged_cell_ranges or []]
    return SheetCells(name=name, rows=HeldRows.of(values), spans=[s for s in spans if (s.top, s.left) in values])


def converted(stored: Any) -> Value:
    """A value of calamine as ours."""
    if isinstance(stored, bool):
        return Value(text=str(stored).upper())
    if isinstance(stored, int | float):
        number = stored_number(repr(stored)) or Decimal(0)
        return Value(text=plain(number), number=number)
    if isinstance(stored, datetime):
        midnight = stored.time() == time()
        return Value(text=stored.date().isoformat() if midnight else stored.isoformat(" "))
    if isinstance(stored, date | time):
        return Value(text=stored.isoformat())
    if isinstance(stored, timedelta):
        return Value(text=str(stored))
    return Value(text=cleaned(str(stored)))
