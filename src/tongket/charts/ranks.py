"""Org units side by side in one year: who stands where, and who makes up how much of a total."""

from collections.abc import Callable
from decimal import Decimal

from tongket.charts.model import Chart, ChartKind, ChartPoint, ChartSeries
from tongket.charts.words import named, printed, rounded
from tongket.consolidation import Figure
from tongket.framework import Indicator
from tongket.problems import translate
from tongket.vietnamese import format_number


def rank_chart(figure: Figure, indicator: Indicator, name_of: Callable[[str], str], *, language: str = "vi") -> Chart:
    """A bar for each org unit of a year's figure, the best first; those that state nothing stand in the base."""
    stated = [(one.org_unit, one.value) for one in figure.units]
    points = tuple(
        ChartPoint(text=printed(value, indicator), ref=f"{figure.code}#{code}", value=rounded(value))
        for code, value in stated
    )
    name = named(indicator, language)
    title = translate("{indicator}, {year}: by unit", language, indicator=name, year=figure.period)
    return Chart(
        code=f"rank-{indicator.code}",
        kind=ChartKind.BARS,
        title=title,
        alternative=_told(title, stated, points, name_of),
        categories=tuple(name_of(code) for code, _ in stated),
        category_name=translate("Org unit", language),
        series=(ChartSeries(name=name, points=points),),
        unit_of_measure=indicator.unit_of_measure,
        base=_base(figure, name_of, language),
    )


def contribution_chart(
    figure: Figure, indicator: Indicator, name_of: Callable[[str], str], *, language: str = "vi"
) -> Chart:
    """The share of each org unit in a year's total, the largest first."""
    total = figure.value or Decimal(0)
    stated = [(one.org_unit, one.value) for one in figure.units]
    points = tuple(
        ChartPoint(
            text=f"{printed(value, indicator)} ({_share(value, total)})",
            ref=f"{figure.code}#{code}",
            value=rounded(value),
        )
        for code, value in stated
    )
    name = named(indicator, language)
    title = translate("{indicator}, {year}: what each unit adds", language, indicator=name, year=figure.period)
    whole = translate(
        "Total {total} {unit}.", language, total=printed(total, indicator), unit=indicator.unit_of_measure
    )
    return Chart(
        code=f"contribution-{indicator.code}",
        kind=ChartKind.BARS,
        title=title,
        alternative=_told(title, stated, points, name_of),
        categories=tuple(name_of(code) for code, _ in stated),
        category_name=translate("Org unit", language),
        series=(ChartSeries(name=name, points=points),),
        unit_of_measure=indicator.unit_of_measure,
        base=f"{whole} {_base(figure, name_of, language)}",
    )


def _share(value: Decimal, total: Decimal) -> str:
    return format_number(rounded(100 * value / total, 1)) + "%" if total else ""


def _told(
    title: str, stated: list[tuple[str, Decimal]], points: tuple[ChartPoint, ...], name_of: Callable[[str], str]
) -> str:
    return f"{title}. " + "; ".join(f"{name_of(c)}: {p.text}" for (c, _), p in zip(stated, points, strict=True)) + "."


def _base(figure: Figure, name_of: Callable[[str], str], language: str) -> str:
    """How many state it, and who of those that owe it does not."""
    silent = [name_of(code) for code in figure.base.expected if code not in figure.base.reporters]
    told = translate(
        "Figures of {reporters} of {expected} units.",
        language, reporters=len(figure.base.reporters), expected=len(figure.base.expected),
    )  # fmt: skip
    absent = translate("Without figures: {units}.", language, units=", ".join(silent)) if silent else ""
    return f"{told} {absent}".strip()
