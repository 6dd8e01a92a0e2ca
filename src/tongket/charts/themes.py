"""What units name in words: a row for each matter, a mark for each unit that names it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from tongket.charts.model import Chart, ChartKind, ChartPoint, ChartSeries
from tongket.consolidation import StatementGroup
from tongket.problems import translate

NAMED = "●"


def themes_chart(
    groups: Sequence[StatementGroup], org_units: Sequence[str], name_of: Callable[[str], str], *, language: str = "vi"
) -> Chart:
    """The grid of ``groups`` by ``org_units``, a row for each matter."""
    series = tuple(
        ChartSeries(
            name=name_of(unit),
            points=tuple(
                ChartPoint(text=NAMED, ref=f"{group.kind.value}[{i}]/{unit}") if unit in group.org_units else None
                for i, group in enumerate(groups)
            ),
        )
        for unit in org_units
    )
    matters = tuple(group.text.rstrip(" .;") for group in groups)
    told = "; ".join(
        f"{matter}: {', '.join(name_of(u) for u in org_units if u in group.org_units) or '–'}"
        for matter, group in zip(matters, groups, strict=True)
    )
    return Chart(
        code="themes",
        kind=ChartKind.GRID,
        title=translate("Which units name which limitation", language),
        alternative=translate("Grid of limitations by unit: {told}.", language, told=told),
        categories=matters,
        category_name=translate("Limitation", language),
        series=series,
        base=translate("A dot: the unit's reports name it.", language),
    )


def theme_counts_chart(groups: Sequence[StatementGroup], of: int, *, language: str = "vi") -> Chart:
    """A bar for each matter: how many of ``of`` reporting units name it."""
    points = tuple(
        ChartPoint(text=f"{len(g.org_units)}/{of}", ref=f"{g.kind.value}[{i}].units", value=Decimal(len(g.org_units)))
        for i, g in enumerate(groups)
    )
    matters = tuple(group.text.rstrip(" .;") for group in groups)
    told = "; ".join(f"{matter}: {point.text}" for matter, point in zip(matters, points, strict=True))
    return Chart(
        code="theme-counts",
        kind=ChartKind.BARS,
        title=translate("Limitations that most units name", language),
        alternative=translate("Bars of how many units name a limitation: {told}.", language, told=told),
        categories=matters,
        category_name=translate("Limitation", language),
        series=(ChartSeries(name=translate("Units that name it", language), points=points),),
        unit_of_measure=translate("units", language),
        base=translate("In the units' own words.", language),
    )
