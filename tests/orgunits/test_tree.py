"""The tree of any day, and the lives of codes."""

from datetime import date

import pytest

from orgunits.tables import Load
from tongket.orgunits import Hierarchy, OrgUnitKind

BEFORE, AFTER, TODAY = date(2020, 1, 31), date(2020, 2, 1), date(2025, 7, 1)


@pytest.mark.parametrize(("day", "communes"), [(BEFORE, 122), (AFTER, 108), (TODAY, 37)])
def test_the_tree_is_that_of_the_day(bac_kan_units: Hierarchy, day: date, communes: int) -> None:
    tree = bac_kan_units.on(day)
    assert sum(unit.kind is OrgUnitKind.COMMUNE for unit in tree) == communes
    assert bac_kan_units.on(day) is tree


def test_parents_children_and_what_is_above(bac_kan_units: Hierarchy) -> None:
    tree = bac_kan_units.on(AFTER)
    assert [unit.code for unit in tree.ancestors("02155")] == ["066", "06"]
    assert "02155" in {unit.code for unit in tree.children("066")}
    assert {unit.code for unit in tree.children("06") if unit.kind is OrgUnitKind.AGENCY} >= {"BK-STC", "BK-CAT"}
    assert {unit.code for unit in tree.roots} == {"06", "19"}
    assert len(tree.descendants("06")) == len(tree) - 2


def test_a_code_of_no_unit_says_so(bac_kan_units: Hierarchy) -> None:
    assert "02134" not in bac_kan_units.on(AFTER)
    assert "02134" in bac_kan_units
    with pytest.raises(KeyError, match="02134"):
        bac_kan_units.on(AFTER)["02134"]


@pytest.mark.parametrize(
    ("code", "lives"),
    [
        ("01960", ["2004-01-01", "2020-02-01", "2025-07-01"]),  # the code lives on in other units
        ("01954", ["2004-01-01", "2025-07-01"]),  # a rename continues the life
        ("01957", ["2004-01-01"]),  # a transfer continues it
        ("01912", ["2004-01-01", "2025-07-01"]),  # absorbing continues it
        ("01903", ["2004-01-01"]),  # being absorbed ends it
        ("02065", ["2004-01-01"]),  # receiving a part of a split unit continues it
        ("19", ["1997-01-01"]),
        ("066", ["2004-01-01"]),
    ],
)
def test_lives(bac_kan_units: Hierarchy, code: str, lives: list[str]) -> None:
    found = dict.fromkeys(span.uid for span in bac_kan_units.history(code))
    assert list(found) == [f"{code}@{day}" for day in lives]


def test_a_merge_divides_a_row_that_keeps_its_name(load: Load) -> None:
    rows = """
P;Tỉnh P;province;1;;2000-01-01;
A;Xã A;commune;3;P;2000-01-01;
B;Xã B;commune;3;P;2000-01-01;2010-01-01
"""
    hierarchy = load(rows, "2010-01-01;merge;A;A;;1/NQ\n2010-01-01;merge;B;A;;1/NQ")
    assert [span.uid for span in hierarchy.history("A")] == ["A@2000-01-01", "A@2010-01-01"]
    assert [change.kind for change in hierarchy.changes] == ["merge"]
    assert len(hierarchy.changes[0].edges) == 2


def test_two_kinds_of_one_day_are_two_changes(load: Load) -> None:
    rows = """
P;Tỉnh P;province;1;;2000-01-01;
A;Xã A;commune;3;P;2000-01-01;2010-01-01
B;Xã B;commune;3;P;2000-01-01;
"""
    hierarchy = load(rows, "2010-01-01;absorb;A;B;;1/NQ\n2010-01-01;rename;B;B;;1/NQ")
    assert [(change.kind.value, change.legal_basis) for change in hierarchy.changes] == [
        ("absorb", "1/NQ"),
        ("rename", "1/NQ"),
    ]
    assert len({span.uid for span in hierarchy.history("B")}) == 1
