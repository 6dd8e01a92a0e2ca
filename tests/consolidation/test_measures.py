"""Every question about sums against a slow oracle, also after corrections; the same of a review and of the territory store."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from consolidation.cast import FRAMEWORK, REVIEW, hierarchy, report
from tongket.consolidation import Measures, Rollup, TerritoryStore, TerritorySums
from tongket.framework import Target
from tongket.orgunits import OrgUnitKind
from tongket.periods import Period

DAYS = [date(year, month, day) for year in (2019, 2020, 2021) for month, day in ((6, 30), (12, 31))]
UNITS = ["12", "13", "21"]
Key = tuple[str, str, date, str]
Stated = dict[Key, tuple[Decimal, bool]]

values = st.tuples(st.decimals(min_value=0, max_value=10**6, places=3), st.booleans())
keys = st.tuples(
    st.sampled_from(UNITS), st.sampled_from(["A", "B"]), st.sampled_from(DAYS), st.sampled_from(["", "nữ"])
)
stated_figures = st.dictionaries(keys, values, max_size=40)


def measures(stated: Stated) -> TerritorySums:
    store = TerritoryStore(hierarchy())
    store.add([(unit, code, day, v, category, ok) for (unit, code, day, category), (v, ok) in stated.items()])
    return TerritorySums(store, OrgUnitKind.DISTRICT)


def district(unit: str) -> str:
    return "D2" if unit == "21" else "D1"


def version(unit: str, day: date) -> tuple[str, bool]:
    """Communes 12 and 13 are others since the reorganisation of 2020-02-01."""
    return unit, unit != "21" and day >= date(2020, 2, 1)


def sums(stated: Stated, *, accepted: bool = False) -> list[tuple[object, ...]]:
    total: dict[tuple[str, str, int], Decimal] = defaultdict(Decimal)
    count: dict[tuple[str, str, int], int] = defaultdict(int)
    for (unit, code, day, _), (value, ok) in stated.items():
        if ok or not accepted:
            total[district(unit), code, day.year] += value
            count[district(unit), code, day.year] += 1
    return sorted((*key, value, count[key]) for key, value in total.items())


@settings(max_examples=25)
@given(stated_figures)
def test_sums_full_provisional_and_by_breakdown(stated: Stated) -> None:
    found = measures(stated)
    assert found.sums() == sums(stated)
    assert found.provisional() == sums(stated, accepted=True)
    parts: dict[tuple[object, ...], Decimal] = defaultdict(Decimal)
    for (unit, code, day, category), (value, _) in stated.items():
        parts[district(unit), code, day.year, category] += value
    assert [row[:-1] for row in found.by_category()] == sorted((*key, value) for key, value in parts.items())


@settings(max_examples=25)
@given(stated_figures)
def test_rank_contribution_coverage_and_gap(stated: Stated) -> None:
    found = measures(stated)
    own = {row[0]: row[3] for row in sums(stated) if row[1:3] == ("A", 2020)}
    ranked = [(d, v, 1 + sum(w > v for w in own.values())) for d, v in own.items()]
    assert found.rank("A", 2020) == sorted(ranked, key=lambda row: (row[2], row[0]))
    here = [(k, v) for k, (v, _) in stated.items() if k[2].year == 2020]
    units: dict[str, Decimal] = defaultdict(Decimal)
    for (unit, code, _, _), value in here:
        if code == "A" and district(unit) == "D1":
            units[unit] += value
    placed = ((u, v, 1 + sum(w > v for w in units.values())) for u, v in units.items())
    assert found.contribution("D1", "A", 2020) == sorted(placed, key=lambda row: (row[2], row[0]))
    assert found.coverage("A", 2020) == [
        (d, len({k[0] for k, _ in here if district(k[0]) == d and k[1] == "A"}), len(all_))
        for d in ("D1", "D2")
        if (all_ := {k[0] for k, _ in here if district(k[0]) == d})
    ]
    goals = {"D1": Decimal("1000"), "D2": Decimal("2.5")}
    gaps = [(d, v, goals[d], v - goals[d]) for d, v in own.items()]
    found.aim(goals, "A", 2020)
    assert found.gap("A", 2020) == sorted(gaps, key=lambda row: (row[3], row[0]))


@settings(max_examples=25)
@given(stated_figures, st.sampled_from([(2019, 2020), (2020, 2021)]))
def test_growth_is_over_the_same_territory_with_as_many_figures(stated: Stated, years: tuple[int, int]) -> None:
    found = measures(stated)
    told: dict[tuple[object, ...], list[Decimal]] = defaultdict(list)
    for (unit, code, day, _), (value, _) in stated.items():
        if code == "A":
            told[version(unit, day), day.year].append(value)
    expected = []
    for d in ("D1", "D2"):
        both = {
            v: (sum(told[v, years[0]], Decimal()), sum(told[v, years[1]], Decimal()))
            for v in sorted({key[0] for key in told})
            if district(v[0]) == d and 0 < len(told.get((v, years[0]), ())) == len(told.get((v, years[1]), ()))
        }
        if both:
            sides = list(zip(*both.values(), strict=True))
            expected.append((d, sum(sides[0]), sum(sides[1]), [unit for unit, _ in both]))
    assert found.growth("A", *years) == expected


@settings(max_examples=25)
@given(stated_figures, st.lists(st.tuples(keys, values), max_size=5), st.booleans())
def test_a_correction_changes_its_own_sum_and_no_other(
    stated: Stated, corrections: list[tuple[Key, tuple[Decimal, bool]]], settled: bool
) -> None:
    """Whether something is asked after each of them, or after all."""
    found = measures(stated)
    now = dict(stated)
    for (unit, code, day, category), (value, _) in corrections:
        there = (unit, code, day, category) in now
        assert found.correct(unit, code, day, value, category=category) is there
        if there:
            now[unit, code, day, category] = (value, now[unit, code, day, category][1])
        own = {row[:3]: row[3] for row in sums(now)}
        assert found.sum_of(district(unit), code, day.year) == own.get((district(unit), code, day.year))
        if settled:
            assert found.sums() == sums(now)
    assert found.sums() == sums(now)
    assert found.provisional() == sums(now, accepted=True)


YEARS = st.sampled_from(["2019", "2020", "2021"])
of_communes = st.dictionaries(st.tuples(st.sampled_from(UNITS), YEARS), st.integers(0, 99), min_size=1, max_size=9)


@settings(max_examples=15)
@given(of_communes)
def test_a_review_and_the_territory_store_answer_alike(stated: dict[tuple[str, str], int]) -> None:
    """What only communes report goes to their districts in both."""
    only = replace(FRAMEWORK["SUM"], levels=frozenset({"commune"}))
    goals = {"D1": Decimal(50), "D2": Decimal(5)}
    review = Rollup(
        framework=replace(FRAMEWORK, indicators={"SUM": only}),
        hierarchy=hierarchy(),
        review_period=REVIEW,
        targets=[
            Target(org_unit=code, indicator="SUM", period=Period.parse("2020"), value=goal, basis="", line=1)
            for code, goal in goals.items()
        ],
    )
    review.take([report(unit, year, SUM=str(number)) for (unit, year), number in stated.items()], ())
    store = TerritoryStore(hierarchy())
    store.add([(u, "SUM", date(int(year), 12, 31), Decimal(n)) for (u, year), n in stated.items()])
    found = TerritorySums(store, OrgUnitKind.DISTRICT)
    found.aim(goals, "SUM", 2020)
    asked: list[Callable[[Measures, type], list[tuple[Any, ...]]]] = [
        lambda one, year: one.contribution("D1", "SUM", year(2020)),
        lambda one, year: one.growth("SUM", year(2020), year(2021)),
        lambda one, year: one.gap("SUM", year(2020)),
        lambda one, year: one.coverage("SUM", year(2020)),
        lambda one, year: [row for row in one.provisional() if row[2] == year(2020)],
    ]
    for ask in asked:
        of_review = [row for row in ask(review.measures, str) if row[0] != "1"]
        assert [tuple(map(plain, row)) for row in of_review] == [tuple(map(plain, row)) for row in ask(found, int)]


def plain(cell: Any) -> Any:
    return cell if isinstance(cell, list | Decimal) else str(cell)
