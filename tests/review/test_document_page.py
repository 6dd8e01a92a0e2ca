"""The page of one document: each figure and statement marked where it stands, and linked from the list beside it."""

import re
from dataclasses import replace

from reading.build import docx, p, read, tbl
from tongket.reading import Document, Doubt, mentions_json, read_header, read_mentions
from tongket.review import document_page

LINES = [
    "UBND HUYỆN SƠN KHÊ", "Số: 12/BC-UBND", "Sơn Khê, ngày 12 tháng 12 năm 2022", "BÁO CÁO", "Kết quả năm 2022",
    "I. KẾT QUẢ", "Mở 12 lớp bồi dưỡng, đạt 98%.", "II. HẠN CHẾ", "Một số cấp ủy chưa chủ động.",
]  # fmt: skip
TABLE = [["TT", "Chỉ tiêu", "Năm 2021", "Năm 2022"], ["1", "Ngày công giúp dân", "310", "280"]]


def page(document: Document) -> str:
    header = read_header(document)
    return document_page(document, mentions_json(header, read_mentions(document, header=header), ()), "vi")


def report() -> Document:
    return read(docx("".join(map(p, LINES)) + tbl(TABLE)), "bao-cao.docx")


def test_every_link_of_the_list_leads_to_one_mark_in_the_text() -> None:
    text = page(report())
    ids = re.findall(r'<a id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) == set(ids)
    assert re.search(r'<mark title="[^"]*"><a id="[^"]+"></a>12 lớp bồi dưỡng</mark>', text)
    assert re.search(
        r'<span class="said limitation" title="Hạn chế"><a id="[^"]+"></a>Một số cấp ủy chưa chủ động', text
    )


def test_a_figure_of_a_table_says_its_row_and_column_and_row_numbers_are_none() -> None:
    text = page(report())
    assert "310 – Ngày công giúp dân · Năm 2021</a>" in text
    assert '<td rowspan="1" colspan="1">1</td>' in text


def test_what_was_recognised_unsurely_stands_first_in_the_list() -> None:
    whole = report()
    cell = Doubt(anchor="body/table[1]/row[2]/cell[4]", start=0, end=3, confidence=0.5)
    word = Doubt(anchor="body/p[7]", start=3, end=5, confidence=0.97)
    text = page(replace(whole, doubts=(word, cell)))
    assert len(re.findall(r'<mark class="unsure"', text)) == 1
    first = re.findall(r"<summary>([^<]+)</summary>", text)[0]
    assert first == "Nhận dạng chưa chắc chắn, cần xem trước (1)"
    assert "unsure" not in page(whole).partition("</style>")[2]
