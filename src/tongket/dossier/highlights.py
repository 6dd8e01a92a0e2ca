"""Which figures a leader should see first: the best results and the worst shortfalls, by rules that can be told.

A result is a figure that stands (see ``Material.stands``) of an indicator with a direction, and, strongest first: meets its
target; a share of a whole of at least 95 percent; moved at least a tenth in the right direction over the units that state
both years. A shortfall: misses its target; moved at least a tenth (ratios: three points) in the wrong direction; a share of
a whole under 90 percent. Equal ones by how far; of one pillar at most two.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.consolidation import Comparison, Figure
from tongket.dossier.growth import change_of
from tongket.dossier.material import Material
from tongket.framework import Aggregation, Indicator, Target

MOST = 5
OF_ONE_PILLAR = 2
HIGH, LOW = Decimal(95), Decimal(90)
TENTH, POINTS = Decimal(10), Decimal(3)
GOOD_WORDS = {"up": 1, "down": -1}
TARGET, SHARE, CHANGE = 3, 2, 1
"""How strong each ground is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A figure worth telling first; ``size`` says how far, within one ground."""

    indicator: Indicator
    figure: Figure
    ground: int
    size: Decimal
    comparison: Comparison | None = None
    target: Target | None = None


def results(material: Material) -> tuple[Highlight, ...]:
    """The best results, at most five."""
    return _first(one for indicator in material.framework if (one := _result(material, indicator)) is not None)


def shortfalls(material: Material) -> tuple[Highlight, ...]:
    """The worst shortfalls, at most five."""
    return _first(one for indicator in material.framework if (one := _shortfall(material, indicator)) is not None)


def _first(found: Iterable[Highlight]) -> tuple[Highlight, ...]:
    told: list[Highlight] = []
    pillars: Counter[str] = Counter()
    for one in sorted(found, key=lambda h: (-h.ground, -h.size, h.indicator.code)):
        if pillars[one.indicator.pillar] < OF_ONE_PILLAR and len(told) < MOST:
            told.append(one)
            pillars[one.indicator.pillar] += 1
    return tuple(told)


def _result(material: Material, indicator: Indicator) -> Highlight | None:
    sign, figure = GOOD_WORDS.get(indicator.direction, 0), material.best_figure(indicator.code)
    if not sign or figure is None or figure.value is None:
        return None
    target = target_of(material.targets, figure)
    if target is not None:
        gap = sign * (figure.value - target.value)
        return None if gap < 0 else _highlight(indicator, figure, TARGET, gap, target=target)
    if sign > 0 and indicator.denominator_is == "whole" and figure.value >= HIGH:
        return _highlight(indicator, figure, SHARE, figure.value)
    found, moved = _moved(material, indicator)
    if found is not None and sign * moved >= TENTH:
        return _highlight(indicator, figure, CHANGE, abs(moved), comparison=found)
    return None


def _shortfall(material: Material, indicator: Indicator) -> Highlight | None:
    sign, figure = GOOD_WORDS.get(indicator.direction, 0), material.best_figure(indicator.code)
    if not sign or figure is None or figure.value is None:
        return None
    target = target_of(material.targets, figure)
    if target is not None:
        gap = sign * (figure.value - target.value)
        return _highlight(indicator, figure, TARGET, -gap, target=target) if gap < 0 else None
    found, moved = _moved(material, indicator)
    least = POINTS if found is not None and found.is_ratio else TENTH
    if found is not None and -sign * moved >= least:
        return _highlight(indicator, figure, SHARE, abs(moved), comparison=found)
    if sign > 0 and indicator.denominator_is == "whole" and figure.value < LOW:
        return _highlight(indicator, figure, CHANGE, LOW - figure.value)
    return None


def _highlight(
    indicator: Indicator,
    figure: Figure,
    ground: int,
    size: Decimal,
    *,
    comparison: Comparison | None = None,
    target: Target | None = None,
) -> Highlight:
    return Highlight(indicator=indicator, figure=figure, ground=ground, size=size, comparison=comparison, target=target)


def _moved(material: Material, indicator: Indicator) -> tuple[Comparison | None, Decimal]:
    """The comparison of an indicator and how far it moved, in percent or in points."""
    found = change_of(material, indicator.code)
    if found is None:
        return None, Decimal(0)
    return found, found.change if found.is_ratio else found.growth or Decimal(0)


def target_of(targets: Mapping[str, Target], figure: Figure) -> Target | None:
    """The target of a figure's indicator, where it is one of the same unit and period."""
    target = targets.get(figure.indicator)
    if target is None or target.org_unit != figure.org_unit:
        return None
    return target if target.period in (figure.period, figure.as_of) else None


def ends(figure: Figure, indicator: Indicator) -> list[tuple[str, Decimal]]:
    """The org units of a figure with what each states, the weakest first: by share of a ratio, else by amount."""
    stated: dict[str, Decimal] = {}
    for one in figure.expression:
        values = {v.part.value: v.value for v in one.values}
        if indicator.is_ratio and values.get("denominator"):
            stated[one.org_unit] = 100 * values.get("numerator", Decimal(0)) / values["denominator"]
        elif not indicator.is_ratio and "value" in values:
            stated[one.org_unit] = stated.get(one.org_unit, Decimal(0)) + values["value"]
    sign = GOOD_WORDS.get(indicator.direction, 1)
    return sorted(stated.items(), key=lambda pair: (sign * pair[1], pair[0]))


def is_sum(indicator: Indicator) -> bool:
    """Whether years are added up."""
    return indicator.over_time is Aggregation.SUM
