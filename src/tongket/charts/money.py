"""A budget in time: what was planned, allocated and spent, month by month, added up."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tongket.charts.model import Chart, ChartKind, ChartPoint, ChartSeries
from tongket.consolidation import BudgetLine
from tongket.problems import translate
from tongket.vietnamese import format_number

MONTHS = range(1, 13)


def money_chart(lines: Sequence[BudgetLine], year: int, *, of_whom: str, language: str = "vi") -> Chart:
    """Two lines over the months of a year, and beside each end what it comes to; the plan stands in the base."""
    own = [line for line in lines if line.due.year == year]
    days = [date(year, month, calendar.monthrange(year, month)[1]) for month in MONTHS]
    planned = sum((line.planned for line in own), Decimal(0))
    series = (
        _series(
            translate("allocated", language),
            [sum((one.allocated_on(day) for one in own), Decimal(0)) for day in days],
            plain=3,
            named=6,
        ),
        _series(
            translate("spent", language),
            [sum((one.disbursed_on(day) for one in own), Decimal(0)) for day in days],
            plain=12,
            named=9,
        ),
    )
    title = translate("Budget in time, {year}", language, year=year)
    told = "; ".join(f"{one.name}: {', '.join(_texts(one))}" for one in series)
    base = translate(
        "{whom}; planned {planned} tỷ đồng, {count} lines.",
        language,
        whom=of_whom,
        planned=format_number(planned),
        count=len(own),
    )
    return Chart(
        code=f"money-{year}",
        kind=ChartKind.LINES,
        title=title,
        alternative=f"{title}. {base} {told}.",
        categories=tuple(f"T{month}" for month in MONTHS),
        category_name=translate("Month", language),
        series=series,
        unit_of_measure="tỷ đồng",
        base=base,
    )


def _series(name: str, values: Sequence[Decimal], *, plain: int, named: int) -> ChartSeries:
    """The points of a line; ``plain`` is the month that bears its value, ``named`` the one that bears name and value: the
    two lines bear theirs in different months, so that none covers another."""
    points = []
    for month, value in zip(MONTHS, values, strict=True):
        shown = format_number(value, 1)
        text = f"{name} {shown}" if month == named else shown if month == plain else ""
        points.append(ChartPoint(text=text, ref="registers", value=value))
    return ChartSeries(name=name, points=tuple(points))


def _texts(series: ChartSeries) -> Iterator[str]:
    for month, point in zip(MONTHS, series.points, strict=True):
        if point is not None and point.value is not None and month in (3, 6, 9, 12):
            yield f"T{month} {format_number(point.value, 1)}"
