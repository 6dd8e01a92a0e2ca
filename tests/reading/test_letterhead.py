"""Letterheads and signatures in the layouts in which they come."""

import datetime

import pytest

from tongket.reading.blocks import Block, Document, Paragraph, Segment, Table
from tongket.reading.letterhead import Header, read_header
from tongket.reading.table_cells import Cell


def document(*blocks: Block) -> Document:
    return Document(name="a.txt", sha256="0", kind="txt", blocks=blocks)


def paragraphs(text: str) -> list[Block]:
    lines = [(i, line) for i, line in enumerate(text.strip("\n").split("\n"), 1) if line.strip()]
    return [Paragraph(text=line, segments=(Segment(start=0, end=len(line), anchor=f"line[{i}]"),)) for i, line in lines]


def table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(
        Cell(text=text, anchor=f"body/table[1]/row[{r + 1}]/cell[{c + 1}]", row=r, column=c)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(anchor="body/table[1]", cells=cells, rows=len(rows), columns=len(rows[0]))


def read(text: str) -> Header:
    return read_header(document(*paragraphs(text)))


TAIL = """
Kính gửi: Ủy ban nhân dân tỉnh.
Ủy ban nhân dân huyện báo cáo như sau.
Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def test_table_of_two_columns() -> None:
    head = table(
        ("ỦY BAN NHÂN DÂN\nHUYỆN HOA LƯ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
        ("Số: 45/BC-UBND", "Hoa Lư, ngày 05 tháng 01 năm 2024"),
    )
    foot = table(("Nơi nhận:\n- Lưu: VT.", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nLò Thị Mười"))
    body = paragraphs("BÁO CÁO\nKết quả công tác năm 2023\nỦy ban nhân dân huyện báo cáo như sau:")
    header = read_header(document(head, *body, foot))
    assert (header.number, header.type, header.issuer) == ("45/BC-UBND", "Báo cáo", "ỦY BAN NHÂN DÂN HUYỆN HOA LƯ")
    assert (header.date, header.place) == (datetime.date(2024, 1, 5), "Hoa Lư")
    assert (header.signer, header.signer_title) == ("Lò Thị Mười", "PHÓ CHỦ TỊCH")
    assert header.title == "Kết quả công tác năm 2023"
    assert header.anchors["number"] == "body/table[1]/row[2]/cell[1]"


@pytest.mark.parametrize(
    "head",
    [
        "UBND TỈNH HOA LƯ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-SYT\tHoa Lư, ngày 7 tháng 3 năm 2023\nKẾ HOẠCH",
        "UBND TỈNH HOA LƯ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n   SỞ Y TẾ                   Độc lập - Tự do\n"
        "Số: 12/KH-SYT             Hoa Lư, ngày 7 tháng 3 năm 2023\nKẾ HOẠCH",
        "| UBND TỈNH HOA LƯ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| **SỞ Y TẾ** | Độc lập - Tự do - Hạnh phúc |\n"
        "| Số: 12/KH-SYT | *Hoa Lư, ngày 7 tháng 3 năm 2023* |\n**KẾ HOẠCH**",
        "UBND TỈNH HOA LƯ\nCỘNG HÒA XÃ HỘI\nSỞ Y TẾ\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT\n"
        "Hoa Lư, ngày 7 tháng 3\nnăm 2023\nKẾ HOẠCH",
        "|\n|\nUBND TỈNH HOA\nLƯ\n**SỞ Y TẾ**\n-----\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\n|\n|\nSố: 12/KH-SYT\n|\n"
        "*Hoa Lư, ngày 7\ntháng 3 năm 2023*\n|\n**KẾ\nHOẠCH**",
    ],
)
def test_same_letterhead_in_other_layouts(head: str) -> None:
    header = read(f"{head}\nVề việc tiêm chủng\nCăn cứ Luật số 5/2020/QH14;\nGIÁM ĐỐC\nTriệu Văn Tám")
    assert header.number == "12/KH-SYT"
    assert header.type == "Kế hoạch"
    assert (header.parent_issuer, header.issuer) == ("UBND TỈNH HOA LƯ", "SỞ Y TẾ")
    assert header.date == datetime.date(2023, 3, 7)
    assert header.signer == "Triệu Văn Tám"


def test_letter_has_no_title_but_an_abstract() -> None:
    header = read(
        "CỤC MUỐI\nSố: 9/CM-KH\nV/v giá muối vụ đông\nHà Nội, ngày 1 tháng 2 năm 2022\nKính gửi: Sở Công Thương."
    )
    assert (header.type, header.title) == ("Công văn", "giá muối vụ đông")
    assert header.addressees == ("Sở Công Thương",)


def test_party_and_military_heads() -> None:
    party = read("ĐẢNG BỘ TỈNH HOA LƯ\nHUYỆN ỦY YÊN MỖI\n*\nSố 45-BC/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nBÁO CÁO" + TAIL
                 + "T/M BAN THƯỜNG VỤ\nBÍ THƯ\nNông Văn Chín")  # fmt: skip
    assert (party.number, party.issuer, party.parent_issuer) == ("45-BC/HU", "HUYỆN ỦY YÊN MỖI", "ĐẢNG BỘ TỈNH HOA LƯ")
    assert (party.signer, party.signer_title) == ("Nông Văn Chín", "BÍ THƯ")
    military = read("QUÂN KHU 9\nBỘ CHỈ HUY QUÂN SỰ\nTỈNH HOA LƯ\nSố: 3/BC-BCH\nBÁO CÁO" + TAIL
                    + "CHỈ HUY TRƯỞNG\n(Đã ký)\nĐại tá Vi Văn Bảy")  # fmt: skip
    assert (military.parent_issuer, military.issuer) == ("QUÂN KHU 9", "BỘ CHỈ HUY QUÂN SỰ TỈNH HOA LƯ")
    assert military.signer == "Vi Văn Bảy"


def test_several_addressees() -> None:
    header = read(
        "UBND XÃ HOA\nSố: 2/BC-UBND\nBÁO CÁO\nKính gửi:\n- Sở Y tế;\n- Phòng Nội vụ huyện.\nNội dung như sau."
    )
    assert header.addressees == ("Sở Y tế", "Phòng Nội vụ huyện")


def test_signature_noise_and_receivers_are_no_names() -> None:
    text = TAIL + "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nKý bởi: Sở Y tế\nThời gian ký: 05.01.2024 08:15:20\nHà Thị\nNăm"
    header = read("SỞ Y TẾ\nSố: 8/TB-SYT\nTHÔNG BÁO" + text)
    assert (header.signer, header.signer_title) == ("Hà Thị Năm", "CHÁNH VĂN PHÒNG")


def test_draft_has_neither_number_nor_date() -> None:
    header = read("UBND HUYỆN HOA LƯ\nSố:      /BC-UBND\nHoa Lư, ngày    tháng    năm 2024\nBÁO CÁO" + TAIL)
    assert (header.number, header.date, header.place) == ("", None, "Hoa Lư")
    assert header.issuer == "UBND HUYỆN HOA LƯ"


def test_lost_letterhead_is_made_good_by_the_annex() -> None:
    header = read("QUYẾT ĐỊNH\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HOA LƯ\nĐiều 1. Ban hành.\nCHỦ TỊCH\nLê Thị Hai\nPHỤ LỤC\n"
                  "(Kèm theo Quyết định số 77/QĐ-UBND ngày 03/4/2022 của Ủy ban nhân dân tỉnh)")  # fmt: skip
    assert (header.number, header.date) == ("77/QĐ-UBND", datetime.date(2022, 4, 3))
    assert header.issuer == "ỦY BAN NHÂN DÂN TỈNH HOA LƯ"


def test_article_has_no_header() -> None:
    assert read("Chiều qua, huyện Hoa Lư họp.\n\nCác xã đã báo cáo theo Công văn số 5/UBND-NC.") == Header()


def test_empty_document() -> None:
    assert read_header(document()) == Header()
