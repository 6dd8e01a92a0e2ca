"""Figures stored with the version of their unit, on the map of each date and of any day, against a slow oracle."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from orgunits.histories import FIRST, LAST, History, follow, histories
from orgunits.tables import load_text
from tongket.consolidation import TerritoryStore, round_to_add_up
from tongket.orgunits import OrgUnitKind, load_hierarchy

DAYS = st.dates(FIRST, LAST - timedelta(days=1))


@settings(max_examples=25)
@given(history=histories(), days=st.lists(DAYS, min_size=1, max_size=4), day=DAYS, data=st.data())
def test_sums_on_the_map_of_any_day(history: History, days: list[date], day: date, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        hierarchy = load_text(Path(folder), *history.text)
    store = TerritoryStore(hierarchy)
    rows = [
        (unit.code, "S", when, Decimal(data.draw(st.integers(0, 10**6))))
        for when in days
        for unit in hierarchy.on(when)
        if unit.code != "P" and when <= day
    ]
    assert store.add([*rows, ("nowhere", "S", day, Decimal(1))]) == 1
    communes: dict[tuple[str, int], Fraction] = defaultdict(Fraction)
    unknown = set()
    for code, _, when, value in rows:
        arrived = follow(code, history.steps, when, day)
        known = [share for share in arrived.values() if share is not None]
        rest = 1 - sum(known, Fraction(0)) if len(known) == len(arrived) else None
        for target, share in (arrived | ({"P": rest} if lost(history, code, when, day) else {})).items():
            if share is None:
                unknown.add((target, when.year))
            else:
                communes[target, when.year] += share * Fraction(value)
    found = {(one.org_unit, one.year): one for one in store.on(day, OrgUnitKind.COMMUNE)}
    assert {key: one.value for key, one in found.items() if one.figures} == dict(communes)
    assert {key for key, one in found.items() if one.not_comparable} == unknown
    total = sum((one.value for one in store.on(day, OrgUnitKind.PROVINCE)), Fraction(0))
    assert total == sum(Fraction(value) for *_, value in rows)
    assert sum((one.value for one in store.as_reported(OrgUnitKind.PROVINCE)), Fraction(0)) == total


def lost(history: History, code: str, start: date, end: date) -> bool:
    """Whether a part of the unit, or all of it, ended without an heir."""
    for day, step in history.steps:
        if start < day <= end and code in step:
            return not step[code] or any(lost(history, target, day, end) for target in step[code])
    return False


CARVED = """
P;Tỉnh P;province;1;;2000-01-01;
Q;Tỉnh Q;province;1;;2000-01-01;
A;Xã A;commune;3;P;2000-01-01;
N;Xã N;commune;3;Q;2010-01-01;
"""


def test_what_a_unit_gave_away_is_in_its_earlier_figures_only(tmp_path: Path) -> None:
    store = TerritoryStore(load_text(tmp_path, CARVED, "2010-01-01;spin_off;A;N;1/3;1/NQ"))
    rows = [("A", "S", date(year, 12, 31), Decimal(year)) for year in (2009, 2010)]
    assert store.add([*rows, ("N", "S", date(2010, 12, 31), Decimal(1))]) == 0
    now = {(one.org_unit, one.year): one.value for one in store.on(date(2011, 1, 1), OrgUnitKind.PROVINCE)}
    assert now == {
        ("P", 2009): Fraction(2 * 2009, 3),
        ("Q", 2009): Fraction(2009, 3),
        ("P", 2010): 2010,
        ("Q", 2010): 1,
    }
    then = {(one.org_unit, one.year): one for one in store.on(date(2005, 1, 1), OrgUnitKind.PROVINCE)}
    assert {key: one.value for key, one in then.items()} == {("P", 2009): 2009, ("P", 2010): 2011}


def test_the_country_of_2026_on_the_map_of_the_old_provinces() -> None:
    country, day = load_hierarchy(Path("vn")), date(2026, 6, 30)
    store = TerritoryStore(country)
    communes = [unit for unit in country.on(day) if unit.kind is OrgUnitKind.COMMUNE]
    assert store.add([(unit.code, "S", day, Decimal(1)) for unit in communes]) == 0
    old = list(store.on(date(2025, 6, 30), OrgUnitKind.PROVINCE))
    assert len({one.org_unit for one in old}) == 63
    missing = {code for one in old for code in one.not_comparable}
    assert sum(one.figures for one in old) + len(missing) == 3321
    assert {one.org_unit: one.figures for one in old}["06"] == 37


@given(st.lists(st.fractions(min_value=0, max_value=1000), max_size=8), st.integers(0, 3))
def test_rounded_parts_add_up_and_are_never_off_by_one_unit(parts: list[Fraction], places: int) -> None:
    rounded = round_to_add_up(parts, places=places)
    unit = Fraction(1, 10**places)
    assert abs(sum(map(Fraction, rounded), Fraction(0)) - sum(parts, Fraction(0))) <= unit / 2
    assert all(abs(Fraction(one) - part) < unit for one, part in zip(rounded, parts, strict=True))
    assert round_to_add_up([Fraction(1, 3)] * 3) == [Decimal(1), Decimal(0), Decimal(0)]
