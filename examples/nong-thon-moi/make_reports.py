"""Makes the twelve reports of this example. Needs python-docx and openpyxl; run it in this folder.

Units, figures and texts are invented. What the reports state stands, written by hand, in ``expected.json``.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl import Workbook

HERE = Path(__file__).parent / "reports"
NOTE = "Tài liệu minh họa – số liệu giả định"
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
ENDING = ("Nơi nhận:", "- UBND huyện Suối Bạc;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)")


def head(commune: str, number: int, day: str) -> tuple[str, ...]:
    """The lines above the text: issuer, nation, number, place and day, title, note."""
    year = day.split()[-1]
    return (
        "ỦY BAN NHÂN DÂN",
        f"XÃ {commune.upper()}",
        *NATION,
        f"Số: {number:02}/BC-UBND",
        f"{commune}, {day}",
        "BÁO CÁO",
        f"Kết quả thực hiện Chương trình xây dựng nông thôn mới năm {year}",
        f"({NOTE})",
        "Kính gửi: Ủy ban nhân dân huyện Suối Bạc",
    )


def docx_with_head(commune: str, number: int, day: str) -> DocxDocument:
    """A document with its letterhead in a borderless table, as offices lay it out."""
    issuer, name, nation, motto, symbol, place, *rest = head(commune, number, day)
    document = Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        (f"{issuer}\n{name}", f"{nation}\n{motto}", symbol, place),
        strict=True,
    ):
        cell.text = text
    for text in rest:
        paragraph = document.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


def merged_header(
    document: DocxDocument, first: Sequence[str], second: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """A table with a header of two rows: equal neighbours in ``first`` are one cell, "" in ``second`` hangs on above."""
    table = document.add_table(rows=2, cols=len(first))
    table.style = "Table Grid"
    for column, text in enumerate(second):
        if not text:
            table.cell(0, column).merge(table.cell(1, column)).text = first[column]
        else:
            table.cell(1, column).text = text
    start = 0
    for column in range(1, len(first) + 1):
        if column == len(first) or first[column] != first[start]:
            if second[start]:
                table.cell(0, start).merge(table.cell(0, column - 1)).text = first[start]
            start = column
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def finish(document: DocxDocument, paragraphs: Sequence[str], path: str) -> None:
    for text in (*paragraphs, *ENDING):
        document.add_paragraph(text)
    document.save(str(HERE / path))


def na_luong(year: int, number: int, day: str, rows: Sequence[Sequence[str]], path: str) -> None:
    """A table with a merged header; shares are printed beside the counts."""
    document = docx_with_head("Nà Luông", number, day)
    document.add_paragraph("I. KẾT QUẢ THỰC HIỆN")
    kept = f"Kết quả năm {year}"
    first = ("TT", "Chỉ tiêu", "Đơn vị tính", kept, kept, kept)
    merged_header(document, first, ("", "", "", "Thực hiện", "Tổng số", "Tỷ lệ (%)"), rows)
    finish(
        document,
        (
            "II. TỒN TẠI, HẠN CHẾ",
            "Việc lồng ghép các nguồn vốn còn chậm; một số thôn chưa duy trì được tiêu chí môi trường.",
            "III. NHIỆM VỤ THỜI GIAN TỚI",
            "Tiếp tục vận động nhân dân hiến đất làm đường và giữ vững các tiêu chí đã đạt.",
        ),
        path,
    )


def phieng_lac_2023() -> None:
    """The column of the year before stands beside that of the report's year."""
    document = docx_with_head("Phiêng Lặc", 58, "ngày 15 tháng 12 năm 2023")
    first = ("Nội dung", "ĐVT", "Năm 2022", "Năm 2023", "Năm 2023")
    rows = (
        ("Bản đạt chuẩn nông thôn mới", "bản", "5", "6", "8"),
        ("Bê tông hóa đường giao thông nông thôn", "km", "2,8", "3,3", ""),
        ("Hộ nghèo theo chuẩn đa chiều", "hộ", "104", "87", "640"),
        ("Huy động vốn xây dựng nông thôn mới", "tỷ đồng", "8,2", "9,15", ""),
        ("Sản phẩm OCOP được công nhận trong năm", "sản phẩm", "1", "2", ""),
        ("Thu nhập bình quân đầu người", "triệu đồng/người/năm", "35,5", "38,6", ""),
    )
    merged_header(document, first, ("", "", "", "Số lượng", "Trên tổng số"), rows)
    finish(
        document, ("Khó khăn: đường vào hai bản vùng cao hay sạt lở trong mùa mưa.",), "2023/Phieng Lac 58-BC-UBND.docx"
    )


