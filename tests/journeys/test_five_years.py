"""Five years on files: duties from a text, registers, reports, the review, its conclusions, and the next one."""

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from tongket.cli import main

TEXT = Path(__file__).parents[1] / "law" / "texts" / "quy-dinh-mau.txt"
UNITS = """code;name;kind;level;parent;valid_from;valid_to
T;Tỉnh Hoa Lâm;province;1;;2000-01-01;
H1;Huyện Đồng Hoa;district;2;T;2000-01-01;
H2;Huyện Suối Hoa;district;2;T;2000-01-01;
X1;Xã An Hoa;commune;3;H1;2000-01-01;
X2;Xã Bình Hoa;commune;3;H1;2000-01-01;
X3;Xã Cẩm Hoa;commune;3;H2;2000-01-01;2024-09-01
X4;Xã Dương Hoa;commune;3;H2;2000-01-01;
"""
CHANGES = "date;kind;from;to;share;legal_basis\n2024-09-01;absorb;X3;X4;1;Nghị quyết mẫu\n"
CONFERENCE = """illustrative: true
label: sơ kết 02 năm
span_label: giai đoạn 2022 - 2023
held_on: 2024-03-15
venue: Hội trường
org_unit: T
chair: an
{previous}
issuers:
  committee: {{profile: peoples_committee, name: [Ủy ban nhân dân, tỉnh Hoa Lâm], words: Ủy ban nhân dân tỉnh, symbol: UBND, place: Hoa Lâm}}
issued:
  report: {{issuer: committee, signer: {{person: an, authority: [Chủ tịch]}}}}
people:
  an: {{name: Trần Văn An, posts: [{{title: Chủ tịch Ủy ban nhân dân tỉnh, from: 2020-01-01}}]}}
conclusions:
  - text: Các xã tổ chức bồi dưỡng kiến thức cho Nhân dân.
    about: [M02C]
    task:
      lead: communes
      deed: Mở lớp bồi dưỡng kiến thức trong năm
      responsibility: Chủ tịch Ủy ban nhân dân xã
      product: Báo cáo kết quả lớp học
      authority: Ủy ban nhân dân xã
      deadline: 2024-12-31
next_targets:
  - {{indicator: M01, period: 2024/2028, value: 8, basis: Kết luận 1}}
"""


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as stop:
        main([str(one) for one in arguments])
    return int(stop.value.code or 0)


def fill(path: Path, row: int, cells: Mapping[str, Any], header: int = 3) -> None:
    """Write into a row by the names of its columns."""
    file = openpyxl.load_workbook(path)
    sheet = file.worksheets[0]
    head = {cell.value: cell.column for cell in sheet[header]}
    for name, value in cells.items():
        sheet.cell(row, head[name]).value = value
    file.save(path)


def row_of(path: Path, code: str) -> int:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return next(r for r in range(4, sheet.max_row + 1) if sheet.cell(r, 1).value == code)


