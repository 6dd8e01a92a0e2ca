"""The workbook as collection form: made, filled in, sent back, read, and compared with a report in Word."""

import datetime
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordDocument
from openpyxl.worksheet.worksheet import Worksheet

from spec.conftest import EXAMPLE, example_request
from tongket.cli.app import run_command
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.problems import CannotWriteError, WrongCallError
from tongket.reading import Document, ReportReader, open_document
from tongket.reports import NarrativeKind, Report, ValueState
from tongket.review import FormsRequest, ReviewResult, make_forms, run

BA_BE = "061"
UNITS = EXAMPLE / "orgunits.csv"
FIGURES, TEXT = "Số liệu", "Thuyết minh"
NOTHING, NOT_COUNTED, NOT_OURS = "không phát sinh", "chưa thống kê được", "không thuộc nhiệm vụ"
Fill = Callable[[Worksheet, Worksheet], None]


def make(folder: Path, **changes: object) -> Path:
    """The form of one district."""
    given: dict[str, object] = {"codes": (BA_BE,), "pack": "nd21", "orgunits": UNITS, "period": "2021", **changes}
    given.setdefault("changes", EXAMPLE / "changes.csv")
    return make_forms(FormsRequest(out=folder / "forms", **given))[0]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("blank"))


@pytest.fixture(scope="module")
def reader() -> ReportReader:
    return ReportReader.of(load_pack("nd21").framework, load_hierarchy(UNITS, EXAMPLE / "changes.csv"))


def row_of(page: Worksheet, key: str) -> int:
    return next(row for row in range(1, page.max_row + 1) if any(c.value == key for c in page[row]))


def column_of(page: Worksheet, name: str) -> int:
    return next(c.column for row in page.iter_rows(max_row=6) for c in row if c.value == f"tongket:{name}")


def put(page: Worksheet, key: str, value: object, column: str = "value") -> None:
    page.cell(row_of(page, key), column_of(page, column)).value = value  # type: ignore[assignment]


def fill(page: Worksheet, text: Worksheet) -> None:
    """Four states, a number written as text, and a sentence of each kind."""
    put(page, "about:date", datetime.date(2021, 12, 10))
    put(page, "about:number", "12/BC-UBND")
    put(page, "element:leading_documents", 12)
    put(page, "element:budget_revenue", "1.234,5")
    put(page, "element:budget_revenue_estimate", 1000)
    put(page, "element:district_exercises", NOTHING, "state")
    put(page, "element:paved_roads", NOT_COUNTED, "state")
    put(page, "element:paved_roads", "đang kiểm đếm, gửi trước 15/01", "note")
    put(page, "element:works_completed", NOT_OURS, "state")
    put(text, "narrative:limitation", "Việc bố trí kinh phí còn chậm ở một số xã vùng cao.")
    put(text, "narrative:proposal", "Đề nghị tỉnh bổ sung kinh phí.")


def filled(blank: Path, folder: Path, *fills: Fill) -> Document:
    """The form after some hands were on it, opened as any report is."""
    book = openpyxl.load_workbook(blank)
    for one in fills:
        one(book[FIGURES], book[TEXT])
    path = folder / "ba-be.xlsx"
    book.save(path)
    document = open_document(path, name=path.name)
    assert isinstance(document, Document), document
    return document


def stated(report: Report) -> dict[tuple[str, str], Decimal]:
    return {(v.indicator, v.part.value): v.value for v in report.values}


def insert_rows(page: Worksheet, text: Worksheet) -> None:
    page.insert_rows(14, 3)
    page.cell(15, 6).value = 99
    text.insert_rows(row_of(text, "narrative:limitation") + 1, 1)
    text.cell(row_of(text, "narrative:limitation") + 1, 3).value = "Trình độ cán bộ quân sự cấp xã chưa đồng đều."


def insert_columns(page: Worksheet, text: Worksheet) -> None:
    page.insert_cols(1)
    page.insert_cols(5, 2)
    text.insert_cols(2)


