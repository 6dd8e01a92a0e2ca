"""What is made from registers: an exercise judged and followed, coverage, money in time, forms filled in beforehand."""

import json
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from tongket.charts import money_chart
from tongket.cli import main
from tongket.consolidation import BudgetLine, money_by_unit
from tongket.exchange import load_tasks

EXAMPLE = Path(__file__).parents[2] / "examples" / "bac-kan"
REGISTERS = str(EXAMPLE / "registers")
TABLES = ("--pack", "nd21", "--orgunits", str(EXAMPLE / "orgunits.csv"), "--changes", str(EXAMPLE / "changes.csv"))


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main([*arguments])
    return int(stop.value.code or 0)


def test_an_exercise_is_judged_by_objective_and_what_is_lacking_becomes_a_task(tmp_path: Path) -> None:
    paper = tmp_path / "dien-tap.docx"
    assert run("registers", "evaluate", REGISTERS, "--record", "exercises-062-0001", *TABLES, "--out", str(paper)) == 0
    document = Document(str(paper))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "4 mục tiêu: 1 giỏi, 2 khá, 1 đạt, 0 không đạt." in text
    store = tmp_path / "nv.json"
    assert run("registers", "tasks", REGISTERS, *TABLES, "--on", "2024-08-01", "--store", str(store)) == 0
    tasks = {task.id: task for task in load_tasks(store).tasks}
    mine = tasks["exercises-062-0001.3"]
    assert (mine.org_unit, mine.deadline, mine.product) == (
        "062",
        date(2024, 10, 31),
        "Kế hoạch và danh sách lớp tập huấn",
    )
    assert "exercises-062-0001.2" not in tasks
    assert {"limitations-06-0001", "limitations-06-0002", "limitations-06-0003"} <= set(tasks)
    assert "limitations-06-0004" not in tasks


def test_a_record_that_is_not_judged_is_refused(tmp_path: Path) -> None:
    call = ("registers", "evaluate", REGISTERS, "--record", "works-06-0001", *TABLES, "--out", str(tmp_path / "x.docx"))
    assert run(*call) == 2


def test_the_map_of_coverage_counts_each_commune_once(tmp_path: Path) -> None:
    path = tmp_path / "do-phu.xlsx"
    call = ("registers", "coverage", REGISTERS, *TABLES, "--period", "2019/2023", "--out", str(path))
    assert run(*call, "--element", "communes_exercised_in_period") == 0
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = {sheet.cell(r, 1).value: [sheet.cell(r, c).value for c in range(2, 7)] for r in range(4, sheet.max_row)}
    assert rows["Xã Hiệp Lực (01960)"][0] == 1
    assert sum(any(row) for row in rows.values()) == 8
    assert run(*call, "--element", "education_classes") == 2


LINES = (
    BudgetLine(
        record="a", org_unit="X", title="Diễn tập", planned=Decimal(10), due=date(2024, 3, 31),
        allocated=((date(2024, 2, 1), Decimal(4)), (date(2024, 4, 30), Decimal(6))), disbursed=((date(2024, 12, 1), Decimal(9)),),
    ),
    BudgetLine(record="b", org_unit="X", title="Công trình", planned=Decimal(10), due=date(2024, 3, 31), allocated=(), disbursed=()),
)  # fmt: skip


def test_money_in_time_is_dates_and_shares() -> None:
    (found,) = money_by_unit(LINES, date(2024, 6, 30))
    assert (found.planned, found.early, found.share_early) == (20, 4, 20)
    assert (found.late, found.days_late, found.disbursed) == (2, 91, 0)
    assert (LINES[0].reached_on, LINES[0].days_late(date(2030, 1, 1))) == (date(2024, 4, 30), 30)


def test_the_picture_adds_up_month_by_month_and_judges_nothing() -> None:
    chart = money_chart(LINES, 2024, of_whom="1 đơn vị")
    allocated, spent = ([p.value for p in one.points if p] for one in chart.series)
    assert (allocated[0], allocated[1], allocated[3], allocated[11]) == (0, 4, 10, 10)
    assert (spent[10], spent[11]) == (0, 9)
    assert not any(word in chart.alternative for word in ("yếu", "kém", "tốt", "chưa đạt"))


def test_a_form_comes_filled_in_with_what_the_registers_give(tmp_path: Path) -> None:
    out = tmp_path / "bieu"
    call = ("forms", "make", "--pack", "nd21", "--units", "062", "--orgunits", str(EXAMPLE / "orgunits.csv"))
    more = ("--changes", str(EXAMPLE / "changes.csv"), "--period", "2021", "--out", str(out), "--registers", REGISTERS)
    assert run(*call, *more) == 0
    sheet = openpyxl.load_workbook(next(out.glob("*.xlsx"))).worksheets[0]
    cells = {row[0].value: row[5] for row in sheet.iter_rows() if row[0].value}
    place = next(cell for key, cell in cells.items() if "education_classes" in str(key))
    assert place.value == 2
    assert "training_classes-062-0005" in place.comment.text


def test_registers_come_out_again_as_they_were_and_copies_are_merged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLE / "registers" / "works", tmp_path / "a")
    assert run("registers", "read", str(tmp_path / "a"), *TABLES, "--json") == 0
    first = json.loads(capsys.readouterr().out)
    assert run("registers", "read", str(tmp_path / "a"), *TABLES, "--out", str(tmp_path / "b")) == 0
    capsys.readouterr()
    assert run("registers", "read", str(tmp_path / "b"), *TABLES, "--json") == 0
    assert json.loads(capsys.readouterr().out)["records"] == first["records"]
    assert first["problems"] == []


def test_a_public_paper_takes_only_what_people_agreed_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("registers", "read", REGISTERS, *TABLES, "--public") == 0
    shown = capsys.readouterr().out
    assert "Các đại biểu dự hội nghị" in shown
    assert "Đại biểu trao đổi bên lề hội nghị" not in shown
    assert "Diễn tập" not in shown


@pytest.mark.parametrize(
    ("viewer", "units"),
    [
        ("062", {"062", "01939", "01951"}),
        ("01939", {"01939"}),
        ("063", set()),
        ("06", {"06", "062", "01939", "BK-STTTT"}),
    ],
)
def test_a_unit_sees_its_own_registers_and_those_below_that_are_open_to_its_level(
    viewer: str, units: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("registers", "read", REGISTERS, *TABLES, "--for", viewer, "--on", "2024-01-01", "--json") == 0
    seen = {record["org_unit"] for record in json.loads(capsys.readouterr().out)["records"]}
    assert units <= seen
    assert viewer == "06" or seen <= {*units, "01936", "01945", "01948", "01954", "01957", "01960"}
