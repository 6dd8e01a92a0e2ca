"""An office runs its tasks for a year: workbooks out and in, a calendar, a paper, both ways along the chain."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from tongket.cli import main
from tongket.conference import load_previous
from tongket.exchange import load_tasks

EXAMPLE = Path(__file__).parents[2] / "examples" / "bac-kan"
TABLES = ("--pack", "nd21", "--orgunits", str(EXAMPLE / "orgunits.csv"), "--changes", str(EXAMPLE / "changes.csv"))


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main([*arguments])
    return int(stop.value.code or 0)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "nhiem-vu.json"
    assert run("tasks", "import", str(EXAMPLE / "conference.yaml"), "--store", str(path), *TABLES) == 0
    return path


def fill(path: Path, task: str, **cells: Any) -> None:
    """Fill in the row of a task by the names of its columns."""
    file = openpyxl.load_workbook(path)
    sheet = file.worksheets[0]
    head = {cell.value: cell.column for cell in sheet[3]}
    row = next(r for r in range(4, sheet.max_row + 1) if sheet.cell(r, 1).value == task)
    for name, value in cells.items():
        sheet.cell(row, head[name.replace("_", " ")]).value = value
    file.save(path)


def report(store: Path, out: Path, on: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert run("tasks", "report", "--store", str(store), *TABLES, "--on", on, "--out", str(out), "--json") == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_a_year_of_an_office(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = report(store, tmp_path / "a", "2024-08-15", capsys)
    assert sum(first["states"].values()) == first["total"] == 18
    unit = tmp_path / "a" / "don-vi" / "nhiem-vu-062.xlsx"
    fill(unit, "KL1.062", **{"Đơn vị tự đánh giá": "hoàn thành"})
    fill(
        unit,
        "KL1.062",
        **{
            "Minh chứng (văn bản, sản phẩm)": "45/KH-UBND",
            "Ngày của minh chứng": date(2024, 9, 20),
            "Người báo cáo": "Văn phòng huyện",
        },
    )
    assert run("tasks", "update", str(unit), "--store", str(store), "--on", "2024-09-25") == 0
    capsys.readouterr()
    events = load_tasks(store).events
    assert run("tasks", "update", str(unit), "--store", str(store), "--on", "2024-09-25") == 0
    assert load_tasks(store).events == events
    second = report(store, tmp_path / "b", "2024-10-15", capsys)
    mine = next(task for task in second["tasks"] if task["id"] == "KL1.062")
    assert (mine["state"], mine["waits_for"]) == ("open_overdue", "verdict")
    office = tmp_path / "b" / "so-nhiem-vu.xlsx"
    fill(
        office,
        "KL1.062",
        **{"Đạt yêu cầu": "có", "Người thẩm định": "Văn phòng tỉnh", "Ngày thẩm định": date(2024, 10, 16)},
    )
    fill(
        office,
        "KL3",
        **{"Cho gia hạn đến": date(2024, 12, 31), "Lý do": "chờ hướng dẫn của Bộ", "Người thẩm định": "Chủ tịch"},
    )
    assert run("tasks", "update", str(office), "--store", str(store), "--on", "2024-10-16") == 0
    third = report(store, tmp_path / "c", "2024-12-15", capsys)
    states = {task["id"]: (task["state"], task["deadline"]) for task in third["tasks"]}
    assert states["KL1.062"][0] == "done_in_time"
    assert states["KL3"] == ("open_in_time", "2024-12-31")
    assert next(t for t in third["tasks"] if t["id"] == "KL1")["parts_done"] == 1
    paper = "\n".join(p.text for p in Document(str(tmp_path / "c" / "bao-cao-nhiem-vu.docx")).paragraphs)
    assert "chưa được cập nhật" in paper
    previous = load_previous(tmp_path / "c" / "previous.json")
    assert previous.tasks[0].result.startswith("1/8")
    ended = report(store, tmp_path / "d", "2025-07-15", capsys)
    assert "KL1.060" in ended["orphans"]


def test_a_task_that_is_not_clear_is_not_taken_in(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run("tasks", "report", "--store", str(store), *TABLES, "--on", "2024-08-01", "--out", str(tmp_path / "a")) == 0
    )
    book = tmp_path / "a" / "don-vi" / "nhiem-vu-062.xlsx"
    file = openpyxl.load_workbook(book)
    sheet = file.worksheets[0]
    sheet.append([None, "Sở Nội vụ", "Rà soát quy chế"])
    sheet.append([None, "Sở Nội vụ", "Kiện toàn Ban Chỉ đạo", "Quyết định", date(2024, 12, 1), "Giám đốc", "UBND tỉnh"])
    file.save(book)
    capsys.readouterr()
    assert run("tasks", "import", str(book), "--store", str(store), *TABLES, "--on", "2024-08-01") == 0
    told = capsys.readouterr()
    assert "Sản phẩm" in told.err
    assert [task.deed for task in load_tasks(store).tasks if task.id.startswith("NV")] == ["Kiện toàn Ban Chỉ đạo"]


def test_deadlines_become_a_calendar(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "han.ics"
    assert run("tasks", "ics", "--store", str(store), *TABLES, "--on", "2024-08-01", "--out", str(path)) == 0
    data = path.read_bytes()
    assert data.count(b"BEGIN:VEVENT") == data.count(b"END:VEVENT") == 18
    assert b"DTSTART;VALUE=DATE:20240930" in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    data.decode("utf-8")


def test_the_chain_is_walked_both_ways(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "- {provision: khoản 2 Điều 5, leads: [Sở Tài chính], deed: Phân bổ kinh phí, indicators: [K04]}\n"
    (tmp_path / "pc.yaml").write_text(rows, encoding="utf-8")
    review = {
        "values": [{"indicator": "K04", "file": "bc.docx"}],
        "findings": [
            {
                "code": "outlier",
                "org_unit": "062",
                "period": "2021",
                "indicator": "K04",
                "files": ["bc.docx"],
                "note": "xem lại",
            }
        ],
    }
    (tmp_path / "review.json").write_text(json.dumps(review), encoding="utf-8")
    more = ("--assigned", str(tmp_path / "pc.yaml"), "--review", str(tmp_path / "review.json"), "--json")
    capsys.readouterr()
    assert run("tasks", "walk", "provision:khoản 2 Điều 5", "--store", str(store), *more) == 0
    after = json.loads(capsys.readouterr().out)["after"]
    wanted = [
        "duty:khoản 2 Điều 5",
        "indicator:K04",
        "report:bc.docx",
        "finding:outlier/062/2021/K04",
        "conclusion:3",
        "task:KL3",
    ]
    assert [code for code in after if code in wanted] == sorted(wanted, key=after.index)
    assert set(wanted) <= set(after)
    assert run("tasks", "walk", "task:KL3", "--store", str(store), *more) == 0
    before = json.loads(capsys.readouterr().out)["before"]
    assert {"provision:khoản 2 Điều 5", "finding:outlier/062/2021/K04", "conclusion:3"} <= set(before)


def test_a_broken_file_of_tasks_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    assert run("tasks", "report", "--store", str(tmp_path / "x.json"), *TABLES) == 4
    assert run("tasks", "report", "--store", str(tmp_path / "khong.json"), *TABLES) == 3
