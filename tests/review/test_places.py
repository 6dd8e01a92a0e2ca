"""Places in words: what a unit needs to find its own figure."""

from datetime import date

import pytest

from tongket.reading import Document, Paragraph, Segment
from tongket.reports import Report
from tongket.review.places import place_words, quotation, report_words

TEXT = "Mở đầu câu một. Chi cho quốc phòng đạt 1.390 tỷ đồng, vượt dự toán. Câu ba."


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("body/table[2]/row[7]/cell[3]", "bảng 2, dòng 7"),
        ("Biểu 01!F25", "trang tính Biểu 01, ô F25"),
        ("page[4]/line[12]:3-9", "trang 4"),
        ("body/p[15]:246-251", "đoạn 15"),
        ("line[12]:3-9", "dòng 12"),
    ],
)
def test_an_anchor_is_said_as_people_find_it(anchor: str, words: str) -> None:
    assert place_words(anchor, "vi") == words


def document(text: str, anchor: str = "body/p[3]") -> Document:
    segment = Segment(start=0, end=len(text), anchor=anchor)
    return Document(name="a", sha256="", kind="docx", blocks=(Paragraph(text=text, segments=(segment,)),))


def test_the_sentence_of_a_figure_is_quoted() -> None:
    start = TEXT.index("1.390")
    place = f"body/p[3]:{start}-{start + 5}"
    assert quotation(document(TEXT), place) == "Chi cho quốc phòng đạt 1.390 tỷ đồng, vượt dự toán."
    assert quotation(document(TEXT), "body/p[4]:0-3") == ""
    assert quotation(document(TEXT), "body/table[1]/row[2]/cell[3]") == ""


def test_a_long_sentence_is_cut_between_words_on_both_sides() -> None:
    text = " ".join(["chữ"] * 60) + " 1.390 " + " ".join(["sau"] * 60)
    start = text.index("1.390")
    said = quotation(document(text), f"body/p[3]:{start}-{start + 5}")
    assert said.startswith("… chữ")
    assert said.endswith("sau …")
    assert len(said) < 130


def test_a_report_is_named_by_number_and_date() -> None:
    report = Report(file="a/b.docx", sha256="", org_unit=None, period=None)
    assert report_words(report, "vi") == "tệp b.docx"
    named = Report(
        file="", sha256="", org_unit=None, period=None, number="5/BC-UBND", document_date=date(2021, 12, 5)
    )  # fmt: skip
    assert report_words(named, "vi") == "Báo cáo số 5/BC-UBND ngày 05/12/2021"
