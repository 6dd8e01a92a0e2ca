"""What units name in words: a row for each theme, and in how many years each unit names it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from tongket.charts.model import Chart, ChartKind, ChartPoint, ChartSeries
from tongket.consolidation import Theme
from tongket.problems import translate

OFTEN = 3
"""So many years are shaded dark."""


def themes_chart(
    themes: Sequence[Theme], org_units: Sequence[str], name_of: Callable[[str], str], *, language: str = "vi"
) -> Chart:
    """The grid of ``themes`` by ``org_units``: in how many years each names it."""
    series = tuple(
        ChartSeries(name=name_of(unit), points=tuple(_named(theme, unit) for theme in themes)) for unit in org_units
    )
    titles = tuple(theme.title for theme in themes)
    told = "; ".join(
        f"{title}: " + (", ".join(f"{one.name} ({p.text})" for one in series if (p := one.points[i])) or "–")
        for i, title in enumerate(titles)
    )
    return Chart(
        code="themes",
        kind=ChartKind.GRID,
        title=translate("Which units name which limitations", language),
        alternative=translate("Grid of limitations by unit: {told}.", language, told=told),
        categories=titles,
        category_name=translate("Limitation", language),
        series=series,
        base=translate("In each field: in how many years the unit's reports name it.", language),
    )


def _named(theme: Theme, unit: str) -> ChartPoint | None:
    """In how many years a unit's reports name it; None where none does."""
    years = {one.period for group in theme.groups for one in group.statements if one.org_unit == unit}
    if not years:
        return None
    tone = 2 if len(years) >= OFTEN else 1 if len(years) > 1 else 0
    return ChartPoint(text=str(len(years)), ref=f"themes[{theme.kind.value}/{theme.code}]/{unit}", tone=tone)


def theme_counts_chart(themes: Sequence[Theme], of: int, *, language: str = "vi") -> Chart:
    """A bar for each theme: how many of ``of`` reporting units name it."""
    points = tuple(
        ChartPoint(
            text=f"{len(g.org_units)}/{of}", ref=f"themes[{g.kind.value}/{g.code}]", value=Decimal(len(g.org_units))
        )
        for g in themes
    )
    titles = tuple(theme.title for theme in themes)
    told = "; ".join(f"{title}: {point.text}" for title, point in zip(titles, points, strict=True))
    return Chart(
        code="theme-counts",
        kind=ChartKind.BARS,
        title=translate("Fields of limitations that most units name", language),
        alternative=translate("Bars of how many units name a limitation: {told}.", language, told=told),
        categories=titles,
        category_name=translate("Limitation", language),
        series=(ChartSeries(name=translate("Units that name it", language), points=points),),
        unit_of_measure=translate("units", language),
        base=translate("In the units' own words.", language),
    )
