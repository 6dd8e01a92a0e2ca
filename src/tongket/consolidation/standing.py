"""Whether enough of a figure is there to say it of the whole, and what it would be with what was left out."""

from decimal import Decimal, localcontext
from fractions import Fraction

from tongket.consolidation.engine import DIGITS
from tongket.consolidation.model import AbsenceReason, Amounts, Figure
from tongket.framework import Aggregation, Indicator, Part
from tongket.reports import DataValue

PLACES = Decimal("1e-12")
"""To what percentages and converted amounts are rounded; sums of what was stated have no more digits than that."""


def yearly(figure: Figure, years: int) -> tuple[int, int]:
    """How many yearly figures of units are in a figure added up over ``years``, of how many; (0, 0) of any other."""
    if not figure.period.is_span or figure.as_of is not None:
        return 0, 0
    all_ = len(figure.base.expected) * years
    absent = {(one.org_unit, period) for one in figure.base.absent for period in one.periods}
    return all_ - len(absent), all_


def stands(figure: Figure, *, years: int, least: Fraction) -> bool:
    """Whether a figure may be said of the whole: of a sum over years the share ``least`` of its yearly figures is there;
    of a ratio over years that share of the units, and half of it of their yearly figures; of any other, of the units."""
    expected = len(figure.base.expected)
    if not expected:
        return False
    units = Fraction(len(figure.base.reporters), expected)
    held, all_ = yearly(figure, years)
    if not all_:
        return units >= least
    filled = Fraction(held, all_)
    if figure.denominator is None:
        return filled >= least
    return units >= least and filled >= least / 2


def with_excluded(figure: Figure, indicator: Indicator) -> Amounts | None:
    """The total with the values that findings left out of it; None where nothing was, or nothing that could be added."""
    left_out: dict[tuple[str, str], list[DataValue]] = {}
    for one in figure.excluded:
        if one.code not in (AbsenceReason.INCOMPLETE, AbsenceReason.OUT_OF_RANGE):
            left_out.setdefault((one.value.org_unit, one.value.period.code), []).append(one.value)
    shares = [(c.period.code, c.share, c.values) for c in figure.expression]
    shares += [(period, Fraction(1), tuple(values)) for (_, period), values in left_out.items()]
    if not left_out:
        return None
    amounts = [_over_time(shares, part, indicator) for part in (Part.VALUE, Part.NUMERATOR, Part.DENOMINATOR)]
    return Amounts(*numbers(amounts))


def _over_time(
    shares: list[tuple[str, Fraction, tuple[DataValue, ...]]], part: Part, indicator: Indicator
) -> Fraction | None:
    """One part of all contributions: over units first, then over the periods."""
    periods: dict[str, list[Fraction]] = {}
    for period, share, values in shares:
        periods.setdefault(period, []).extend(share * Fraction(v.value) for v in values if v.part is part)
    largest = indicator.over_units is Aggregation.MAX
    stated = [max(v) if largest else sum(v, Fraction(0)) for v in periods.values() if v]
    if not stated:
        return None
    return max(stated) if indicator.over_time is Aggregation.MAX else sum(stated, Fraction(0))


def numbers(amounts: list[Fraction | None]) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Value, numerator and denominator from exact amounts; a ratio's value is a percentage."""
    value, above, below = amounts
    if above is None or below is None:
        return decimal(value), None, None
    return decimal(100 * above / below if below else None), decimal(above), decimal(below)


def decimal(number: Fraction | None) -> Decimal | None:
    """An exact fraction as a decimal without trailing zeros."""
    if number is None:
        return None
    with localcontext(prec=DIGITS):
        rounded = (Decimal(number.numerator) / number.denominator).quantize(PLACES).normalize()
        return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded
