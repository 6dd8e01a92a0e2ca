"""Units of measure as written: money by its multiplier, shares, counted things."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tongket.vietnamese import accent_key

_MONEY = {
    "nghìn tỷ đồng": Decimal(1000),
    "nghìn tỉ đồng": Decimal(1000),
    "tỷ đồng": Decimal(1),
    "tỉ đồng": Decimal(1),
    "triệu đồng": Decimal("0.001"),
    "trđ": Decimal("0.001"),
    "tr.đồng": Decimal("0.001"),
    "nghìn đồng": Decimal("0.000001"),
    "ngàn đồng": Decimal("0.000001"),
    "1.000 đồng": Decimal("0.000001"),
    "1000đ": Decimal("0.000001"),
    "đồng": Decimal("0.000000001"),
}
_MONEY_PATTERN = re.compile("|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in _MONEY))


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOfMeasure:
    """A unit as written. ``money`` is its multiplier to tỷ đồng; ``percent`` a share; else the counted noun."""

    text: str
    money: Decimal | None = None
    percent: bool = False


def unit_of_measure(text: str) -> UnitOfMeasure | None:
    """The unit that ``text`` (a unit cell, a header, a title) names, or None when it is blank."""
    folded = accent_key(text).strip()
    if not folded:
        return None
    if money := _MONEY_PATTERN.search(folded):
        return UnitOfMeasure(text=money.group(), money=_MONEY[money.group()])
    if re.fullmatch(r"\W*(%|phần trăm|tỷ lệ\W*%?)\W*", folded):
        return UnitOfMeasure(text="%", percent=True)
    return UnitOfMeasure(text=folded)


def money_in(text: str) -> UnitOfMeasure | None:
    """The money unit named anywhere in ``text`` ("Kinh phí (triệu đồng)"), if any."""
    unit = unit_of_measure(text)
    return unit if unit is not None and unit.money is not None else None
