"""The units of the whole country that come with the program."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from orgunits.tables import CHANGES, UNITS
from tongket.orgunits import Hierarchy, hierarchy_tables, load_hierarchy
from tongket.problems import MalformedError

COUNTS = {
    "2004-12-31": (64, 662, 10769),
    "2008-08-01": (63, 684, 11018),
    "2015-12-31": (63, 713, 11162),
    "2018-12-31": (63, 713, 11162),
    "2020-12-31": (63, 707, 10614),
    "2021-12-31": (63, 705, 10599),
    "2023-12-31": (63, 705, 10598),
    "2025-06-30": (63, 696, 10035),
    "2025-07-01": (34, 0, 3321),
    "2026-07-25": (34, 0, 3321),
}
"""Provinces, districts, communes; docs/reference/units-vn.md sets them beside the official figures."""


@pytest.fixture(scope="module")
def vn() -> Hierarchy:
    return load_hierarchy(Path("vn"))


@pytest.mark.parametrize(("day", "counts"), COUNTS.items())
def test_counts_on_a_day(vn: Hierarchy, day: str, counts: tuple[int, int, int]) -> None:
    found = Counter(unit.kind.value for unit in vn.on(date.fromisoformat(day)))
    assert (found["province"], found["district"], found["commune"]) == counts


def test_bac_kan_through_time(vn: Hierarchy) -> None:
    def communes(day: date) -> set[str]:
        return {unit.code for unit in vn.on(day).descendants("06") if unit.kind == "commune"}

    assert (len(communes(date(2020, 1, 31))), len(communes(date(2020, 2, 1)))) == (122, 108)
    reform = vn.crosswalk(date(2025, 6, 30), date(2025, 7, 1))
    targets = {edge.target for code in communes(date(2025, 6, 30)) for edge in reform.targets(code)}
    assert all(edge.whole for code in communes(date(2025, 6, 30)) for edge in reform.targets(code))
    assert len(targets) == 37
    assert {vn.on(date(2025, 7, 1))[code].parent for code in targets} == {"19"}


def test_the_example_tells_the_same_as_the_country(vn: Hierarchy, bac_kan_units: Hierarchy) -> None:
    for day in (date(2019, 12, 31), date(2023, 12, 31), date(2025, 6, 30)):
        ours, theirs = vn.on(day), bac_kan_units.on(day)
        territory = [unit for unit in theirs if unit.kind != "agency" and unit.code in ours]
        assert len(territory) == len([unit for unit in theirs if unit.kind != "agency"])
        assert [(unit.code, unit.parent) for unit in territory] == [
            (unit.code, ours[unit.code].parent) for unit in territory
        ]
    days = (date(2019, 12, 31), date(2023, 12, 31))
    one, other = vn.crosswalk(*days), bac_kan_units.crosswalk(*days)
    assert all(one.targets(edge.source) == other.targets(edge.source) for edge in other if edge.source.isdigit())


def test_every_commune_of_the_reform_names_its_resolution(vn: Hierarchy) -> None:
    reform = [change for change in vn.changes if change.on == date(2025, 7, 1)]
    assert all(change.legal_basis.endswith(("UBTVQH15", "QH15")) for change in reform)
    assert len({change.legal_basis for change in reform if change.legal_basis.endswith("NQ-UBTVQH15")}) == 34


def test_what_is_written_out_is_read_back(tmp_path: Path) -> None:
    """Through the loader of tables, which tells every fault."""
    for name in ("vn", "vn-06"):
        hierarchy = load_hierarchy(Path(name))
        units, changes = hierarchy_tables(hierarchy)
        assert (units.split("\n")[0], changes.split("\n")[0]) == (UNITS, CHANGES)
        (tmp_path / "u.csv").write_text(units, encoding="utf-8")
        (tmp_path / "c.csv").write_text(changes, encoding="utf-8")
        again = load_hierarchy(tmp_path / "u.csv", tmp_path / "c.csv")
        assert (again.spans, again.changes) == (hierarchy.spans, hierarchy.changes)


def test_one_province_and_its_kin() -> None:
    part = load_hierarchy(Path("vn-06"))
    assert [unit.code for unit in part.on(date(2019, 12, 31)).roots] == ["06", "19"]
    assert {unit.parent for unit in part.on(date(2026, 1, 1)) if unit.level == 3} == {"19"}


@pytest.mark.parametrize(("name", "changes", "code"), [("vn-05", None, "unknown"), ("vn", Path("c.csv"), "changes")])
def test_what_cannot_be_asked(name: str, changes: Path | None, code: str) -> None:
    with pytest.raises(MalformedError) as caught:
        load_hierarchy(Path(name), changes)
    assert [problem.code for problem in caught.value.problems] == [f"orgunits.national_{code}"]
