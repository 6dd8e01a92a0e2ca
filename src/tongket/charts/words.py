"""Numbers as charts print them."""

from decimal import Decimal

from tongket.framework import Indicator
from tongket.vietnamese import format_number

PLACES = 2


def rounded(value: Decimal, places: int = PLACES) -> Decimal:
    """At most ``places`` decimals, and no more than the number has."""
    found = round(value, places)
    return found.to_integral() if found == found.to_integral() else found.normalize()


def printed(value: Decimal, indicator: Indicator, places: int = PLACES) -> str:
    """A number as Vietnamese write it, with the sign of a percentage."""
    return format_number(rounded(value, places)) + ("%" if indicator.unit_of_measure == "%" else "")


def named(indicator: Indicator, language: str) -> str:
    """The indicator's name in ``language``."""
    return indicator.name if language == "vi" else indicator.name_en
