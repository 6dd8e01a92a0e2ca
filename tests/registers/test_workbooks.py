"""Registers go out as workbooks and come back: nothing is lost, nothing rejected as a whole."""

import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registers.cast import OPENINGS, book, opening, three_communes
from tongket.exchange import read_register, read_registers, register_workbook, write_workbook
from tongket.registers import Line, Record, RegisterBook, computed

KINDS = {"openings": OPENINGS}


def written(tmp_path: Path, kept: RegisterBook, name: str = "so.xlsx", blank: int = 5) -> Path:
    made = register_workbook(OPENINGS, kept, unit_name="Xã A", pack="thu 1", blank=blank)
    write_workbook(made, tmp_path / name)
    return tmp_path / name


def change_cells(path: Path, cells: dict[str, Any], sheet: str = "Sổ") -> None:
    file = openpyxl.load_workbook(path)
    for place, value in cells.items():
        file[sheet][place] = value
    file.save(path)


text = st.text(alphabet="abcđêờ ", min_size=1, max_size=12).map(str.strip).filter(bool)
day = st.dates(date(2000, 1, 1), date(2030, 12, 31))
amount = st.integers(0, 10**6).map(lambda n: Decimal(n) / 100)


@st.composite
def records(draw: st.DrawFn, number: int) -> Record:
    values = {
        "title": draw(text),
        "due": draw(st.none() | day),
        "done": draw(st.none() | day),
        "readers": draw(st.none() | st.integers(0, 10**6).map(Decimal)),
        "kind": draw(st.none() | st.sampled_from(["day", "night"])),
        "free": draw(st.none() | st.booleans()),
    }
    lines = tuple(Line(values={"on": d, "books": a}) for d, a in draw(st.lists(st.tuples(day, amount), max_size=3)))
    made = Record(
        id=f"openings-A-{number:04d}",
        record_type="openings",
        org_unit="A",
        state=draw(st.sampled_from(sorted(OPENINGS.lifecycle.states))),
        values=values,
        lines={"loans": lines} if lines else {},
    )
    return computed(made, OPENINGS)


def told(record: Record) -> tuple[object, ...]:
    """A record without its place, blanks and numbers as they compare."""
    values = {code: value for code, value in record.values.items() if value is not None}
    lines = {code: [dict(line.values) for line in found] for code, found in record.lines.items()}
    return record.id, record.state, values, lines, dict(record.as_written)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 4).flatmap(lambda n: st.tuples(*(records(i + 1) for i in range(n)))))
def test_a_register_comes_back_as_it_went(tmp_path: Path, kept: tuple[Record, ...]) -> None:
    again, problems = read_register(written(tmp_path, book("A", *kept)), KINDS)
    assert problems == () or {p.code for p in problems} <= {"registers.order"}
    assert again is not None
    assert [told(r) for r in again.records] == [told(r) for r in kept]


def test_new_rows_have_their_code_before_anybody_writes(tmp_path: Path) -> None:
    path = written(tmp_path, book("A", opening(3, "A", None)))
    change_cells(path, {"B5": "Buổi mới", "B6": "Buổi sau"})
    again, _ = read_register(path, KINDS)
    assert again is not None
    assert [r.id for r in again.records] == ["openings-A-0003", "openings-A-0004", "openings-A-0005"]


def test_a_wrong_cell_is_told_and_kept_and_the_rest_of_its_row_counts(tmp_path: Path) -> None:
    path = written(tmp_path, book("A"))
    change_cells(path, {"B4": "Buổi 1", "D4": "hôm qua", "E4": "12", "F4": "Cuối tuần"})
    again, problems = read_register(path, KINDS)
    assert again is not None
    assert [(p.code, p.where.anchor) for p in problems] == [("registers.day", "Sổ!D4"), ("registers.choice", "Sổ!F4")]
    assert again.records[0].values["readers"] == 12
    assert again.records[0].as_written == {"done": "hôm qua", "kind": "Cuối tuần"}
    third, same = read_register(written(tmp_path, again, "hai.xlsx"), KINDS)
    assert third is not None
    assert third.records[0].as_written == again.records[0].as_written
    assert [p.code for p in same] == [p.code for p in problems]