def a_class(path: Path, row: int, year: int, persons: int) -> None:
    day = date(year, 5, 10)
    told = {
        "Tên lớp": f"Lớp {year}",
        "Nội dung": "Kiến thức quốc phòng và an ninh",
        "Đối tượng": "Đối tượng 4",
        "Ngày khai giảng": day,
    }
    fill(path, row, {**told, "Số người được bồi dưỡng (người)": persons, "Tình trạng": "Đã mở lớp"})


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The desk of the province: its tables and the conference."""
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    (tmp_path / "changes.csv").write_text(CHANGES, encoding="utf-8")
    (tmp_path / "conference.yaml").write_text(CONFERENCE.format(previous=""), encoding="utf-8")
    return tmp_path


def test_the_five_years(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = ("--pack", "nd21", "--orgunits", desk / "units.csv", "--changes", desk / "changes.csv")

    # duties from the text
    matrix = desk / "phan-cong.xlsx"
    assert run("law", "matrix", TEXT, "--out", matrix) == 0
    row = row_of(matrix, "khoản 2 Điều 3")
    fill(
        matrix,
        row,
        {"Chủ trì": "Ủy ban nhân dân xã", "Việc phải làm": "Bồi dưỡng kiến thức", "Chỉ tiêu thể hiện": "M02C"},
    )
    capsys.readouterr()
    assert run("law", "check", TEXT, "--assigned", matrix, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert "khoản 2 Điều 3" not in {problem["address"] for problem in told["problems"]}

    # registers through two years
    kept = desk / "so"
    assert (
        run(
            "registers",
            "make",
            *tables,
            "--on",
            "2022-01-01",
            "--register",
            "training_classes",
            "--unit",
            "X1",
            "--unit",
            "X2",
            "--unit",
            "X3",
            "--out",
            kept,
        )
        == 0
    )
    books = {code: kept / "training_classes" / f"training_classes-{code}.xlsx" for code in ("X1", "X2", "X3")}
    for n, book in enumerate(books.values(), start=1):
        a_class(book, 4, 2022, 10 * n)
        a_class(book, 5, 2023, 11 * n)
    capsys.readouterr()
    assert run("registers", "figures", kept, *tables, "--period", "2023", "--json") == 0
    figures = {one["figure"]: one for one in json.loads(capsys.readouterr().out)}
    assert figures["H1/2023/M02C@as_reported"]["value"] == "33"
    assert figures["H1/2023/M02C@as_reported"]["numerator"]["records"] == [
        "training_classes-X1-0002",
        "training_classes-X2-0002",
    ]

    # reports come filled in; one unit changes its figure
    forms, reports = desk / "bieu", desk / "bao-cao"
    assert (
        run(
            "forms",
            "make",
            "--pack",
            "nd21",
            "--units",
            "X1,X2,X3",
            "--orgunits",
            desk / "units.csv",
            "--period",
            "2023",
            "--out",
            forms,
            "--registers",
            kept,
        )
        == 0
    )
    shutil.copytree(forms, reports)
    changed = next(path for path in reports.glob("*.xlsx") if "binh-hoa" in path.name)
    file = openpyxl.load_workbook(changed)
    line = next(r for r in file.worksheets[0].iter_rows() if "persons_educated_group_4" in str(r[0].value))
    assert line[5].value == 22
    line[5].value = 40
    file.save(changed)

    # the review, with what differs from the registers, and what it leaves to the next
    out = desk / "ket-qua"
    review = ("review", reports, *tables, "--period", "2022/2023", "--registers", kept)
    assert run(*review, "--conference", desk / "conference.yaml", "--out", out) == 0
    data = json.loads((out / "review.json").read_text(encoding="utf-8"))
    restated = [one for one in data["notices"] if one["code"] == "restated"]
    assert {(one["org_unit"], one["indicator"]) for one in restated} == {("X2", "M02C")}
    targets = (out / "12-ky-sau" / "targets.csv").read_text(encoding="utf-8").splitlines()
    assert targets[1].startswith("T;M01;2024/2028;8;Kết luận 1")

    # conclusions fan out; a commune ends in between; tasks are done and judged
    store = desk / "nhiem-vu.json"
    assert run("tasks", "import", desk / "conference.yaml", "--store", store, *tables) == 0
    assert run("tasks", "report", "--store", store, *tables, "--on", "2024-10-01", "--out", desk / "t1") == 0
    office = desk / "t1" / "so-nhiem-vu.xlsx"
    for code in ("X1", "X2"):
        done = {
            "Minh chứng (văn bản, sản phẩm)": f"12/BC-{code}",
            "Ngày của minh chứng": date(2024, 11, 1),
            "Người báo cáo": code,
        }
        judged = {"Đạt yêu cầu": "có", "Người thẩm định": "Văn phòng", "Ngày thẩm định": date(2024, 11, 5)}
        fill(office, row_of(office, f"KL1.{code}"), {**done, **judged})
    assert run("tasks", "update", office, "--store", store, "--on", "2024-11-10") == 0
    capsys.readouterr()
    assert run("tasks", "report", "--store", store, *tables, "--on", "2025-01-10", "--out", desk / "t2", "--json") == 0
    standing = json.loads(capsys.readouterr().out)
    assert standing["handed_over"] == [{"task": "KL1.X3", "before": "X3", "after": "X4"}]
    assert standing["states"] == {"done_in_time": 2, "done_late": 0, "open_in_time": 0, "open_overdue": 2}
    assert standing["orphans"] == []

    # both ways along the chain
    assert (
        run(
            "tasks",
            "walk",
            "provision:khoản 2 Điều 3",
            "--store",
            store,
            "--assigned",
            matrix,
            "--review",
            out / "review.json",
            "--json",
        )
        == 0
    )
    after = json.loads(capsys.readouterr().out)["after"]
    assert {
        "duty:khoản 2 Điều 3",
        "indicator:M02C",
        "conclusion:1",
        "task:KL1.X1",
        "evidence:12/BC-X1",
        "next:KL1.X1",
    } <= set(after)

    # the next review opens with them
    shutil.copy(desk / "t2" / "previous.json", desk / "previous.json")
    (desk / "next.yaml").write_text(CONFERENCE.format(previous="previous: previous.json"), encoding="utf-8")
    assert run(*review, "--conference", desk / "next.yaml", "--out", desk / "ky-sau") == 0
    report = "\n".join(
        cell.text
        for table in Document(str(desk / "ky-sau" / "02-bao-cao-so-ket.docx")).tables
        for row in table.rows
        for cell in row.cells
    )
    words = "\n".join(p.text for p in Document(str(desk / "ky-sau" / "02-bao-cao-so-ket.docx")).paragraphs) + report
    assert "Mở lớp bồi dưỡng kiến thức trong năm" in words
