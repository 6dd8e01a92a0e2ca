"""Which figures a leader should see first: the best results and the worst shortfalls, by rules that can be told.

A result is a figure that stands (see ``Material.stands``) of an indicator with a direction, and, strongest first: meets its
target; moved at least a tenth (ratios: three points) in the right direction over the units that state both years; is a
share of a whole of at least 95 percent. A shortfall: misses its target; moved as much in the wrong direction; is a share
under 90 percent that did not get better. Equal ones: those of three quarters of the units first, then by how far; of one
pillar at most two.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tongket.consolidation import Comparison, Figure
from tongket.dossier.growth import change_of
from tongket.dossier.material import Material
from tongket.framework import Indicator

MOST = 5
OF_ONE_PILLAR = 2
HIGH, LOW = Decimal(95), Decimal(90)
TENTH, POINTS = Decimal(10), Decimal(3)
GOOD_WORDS = {"up": 1, "down": -1}
TARGET, CHANGE, SHARE = 3, 2, 1
"""How strong each ground is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A figure worth telling first; ``size`` says how far, within one ground."""

    indicator: Indicator
    figure: Figure
    ground: int
    size: Decimal
    comparison: Comparison | None = None


def results(material: Material) -> tuple[Highlight, ...]:
    """The best results, at most five."""
    return _first(one for indicator in material.framework if (one := _result(material, indicator)) is not None)


def shortfalls(material: Material) -> tuple[Highlight, ...]:
    """The worst shortfalls, at most five."""
    return _first(one for indicator in material.framework if (one := _shortfall(material, indicator)) is not None)


def _first(found: Iterable[Highlight]) -> tuple[Highlight, ...]:
    told: list[Highlight] = []
    pillars: Counter[str] = Counter()
    for one in sorted(found, key=lambda h: (-h.ground, not _broad(h.figure), -h.size, h.indicator.code)):
        if pillars[one.indicator.pillar] < OF_ONE_PILLAR and len(told) < MOST:
            told.append(one)
            pillars[one.indicator.pillar] += 1
    return tuple(told)


def _result(material: Material, indicator: Indicator) -> Highlight | None:
    sign, figure = GOOD_WORDS.get(indicator.direction, 0), material.best_figure(indicator.code)
    if not sign or figure is None or figure.value is None:
        return None
    if figure.gap is not None:
        return None if figure.gap < 0 else _highlight(indicator, figure, TARGET, figure.gap)
    found, moved = _moved(material, indicator)
    if found is not None and sign * moved >= _least(found):
        return _highlight(indicator, figure, CHANGE, abs(moved), comparison=found)
    if sign > 0 and indicator.denominator_is == "whole" and figure.value >= HIGH:
        return _highlight(indicator, figure, SHARE, figure.value)
    return None


def _shortfall(material: Material, indicator: Indicator) -> Highlight | None:
    sign, figure = GOOD_WORDS.get(indicator.direction, 0), material.best_figure(indicator.code)
    if not sign or figure is None or figure.value is None:
        return None
    if figure.gap is not None:
        return _highlight(indicator, figure, TARGET, -figure.gap) if figure.gap < 0 else None
    found, moved = _moved(material, indicator)
    if found is not None and -sign * moved >= _least(found):
        return _highlight(indicator, figure, CHANGE, abs(moved), comparison=found)
    better = found is not None and moved >= _least(found)
    if sign > 0 and indicator.denominator_is == "whole" and figure.value < LOW and not better:
        return _highlight(indicator, figure, SHARE, LOW - figure.value)
    return None


def _highlight(
    indicator: Indicator, figure: Figure, ground: int, size: Decimal, *, comparison: Comparison | None = None
) -> Highlight:
    return Highlight(indicator=indicator, figure=figure, ground=ground, size=size, comparison=comparison)


def _least(found: Comparison) -> Decimal:
    """From where a change is worth telling."""
    return POINTS if found.is_ratio else TENTH


def _broad(figure: Figure) -> bool:
    """Whether three quarters of those who owe a figure state it."""
    return 4 * len(figure.base.reporters) >= 3 * len(figure.base.expected)


def _moved(material: Material, indicator: Indicator) -> tuple[Comparison | None, Decimal]:
    """The comparison of an indicator and how far it moved, in percent or in points."""
    found = change_of(material, indicator.code)
    if found is None:
        return None, Decimal(0)
    return found, found.change if found.is_ratio else found.growth or Decimal(0)
