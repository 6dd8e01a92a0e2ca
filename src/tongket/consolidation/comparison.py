"""Two figures compared over the same org units: what changed, of whom."""

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from tongket.consolidation.model import Contribution, Figure
from tongket.framework import Part

DIGITS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An indicator in two periods, by the ``org_units`` that state it in both."""

    earlier: Figure
    later: Figure
    org_units: tuple[str, ...]
    before: Decimal
    after: Decimal

    @property
    def is_ratio(self) -> bool:
        """Whether the change is in percentage points."""
        return self.later.denominator is not None

    @property
    def change(self) -> Decimal:
        """After less before."""
        return self.after - self.before

    @property
    def growth(self) -> Decimal | None:
        """The change in percent of what was before; None of a ratio, and where there was nothing before."""
        if self.is_ratio or not self.before:
            return None
        with localcontext(prec=DIGITS):
            return 100 * self.change / self.before

    @property
    def code(self) -> str:
        """What it is computed from: ``change(CODE,CODE)``."""
        return f"change({self.earlier.code},{self.later.code})"


def compare(earlier: Figure | None, later: Figure | None) -> Comparison | None:
    """The same indicator of the same org unit in two periods; None where no unit states it in both, or where the two
    cannot be set side by side."""
    if earlier is None or later is None:
        return None
    if (earlier.org_unit, earlier.indicator, earlier.basis) != (later.org_unit, later.indicator, later.basis):
        return None
    if (earlier.denominator is None) != (later.denominator is None):
        return None
    both = tuple(c.org_unit for c in later.expression if c.org_unit in {d.org_unit for d in earlier.expression})
    matched = tuple(dict.fromkeys(both))
    before, after = value_of(earlier, matched), value_of(later, matched)
    if not matched or before is None or after is None:
        return None
    return Comparison(earlier=earlier, later=later, org_units=matched, before=before, after=after)


def value_of(figure: Figure, org_units: tuple[str, ...]) -> Decimal | None:
    """The figure as it would be of ``org_units`` alone; None where a ratio has nothing to divide by."""
    own = [c for c in figure.expression if c.org_unit in org_units]
    if figure.denominator is None:
        return _decimal(_sum(own, Part.VALUE))
    denominator = _sum(own, Part.DENOMINATOR)
    return _decimal(100 * _sum(own, Part.NUMERATOR) / denominator) if denominator else None


def _sum(contributions: list[Contribution], part: Part) -> Fraction:
    values = (c.share * Fraction(v.value) for c in contributions for v in c.values if v.part is part)
    return sum(values, Fraction(0))


def _decimal(number: Fraction) -> Decimal:
    with localcontext(prec=DIGITS):
        return Decimal(number.numerator) / Decimal(number.denominator)
