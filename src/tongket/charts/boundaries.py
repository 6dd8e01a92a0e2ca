"""Boundaries of org units on a day, from a GeoJSON file, and a map of them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tongket.charts.model import Chart, ChartKind, ChartPoint, ChartSeries
from tongket.charts.words import named, printed, rounded
from tongket.consolidation import Figure
from tongket.framework import Indicator
from tongket.orgunits import Tree
from tongket.problems import MalformedError, Problem, Where, register, translate

register(
    {
        "boundaries.unreadable": "The boundaries cannot be read ({reason}). Give a GeoJSON FeatureCollection.",
        "boundaries.no_units": 'No property of the areas is the code of a unit on {day}. Give each area its unit in the property "code".',
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """The GeoJSON geometry of org units by code."""

    areas: dict[str, dict[str, Any]]


def load_boundaries(path: Path, tree: Tree) -> Boundaries:
    """The areas of a GeoJSON file whose property is the code of a unit in ``tree``: whichever property fits most areas.

    :class:`MalformedError` where the file is none or no area has the code of a unit.
    """
    try:
        features = json.loads(path.read_text(encoding="utf-8-sig"))["features"]
        held = [(dict(one["properties"] or {}), dict(one["geometry"])) for one in features]
    except (OSError, ValueError, TypeError, KeyError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise MalformedError(
            [Problem(code="boundaries.unreadable", where=Where(file=str(path)), fields={"reason": reason})]
        ) from error
    names = dict.fromkeys(name for properties, _ in held for name in properties)
    fit = {name: sum(str(properties.get(name)) in tree for properties, _ in held) for name in names}
    best = max(fit, key=lambda name: fit[name], default="")
    if not fit.get(best):
        day = tree.day.isoformat()
        raise MalformedError([Problem(code="boundaries.no_units", where=Where(file=str(path)), fields={"day": day})])
    return Boundaries(areas={str(p[best]): g for p, g in held if str(p.get(best)) in tree})


def map_chart(
    figure: Figure, indicator: Indicator, boundaries: Boundaries, name_of: Callable[[str], str], *, language: str = "vi"
) -> Chart:
    """Each area shaded by what its org unit states in a year; one that states nothing is left white."""
    stated = {one.org_unit: one.value for one in figure.units}
    codes = tuple(boundaries.areas)
    points = tuple(
        ChartPoint(text=printed(stated[c], indicator), ref=f"{figure.code}#{c}", value=rounded(stated[c]))
        if c in stated
        else None
        for c in codes
    )
    title = translate(
        "{indicator}, {year}: by unit", language, indicator=named(indicator, language), year=figure.period
    )
    told = "; ".join(f"{name_of(c)}: {p.text if p else '–'}" for c, p in zip(codes, points, strict=True))
    return Chart(
        code=f"map-{indicator.code}",
        kind=ChartKind.MAP,
        title=title,
        alternative=f"{title}. {told}.",
        categories=tuple(name_of(c) for c in codes),
        category_name=translate("Org unit", language),
        series=(ChartSeries(name=named(indicator, language), points=points),),
        unit_of_measure=indicator.unit_of_measure,
        base=translate("White: no figure.", language),
        areas=tuple((name_of(c), boundaries.areas[c]) for c in codes),
    )
