"""Reports over several years: each figure in its year, the stated total apart and checked, averages and other half-years
left out."""

from pathlib import Path

import pytest

from reading.build import docx, p, read, tbl
from reading.test_own_tables import ROOT, module
from tongket.checks import check
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.periods import Period
from tongket.reading import Document, ReportReader, open_document
from tongket.reports import Report

OURS = ROOT / "tests" / "cases"
PACK, TREE = load_pack("nd21"), load_hierarchy(OURS / "own-prose" / "orgunits.csv", None)
READER = ReportReader.of(PACK.framework, TREE)
HEAD = [
    "ỦY BAN NHÂN DÂN HUYỆN SƠN KHÊ", "Số: 12/BC-UBND", "Sơn Khê, ngày 12 tháng 7 năm 2024", "BÁO CÁO",
    "Sơ kết 05 năm thực hiện Nghị định số 21/2019/NĐ-CP, giai đoạn 2019 - 2023", "I. KẾT QUẢ",
]  # fmt: skip
TABLE = [
    ["TT", "Nội dung", "ĐVT", "2019", "2020", "2021", "2022", "2023", "Cộng 05 năm", "Bình quân/năm", "6 tháng đầu năm 2024"],
    ["1", "Lớp bồi dưỡng kiến thức QPAN", "lớp", "3", "2", "4", "5", "6", "20", "4", "2"],
    ["2", "Ngày công giúp nhân dân", "ngày công", "310", "280", "415", "300", "295", "1.600", "320", "150"],
    ["3", "Số vụ phạm pháp hình sự", "vụ", "31", "28", "22", "25", "24", "130", "26", "11"],
]  # fmt: skip
PROSE = [
    "1. Năm 2019 mở 3 lớp bồi dưỡng kiến thức quốc phòng và an ninh, năm 2020 mở 2 lớp, năm 2021 mở 4 lớp, năm 2022 mở 5 lớp, "
    "năm 2023 mở 6 lớp; lũy kế 05 năm mở 20 lớp, bình quân mỗi năm 4 lớp; 6 tháng đầu năm 2024 mở 2 lớp.",
]
YEARS = range(2019, 2024)


def told(report: Report, indicator: str) -> dict[str, int]:
    return {str(v.period): int(v.value) for v in report.values if v.indicator == indicator}


def years(*counts: int, total: int) -> dict[str, int]:
    return {str(y): n for y, n in zip(YEARS, counts, strict=True)} | {"2019/2023": total}


def reported(table: list[list[str]]) -> Document:
    return read(docx("".join(map(p, HEAD)) + tbl(table)), "bc.docx")


def test_years_total_average_and_the_half_year_after_are_told_apart_in_a_table() -> None:
    report = READER.read(reported(TABLE))
    assert str(report.period) == "2019/2023"
    assert told(report, "M01") == years(3, 2, 4, 5, 6, total=20)
    assert told(report, "J03") == years(310, 280, 415, 300, 295, total=1600)
    assert told(report, "F02") == years(31, 28, 22, 25, 24, total=130)


def test_years_total_average_and_the_half_year_after_are_told_apart_in_prose() -> None:
    report = READER.read(read(docx("".join(map(p, [*HEAD, *PROSE]))), "bc.docx"))
    assert told(report, "M01") == years(3, 2, 4, 5, 6, total=20)


def findings(document: Document) -> list[tuple[str, str, str]]:
    result = check(
        (READER.read(document),), (), framework=PACK.framework, hierarchy=TREE, duties=(), settings=PACK.checks,
        review_period=Period.parse("2019/2023"), documents={document.name: document},
    )  # fmt: skip
    fields = [dict(f.fields) for f in result.findings if f.code == "total_mismatch"]
    return [(one["place"], one["stated"], one["computed"]) for one in fields]


def test_a_stated_total_that_the_years_do_not_give_is_found() -> None:
    assert findings(reported(TABLE)) == []
    wrong = [TABLE[0], [*TABLE[1][:8], "22", *TABLE[1][9:]], *TABLE[2:]]
    assert findings(reported(wrong)) == [("body/table[1]/row[2]/cell[9]", "22", "20")]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, Report]]:
    """Of our own documents over several years: name -> period, report."""
    pytest.importorskip("docx")
    pytest.importorskip("openpyxl")
    tables = module(ROOT / "benchmarks" / "own_tables.py")
    prose = module(ROOT / "benchmarks" / "own_prose.py")
    found = {}
    files: dict[str, Path] = tables.documents(tmp_path_factory.mktemp("own"))
    reader = ReportReader.of(PACK.framework, load_hierarchy(OURS / "own-tables" / "orgunits.csv", None))
    for number, (_, period, _figures) in tables.labels().items():
        document = open_document(files[number])
        assert isinstance(document, Document)
        found[f"table {number}"] = (period, reader.read(document))
    for number, _, period, _, _ in prose.text_labels():
        text = (OURS / "own-prose" / "texts" / f"{number}.txt").read_text(encoding="utf-8")
        found[f"text {number}"] = (period, prose.read(READER, text))
    return {name: one for name, one in found.items() if "/" in one[0]}


def test_our_own_reports_over_several_years_give_their_figures_by_year(own: dict[str, tuple[str, Report]]) -> None:
    assert len(own) >= 20
    for name, (period, report) in own.items():
        assert str(report.period) == period, name
        of_years = {v.period.code for v in report.values if not v.period.is_span}
        assert len(of_years) >= 3, (name, of_years)
        assert {v.period.code for v in report.values if v.period.is_span} <= {Period.parse(period).code}, name
