"""Cut-off windows: a reporting period need not be the calendar's ("year" from 15 December to 14 December)."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tongket.periods.interval import Interval


class PeriodType(StrEnum):
    """The lengths of reporting periods."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    SPAN = "span"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfMonth:
    """A day counted in months from a month; day 31 is the last day of a shorter month."""

    months: int
    day: int

    def of(self, year: int, month: int) -> date:
        """The day, counted from the month given."""
        index = year * 12 + month - 1 + self.months
        year, month = divmod(index, 12)
        return date(year, month + 1, min(self.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """First and last day of a period, both inside: ``first_day`` counts from its first calendar month, ``last_day``
    from its last."""

    first_day: DayOfMonth
    last_day: DayOfMonth

    def interval(self, first: date, last: date) -> Interval:
        """The window of the period whose calendar days are ``first`` to ``last``."""
        end = self.last_day.of(last.year, last.month) + timedelta(days=1)
        return Interval(start=self.first_day.of(first.year, first.month), end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class CutoffProfile:
    """A regime's windows by period type; a type without one keeps its calendar days. A span takes the year's window."""

    code: str
    name: str
    windows: Mapping[PeriodType, Window]

    def window(self, period_type: PeriodType) -> Window | None:
        """The window of a period type, or None."""
        return self.windows.get(PeriodType.YEAR if period_type is PeriodType.SPAN else period_type)
