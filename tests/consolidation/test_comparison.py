"""Comparison over the same units: who reports in one year only moves nothing; against a slow oracle."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings

from consolidation.cast import FRAMEWORK, REVIEW, hierarchy, report
from consolidation.test_oracle import facts, reports_of
from tongket.consolidation import Basis, Comparison, Figure, roll_up
from tongket.reports import Report

Pairs = dict[tuple[str, str, str, str], tuple[tuple[str, ...], Fraction, Fraction]]
"""Org unit, indicator, earlier, later -> who, before, after."""


def compared(reports: list[Report], indicator: str) -> dict[tuple[str, str], Comparison]:
    """The comparisons of the province, by the two years."""
    found = roll_up(reports, (), framework=FRAMEWORK, hierarchy=hierarchy(), review_period=REVIEW).comparisons
    return {
        (str(one.earlier.period), str(one.later.period)): one
        for one in found
        if (one.later.org_unit, one.later.indicator) == ("1", indicator)
    }


def test_a_unit_that_is_absent_in_one_year_is_left_out_of_both() -> None:
    reports = [report("D1", "2019", SUM="100"), report("D2", "2019", SUM="50"), report("D1", "2020", SUM="110")]
    found = compared(reports, "SUM")["2019", "2020"]
    assert (found.org_units, found.before, found.after, found.growth) == (("D1",), 100, 110, 10)


def test_ratios_change_by_points_of_the_sums_of_the_same_units() -> None:
    reports = [
        report("D1", "2019", WHOLE="5/10"),
        report("D2", "2019", WHOLE="10/10"),
        report("D1", "2020", WHOLE="8/10"),
        report("AG", "2020", WHOLE="1/10"),
    ]
    found = compared(reports, "WHOLE")["2019", "2020"]
    assert (found.org_units, found.before, found.after, found.growth) == (("D1",), 50, 80, None)
    assert found.change == 30


def test_nothing_is_compared_where_no_unit_is_on_both_sides() -> None:
    assert compared([report("D1", "2019", SUM="100"), report("D2", "2020", SUM="50")], "SUM") == {}
    assert compared([report("D1", "2020", SUM="100")], "SUM") == {}


def test_each_year_beside_the_last_that_has_one_and_the_first_beside_the_last() -> None:
    reports = [report("AG", str(year), SUM=str(year), STOCK="1") for year in (2019, 2020, 2021)]
    assert list(compared(reports, "SUM")) == [("2019", "2020"), ("2020", "2021"), ("2019", "2021")]
    assert list(compared([reports[0], reports[2]], "STOCK")) == [("2019", "2021")]


def test_a_unit_whose_territory_changed_is_in_no_comparison() -> None:
    """Commune 12 took in another in 2020; 21 is as it was."""
    reports = [report(code, year, HOMES="1/2") for code in ("12", "21") for year in ("2019", "2020")]
    found = roll_up(reports, (), framework=FRAMEWORK, hierarchy=hierarchy(), review_period=REVIEW).comparisons
    assert {(one.later.org_unit, one.org_units) for one in found} == {("1", ("21",)), ("D2", ("21",))}


@settings(max_examples=25)
@given(facts(unknown=False))
def test_against_the_oracle(stated: dict[tuple[str, str, str], tuple[Fraction, ...]]) -> None:
    done = roll_up(reports_of(stated), (), framework=FRAMEWORK, hierarchy=hierarchy(), review_period=REVIEW)
    found = {
        (one.later.org_unit, one.later.indicator, str(one.earlier.period), str(one.later.period)): one
        for one in done.comparisons
    }
    wanted = expected(done.figures)
    assert found.keys() == wanted.keys()
    for key, (units, before, after) in wanted.items():
        assert found[key].org_units == units
        assert abs(Fraction(found[key].before) - before) < Fraction(1, 10**12)
        assert abs(Fraction(found[key].after) - after) < Fraction(1, 10**12)


def expected(figures: tuple[Figure, ...]) -> Pairs:
    """By loops over what figures were added up from."""
    series: dict[tuple[str, str], list[Figure]] = {}
    for one in figures:
        if one.basis is Basis.AS_REPORTED and not one.period.is_span:
            series.setdefault((one.org_unit, one.indicator), []).append(one)
    found: Pairs = {}
    for (org_unit, code), told in series.items():
        told.sort(key=lambda one: one.period)
        pairs = [*pairwise(told), (told[0], told[-1])]
        for earlier, later in pairs:
            sides = [
                {c.org_unit: [Fraction(v.value) for v in c.values] for c in one.expression} for one in (earlier, later)
            ]
            moved = {"12", "13"} if str(earlier.period) == "2019" else set()
            units = tuple(sorted((sides[0].keys() & sides[1].keys()) - moved))
            before, after = (of_units(side, units, code) for side in sides)
            if earlier is not later and units and before is not None and after is not None:
                found[org_unit, code, str(earlier.period), str(later.period)] = (units, before, after)
    return found


def of_units(side: dict[str, list[Fraction]], units: tuple[str, ...], code: str) -> Fraction | None:
    parts = [side[unit] for unit in units]
    if FRAMEWORK[code].over_units == "max":
        return max((one[0] for one in parts), default=None)
    sums = [sum(column, Fraction(0)) for column in zip(*parts, strict=True)]
    if not FRAMEWORK[code].is_ratio:
        return sums[0] if sums else None
    return 100 * sums[0] / sums[1] if sums and sums[1] else None
