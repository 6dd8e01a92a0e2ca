"""Every mistake in the two tables is told at once, with file, line and column."""

from datetime import date
from pathlib import Path

import pytest

from orgunits.tables import Faults
from tongket.orgunits import load_hierarchy
from tongket.problems import MalformedError, Problem, message

HEADER = "code;name;kind;level;parent;valid_from;valid_to"
GOOD = "P;Tỉnh P;province;1;;2000-01-01;\nA;Xã A;commune;3;P;2000-01-01;\nB;Xã B;commune;3;P;2000-01-01;2010-01-01"
ROW_FAULTS = {
    "A;Xã A;village;3;P;2000-01-01;": ("orgunits.kind_unknown", "kind"),
    "A;Xã A;commune;four;P;2000-01-01;": ("orgunits.level_unknown", "level"),
    "A;Xã A;commune;2;P;2000-01-01;": ("orgunits.level_of_kind", "level"),
    "A;Xã A;commune;3;;2000-01-01;": ("orgunits.orphan", "parent"),
    "A;;commune;3;P;2000-01-01;": ("orgunits.name_missing", "name"),
    ";Xã A;commune;3;P;2000-01-01;": ("orgunits.code_missing", "code"),
    "A;Xã A;commune;3;P;01/01/2000;": ("table.date", "valid_from"),
    "A;Xã A;commune;3;P;2000-02-30;": ("table.date", "valid_from"),
    "A;Xã A;commune;3;P;2000-01-01;2000-01-01": ("orgunits.ends_before_start", "valid_to"),
    "A;Xã A;commune;3;Q;2000-01-01;": ("orgunits.parent_unknown", "parent"),
    "A;Xã A;commune;3;P;1999-12-31;": ("orgunits.parent_not_there", "parent"),
    "A;Xã A;commune;3;A;2000-01-01;": ("orgunits.cycle", "parent"),
    "A;Xã A;commune;3;P;2000-01-01": ("table.row_width", ""),
    'A;"Xã" A;commune;3;P;2000-01-01;': ("table.quotes", ""),
}
CHANGE_FAULTS = {
    "2010-01-01;fuse;B;A;;": ("changes.kind_unknown", "kind"),
    "1/1/2010;absorb;B;A;;": ("table.date", "date"),
    "2010-01-01;absorb;;;;": ("changes.no_unit", "from"),
    "2010-01-01;absorb;;A;;": ("changes.from_missing", "from"),
    "2010-01-01;absorb;B;;;": ("changes.to_missing", "to"),
    "2010-01-01;dissolve;B;A;;": ("changes.to_given", "to"),
    "2010-01-01;absorb;C;A;;": ("changes.code_unknown", "from"),
    "2010-01-02;absorb;B;A;;": ("changes.from_not_there", "from"),
    "2010-01-01;absorb;A;B;;": ("changes.to_not_there", "to"),
    "2009-01-01;absorb;B;A;;": ("changes.still_there", "from"),
    "2010-01-01;absorb;B;A;half;": ("changes.share", "share"),
    "2010-01-01;absorb;B;A;0;": ("changes.share", "share"),
    "2010-01-01;absorb;B;A;1.2;": ("changes.share", "share"),
    "2010-01-01;absorb;B;A;1/0;": ("changes.share", "share"),
    "2010-01-01;absorb;B;A;0.9;": ("changes.share_sum", "share"),
}


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str]]:
    return [(problem.code, problem.where.line, problem.where.key) for problem in problems]


@pytest.mark.parametrize(("row", "fault"), ROW_FAULTS.items(), ids=[code for code, _ in ROW_FAULTS.values()])
def test_a_faulty_row(faults: Faults, row: str, fault: tuple[str, str]) -> None:
    code, key = fault
    problems = faults(f"P;Tỉnh P;province;1;;2000-01-01;\n{row}")
    assert (code, 3, key) in told(problems)
    assert all(problem.where.file.endswith("orgunits.csv") for problem in problems)
    assert all("{" not in message(problem, language) for problem in problems for language in ("vi", "en"))


