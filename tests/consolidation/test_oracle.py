"""The engine against the oracle: whatever is stated, both find the same figures and no others."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from consolidation.cast import FRAMEWORK, REVIEW, hierarchy, report
from consolidation.oracle import Facts, expected
from tongket.consolidation import Figure, roll_up
from tongket.reports import Report

CODES = [one.code for one in FRAMEWORK]
amounts = st.decimals(min_value=0, max_value=10**6, places=3)
numbers = st.tuples(amounts, amounts)


@st.composite
def facts(draw: st.DrawFn, *, unknown: bool) -> Facts:
    """Any figures of any org units alive at the end of any year of the review."""
    trees = hierarchy(unknown=unknown)
    found: Facts = {}
    for year in REVIEW.years():
        units = [unit.code for unit in trees.on(year.last_day)]
        keys = draw(st.sets(st.tuples(st.sampled_from(units), st.sampled_from(CODES)), max_size=25))
        for unit, code in sorted(keys):
            pair = tuple(Fraction(number) for number in draw(numbers))
            found = {**found, (unit, year.code, code): pair if FRAMEWORK[code].is_ratio else pair[:1]}
    return found


def parts_of(figure: Figure) -> tuple[Fraction, ...]:
    if figure.numerator is not None and figure.denominator is not None:
        return Fraction(figure.numerator), Fraction(figure.denominator)
    assert figure.value is not None
    return (Fraction(figure.value),)


def reports_of(stated: Facts) -> list[Report]:
    """A report for each figure."""
    return [
        report(unit, year, file=f"{unit}-{year}-{code}", **{code: "/".join(str(float(part)) for part in parts)})
        for (unit, year, code), parts in stated.items()
    ]


def compare(stated: Facts, *, unknown: bool) -> None:
    reports = reports_of(stated)
    figures = roll_up(
        reports, (), framework=FRAMEWORK, hierarchy=hierarchy(unknown=unknown), review_period=REVIEW
    ).figures
    found = {(one.org_unit, one.period.code, one.indicator, one.basis.value): parts_of(one) for one in figures}
    assert found == expected(stated, unknown=unknown)
    for figure in figures:
        check_expression(figure)
        check_units(figure)


def check_expression(figure: Figure) -> None:
    """A figure opens to its sources: they add up to it, and they are the reporters of its base."""
    assert {one.org_unit for one in figure.expression} == set(figure.base.reporters)
    assert set(figure.base.reporters) <= set(figure.base.expected)
    assert {one.org_unit for one in figure.base.absent} <= set(figure.base.expected)
    columns = zip(
        *([Fraction(value.value) * one.share for value in one.values] for one in figure.expression), strict=True
    )
    if FRAMEWORK[figure.indicator].over_units != "max":
        assert tuple(sum(column, Fraction(0)) for column in columns) == parts_of(figure)


def check_units(figure: Figure) -> None:
    """Who adds what, the best first; equal ones share a place; who divides by nothing has none."""
    given: dict[str, list[list[Fraction]]] = {}
    for one in figure.expression:
        given.setdefault(one.org_unit, []).append([Fraction(value.value) * one.share for value in one.values])
    put = max if FRAMEWORK[figure.indicator].over_units == "max" else sum
    parts = {unit: [put(column) for column in zip(*years, strict=True)] for unit, years in given.items()}
    sizes = {u: 100 * p[0] / p[1] if len(p) == 2 else p[0] for u, p in parts.items() if len(p) == 1 or p[1]}
    wanted = sorted((1 + sum(other > size for other in sizes.values()), unit) for unit, size in sizes.items())
    assert [(one.place, one.org_unit) for one in figure.units] == wanted
    assert all(abs(Fraction(one.value) - sizes[one.org_unit]) < Fraction(1, 10**12) for one in figure.units)


@settings(max_examples=40)
@given(facts(unknown=False))
def test_the_engine_agrees_with_the_oracle(stated: Facts) -> None:
    compare(stated, unknown=False)


@settings(max_examples=15)
@given(facts(unknown=True))
def test_it_agrees_where_a_share_is_unknown(stated: Facts) -> None:
    compare(stated, unknown=True)
