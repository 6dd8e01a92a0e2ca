"""Numbers in digits as Vietnam writes them: a stop between thousands, a comma before decimals."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Locale = Literal["vi", "en"]

_THIN = "[ \u00a0\u2009\u202f]"
_VI = re.compile(r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,3}(?:" + _THIN + r"\d{3})+|\d+)(?:,(?P<decimals>\d+))?")
_STOP_DECIMAL = re.compile(r"(?P<whole>0|\d{1,3})\.(?P<decimals>\d{1,2}|\d{4,})|(?P<zero>0)\.(?P<rest>\d+)")
_EN = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?")
_SIGN = re.compile(r"([-−–+]?)\s*(.*)", re.DOTALL)


def parse_number(text: str, locale: Locale = "vi") -> Decimal | None:
    """The number that ``text`` is, or None: ``1.234,5``, ``05``, ``12,5``, ``-3``; ``1.234`` is 1234.

    A stop that cannot part thousands is taken for a decimal mark (``12.5``); one that is neither gives None
    (``1.23.4``). ``1,234.5`` is a number only with ``locale="en"``. No units, no percent sign.
    """
    sign, digits = _SIGN.fullmatch(text.strip()).groups()  # type: ignore[union-attr]  # matches every text
    found = _EN.fullmatch(digits) if locale == "en" else _VI.fullmatch(digits)
    if found is not None and not (locale == "vi" and re.match(r"0+\.", digits)):
        value = Decimal(f"{re.sub(r'[^0-9]', '', found['whole'])}.{found['decimals'] or 0}")
        value = value if found["decimals"] else value.to_integral_value()
    elif locale == "vi" and _STOP_DECIMAL.fullmatch(digits):
        value = Decimal(digits)
    else:
        return None
    return -value if sign in ("-", "−", "–") and sign else value


def format_number(value: Decimal, places: int | None = None) -> str:
    """``value`` as Vietnam writes it (``1.234,5``), rounded half up to ``places`` decimals when given."""
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))
