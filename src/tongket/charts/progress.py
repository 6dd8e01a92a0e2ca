"""Where each indicator stands to its target, pillar by pillar."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.charts.model import Chart, ChartKind, ChartPoint, ChartSeries
from tongket.charts.words import named, printed, rounded
from tongket.consolidation import Figure
from tongket.framework import Framework, Indicator
from tongket.problems import translate

AIMED, STATED = "Indicators against their targets", "Some indicators in percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attainment:
    """An indicator in percent and where it stands, with the target that the figure was set, if any."""

    indicator: Indicator
    figure: Figure


def progress_chart(found: Sequence[Attainment], framework: Framework, *, base: str, language: str = "vi") -> Chart:
    """A bar for each, the target as a tick, how far it is; grouped by pillar."""
    order = list(framework.pillars)
    told = sorted(found, key=lambda one: order.index(one.indicator.pillar))
    now = tuple(
        ChartPoint(text=printed(one.figure.value, one.indicator), ref=one.figure.code, value=rounded(one.figure.value))
        if one.figure.value is not None
        else None
        for one in told
    )
    targets = tuple(_target(one) for one in told)
    gaps = tuple(_gap(one, language) for one in told)
    series = [ChartSeries(name=translate("Now", language), points=now)]
    if any(targets):
        series.append(ChartSeries(name=translate("Target", language), points=targets))
        series.append(ChartSeries(name=translate("Above or below the target", language), points=gaps))
    lines = [", ".join(p.text for p in (n, t, g) if p is not None) for n, t, g in zip(now, targets, gaps, strict=True)]
    words = "; ".join(f"{named(one.indicator, language)}: {line}" for one, line in zip(told, lines, strict=True))
    pillars = framework.pillars
    return Chart(
        code="progress",
        kind=ChartKind.BARS,
        title=translate(AIMED if any(targets) else STATED, language),
        alternative=translate(
            "Bars of now and target: {told}." if any(targets) else "Bars: {told}.", language, told=words
        ),
        categories=tuple(named(one.indicator, language) for one in told),
        category_name=translate("Indicator", language),
        series=tuple(series),
        unit_of_measure="%",
        base=base,
        groups=tuple(pillars[one.indicator.pillar].name for one in told),
    )


def _target(one: Attainment) -> ChartPoint | None:
    target = one.figure.target
    if target is None:
        return None
    return ChartPoint(
        text=printed(target.value, one.indicator), ref=f"targets.csv#{target.line}", value=rounded(target.value)
    )


def _gap(one: Attainment, language: str) -> ChartPoint | None:
    gap, target = one.figure.gap, one.figure.target
    if gap is None or target is None:
        return None
    ref = f"gap({one.figure.code},targets.csv#{target.line})"
    if not rounded(gap):
        return ChartPoint(text=translate("reached", language), ref=ref, value=Decimal(0))
    sign = "+" if gap > 0 else "−"
    return ChartPoint(text=f"{sign}{printed(abs(gap), one.indicator).rstrip('%')}", ref=ref, value=rounded(gap))