def tan_hoa_2023() -> None:
    """Prose under headings."""
    document = docx_with_head("Tân Hòa", 91, "ngày 18 tháng 12 năm 2023")
    finish(
        document,
        (
            "I. ĐẠT CHUẨN VÀ HẠ TẦNG",
            "Toàn xã có 10/10 thôn đạt chuẩn nông thôn mới (100%).",
            "Trong năm đã cứng hóa 5,75 km đường giao thông nông thôn.",
            "II. SẢN XUẤT VÀ ĐỜI SỐNG",
            "Cuối năm 2023, xã còn 41/1.024 hộ nghèo đa chiều, chiếm 4%.",
            "Có thêm 05 sản phẩm OCOP được công nhận.",
            "Thu nhập bình quân đầu người đạt 52,8 triệu đồng/người/năm.",
            "III. NGUỒN LỰC",
            "Tổng vốn huy động xây dựng nông thôn mới đạt 21,6 tỷ đồng.",
            "IV. TỒN TẠI, HẠN CHẾ",
            "Công tác thu gom rác thải ở khu dân cư chưa thường xuyên.",
        ),
        "2023/Tan Hoa bao cao NTM.docx",
    )


def vang_lau_2024() -> None:
    """The report of the new commune: money in triệu đồng, some figures in prose, some in a table."""
    document = docx_with_head("Vàng Lầu", 17, "ngày 16 tháng 12 năm 2024")
    document.add_paragraph("1. Đạt chuẩn và hạ tầng")
    document.add_paragraph(
        "Sau khi sáp nhập, xã có 9/13 thôn đạt chuẩn nông thôn mới; cứng hóa được 5,1 km đường giao thông."
    )
    document.add_paragraph("2. Sản xuất và đời sống")
    first = ("Chỉ tiêu", "Đơn vị tính", "Năm 2024", "Năm 2024")
    rows = (
        ("Hộ nghèo đa chiều", "hộ", "228", "1.101"),
        ("Sản phẩm OCOP", "sản phẩm", "02", ""),
        ("Thu nhập bình quân", "triệu đồng/người/năm", "35,7", ""),
    )
    merged_header(document, first, ("", "", "Thực hiện", "Tổng số"), rows)
    finish(
        document,
        ("3. Nguồn lực", "Các nguồn vốn huy động trong năm là 12.870 triệu đồng."),
        "2024/Vang Lau 17-BC-UBND.docx",
    )


def workbook(commune: str, number: int, day: str, rows: Sequence[Sequence[object]], path: str) -> None:
    """A sheet with the head in single cells and one table."""
    book = Workbook()
    sheet = book.active
    for text in head(commune, number, day):
        sheet.append([text])
    sheet.append([])
    sheet.append(["STT", "Nội dung", "Đơn vị tính", "Thực hiện", "Tổng số"])
    for row in rows:
        sheet.append(row)
    book.save(HERE / path)


def text_file(commune: str, number: int, day: str, lines: Sequence[str], path: str) -> None:
    (HERE / path).write_text("\n".join((*head(commune, number, day), "", *lines, "", *ENDING)) + "\n", encoding="utf-8")


