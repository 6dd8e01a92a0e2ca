"""How far figures that say the same may lie apart: by rounding, and no further."""

from collections.abc import Iterable
from decimal import Decimal

HALF = Decimal("0.5")
LEAST_WHOLE = Decimal("0.001")
ROUND_SHARE = Decimal("0.05")
"""How far, at most, a round number in the text ("hơn 1.200") may be from the one it rounds."""


def agrees(stated: Decimal, numerator: Decimal, denominator: Decimal) -> bool:
    """Whether the percentage is the quotient, rounded or cut at its last digit; amounts are rounded themselves, and
    half a unit of their last digit may move it."""
    step = unit_of_last_digit(stated)
    low = 100 * (numerator - HALF * slack(numerator)) / (denominator + HALF * slack(denominator))
    high = 100 * (numerator + HALF * slack(numerator)) / max(denominator - HALF * slack(denominator), LEAST_WHOLE)
    return low - step < stated < high + step


def slack(number: Decimal) -> Decimal:
    """What rounding may have taken from a number: a unit of its last decimal; nothing of a whole number."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(0)


def unit_of_last_digit(number: Decimal) -> Decimal:
    """0.1 of 95.2, 1 of 95."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def sum_slack(numbers: Iterable[Decimal]) -> Decimal:
    """What rounding may make of a sum: half a unit of the last decimal of each number; nothing of whole numbers."""
    return sum((HALF * slack(n) for n in numbers), Decimal(0))


def rounds(said: Decimal, exact: Decimal) -> bool:
    """Whether ``said`` is ``exact``, or what rounding one of them to the digits of the other makes of it."""
    if said == exact:
        return True
    if abs(said - exact) <= HALF * max(slack(said), slack(exact)):
        return True
    return abs(said - exact) < unit_of_zeros(said) and abs(said - exact) <= ROUND_SHARE * abs(exact)


def unit_of_zeros(number: Decimal) -> Decimal:
    """100 of 1,200: as far as a round number may be from what it stands for."""
    whole = number.normalize()
    exponent = whole.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent > 0 else Decimal(0)
