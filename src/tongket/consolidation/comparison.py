"""Two figures compared over the same org units: what changed, of whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from tongket.consolidation.model import Figure
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


def unchanged(hierarchy: Hierarchy, earlier: Period, later: Period) -> frozenset[str]:
    """The codes of the org units that are the same, with the same territory, at the end of both periods."""
    crosswalk = hierarchy.crosswalk(earlier.last_day, later.last_day)
    return frozenset(
        edge.source
        for edge in crosswalk
        if edge.whole and edge.source == edge.target and len(crosswalk.sources(edge.target)) == 1
    )


def comparisons_of(rows: Iterable[tuple[Any, ...]], figures: Mapping[str, Figure]) -> Iterator[Comparison]:
    """The rows of :data:`questions.GROWTH` as comparisons; none of a ratio that has nothing to divide by on either side.
    ``figures`` by their codes."""
    for basis, target, indicator, earlier, later, _, units, *amounts in rows:
        codes = (f"{target}/{period}/{indicator}@{basis}" for period in (earlier, later))
        sides = (_amount(*amounts[:3]), _amount(*amounts[3:]))
        yield from _comparison([figures[code] for code in codes], tuple(units), sides)


def _comparison(
    figures: Sequence[Figure], org_units: tuple[str, ...], amounts: tuple[Decimal | None, Decimal | None]
) -> Iterator[Comparison]:
    before, after = amounts
    if before is not None and after is not None:
        yield Comparison(earlier=figures[0], later=figures[1], org_units=org_units, before=before, after=after)


def _amount(value: Decimal | None, above: Decimal | None, below: Decimal | None) -> Decimal | None:
    """An amount, or the percentage that numerator and denominator make; figures as reported have no weights."""
    if below is None:
        return None if value is None else rounded(Fraction(value))
    return rounded(100 * Fraction(above or 0) / Fraction(below)) if below else None


def rounded(number: Fraction) -> Decimal:
    """To 28 digits."""
    with localcontext(prec=DIGITS):
        return Decimal(number.numerator) / Decimal(number.denominator)