@pytest.mark.parametrize("link", ["https://mang.vn/a", "xem www.trang.com", "@nguoidung", "facebook.com/abc"])
def test_an_address_or_an_account_is_not_kept(tmp_path: Path, link: str) -> None:
    path = written(tmp_path, book("A"))
    change_cells(path, {"B4": link, "E4": 1})
    again, problems = read_register(path, KINDS)
    assert [p.code for p in problems] == ["registers.link"]
    assert again is not None
    assert link not in repr(again) + repr(problems)


def test_columns_may_be_moved_and_a_code_that_stands_twice_is_a_new_record(tmp_path: Path) -> None:
    path = written(tmp_path, book("A", opening(1, "A", date(2021, 5, 1))))
    file = openpyxl.load_workbook(path)
    file["Sổ"].insert_cols(2)
    file["Sổ"]["C5"], file["Sổ"]["A5"] = "Chép", "openings-A-0001"
    file.save(path)
    again, problems = read_register(path, KINDS)
    assert again is not None
    assert [p.code for p in problems] == ["registers.id_twice"]
    assert len({r.id for r in again.records}) == 2


def test_a_line_of_no_record_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, book("A", opening(1, "A", None)))
    change_cells(path, {"A4": "openings-A-0009", "C4": 3}, "Cho mượn")
    _, problems = read_register(path, KINDS)
    assert [p.code for p in problems] == ["registers.line_without_record"]


def test_two_peoples_copies_become_one_and_what_differs_is_shown(tmp_path: Path) -> None:
    (tmp_path / "goc").mkdir()
    (tmp_path / "ban").mkdir()
    start = written(
        tmp_path / "goc", book("A", opening(1, "A", None, state="planned"), opening(2, "A", None, state="planned"))
    )
    one, two = (tmp_path / "ban" / name for name in ("mot.xlsx", "hai.xlsx"))
    for copy in (one, two):
        copy.write_bytes(start.read_bytes())
    change_cells(one, {"E4": 10, "I4": None, "J4": "Đã mở cửa", "E5": 7})
    change_cells(two, {"C4": date(2021, 3, 1), "E5": 8})
    hierarchy = three_communes()
    before = read_registers([tmp_path / "goc"], KINDS, hierarchy)
    shelf = read_registers([tmp_path / "ban"], KINDS, hierarchy, before=before)
    first, second = shelf.books[0].records
    assert (first.values["readers"], first.values["due"], first.state) == (10, date(2021, 3, 1), "held")
    assert second.values["readers"] is None
    assert [(c.record, c.field, sorted(v for v, _ in c.values)) for c in shelf.conflicts] == [
        ("openings-A-0002", "readers", ["7", "8"])
    ]


def test_a_state_that_cannot_follow_is_told(tmp_path: Path) -> None:
    (tmp_path / "goc").mkdir()
    (tmp_path / "nay").mkdir()
    written(tmp_path / "goc", book("A", opening(1, "A", None, state="cancelled")))
    written(tmp_path / "nay", book("A", opening(1, "A", None, state="held")))
    before = read_registers([tmp_path / "goc"], KINDS, three_communes())
    shelf = read_registers([tmp_path / "nay"], KINDS, three_communes(), before=before)
    assert [p.code for p in shelf.problems] == ["registers.move"]


def test_excel_2013_opens_it_without_macros(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, book("A"))) as package:
        names = package.namelist()
        sheets = "".join(package.read(name).decode() for name in names if name.startswith("xl/worksheets/"))
    assert not [name for name in names if "vba" in name.lower()]
    assert "_xlfn" not in sheets
    assert "conditionalFormatting" in sheets
