"""Figures from the engine's rows: each with its base, what it was added up from, who adds what, and its target."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any

from tongket.consolidation.bases import FigureKey, Roll, base_of, base_of_span
from tongket.consolidation.book import Book
from tongket.consolidation.comparison import rounded
from tongket.consolidation.engine import Sums
from tongket.consolidation.figure_code import Basis
from tongket.consolidation.model import Base, Contribution, ExcludedValue, Figure, RankedUnit
from tongket.consolidation.selection import Fact
from tongket.consolidation.standing import decimal, numbers
from tongket.framework import Framework, Target
from tongket.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What figures are told from: the facts behind each, beside what tells who is absent."""

    book: Book
    framework: Framework
    review_period: Period
    targets: Mapping[tuple[str, str, str], Target]
    """By org unit, indicator and period."""
    roll: Roll
    units: dict[FigureKey, tuple[RankedUnit, ...]] = field(default_factory=dict)
    gaps: dict[FigureKey, tuple[Target, Decimal]] = field(default_factory=dict)

    def figures(self, sums: Sums) -> Iterator[tuple[FigureKey, Figure]]:
        """The figures of the rows."""
        self.units.update(self._ranked(sums.units))
        self.gaps.update(self._aimed(sums.gaps))
        for basis, target, code, indicator, value, numerator, denominator, as_of in sums.figures:
            key = (Basis(basis), target, self.book.periods[code], indicator)
            yield key, self._figure(key, (value, numerator, denominator), as_of)

    def _figure(self, key: FigureKey, amounts: Sequence[Any], as_of: str | None) -> Figure:
        basis, target, period, indicator = key
        value, numerator, denominator = numbers([self._exact(key, one) for one in amounts])
        parts = self._parts(key, as_of)
        aim, gap = self.gaps.get(key, (None, None))
        return Figure(
            org_unit=target,
            period=period,
            indicator=indicator,
            basis=basis,
            value=value,
            numerator=numerator,
            denominator=denominator,
            base=base_of_span([self._base(one) for one in parts]) if self._is_span(period) else self._base(key),
            as_of=self.book.periods[as_of] if as_of else None,
            expression=tuple(one for part in parts for one in self._expression(part)),
            excluded=tuple(one for part in parts for one in self._excluded(part)),
            units=self.units.get(key, ()),
            target=aim,
            gap=gap,
        )

    def _is_span(self, period: Period) -> bool:
        return period.is_span and period == self.review_period

    def _parts(self, key: FigureKey, as_of: str | None) -> list[FigureKey]:
        """The figures of periods that a figure is made of: itself, or the years of the review; the latest alone."""
        basis, target, period, indicator = key
        if not self._is_span(period):
            return [key]
        wanted = (self.book.periods[as_of],) if as_of else period.years()
        return [(basis, target, one, indicator) for one in wanted if (basis, target, one) in self.roll.routes]

    def _facts(self, key: FigureKey) -> list[Fact]:
        return [self.roll.facts[one] for one in self.book.parts.get(key, ())]

    def _base(self, key: FigureKey) -> Base:
        """Of whom the figure of one period speaks."""
        reporters = frozenset(fact.org_unit for fact in self._facts(key) if not fact.excluded)
        return base_of(key, self.framework[key[3]], reporters, self.roll)

    def _expression(self, key: FigureKey) -> Iterator[Contribution]:
        """What was added up."""
        basis, target, period, _ = key
        for fact in self._facts(key):
            if not fact.excluded:
                share = self.book.shares[basis, target, fact.org_unit, period]
                yield Contribution(org_unit=fact.org_unit, period=period, share=share, values=fact.values)

    def _excluded(self, key: FigureKey) -> Iterator[ExcludedValue]:
        """What was left out, and why."""
        for fact in self._facts(key):
            if fact.excluded:
                yield from (ExcludedValue(value=value, code=fact.excluded) for value in fact.values)

    def _ranked(self, rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[FigureKey, tuple[RankedUnit, ...]]]:
        for (basis, target, code, indicator), group in groupby(rows, key=lambda row: row[:4]):
            key = (Basis(basis), target, self.book.periods[code], indicator)
            yield (
                key,
                tuple(
                    RankedUnit(org_unit=unit, value=self._amount(key, amounts), place=place)
                    for *_, unit, value, numerator, denominator, place in group
                    for amounts in [(value, numerator, denominator)]
                ),
            )

    def _aimed(self, rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[FigureKey, tuple[Target, Decimal]]]:
        """The target of the period itself before that of the year that the figure is the latest value of."""
        for org_unit, code, indicator, goal_period, *_, gap, whole in sorted(rows, key=lambda row: row[3] == row[1]):
            key = (Basis.AS_REPORTED, org_unit, self.book.periods[code], indicator)
            sign = -1 if self.framework[indicator].direction == "down" else 1
            found = decimal(sign * Fraction(gap) / Fraction(whole))
            if found is not None:
                yield key, (self.targets[org_unit, indicator, goal_period], found)

    def _amount(self, key: FigureKey, amounts: Sequence[Any]) -> Decimal:
        value, above, below = (self._exact(key, one) for one in amounts)
        return rounded(100 * (above or Fraction(0)) / below if below else value or Fraction(0))

    def _exact(self, key: FigureKey, amount: Decimal | None) -> Fraction | None:
        """The weighted sum of the engine as the exact amount it stands for."""
        return None if amount is None else Fraction(amount) / self.book.plan.denominators[key[0], key[1]]
