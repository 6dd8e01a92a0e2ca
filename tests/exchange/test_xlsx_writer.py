"""Workbooks as another reader finds them."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl

from tongket.exchange import (
    CellLook,
    Column,
    Condition,
    ConditionKind,
    Sheet,
    SheetCell,
    Workbook,
    formula,
    number,
    words,
    workbook_bytes,
)

HEADER = CellLook.HEADER
SHEET = Sheet(
    name="Biểu số 01",
    columns=(
        Column(width=30),
        Column(width=12),
        Column(width=12, choices=("sửa", "giữ"), prompt="Chọn"),
        Column(width=9),
    ),
    rows=(
        (words("TIÊU ĐỀ", CellLook.TITLE, columns=4),),
        (words("Đơn vị", HEADER), words("Số", HEADER), words("Xử lý", HEADER), words("Hạn", HEADER)),
        (
            words("Huyện Ba Bể"),
            number(Decimal("12.50"), code="06/2019/A01@as_reported"),
            words("", CellLook.INPUT),
            SheetCell(value=date(2024, 6, 5)),
        ),
        (
            words("Tổng"),
            formula("=SUM(B3:B3)", Decimal("12.5"), CellLook.TOTAL),
            words("=1+1"),
            words("mở", link="sources/a.html"),
        ),
    ),
    header=1,
    filter=True,
    protected=True,
    conditions=(Condition(kind=ConditionKind.PAST, column=3, tone="bad"),),
)
BOOK = Workbook(title="Sổ", sheets=(SHEET,))


def test_cells_formulas_links_and_comments_are_read_back() -> None:
    page = openpyxl.load_workbook(BytesIO(workbook_bytes(BOOK)))["Biểu số 01"]
    assert [c.value for c in page[3]][:2] == ["Huyện Ba Bể", 12.5]
    assert page["B4"].value == "=SUM(B3:B3)"
    assert page["B3"].comment.text == "06/2019/A01@as_reported"
    assert page["D4"].value == '=HYPERLINK("sources/a.html","mở")'
    assert page["D3"].value.date() == date(2024, 6, 5)
    assert page["B3"].number_format == "#,##0.0"


def test_text_that_looks_like_a_formula_stays_text() -> None:
    page = openpyxl.load_workbook(BytesIO(workbook_bytes(BOOK)))["Biểu số 01"]
    assert (page["C4"].value, page["C4"].data_type) == ("=1+1", "s")


def test_it_prints_on_a4_one_page_wide_with_its_header_repeated() -> None:
    page = openpyxl.load_workbook(BytesIO(workbook_bytes(BOOK)))["Biểu số 01"]
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == "$1:$2"
    assert page.freeze_panes == "A3"
    assert page.auto_filter.ref == "A2:D4"


def test_only_what_is_to_be_filled_in_is_open_on_a_protected_sheet() -> None:
    page = openpyxl.load_workbook(BytesIO(workbook_bytes(BOOK)))["Biểu số 01"]
    assert page.protection.sheet
    assert page["A3"].protection.locked
    assert not page["C3"].protection.locked
    (choice,) = page.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"sửa,giữ"', "C3:C4")


def test_the_same_workbook_gives_the_same_bytes_without_macros_or_new_functions() -> None:
    first, second = workbook_bytes(BOOK), workbook_bytes(BOOK)
    assert first == second
    with ZipFile(BytesIO(first)) as file:
        assert not any("vba" in name for name in file.namelist())
        assert all(b"_xlfn" not in file.read(name) for name in file.namelist())
