"""Whole numbers that still add up: the largest remainder."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

from tongket.consolidation.figure_code import Basis
from tongket.consolidation.model import Figure
from tongket.framework import Indicator, IndicatorKind
from tongket.periods import Period


def whole_numbers(figures: Iterable[Figure], indicator: Indicator) -> dict[str, Decimal]:
    """Code of figure -> what to print of a count that conversion made a fraction; those of one period add up."""
    groups: dict[Period, list[Figure]] = defaultdict(list)
    for one in figures:
        if indicator.kind is IndicatorKind.COUNT and one.basis is Basis.CURRENT and one.value and one.value % 1:
            groups[one.period].append(one)
    return {
        one.code: part
        for group in groups.values()
        for one, part in zip(group, round_to_add_up([one.value or Decimal(0) for one in group]), strict=True)
    }


def round_to_add_up(parts: Sequence[Fraction | Decimal], *, places: int = 0) -> list[Decimal]:
    """Each part rounded down to ``places``, and then one unit more to those with the largest remainders (of equals the
    first), so that they add up to the rounded sum of the parts."""
    unit = Fraction(10) ** places
    scaled = [Fraction(part) * unit for part in parts]
    rounded = [floor(part) for part in scaled]
    total = floor(sum(scaled, Fraction(0)) + Fraction(1, 2))
    by_remainder = sorted(range(len(scaled)), key=lambda i: (rounded[i] - scaled[i], i))
    for i in by_remainder[: total - sum(rounded)]:
        rounded[i] += 1
    return [Decimal(part).scaleb(-places) for part in rounded]
