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
    ("Sheet1", (("UBND PHƯỜNG CÂY ĐA",), (TITLE,), ("Thị xã Hoàng Lâm",)), "90302"),
    ("Sheet1", (("UBND THỊ XÃ HOÀNG LÂM", "", "", "UBND PHƯỜNG CÂY ĐA"), (TITLE,)), "90302"),
    ("Sheet1", (("THỊ XÃ HOÀNG LÂM - PHƯỜNG CÂY ĐA",), (TITLE,)), "90302"),
    ("Sheet1", ((TITLE,), ("(Phường Cây Đa - thị xã Hoàng Lâm)",)), "90302"),
    ("Sheet1", ((TITLE,), ("Phường: Cây Đa",), ("Thị xã: Hoàng Lâm",)), "90302"),
    ("Sheet1", ((TITLE,), ("Tên xã, phường, thị trấn: Cây Đa",)), "90302"),
    ("P. Cây Đa", (("UBND THỊ XÃ HOÀNG LÂM",), (TITLE,)), "90302"),
)  # fmt: skip


@pytest.mark.parametrize(("sheet", "head", "unit"), SHEETS)
def test_the_unit_that_a_sheet_names(reader: ReportReader, sheet: str, head: tuple[Row, ...], unit: str) -> None:
    report = reader.read(opened(sheet, head, ()))
    assert (report.org_unit or "", str(report.period)) == (unit, "2022")
    assert len(report.values) == (3 if unit else 0)


def test_the_signature_below_a_table_names_the_unit(reader: ReportReader) -> None:
    below = ((), ("", "", "", "TM. ỦY BAN NHÂN DÂN HUYỆN SƠN KHÊ"), ("", "", "", "CHỦ TỊCH"))
    assert reader.read(opened("Sheet1", ((TITLE,),), below)).org_unit == "901"


def opened(
    sheet: str, head: tuple[Row, ...], below: tuple[Row, ...], figures: Sequence[Sequence[object]] = FIGURES
) -> Document:
    """A workbook with lines above a small table and below it."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in (*head, (), *figures, *below):
        page.append([value or None for value in row])
    out = io.BytesIO()
    book.save(out)
    admitted = admit_bytes(out.getvalue(), name="bieu.xlsx")
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document)
    return document


YEARS = ("2019", "2020", "2021", "2022", "2023")
OF_YEARS = (1, "Thanh niên nhập ngũ", "người", 110, 110, 120, 121, 122)
UNIT = ("UBND HUYỆN SƠN KHÊ",)


@pytest.mark.parametrize(
    ("head", "last", "period"),
    [
        ((UNIT, ("SỐ LIỆU 05 NĂM THỰC HIỆN NGHỊ ĐỊNH SỐ 21/2019/NĐ-CP",)), "Cộng", "2019/2023"),
        ((UNIT, ("BIỂU SỐ LIỆU SƠ KẾT 5 NĂM",), ("Thực hiện Chỉ thị năm 2021 của Chủ tịch UBND tỉnh",)), "Cộng", "2019/2023"),
        ((UNIT, ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ KVPT",)), "Ghi chú", "2019/2023"),
        ((UNIT, ("BIỂU TỔNG HỢP NĂM 2023",)), "Ghi chú", "2023"),
        ((UNIT, ("BIỂU TỔNG HỢP SỐ LIỆU",), ("So sánh năm 2023 với các năm trước",)), "Ghi chú", "2023"),
    ],
)  # fmt: skip
def test_the_period_that_the_years_over_columns_tell(
    reader: ReportReader, head: tuple[Row, ...], last: str, period: str
) -> None:
    header = ("STT", "Chỉ tiêu", "ĐVT", *YEARS, last)
    assert str(reader.read(opened("Sheet1", head, (), (header, OF_YEARS))).period) == period
