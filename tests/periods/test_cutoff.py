"""Cut-off windows: the periods of Decree 09/2019, from the 15th to the 14th."""

from datetime import date, timedelta

import pytest

from tongket.periods import CutoffProfile, DayOfMonth, Period, PeriodType, Window


def window(months: int, first_day: int = 15, last_day: int = 14) -> Window:
    """From ``first_day``, ``months`` from the first month, to ``last_day`` of the last month."""
    return Window(first_day=DayOfMonth(months=months, day=first_day), last_day=DayOfMonth(months=0, day=last_day))


FROM_THE_15TH = CutoffProfile(
    code="from-15",
    name="Từ ngày 15 đến ngày 14",
    windows={
        kind: window(-1)
        for kind in (
            PeriodType.MONTH,
            PeriodType.QUARTER,
            PeriodType.HALF_YEAR,
            PeriodType.NINE_MONTHS,
            PeriodType.YEAR,
        )
    },
)
CALENDAR = CutoffProfile(code="calendar", name="Theo lịch", windows={})

DAYS = {
    "2024-01": (date(2023, 12, 15), date(2024, 1, 14)),
    "2024-03": (date(2024, 2, 15), date(2024, 3, 14)),
    "2024Q1": (date(2023, 12, 15), date(2024, 3, 14)),
    "2024H1": (date(2023, 12, 15), date(2024, 6, 14)),
    "2024H2": (date(2024, 6, 15), date(2024, 12, 14)),
    "2024M9": (date(2023, 12, 15), date(2024, 9, 14)),
    "2024": (date(2023, 12, 15), date(2024, 12, 14)),
    "2019/2023": (date(2018, 12, 15), date(2023, 12, 14)),
}


@pytest.mark.parametrize(("code", "days"), DAYS.items())
def test_the_window_of_a_period(code: str, days: tuple[date, date]) -> None:
    interval = Period.parse(code).interval(FROM_THE_15TH)
    assert (interval.start, interval.end) == (days[0], days[1] + timedelta(days=1))


def test_the_year_begins_in_december_before() -> None:
    year = Period.parse("2024").interval(FROM_THE_15TH)
    assert year.contains(date(2023, 12, 15))
    assert not year.contains(date(2024, 12, 15))


def test_the_windows_of_a_year_follow_each_other() -> None:
    months = [Period.parse(f"2024-{month:02d}").interval(FROM_THE_15TH) for month in range(1, 13)]
    assert [m.end for m in months[:-1]] == [m.start for m in months[1:]]
    assert months[-1].end == Period.parse("2024").interval(FROM_THE_15TH).end


def test_a_type_without_a_window_keeps_its_calendar_days() -> None:
    assert Period.parse("2024Q2").interval(CALENDAR) == Period.parse("2024Q2").interval()
    assert CALENDAR.window(PeriodType.QUARTER) is None


def test_a_span_takes_the_window_of_the_year() -> None:
    assert FROM_THE_15TH.window(PeriodType.SPAN) == FROM_THE_15TH.window(PeriodType.YEAR)


def test_day_31_is_the_last_of_a_shorter_month() -> None:
    assert DayOfMonth(months=0, day=31).of(2024, 2) == date(2024, 2, 29)
    assert DayOfMonth(months=-2, day=31).of(2024, 1) == date(2023, 11, 30)
    assert DayOfMonth(months=1, day=31).of(2024, 12) == date(2025, 1, 31)
