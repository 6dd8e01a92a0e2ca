"""Half-open intervals, and values that hold for a time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.periods import Interval, Timeline

DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2030, 12, 31))
ONE_DAY = timedelta(days=1)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start = draw(DAYS)
    length = draw(st.none() | st.integers(min_value=1, max_value=2000))
    return Interval(start=start, end=None if length is None else start + timedelta(days=length))


def test_the_first_day_is_inside_and_the_end_is_not() -> None:
    year = Interval(start=date(2023, 12, 15), end=date(2024, 12, 15))
    assert year.contains(date(2023, 12, 15))
    assert year.contains(date(2024, 12, 14))
    assert not year.contains(date(2024, 12, 15))
    assert not year.contains(date(2023, 12, 14))


def test_an_open_interval_goes_on() -> None:
    assert Interval(start=date(2020, 2, 1)).contains(date(9999, 12, 31))


def test_neighbours_do_not_overlap() -> None:
    first = Interval(start=date(2019, 1, 1), end=date(2020, 2, 1))
    assert not first.overlaps(Interval(start=date(2020, 2, 1)))
    assert first.overlaps(Interval(start=date(2020, 1, 31)))


@pytest.mark.parametrize("end", [date(2020, 1, 1), date(2019, 12, 31)])
def test_an_interval_without_days_is_refused(end: date) -> None:
    with pytest.raises(ValueError, match="2020-01-01"):
        Interval(start=date(2020, 1, 1), end=end)


@given(intervals(), intervals())
def test_overlap_is_mutual(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(intervals(), intervals())
def test_overlap_means_a_shared_day(one: Interval, other: Interval) -> None:
    later_start = max(one.start, other.start)
    assert one.overlaps(other) == (one.contains(later_start) and other.contains(later_start))


@given(intervals())
def test_the_end_is_the_first_day_outside(interval: Interval) -> None:
    assert interval.contains(interval.start)
    assert not interval.contains(interval.start - ONE_DAY)
    if interval.end is not None:
        assert interval.contains(interval.end - ONE_DAY)
        assert not interval.contains(interval.end)


def test_a_timeline_gives_the_value_of_a_day() -> None:
    old = Interval(start=date(2015, 1, 1), end=date(2020, 2, 1))
    new = Interval(start=date(2020, 3, 1))
    names = Timeline.of([(new, "xã Văn Lang"), (old, "xã Ân Tình")])
    assert names.on(date(2020, 1, 31)) == "xã Ân Tình"
    assert names.on(date(2020, 2, 1)) is None
    assert names.on(date(2021, 1, 1)) == "xã Văn Lang"
    assert names.on(date(2014, 12, 31)) is None
    assert [value for _, value in names.entries] == ["xã Ân Tình", "xã Văn Lang"]


def test_two_values_at_once_are_refused() -> None:
    with pytest.raises(ValueError, match="2020-01-01"):
        Timeline.of([(Interval(start=date(2019, 1, 1)), 1), (Interval(start=date(2020, 1, 1)), 2)])


def test_an_empty_timeline_has_no_value() -> None:
    assert Timeline[int].of([]).on(date(2020, 1, 1)) is None
