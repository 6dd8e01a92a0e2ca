"""Figures of random histories on the map of any day, before and after, against a slow oracle."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from consolidation.cast import FRAMEWORK, report
from orgunits.histories import FIRST, LAST, History, follow, histories
from orgunits.tables import load_text
from tongket.consolidation import Basis, Figure, roll_up
from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.periods import Period

DAYS = st.dates(FIRST + timedelta(days=1), LAST - timedelta(days=1))
Parts = dict[str, Fraction | None]


def converted(hierarchy: Hierarchy, stated: dict[str, int], period: Period, day: date) -> dict[str, Figure]:
    reports = [report(code, period.code, file=code, SUM=str(number)) for code, number in stated.items()]
    figures = roll_up(
        reports, (), framework=FRAMEWORK, hierarchy=hierarchy, review_period=period, tree_date=day
    ).figures
    return {one.org_unit: one for one in figures if one.basis is Basis.CURRENT}


def expected(history: History, stated: dict[str, int], then: date, day: date, codes: list[str]) -> dict[str, Fraction]:
    """Every unit of ``day`` of which all parts are known and stated; a unit that is all its own figure has none."""
    shares: dict[str, Parts] = defaultdict(dict)
    if then <= day:
        for code in codes:
            for target, share in follow(code, history.steps, then, day).items():
                shares[target][code] = share
    else:
        ways: dict[str, set[str]] = defaultdict(set)
        for code in history_codes(history, day):
            for target in follow(code, history.steps, day, then):
                ways[target].add(code)
        for code in codes:
            for origin in ways[code]:
                shares[origin][code] = Fraction(1) if len(ways[code]) == 1 else None
    found = {}
    for target, parts in shares.items():
        if parts == {target: Fraction(1)} or not all(code in stated for code in parts):
            continue
        known = {code: share for code, share in parts.items() if share is not None}
        if len(known) == len(parts):
            found[target] = sum((share * stated[code] for code, share in known.items()), Fraction(0))
    return found


def history_codes(history: History, day: date) -> list[str]:
    with TemporaryDirectory() as folder:
        tree = load_text(Path(folder), *history.text).on(day)
    return [unit.code for unit in tree if unit.code != "P"]


@settings(max_examples=60)
@given(history=histories(), days=st.tuples(DAYS, DAYS), data=st.data())
def test_a_figure_of_any_year_on_the_map_of_any_day(
    history: History, days: tuple[date, date], data: st.DataObject
) -> None:
    period, day = Period.parse(str(days[0].year)), days[1]
    with TemporaryDirectory() as folder:
        hierarchy = load_text(Path(folder), *history.text)
    codes = [unit.code for unit in hierarchy.on(period.last_day) if unit.code != "P"]
    stated = {
        code: number for code in codes if (number := data.draw(st.one_of(st.none(), st.integers(0, 10**6)))) is not None
    }
    found = converted(hierarchy, stated, period, day)
    wanted = expected(history, stated, period.last_day, day, codes)
    assert {code: near(figure) for code, figure in found.items() if code != "P"} == {
        code: round(float(number), 6) for code, number in wanted.items()
    }
    if stated:
        conserved(found["P"], stated)


def near(figure: Figure) -> float:
    assert figure.value is not None
    return round(float(figure.value), 6)


def conserved(province: Figure, stated: dict[str, int]) -> None:
    """Nothing is lost or made on the way: the province has what its units state, exactly."""
    assert province.value == sum(stated.values())
    assert sum(
        (one.share * Fraction(value.value) for one in province.expression for value in one.values), Fraction(0)
    ) == (sum(stated.values()))


def test_communes_of_two_tiers_on_a_map_of_three() -> None:
    """The communes of 2026 fill the old province and its old districts, which ended a year before."""
    country, period, day = load_hierarchy(Path("vn-06")), Period.parse("2026"), date(2024, 12, 31)
    back = country.crosswalk(period.last_day, day)
    stated = {unit.code: 1 for unit in country.on(period.last_day) if unit.level == 3}
    found = converted(country, stated, period, day)
    assert found["06"].value == len(stated) == 37
    old = country.on(day)
    districts = {old[edge.target].parent for code in stated for edge in back.targets(code)}
    assert districts == {unit.code for unit in old.children("06")}
    whole = {
        district: sum(1 for code in stated if {old[edge.target].parent for edge in back.targets(code)} == {district})
        for district in districts
    }
    told = {code: found[code].value for code in districts if code in found}
    assert told
    assert all(value == whole[code] for code, value in told.items())