@pytest.mark.parametrize("hands", [(), (insert_rows,), (insert_columns,), (insert_rows, insert_columns)])
def test_a_filled_form_is_read_surely_wherever_its_cells_were_pushed(
    blank: Path, reader: ReportReader, tmp_path: Path, hands: tuple[Fill, ...]
) -> None:
    report = reader.read(filled(blank, tmp_path, fill, *hands))
    assert (report.org_unit, str(report.period), report.number) == (BA_BE, "2021", "12/BC-UBND")
    assert report.document_date == datetime.date(2021, 12, 10)
    assert stated(report) == {
        ("A01", "value"): Decimal(12),
        ("B02", "numerator"): Decimal("1234.5"),
        ("B02", "denominator"): Decimal(1000),
        ("I03", "value"): Decimal(0),
    }
    assert {v.source.confidence for v in report.values} == {1.0}
    assert [v.indicator for v in report.values if v.state is ValueState.NOTHING_OCCURRED] == ["I03"]
    assert {(s.indicator, s.state.value) for s in report.silences} == {
        ("B05", "not_reported"),
        ("H01", "not_applicable"),
    }
    assert any("đang kiểm đếm" in s.why for s in report.silences)
    kinds = [n.kind for n in report.narratives]
    assert kinds.count(NarrativeKind.LIMITATION) == 1 + (insert_rows in hands)
    assert kinds.count(NarrativeKind.PROPOSAL) == 1
    assert [p.code for p in report.problems] == (["form.inserted"] if insert_rows in hands else [])


def test_every_value_opens_on_its_cell(blank: Path, reader: ReportReader, tmp_path: Path) -> None:
    document = filled(blank, tmp_path, fill, insert_columns)
    shown = {c.anchor: c.text for b in document.blocks if hasattr(b, "cells") for c in b.cells}
    assert {shown[v.source.anchor] for v in reader.read(document).values} == {"12", "1.234,5", "1000", NOTHING}


def wrong(page: Worksheet, text: Worksheet) -> None:
    put(page, "element:leading_documents", "mười hai văn bản")
    put(page, "element:budget_revenue", 5)
    put(page, "element:budget_revenue", NOTHING, "state")
    put(page, "element:works_planned", "có lẽ", "state")
    put(page, "element:units_total", "có số liệu", "state")
    put(page, "element:criminal_offences", 3)


def test_what_is_wrong_in_one_cell_rejects_nothing_else(blank: Path, reader: ReportReader, tmp_path: Path) -> None:
    report = reader.read(filled(blank, tmp_path, wrong))
    assert stated(report)[("F02", "value")] == 3
    assert sorted(p.code for p in report.problems) == [
        "form.contradiction",
        "form.missing",
        "form.number",
        "form.state",
    ]


def test_what_the_table_of_a_form_shows_is_read_also_without_its_identity(
    blank: Path, reader: ReportReader, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(blank)
    fill(book[FIGURES], book[TEXT])
    del book["tongket"]
    book.save(tmp_path / "ba-be.xlsx")
    document = open_document(tmp_path / "ba-be.xlsx", name="ba-be.xlsx")
    assert isinstance(document, Document)
    report = reader.read(document)
    assert (report.org_unit, str(report.period)) == (BA_BE, "2021")
    assert stated(report)[("A01", "value")] == 12


def test_a_form_has_no_macro_no_newer_function_and_prints_on_one_page_wide(blank: Path) -> None:
    book = openpyxl.load_workbook(blank)
    page = book[FIGURES]
    formulas = [
        c.value for row in page.iter_rows() for c in row if isinstance(c.value, str) and c.value.startswith("=")
    ]
    assert len(formulas) > 60
    assert not any("_xl" in text for text in formulas)
    assert all(len(text) < 2_000 for text in formulas)
    assert (page.page_setup.paperSize, page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage) == (9, 0, True)  # type: ignore[union-attr]  # fmt: skip
    assert page.print_title_rows == "$8:$8"
    assert (book["tongket"].sheet_state, page.row_dimensions[1].hidden, page.column_dimensions["A"].hidden) == ("hidden", True, True)  # fmt: skip
    assert page.protection.sheet
    assert not page.protection.insertRows
    assert page.conditional_formatting
    width = sum(d.width for key, d in page.column_dimensions.items() if key != "A")
    assert width * 7 <= (297 - 25.4) / 25.4 * 96 / 0.9, "wider than what prints at nine tenths of eleven points"


def write_word(path: Path, name: str, *sentences: str) -> None:
    word = WordDocument()
    for line in (f"UBND HUYỆN {name.upper()}", "Số: 15/BC-UBND", f"{name}, ngày 12 tháng 12 năm 2021", "BÁO CÁO",
                 "Kết quả thực hiện Nghị định số 21/2019/NĐ-CP năm 2021", "I. KẾT QUẢ", *sentences):  # fmt: skip
        word.add_paragraph(line)
    word.save(str(path))


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory, blank: Path) -> tuple[ReviewResult, Path]:
    """A review of a district that sent its form and a report in Word that disagrees in one figure."""
    folder = tmp_path_factory.mktemp("sent")
    (folder / "reports").mkdir()
    filled(blank, folder / "reports", fill)
    write_word(folder / "reports" / "ba-be.docx", "Ba Bể",
               "Huyện đã ban hành 14 văn bản lãnh đạo, chỉ đạo về khu vực phòng thủ.",
               "Trong năm xảy ra 25 vụ phạm pháp hình sự.")  # fmt: skip
    write_word(folder / "reports" / "ngan-son.docx", "Ngân Sơn",
               "Hoàn thành 3/4 công trình khu vực phòng thủ theo kế hoạch.")  # fmt: skip
    request = example_request(folder / "out", reports=folder / "reports", duties=None, period="2021")
    return run(request), folder / "out"


