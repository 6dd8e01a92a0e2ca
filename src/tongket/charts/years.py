"""A trend: the same org units year after year, with a break where the map of units was redrawn."""

from collections.abc import Iterator, Sequence

from tongket.charts.model import Chart, ChartBreak, ChartKind, ChartPoint, ChartSeries
from tongket.charts.words import named, printed, rounded
from tongket.consolidation import Trend
from tongket.framework import Indicator
from tongket.orgunits import Change, ChangeKind
from tongket.periods import Period
from tongket.problems import translate
from tongket.vietnamese import format_date


def trend_chart(
    found: Trend,
    indicator: Indicator,
    years: Sequence[Period],
    changes: Sequence[Change],
    *,
    of_whom: str,
    language: str = "vi",
) -> Chart:
    """A line over ``years``; a year that too few units state has no point."""
    values = {one.period: value for one, value in zip(found.figures, found.values, strict=True)}
    points = tuple(
        ChartPoint(text=printed(values[year], indicator), ref=found.code, value=rounded(values[year]))
        if year in values
        else None
        for year in years
    )
    name = named(indicator, language)
    breaks = tuple(_breaks(years, changes, language))
    told = "; ".join(f"{year}: {one.text}" for year, one in zip(years, points, strict=True) if one is not None)
    said = translate(
        "Line of “{indicator}” by year: {told}.", language, indicator=name, told=told, unit=indicator.unit_of_measure
    )
    return Chart(
        code=f"trend-{indicator.code}",
        kind=ChartKind.LINES,
        title=name,
        alternative=" ".join([said, *(f"{one.text}." for one in breaks)]),
        categories=tuple(str(year) for year in years),
        category_name=translate("Year", language),
        series=(ChartSeries(name=name, points=points),),
        unit_of_measure=indicator.unit_of_measure,
        base=translate("Of the same {whom} in every year shown.", language, whom=of_whom),
        breaks=breaks,
    )


def _breaks(years: Sequence[Period], changes: Sequence[Change], language: str) -> Iterator[ChartBreak]:
    """The days on which units were merged, split or moved, each before the first year that ends on or after it."""
    days = sorted({one.on for one in changes if one.kind is not ChangeKind.RENAME})
    for place, year in enumerate(years):
        for day in days:
            if place and years[place - 1].last_day < day <= year.last_day:
                text = translate("Units reorganised on {day}", language, day=format_date(day))
                yield ChartBreak(before=place, text=text)