def page(commune: str, number: int, day: str, body: str, path: str) -> None:
    top = "\n".join(f"<p>{escape(line)}</p>" for line in head(commune, number, day))
    end = "\n".join(f"<p>{escape(line)}</p>" for line in ENDING)
    text = f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>Báo cáo</title></head>\n<body>\n{top}\n{body}\n{end}\n</body></html>\n'
    (HERE / path).write_text(text, encoding="utf-8")


def html_table(rows: Sequence[Sequence[str]]) -> str:
    lines = ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows]
    return "<table border='1'>\n" + "\n".join(lines) + "\n</table>"


def reports_2023() -> None:
    rows = (
        ("1", "Thôn đạt chuẩn nông thôn mới", "thôn", "7", "9", "77,8"),
        ("2", "Đường giao thông nông thôn được cứng hóa", "km", "4,2", "", ""),
        ("3", "Hộ nghèo đa chiều", "hộ", "96", "812", "11,8"),
        ("4", "Vốn huy động xây dựng nông thôn mới", "tỷ đồng", "12,45", "", ""),
        ("5", "Sản phẩm OCOP được công nhận", "sản phẩm", "3", "", ""),
        ("6", "Thu nhập bình quân đầu người", "triệu đồng/người/năm", "41,5", "", ""),
    )
    na_luong(2023, 45, "ngày 12 tháng 12 năm 2023", rows, "2023/45-BC-UBND xa Na Luong.docx")
    cells: tuple[tuple[object, ...], ...] = (
        (1, "Bản đạt chuẩn nông thôn mới", "bản", 5, 8),
        (2, "Đường giao thông nông thôn cứng hóa", "km", 3.6, None),
        (3, "Số hộ nghèo", "hộ", 124, 690),
        (4, "Tổng vốn huy động", "triệu đồng", 8760, None),
        (5, "Sản phẩm OCOP", "sản phẩm", 2, None),
        (6, "Thu nhập bình quân đầu người", "triệu đồng/người/năm", 36.2, None),
    )
    workbook("Bản Khoang", 37, "ngày 14 tháng 12 năm 2023", cells, "2023/Ban Khoang NTM 2023.xlsx")
    text_file(
        "Khuổi Vàng",
        29,
        "ngày 11 tháng 12 năm 2023",
        (
            "1. Đạt chuẩn và hạ tầng",
            "Đến hết năm 2023, xã có 3/6 thôn đạt chuẩn nông thôn mới. Trong năm cứng hóa được 2,15 km đường giao thông nông thôn.",
            "2. Sản xuất và đời sống",
            "Cuối năm còn 143/520 hộ nghèo đa chiều, chiếm 27,5%.",
            "Thu nhập bình quân đầu người đạt 31 triệu đồng/người/năm.",
            "Sản phẩm OCOP được công nhận trong năm: không có.",
            "3. Nguồn lực",
            "Tổng vốn huy động được 5,3 tỷ đồng.",
            "4. Tồn tại, hạn chế",
            "Một bộ phận người dân còn trông chờ vào hỗ trợ của Nhà nước.",
        ),
        "2023/Khuoi Vang.txt",
    )
    table = (
        ("Chỉ tiêu", "Đơn vị tính", "Thực hiện", "Tổng số"),
        ("Thôn nông thôn mới", "thôn", "4", "7"),
        ("Cứng hóa đường thôn", "km", "2,9", ""),
        ("Hộ nghèo", "hộ", "118", "575"),
        ("Huy động nguồn lực", "triệu đồng", "6.420", ""),
        ("Sản phẩm OCOP", "sản phẩm", "01", ""),
        ("Thu nhập bình quân đầu người", "triệu đồng/người/năm", "33,4", ""),
    )
    page("Pù Lầu", 33, "ngày 19 tháng 12 năm 2023", html_table(table), "2023/Pu Lau.html")
    tan_hoa_2023()
    phieng_lac_2023()