def test_a_unit_that_also_sent_word_is_compared_and_is_no_duplicate(sent: tuple[ReviewResult, Path]) -> None:
    review = json.loads((sent[1] / "review.json").read_text(encoding="utf-8"))
    assert "duplicate_report" not in {f["code"] for f in review["findings"]}
    differing = [(n["indicator"], n["files"]) for n in review["notices"] if n["code"] == "form_differs"]
    assert differing == [("A01", ["reports/ba-be.xlsx", "reports/ba-be.docx"])]
    counted = {
        r["indicator"]: r["value"] for r in review["rollups"] if r["org_unit"] == "06" and r["basis"] == "as_reported"
    }
    assert (counted["A01"], counted["F02"]) == (12.0, 25.0)


def test_who_says_that_it_is_none_of_its_duties_owes_no_figure(sent: tuple[ReviewResult, Path]) -> None:
    works = next(f for f in sent[0].figures if f.org_unit == "06" and f.indicator == "H01")
    assert (works.numerator, works.denominator) == (3, 4)
    assert BA_BE not in works.base.expected
    roads = [f for f in sent[0].figures if f.org_unit == "06" and f.indicator == "F02"]
    assert all("062" in f.base.expected for f in roads)


def test_last_figures_are_filled_in_and_warned_of(sent: tuple[ReviewResult, Path], tmp_path: Path) -> None:
    page = openpyxl.load_workbook(make(tmp_path, period="2022", previous=sent[1]))[FIGURES]
    row = row_of(page, "element:leading_documents")
    assert [c.value for c in page[row]][4] == 12
    assert f"F{row}>E{row}*5" in str(page.cell(row, 9).value)


def test_forms_are_never_written_over_forms(blank: Path) -> None:
    with pytest.raises(CannotWriteError):
        make(blank.parents[1])


def test_an_unknown_code_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongCallError):
        make(tmp_path, codes=("061", "999"))
    assert not (tmp_path / "forms").exists()


def test_the_command_makes_one_form_for_each_unit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["forms", "make", "--pack", "nd21", "--units", "061,062", "--orgunits", str(UNITS), "--period", "2021"]
    assert run_command([*call, "--out", str(tmp_path / "bm")]) == 0
    assert sorted(p.name for p in (tmp_path / "bm").iterdir()) == ["bieu-mau-2021-huyen-ba-be.xlsx", "bieu-mau-2021-huyen-ngan-son.xlsx"]  # fmt: skip
    assert (
        run_command(
            ["forms", "make", "--pack", "nd21", "--units", "061", "--period", "2021", "--out", str(tmp_path / "c")]
        )
        == 2
    )
