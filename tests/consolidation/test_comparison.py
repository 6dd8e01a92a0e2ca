"""Comparison over the same units: who reports in one year only moves nothing."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from consolidation.cast import FRAMEWORK, REVIEW, hierarchy, report
from tongket.consolidation import Basis, Figure, compare, roll_up
from tongket.reports import Report


def figure(reports: list[Report], indicator: str, year: str) -> Figure:
    figures = roll_up(reports, (), framework=FRAMEWORK, hierarchy=hierarchy(), review_period=REVIEW)
    found = [
        f
        for f in figures
        if (f.org_unit, f.indicator, str(f.period), f.basis) == ("1", indicator, year, Basis.AS_REPORTED)
    ]
    return found[0]


def test_a_unit_that_is_absent_in_one_year_is_left_out_of_both() -> None:
    reports = [report("D1", "2019", SUM="100"), report("D2", "2019", SUM="50"), report("D1", "2020", SUM="110")]
    found = compare(figure(reports, "SUM", "2019"), figure(reports, "SUM", "2020"))
    assert found is not None
    assert (found.org_units, found.before, found.after, found.growth) == (("D1",), 100, 110, 10)


def test_ratios_change_by_points_of_the_sums_of_the_same_units() -> None:
    reports = [
        report("D1", "2019", WHOLE="5/10"),
        report("D2", "2019", WHOLE="10/10"),
        report("D1", "2020", WHOLE="8/10"),
        report("AG", "2020", WHOLE="1/10"),
    ]
    found = compare(figure(reports, "WHOLE", "2019"), figure(reports, "WHOLE", "2020"))
    assert found is not None
    assert (found.org_units, found.before, found.after, found.growth) == (("D1",), 50, 80, None)
    assert found.change == 30


def test_nothing_is_compared_where_no_unit_is_on_both_sides() -> None:
    reports = [report("D1", "2019", SUM="100"), report("D2", "2020", SUM="50")]
    assert compare(figure(reports, "SUM", "2019"), figure(reports, "SUM", "2020")) is None
    assert compare(None, figure(reports, "SUM", "2020")) is None


@given(
    st.dictionaries(
        st.sampled_from(["D1", "D2", "AG"]), st.tuples(st.integers(0, 999), st.integers(0, 999)), min_size=1
    )
)
def test_with_everybody_on_both_sides_it_compares_the_figures_themselves(stated: dict[str, tuple[int, int]]) -> None:
    reports = [
        report(u, y, SUM=str(n)) for u, pair in stated.items() for y, n in zip(("2019", "2020"), pair, strict=True)
    ]
    earlier, later = figure(reports, "SUM", "2019"), figure(reports, "SUM", "2020")
    found = compare(earlier, later)
    assert found is not None
    assert (found.before, found.after) == (earlier.value, later.value)
    assert found.growth is None or found.growth == 100 * (later.value - earlier.value) / Decimal(earlier.value or 1)