def reports_2024() -> None:
    rows = (
        ("1", "Thôn đạt chuẩn nông thôn mới", "thôn", "8", "9", "88,9"),
        ("2", "Đường giao thông nông thôn được cứng hóa", "km", "3,8", "", ""),
        ("3", "Hộ nghèo đa chiều", "hộ", "81", "820", "9,9"),
        ("4", "Vốn huy động xây dựng nông thôn mới", "tỷ đồng", "13,1", "", ""),
        ("5", "Sản phẩm OCOP được công nhận", "sản phẩm", "4", "", ""),
        ("6", "Thu nhập bình quân đầu người", "triệu đồng/người/năm", "44,3", "", ""),
    )
    na_luong(2024, 52, "ngày 10 tháng 12 năm 2024", rows, "2024/52-BC-UBND xa Na Luong.docx")
    cells: tuple[tuple[object, ...], ...] = (
        (1, "Bản đạt chuẩn nông thôn mới", "bản", 6, 8),
        (2, "Đường giao thông nông thôn cứng hóa", "km", 4.05, None),
        (3, "Số hộ nghèo", "hộ", 109, 697),
        (4, "Tổng vốn huy động", "triệu đồng", 9940, None),
        (5, "Sản phẩm OCOP", "sản phẩm", 3, None),
        (6, "Thu nhập bình quân đầu người", "triệu đồng/người/năm", 39, None),
    )
    workbook("Bản Khoang", 41, "ngày 13 tháng 12 năm 2024", cells, "2024/Ban Khoang NTM 2024.xlsx")
    text_file(
        "Tân Hòa",
        96,
        "ngày 27 tháng 12 năm 2024",
        (
            "I. ĐẠT CHUẨN VÀ HẠ TẦNG",
            "Toàn xã giữ vững 10/10 thôn đạt chuẩn nông thôn mới. Đã cứng hóa 6,2 km đường giao thông nông thôn.",
            "II. SẢN XUẤT VÀ ĐỜI SỐNG",
            "Số hộ nghèo còn 33/1.037 hộ. Có 6 sản phẩm OCOP được công nhận.",
            "Thu nhập bình quân đầu người đạt 56,1 triệu đồng/người/năm.",
            "III. NGUỒN LỰC",
            "Tổng vốn huy động xây dựng nông thôn mới đạt 24,75 tỷ đồng.",
        ),
        "2024/Tan Hoa nop cham.txt",
    )
    body = "\n".join(
        f"<p>{line}</p>"
        for line in (
            "1. Xã có 5/7 thôn được công nhận đạt chuẩn nông thôn mới.",
            "2. Bê tông hóa 2,7 km đường giao thông nông thôn.",
            "3. Hộ nghèo đa chiều còn 76/548 hộ.",
            "4. Vốn huy động đạt 7,85 tỷ đồng.",
            "5. Có 01 sản phẩm OCOP được công nhận.",
            "6. Thu nhập bình quân đầu người đạt 37,4 triệu đồng/người/năm.",
        )
    )
    page("Đồng Chiêm", 22, "ngày 17 tháng 12 năm 2024", body, "2024/Dong Chiem.html")
    cells = (
        ("1", "Bản đạt chuẩn nông thôn mới", "bản", "7", "8"),
        ("2", "Bê tông hóa đường giao thông nông thôn", "km", "3,45", ""),
        ("3", "Hộ nghèo theo chuẩn đa chiều", "hộ", "72", "646"),
        ("4", "Huy động vốn xây dựng nông thôn mới", "tỷ đồng", "10,3", ""),
        ("5", "Sản phẩm OCOP được công nhận trong năm", "sản phẩm", "2", ""),
        ("6", "Thu nhập bình quân đầu người", "triệu đồng/người/năm", "41,2", ""),
    )
    workbook("Phiêng Lặc", 63, "ngày 18 tháng 12 năm 2024", cells, "2024/Phieng Lac NTM 2024.xlsx")
    vang_lau_2024()


if __name__ == "__main__":
    for folder in ("2023", "2024"):
        (HERE / folder).mkdir(parents=True, exist_ok=True)
    reports_2023()
    reports_2024()
