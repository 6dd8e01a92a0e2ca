"""What units name in words: a row for each theme, a mark for each unit that names it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from tongket.charts.model import Chart, ChartKind, ChartPoint, ChartSeries
from tongket.consolidation import Theme
from tongket.problems import translate

NAMED = "●"


def themes_chart(
    themes: Sequence[Theme], org_units: Sequence[str], name_of: Callable[[str], str], *, language: str = "vi"
) -> Chart:
    """The grid of ``themes`` by ``org_units``, a row for each theme."""
    series = tuple(
        ChartSeries(
            name=name_of(unit),
            points=tuple(
                ChartPoint(text=NAMED, ref=f"themes[{theme.kind.value}/{theme.code}]/{unit}")
                if unit in theme.org_units
                else None
                for theme in themes
            ),
        )
        for unit in org_units
    )
    titles = tuple(theme.title for theme in themes)
    told = "; ".join(
        f"{title}: {', '.join(name_of(u) for u in org_units if u in theme.org_units) or '–'}"
        for title, theme in zip(titles, themes, strict=True)
    )
    return Chart(
        code="themes",
        kind=ChartKind.GRID,
        title=translate("Which units name which limitations", language),
        alternative=translate("Grid of limitations by unit: {told}.", language, told=told),
        categories=titles,
        category_name=translate("Limitation", language),
        series=series,
        base=translate("A dot: the unit's reports name it.", language),
    )


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
