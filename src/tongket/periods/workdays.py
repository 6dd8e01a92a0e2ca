"""Working days: Monday to Friday without the days off that a calendar lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """Days off by their date. ``years`` are those for which the list was made: in any other only weekends are off."""

    days_off: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    @classmethod
    def of(cls, spans: Iterable[tuple[date, date]]) -> "WorkCalendar":
        """From first and last days off, both inside."""
        days = [first + DAY * i for first, last in spans for i in range((last - first).days + 1)]
        return cls(days_off=frozenset(days), years=frozenset(day.year for day in days))

    def is_workday(self, day: date) -> bool:
        """Whether people work on ``day``."""
        return day.weekday() < SATURDAY and day not in self.days_off

    def workdays(self, after: date, until: date) -> int:
        """How many working days there are after the one day up to and with the other; negative the other way round."""
        if until < after:
            return -self.workdays(until, after)
        whole_weeks, rest = divmod((until - after).days, 7)
        count = whole_weeks * SATURDAY
        count += sum((after + DAY * i).weekday() < SATURDAY for i in range(1, rest + 1))
        return count - sum(after < day <= until and day.weekday() < SATURDAY for day in self.days_off)

    def add(self, day: date, count: int) -> date:
        """The day that is ``count`` working days after ``day``."""
        while count > 0:
            day += DAY
            count -= self.is_workday(day)
        return day

    def unknown(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days of which no days off are listed."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.years)
