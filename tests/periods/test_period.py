"""Reporting periods: their codes, days, order, and which lies inside which."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.periods import Period

YEAR = st.integers(min_value=1990, max_value=2090)
CODES = st.one_of(
    st.builds("{}".format, YEAR),
    st.builds("{}H{}".format, YEAR, st.integers(1, 2)),
    st.builds("{}Q{}".format, YEAR, st.integers(1, 4)),
    st.builds("{}M9".format, YEAR),
    st.builds("{}-{:02d}".format, YEAR, st.integers(1, 12)),
    st.builds(lambda year, more: f"{year}/{year + more}", YEAR, st.integers(1, 9)),
)
PERIODS = CODES.map(Period.parse)

DAYS = {
    "2021": (date(2021, 1, 1), date(2021, 12, 31)),
    "2021H1": (date(2021, 1, 1), date(2021, 6, 30)),
    "2021H2": (date(2021, 7, 1), date(2021, 12, 31)),
    "2021Q3": (date(2021, 7, 1), date(2021, 9, 30)),
    "2021M9": (date(2021, 1, 1), date(2021, 9, 30)),
    "2021-05": (date(2021, 5, 1), date(2021, 5, 31)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2019/2023": (date(2019, 1, 1), date(2023, 12, 31)),
}
REFUSED = ["", "21", "2021H3", "2021Q0", "2021-13", "2021-5", "2023/2019", "2021/2021", "0000", "năm 2021", "2021 H1"]


@pytest.mark.parametrize(("code", "days"), DAYS.items())
def test_the_days_of_a_period(code: str, days: tuple[date, date]) -> None:
    period = Period.parse(code)
    assert (period.first_day, period.last_day) == days
    assert period.interval().start == days[0]
    assert period.interval().end == days[1] + timedelta(days=1)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|span"):
        Period.parse(text)


def test_blanks_around_a_code_do_not_matter() -> None:
    assert Period.parse(" 2021Q3\n") == Period.parse("2021Q3")


def test_a_span_has_several_years() -> None:
    span = Period.parse("2019/2023")
    assert span.is_span
    assert (span.first_year, span.last_year) == (2019, 2023)
    assert [str(year) for year in span.years()] == ["2019", "2020", "2021", "2022", "2023"]
    assert not Period.parse("2021").is_span
    assert Period.parse("2021Q3").years() == (Period.parse("2021"),)


def test_a_period_covers_what_lies_inside() -> None:
    year = Period.parse("2021")
    assert all(year.covers(Period.parse(code)) for code in ("2021", "2021H2", "2021Q1", "2021M9", "2021-12"))
    assert Period.parse("2019/2023").covers(year)
    assert not any(year.covers(Period.parse(code)) for code in ("2020", "2022-01", "2019/2023", "2021/2022"))
    assert not Period.parse("2021Q2").covers(Period.parse("2021-07"))


def test_periods_are_ordered_by_time_the_longer_first() -> None:
    codes = ["2019/2023", "2019", "2020", "2021", "2021M9", "2021H1", "2021Q1", "2021-01", "2021-02", "2021Q2"]
    assert [str(p) for p in sorted(map(Period.parse, codes[::-1]))] == codes


@given(CODES)
def test_a_period_is_written_as_it_was_read(code: str) -> None:
    period = Period.parse(code)
    assert period.code == str(period) == code
    assert {period: 1}[Period.parse(code)] == 1


@given(PERIODS, PERIODS)
def test_covers_means_every_day(one: Period, other: Period) -> None:
    days = one.interval()
    assert one.covers(other) == (days.contains(other.first_day) and days.contains(other.last_day))


@given(PERIODS, PERIODS)
def test_what_covers_another_comes_before_it(one: Period, other: Period) -> None:
    if one.covers(other) and one != other:
        assert one < other
        assert not other.covers(one)


@given(PERIODS, PERIODS, PERIODS)
def test_covering_goes_on(one: Period, other: Period, third: Period) -> None:
    if one.covers(other) and other.covers(third):
        assert one.covers(third)


@given(PERIODS)
def test_a_period_lies_inside_its_years(period: Period) -> None:
    years = period.years()
    assert years[0].first_day <= period.first_day
    assert period.last_day <= years[-1].last_day
    assert (len(years) > 1) == period.is_span
