"""How sure a figure is beside the others of its report."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tongket.framework import Part
from tongket.periods import Period
from tongket.reading.figures.agreement import Told, together
from tongket.reading.figures.stated import StatedFigure

UNSURE = 0.6


def told(
    value: str,
    *,
    indicator: str = "E01",
    part: Part = Part.VALUE,
    sure: float = UNSURE,
    period: str = "2021",
    block: int = 0,
) -> Told:
    figure = StatedFigure(
        indicator=indicator, part=part, value=Decimal(value), unit_of_measure="", anchor=f"p[{block}]", text=value,
        confidence=sure,
    )  # fmt: skip
    return Told(figure=figure, org_unit="D1", period=Period.parse(period), block=block)


def first(*figures: Told) -> float:
    return together(figures)[0]


ALONE = first(told("12"))


def test_a_figure_alone_is_as_sure_as_its_words() -> None:
    assert ALONE == UNSURE


def test_what_is_told_at_two_places_is_surer() -> None:
    assert first(told("12"), told("12", block=1)) > ALONE
    assert first(told("12"), told("13", block=1)) == ALONE
    assert first(told("12"), told("12", block=0)) == ALONE


def test_a_share_that_is_n_of_all_makes_all_three_surer() -> None:
    share, count, whole = told("66.7"), told("2", part=Part.NUMERATOR), told("3", part=Part.DENOMINATOR)
    assert all(sure > ALONE for sure in together([share, count, whole]))
    assert together([share, count, told("4", part=Part.DENOMINATOR)]) == [ALONE] * 3
    assert together([share, count, replace(whole, org_unit="D2")]) == [ALONE] * 3


def test_years_that_add_up_make_total_and_years_surer() -> None:
    years = [told(str(n), period=str(2018 + n)) for n in range(1, 6)]
    total = told("15", period="2019/2023")
    assert all(sure > ALONE for sure in together([*years, total]))
    assert together([*years, told("16", period="2019/2023")]) == [ALONE] * 6
    assert together([*years, told("7", period="2021", block=1), total])[0] == ALONE


def test_in_a_report_on_many_matters_of_the_decree_a_figure_is_surer() -> None:
    others = [told("5", indicator=f"F{n:02}", sure=0.95, block=n) for n in range(10)]
    sures = [first(told("12"), *others[:n]) for n in range(10)]
    assert sures == sorted(sures)
    assert sures[0] == ALONE < sures[4] < sures[8] == sures[9]
    assert first(told("12"), *(told("5", indicator=f"F{n:02}", block=n) for n in range(10))) == ALONE


FIGURES = st.builds(
    told,
    st.sampled_from(["1", "2", "3", "50", "66.7", "100"]),
    indicator=st.sampled_from(["E01", "E02", "F01"]),
    part=st.sampled_from(list(Part)),
    sure=st.sampled_from([0.3, 0.5, 0.89, 0.95, 0.99]),
    period=st.sampled_from(["2019", "2020", "2021", "2019/2021"]),
    block=st.integers(0, 3),
)


@given(st.lists(FIGURES, max_size=12), st.randoms())
def test_the_order_does_not_matter_and_company_takes_nothing(figures: list[Told], chance: object) -> None:
    order = list(range(len(figures)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    sures = together(figures)
    assert [sures[i] for i in order] == together([figures[i] for i in order])
    assert all(sure >= one.figure.confidence for one, sure in zip(figures, sures, strict=True))
