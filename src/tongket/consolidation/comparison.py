"""Two figures compared over the same org units: what changed, of whom."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

from tongket.consolidation.figure_code import Basis
from tongket.consolidation.model import Contribution, Figure
from tongket.framework import Aggregation, Framework, Part
from tongket.orgunits import Hierarchy
from tongket.periods import Period

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


def comparisons(figures: Iterable[Figure], framework: Framework, hierarchy: Hierarchy) -> Iterator[Comparison]:
    """Each yearly figure as reported beside that of the year before it that has one, and the last beside the first."""
    series: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.basis is Basis.AS_REPORTED and figure.period.years() == (figure.period,):
            series.setdefault((figure.org_unit, figure.indicator), []).append(figure)
    extents: dict[tuple[Period, Period], frozenset[str]] = {}
    for (_, indicator), told in series.items():
        told.sort(key=lambda one: one.period)
        pairs = [*pairwise(told), *([(told[0], told[-1])] if len(told) > 2 else [])]
        for earlier, later in pairs:
            key = (earlier.period, later.period)
            if key not in extents:
                extents[key] = unchanged(hierarchy, *key)
            found = compare(earlier, later, among=extents[key], over_units=framework[indicator].over_units)
            if found is not None:
                yield found


def unchanged(hierarchy: Hierarchy, earlier: Period, later: Period) -> frozenset[str]:
    """The codes of the org units that are the same, with the same territory, at the end of both periods."""
    crosswalk = hierarchy.crosswalk(earlier.last_day, later.last_day)
    return frozenset(
        edge.source
        for edge in crosswalk
        if edge.whole and edge.source == edge.target and len(crosswalk.sources(edge.target)) == 1
    )


def compare(
    earlier: Figure | None,
    later: Figure | None,
    *,
    among: Collection[str] | None = None,
    over_units: Aggregation = Aggregation.SUM,
) -> Comparison | None:
    """The same indicator of the same org unit in two periods; None where no unit states it in both, or where the two
    cannot be set side by side. ``among`` are the units that may be compared (:func:`unchanged`); all, where it is None."""
    if earlier is None or later is None:
        return None
    if (earlier.org_unit, earlier.indicator, earlier.basis) != (later.org_unit, later.indicator, later.basis):
        return None
    if (earlier.denominator is None) != (later.denominator is None):
        return None
    stated = {c.org_unit for c in earlier.expression}
    both = (c.org_unit for c in later.expression if c.org_unit in stated and (among is None or c.org_unit in among))
    matched = tuple(sorted(set(both)))
    before, after = (value_of(one, matched, over_units) for one in (earlier, later))
    if not matched or before is None or after is None:
        return None
    return Comparison(earlier=earlier, later=later, org_units=matched, before=before, after=after)


def value_of(figure: Figure, org_units: tuple[str, ...], over_units: Aggregation = Aggregation.SUM) -> Decimal | None:
    """The figure as it would be of ``org_units`` alone; None where a ratio has nothing to divide by."""
    own = [c for c in figure.expression if c.org_unit in org_units]
    if over_units is Aggregation.MAX:
        return max((v.value for c in own for v in c.values), default=None)
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
