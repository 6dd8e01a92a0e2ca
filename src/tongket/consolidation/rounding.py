"""Whole numbers that still add up: the largest remainder."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor


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
