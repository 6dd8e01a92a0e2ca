"""Reporting periods: ``2021``, ``2021H1``, ``2021Q3``, ``2021-05``, and spans of years ``2019/2023``."""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from tongket.periods.cutoff import CutoffProfile, PeriodType
from tongket.periods.interval import Interval

_FORMS = (
    (PeriodType.SPAN, re.compile(r"(?P<year>\d{4})/(?P<last>\d{4})")),
    (PeriodType.YEAR, re.compile(r"(?P<year>\d{4})")),
    (PeriodType.HALF_YEAR, re.compile(r"(?P<year>\d{4})H(?P<number>[12])")),
    (PeriodType.QUARTER, re.compile(r"(?P<year>\d{4})Q(?P<number>[1-4])")),
    (PeriodType.NINE_MONTHS, re.compile(r"(?P<year>\d{4})M9")),
    (PeriodType.MONTH, re.compile(r"(?P<year>\d{4})-(?P<number>0[1-9]|1[0-2])")),
)
_MONTHS = {PeriodType.MONTH: 1, PeriodType.QUARTER: 3, PeriodType.HALF_YEAR: 6}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A reporting period; ordered by its first day, a longer one before the shorter ones inside it."""

    _order: tuple[date, int] = field(init=False, repr=False)
    code: str
    type: PeriodType = field(compare=False)
    first_day: date = field(compare=False)
    last_day: date = field(compare=False)
    """Calendar days, both inside."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_order", (self.first_day, -(self.last_day - self.first_day).days))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """The period that ``text`` writes; ValueError where it writes none."""
        for period_type, form in _FORMS:
            if match := form.fullmatch(text.strip()):
                return _period(text.strip(), period_type, match)
        raise ValueError(f"no period: {text!r}")

    def __str__(self) -> str:
        return self.code

    @property
    def is_span(self) -> bool:
        """Whether it is several years."""
        return self.type is PeriodType.SPAN

    @property
    def first_year(self) -> int:
        """The year it begins in."""
        return self.first_day.year

    @property
    def last_year(self) -> int:
        """The year it ends in."""
        return self.last_day.year

    def interval(self, profile: CutoffProfile | None = None) -> Interval:
        """Its days: the calendar's, or those of a cut-off profile."""
        window = profile.window(self.type) if profile is not None else None
        if window is not None:
            return window.interval(self.first_day, self.last_day)
        return Interval(start=self.first_day, end=self.last_day + timedelta(days=1))

    def years(self) -> tuple["Period", ...]:
        """The calendar years it touches."""
        return tuple(Period.parse(str(year)) for year in range(self.first_year, self.last_year + 1))

    def covers(self, other: "Period") -> bool:
        """Whether every day of ``other`` lies inside."""
        return self.first_day <= other.first_day and other.last_day <= self.last_day


def _period(code: str, period_type: PeriodType, match: re.Match[str]) -> Period:
    year = int(match["year"])
    if year < 1:
        raise ValueError(f"no period: {code!r}")
    first_month, last_month, last_year = 1, 12, year
    if period_type is PeriodType.SPAN:
        last_year = int(match["last"])
        if last_year <= year:
            raise ValueError(f"a span must end after it begins: {code!r}")
    elif period_type is PeriodType.NINE_MONTHS:
        last_month = 9
    elif period_type is not PeriodType.YEAR:
        size, number = _MONTHS[period_type], int(match["number"])
        first_month, last_month = (number - 1) * size + 1, number * size
    last = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    return Period(code, period_type, date(year, first_month, 1), last)
