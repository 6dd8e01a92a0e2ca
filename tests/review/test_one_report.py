"""Which files are one report: an annex sent apart joins its report, two units in one file are two reports."""

from pathlib import Path

import pytest

from reading.build import docx, p, pdf, read, tbl, xlsx
from reading.build import sheet as sheet_of
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.periods import Period
from tongket.reading import Document, ReportReader, as_report
from tongket.review import ReadFile, ReviewResult
from tongket.review.run import consolidate

CASE = Path(__file__).parents[1] / "cases" / "own-prose"
TREE, PACK = load_hierarchy(CASE / "orgunits.csv", None), load_pack("nd21")
READER = ReportReader.of(PACK.framework, TREE)


def lines(unit: str, number: int, sent: int) -> list[str]:
    return [
        f"ỦY BAN NHÂN DÂN HUYỆN {unit.upper()}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        f"Số: {number}/BC-UBND", f"{unit}, ngày 12 tháng 12 năm 2022", "BÁO CÁO",
        "Kết quả xây dựng khu vực phòng thủ năm 2022", "I. KẾT QUẢ", f"1. Công tác giao quân đạt {sent}/{sent} công dân.",
        "II. HẠN CHẾ", "Một số cấp ủy chưa chủ động.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Thử",
    ]  # fmt: skip


FIRST, SECOND = lines("Sơn Khê", 12, 7), lines("Đồng Lạc", 15, 9)
TITLE = ["PHỤ LỤC SỐ LIỆU", "(Kèm theo Báo cáo số 12/BC-UBND ngày 12/12/2022 của UBND huyện Sơn Khê)"]
TABLE = [["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2022"], ["1", "Nhiệm vụ quá hạn", "nhiệm vụ", "3"]]


def in_word(texts: list[str]) -> bytes:
    return docx("".join(map(p, texts)))


def in_print(*reports: list[str]) -> bytes:
    return pdf([[(60.0, 780.0 - 18 * i, t) for i, t in enumerate(texts)] for texts in reports])


def annex_in_excel() -> bytes:
    cells: dict[str, object] = {"A1": TITLE[0], "A2": TITLE[1]}
    cells |= {f"{c}{r}": t for r, row in enumerate(TABLE, 4) for c, t in zip("ABCD", row, strict=True)}
    return xlsx({"Phụ lục": sheet_of(cells)})


def review(*documents: Document) -> ReviewResult:
    files = [one for document in documents for one in _all(document)]
    return consolidate(files, pack=PACK, hierarchy=TREE, duties=(), period=Period.parse("2022"))


def _all(document: Document) -> list[ReadFile]:
    found = as_report(document, READER, ())
    return [found, *found.further]


@pytest.mark.parametrize(
    ("name", "annex"), [("phu-luc.xlsx", annex_in_excel()), ("phu-luc.docx", docx("".join(map(p, TITLE)) + tbl(TABLE)))]
)
def test_an_annex_sent_apart_joins_its_report(name: str, annex: bytes) -> None:
    result = review(read(in_word(FIRST), "bao-cao.docx"), read(annex, name))
    assert [(r.file, r.org_unit, r.annex_to) for r in result.reports] == [
        ("bao-cao.docx", "901", None),
        (name, "901", "12/BC-UBND"),
    ]
    assert [f.code for f in result.findings if f.code == "duplicate_report"] == []
    assert sorted(r.file for r in result.current) == sorted(["bao-cao.docx", name])
    told = {(v.indicator, v.value) for r in result.current for v in r.values}
    assert {("E02", 7), ("O03", 3)} <= told


def test_a_second_report_is_still_a_duplicate() -> None:
    again = in_word([FIRST[0], *FIRST[1:3], "Số: 19/BC-UBND", "Sơn Khê, ngày 20 tháng 12 năm 2022", *FIRST[5:]])
    result = review(read(in_word(FIRST), "bao-cao.docx"), read(again, "moi.docx"))
    assert [f.code for f in result.findings if f.code == "duplicate_report"] == ["duplicate_report"]
    assert [r.file for r in result.current] == ["moi.docx"]


@pytest.mark.parametrize(
    ("name", "data"), [("hai.docx", in_word([*FIRST, *SECOND])), ("hai.pdf", in_print(FIRST, SECOND))]
)
def test_two_units_in_one_file_are_two_reports(name: str, data: bytes) -> None:
    result = review(read(data, name))
    assert [(r.org_unit, r.number) for r in result.reports] == [("901", "12/BC-UBND"), ("902", "15/BC-UBND")]
    assert [{v.value for v in r.values if v.indicator == "E02"} for r in result.reports] == [{7}, {9}]
    assert [f.code for f in result.findings if f.code == "duplicate_report"] == []
