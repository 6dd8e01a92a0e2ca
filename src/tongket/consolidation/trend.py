"""What the same org units state year after year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tongket.consolidation.comparison import rounded
from tongket.consolidation.model import Contribution, Figure
from tongket.framework import Part

FEWEST_YEARS = 3
"""Fewer points are no trend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """An indicator over years, by the ``org_units`` that state it in every one of them."""

    figures: tuple[Figure, ...]
    org_units: tuple[str, ...]
    values: tuple[Decimal, ...]

    @property
    def code(self) -> str:
        """What it is computed from: ``trend(CODE,CODE,CODE)``."""
        return f"trend({','.join(one.code for one in self.figures)})"


def trend(figures: Sequence[Figure], *, minimum_base: Fraction) -> Trend | None:
    """The yearly ``figures`` of one indicator over the same org units; years that too few state are left out, those of
    fewest units first. None where fewer than three years have ``minimum_base`` of those who owe it in common."""
    kept = list(figures)
    while len(kept) >= FEWEST_YEARS:
        units = _in_all(kept)
        owed = max(len(one.base.expected) for one in kept)
        values = tuple(_value_of(one, units) for one in kept) if units else ()
        if owed and Fraction(len(units), owed) >= minimum_base and None not in values:
            given = tuple(value for value in values if value is not None)
            return Trend(figures=tuple(kept), org_units=units, values=given)
        kept.remove(min(kept, key=lambda one: (len(one.base.reporters), one.period)))
    return None


def _in_all(figures: Sequence[Figure]) -> tuple[str, ...]:
    units = [{c.org_unit for c in one.expression} for one in figures]
    return tuple(
        code for code in dict.fromkeys(c.org_unit for c in figures[0].expression) if all(code in u for u in units)
    )


def _value_of(figure: Figure, org_units: tuple[str, ...]) -> Decimal | None:
    """The figure as it would be of ``org_units`` alone; None where a ratio has nothing to divide by."""
    own = [c for c in figure.expression if c.org_unit in org_units]
    if figure.denominator is None:
        return rounded(_sum(own, Part.VALUE))
    denominator = _sum(own, Part.DENOMINATOR)
    return rounded(100 * _sum(own, Part.NUMERATOR) / denominator) if denominator else None


def _sum(contributions: list[Contribution], part: Part) -> Fraction:
    values = (c.share * Fraction(v.value) for c in contributions for v in c.values if v.part is part)
    return sum(values, Fraction(0))
