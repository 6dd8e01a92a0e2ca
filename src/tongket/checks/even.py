"""Figures more even than life is, one line for each indicator: worth a question, and no more than that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.checks.intake import Intake
from tongket.checks.messages import NOTES
from tongket.checks.model import Notice
from tongket.checks.settings import CheckSettings
from tongket.framework import Aggregation, Indicator
from tongket.periods import Period
from tongket.problems import Severity
from tongket.reports import Stated, stated

LEAST = 10
"""Smaller counts are the same from year to year without anybody's doing."""
LEAST_YEARS = 2

Series = Mapping[Period, Stated]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evenness:
    """How many org units are even in one way, of how many."""

    note: str
    org_units: int
    of: int


def too_even(intake: Intake) -> Iterator[Notice]:
    """One for each indicator of which several org units state what is even in the same way."""
    found: dict[str, dict[str, dict[Period, Stated]]] = {}
    for report in intake.current:
        for (org_unit, period, indicator), figure in stated(report).items():
            if org_unit == report.org_unit and not period.is_span:
                found.setdefault(indicator, {}).setdefault(org_unit, {})[period] = figure
    for one in intake.framework:
        ways = list(_ways(one, found.get(one.code, {}), intake.settings))
        if ways:
            yield _notice(intake, one, max(ways, key=lambda way: way.org_units))


def _ways(indicator: Indicator, series: Mapping[str, Series], settings: CheckSettings) -> Iterator[Evenness]:
    long = {unit: one for unit, one in series.items() if len(one) >= LEAST_YEARS}
    full = sum(all(_is_full(figure) for figure in one.values()) for one in long.values())
    if indicator.is_ratio and long and full == len(long) and full >= settings.even_units:
        yield Evenness(note="too_even_full", org_units=full, of=len(long))
    if indicator.over_time is not Aggregation.SUM:
        return
    numbers = [[figure.value.value for _, figure in sorted(one.items()) if figure.value] for one in series.values()]
    for note, even in (("too_even_same", _same), ("too_even_steps", _steps)):
        units = sum(even(one, int(settings.even_years)) for one in numbers)
        if units:
            yield Evenness(note=note, org_units=units, of=len(series))


def _is_full(figure: Stated) -> bool:
    if figure.numerator and figure.denominator:
        return figure.numerator.value == figure.denominator.value
    return figure.value is not None and figure.value.value == 100


def _same(numbers: list[Decimal], years: int) -> bool:
    """Whether so many years in a row have one figure."""
    return any(
        len(set(numbers[i : i + years])) == 1 and numbers[i] >= LEAST for i in range(len(numbers) - years + 1)
    )  # fmt: skip


def _steps(numbers: list[Decimal], years: int) -> bool:
    """Whether a figure grows by the same amount so many times in a row."""
    steps = [two - one for one, two in pairwise(numbers)]
    return any(
        len(set(steps[i : i + years])) == 1 and steps[i] != 0 and numbers[i] >= LEAST
        for i in range(len(steps) - years + 1)
    )


def _notice(intake: Intake, indicator: Indicator, way: Evenness) -> Notice:
    fields = {"units": str(way.org_units), "of": str(way.of), "years": str(int(intake.settings.even_years))}
    return Notice(
        code="too_even",
        severity=Severity.NOTICE,
        period=intake.review_period.code,
        indicator=indicator.code,
        note=NOTES[way.note],
        fields=tuple(sorted(fields.items())),
    )
