"""Whose workbook it is: letterheads in cells, "Đơn vị báo cáo:" beside or above the name, sheet names, signatures."""

import io
from collections.abc import Sequence

import openpyxl
import pytest
from tests.reading.test_agency_heads import reader

from tongket.reading import Document, ReportReader, read_document
from tongket.reading.door import Admitted, admit_bytes

__all__ = ["reader"]

TITLE = "BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ KHU VỰC PHÒNG THỦ NĂM 2022"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
FIGURES = (
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện", "Tỷ lệ %"),
    (1, "Thanh niên nhập ngũ", "người", 110, 110, 100),
)
Row = Sequence[str]
SHEETS: tuple[tuple[str, tuple[Row, ...], str], ...] = (
    ("Sheet1", (("UBND HUYỆN SƠN KHÊ",), (TITLE,)), "901"),
    ("Sheet1", ((TITLE,), ("Đơn vị:", "Huyện Sơn Khê")), "901"),
    ("Sheet1", ((TITLE,), ("Đơn vị báo cáo", "UBND huyện Sơn Khê")), "901"),
    ("Sheet1", ((TITLE,), ("Đơn vị báo cáo:", "", "UBND huyện Sơn Khê")), "901"),
    ("Sheet1", ((TITLE,), ("Đơn vị báo cáo: UBND huyện Sơn Khê",)), "901"),
    ("Sheet1", ((f"{TITLE} CỦA HUYỆN SƠN KHÊ",),), "901"),
    ("Sheet1", ((TITLE,), ("HUYỆN SƠN KHÊ",)), "901"),
    ("Sheet1", ((TITLE,), ("Huyện Sơn Khê, năm 2022",)), "901"),
    ("Huyện Sơn Khê", ((TITLE,),), "901"),
    ("Sheet1", (("UBND HUYỆN SƠN KHÊ",), ("UBND XÃ YÊN THỦY", "", "", NATION), (TITLE,)), "90101"),
    ("Sheet1", (("HUYỆN SƠN KHÊ", "", "", NATION), ("UBND XÃ YÊN THỦY",), ("Số: 12/BC-UBND",), (TITLE,)), "90101"),
    ("Sheet1", ((TITLE,), ("Đơn vị: Xã Yên Thủy - Huyện Sơn Khê",)), "90101"),
    ("Sheet1", ((TITLE,), ("Xã:", "Yên Thủy"), ("Thành phố:", "Thanh Giang")), "90201"),
    ("Sheet1", (("CÔNG AN TỈNH THANH GIANG",), (TITLE,)), "Công an tỉnh"),
    ("Sheet1", (("UBND TỈNH THANH GIANG\nSỞ Y TẾ", "", "", NATION), (TITLE,)), "Sở Y tế"),
    ("Biểu 1", (("Biểu số 01",), ("Đơn vị nhận: UBND tỉnh Thanh Giang",), ("Đơn vị báo cáo: UBND huyện Sơn Khê",), (TITLE,)), "901"),
    ("Biểu 1", (("Biểu số 01", "", "Đơn vị báo cáo:"), ("", "", "UBND huyện Sơn Khê"), ("", "", "Đơn vị nhận báo cáo:"),
                ("", "", "UBND tỉnh Thanh Giang"), (TITLE,)), "901"),
    ("Biểu 1", (("Kính gửi: Ban Chỉ đạo KVPT tỉnh Thanh Giang",), ("Đơn vị gửi: Ban Chỉ đạo KVPT huyện Sơn Khê",), (TITLE,)), "901"),
    ("Biểu 1", (("BCĐ KVPT HUYỆN SƠN KHÊ",), (TITLE,)), "901"),
    ("Biểu 1", ((TITLE,),), ""),
)  # fmt: skip


@pytest.mark.parametrize(("sheet", "head", "unit"), SHEETS)
def test_the_unit_that_a_sheet_names(reader: ReportReader, sheet: str, head: tuple[Row, ...], unit: str) -> None:
    report = reader.read(opened(sheet, head, ()))
    assert (report.org_unit or "", str(report.period)) == (unit, "2022")
    assert len(report.values) == (3 if unit else 0)


def test_the_signature_below_a_table_names_the_unit(reader: ReportReader) -> None:
    below = ((), ("", "", "", "TM. ỦY BAN NHÂN DÂN HUYỆN SƠN KHÊ"), ("", "", "", "CHỦ TỊCH"))
    assert reader.read(opened("Sheet1", ((TITLE,),), below)).org_unit == "901"


def opened(sheet: str, head: tuple[Row, ...], below: tuple[Row, ...]) -> Document:
    """A workbook with lines above a small table and below it."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in (*head, (), *FIGURES, *below):
        page.append([value or None for value in row])
    out = io.BytesIO()
    book.save(out)
    admitted = admit_bytes(out.getvalue(), name="bieu.xlsx")
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document)
    return document