@pytest.mark.parametrize(("row", "fault"), CHANGE_FAULTS.items(), ids=list(CHANGE_FAULTS))
def test_a_faulty_change(faults: Faults, row: str, fault: tuple[str, str]) -> None:
    code, key = fault
    problems = faults(GOOD, f"\n{row}")
    assert (code, 2, key) in told(problems)
    assert problems[0].where.file.endswith("changes.csv")


def test_overlaps_and_changes_told_twice(faults: Faults) -> None:
    overlap = faults(f"{GOOD}\nB;Xã C;commune;3;P;2009-06-01;")
    assert told(overlap) == [("orgunits.overlap", 5, "valid_from")]
    twice = faults(GOOD, "2010-01-01;absorb;B;A;;1/NQ\n2010-01-01;absorb;B;A;;2/NQ")
    assert told(twice) == [("changes.twice", 3, "to")]


def test_a_longer_cycle_is_told_once(faults: Faults) -> None:
    rows = "D;Huyện D;agency;2;E;2000-01-01;\nE;Huyện E;agency;2;D;2000-01-01;"
    codes = [code for code, _, _ in told(faults(rows))]
    assert codes.count("orgunits.cycle") == 1


def test_all_problems_of_both_tables_at_once(faults: Faults) -> None:
    rows = f"{GOOD}\nC;Xã C;village;9;Q;x;y\nD;Xã D;commune;3;Z;2000-01-01;"
    found = told(faults(rows, "x;fuse;B;A;;\n2010-01-01;absorb;Z;A;;"))
    assert {code for code, _, _ in found} == {
        "orgunits.kind_unknown",
        "orgunits.level_unknown",
        "table.date",
        "orgunits.parent_unknown",
        "changes.kind_unknown",
        "changes.code_unknown",
    }


def test_a_faulty_row_makes_no_second_fault_elsewhere(faults: Faults) -> None:
    rows = f"{GOOD}\nC;Xã C;commune;3;P;2000-13-01;"
    assert told(faults(rows, "2010-01-01;absorb;B;A;;\n2010-01-01;rename;C;C;;")) == [("table.date", 5, "valid_from")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table.empty"),
        (b"\xef\xbb\xbf  \n", "table.empty"),
        (HEADER.encode("utf-16"), "table.encoding"),
        (HEADER.encode("utf-16-le"), "table.encoding"),
        (f"{HEADER}\nP;Tỉnh P".encode().replace("ỉ".encode(), b"\xd2"), "table.encoding"),
        (HEADER.replace(";", ",").encode(), "table.delimiter"),
        (HEADER.replace(";", "\t").encode(), "table.delimiter"),
        (b"code;name;kind;level;parent;valid_from", "table.columns_missing"),
        (HEADER.encode() + b";population", "table.columns_unknown"),
        (HEADER.encode() + b";code", "table.columns_twice"),
    ],
)
def test_a_table_of_another_form(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "orgunits.csv"
    path.write_bytes(data)
    with pytest.raises(MalformedError) as caught:
        load_hierarchy(path, None)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MalformedError) as caught:
        load_hierarchy(tmp_path / "none.csv", None)
    assert [problem.code for problem in caught.value.problems] == ["table.not_readable"]


def test_byte_order_mark_column_order_and_decomposed_letters_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "orgunits.csv"
    text = "name;code;kind;level;parent;valid_to;valid_from\r\nTi\u0309nh P;P;province;1;;;2000-01-01\r\n\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load_hierarchy(path, None).on(date(2001, 1, 1))["P"].name == "Tỉnh P"


def test_a_table_of_another_form_is_the_only_fault_told(tmp_path: Path) -> None:
    units, changes = tmp_path / "orgunits.csv", tmp_path / "changes.csv"
    units.write_text(HEADER.replace(";", ","), encoding="utf-8")
    changes.write_text("date;kind;from;to;share;legal_basis\n2010-01-01;absorb;B;A;;", encoding="utf-8")
    with pytest.raises(MalformedError) as caught:
        load_hierarchy(units, changes)
    assert [problem.code for problem in caught.value.problems] == ["table.delimiter"]
