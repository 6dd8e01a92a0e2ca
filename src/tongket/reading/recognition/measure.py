"""Units of measure as written: money by its multiplier, shares, counted things."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tongket.vietnamese import accent_key

_THOUSANDS = {
    "nghìn tỷ": Decimal(1000),
    "ngàn tỷ": Decimal(1000),
    "tỷ": Decimal(1),
    "triệu": Decimal("0.001"),
    "tr": Decimal("0.001"),
    "nghìn": Decimal("0.000001"),
    "ngàn": Decimal("0.000001"),
    "1.000": Decimal("0.000001"),
    "1000": Decimal("0.000001"),
    "": Decimal("0.000000001"),
}
_MONEY_PATTERN = re.compile(
    r"(?<![\w.])(nghìn t[ỷỉ]|ngàn t[ỷỉ]|t[ỷỉ]|triệu|tr|nghìn|ngàn|1\.?000)?[.\s]{0,2}(đồng|đ(?!/)|vnđ)(?!\w)"
    r"|(?<![\w.])(nghìn t[ỷỉ]|t[ỷỉ]|triệu)\b(?= *[)]?$)"
)
_NO_MONEY = re.compile(r"\b(?:hội|hợp|cộng|đại|lao|bất|hành|biến|cánh) đồng\b|đồng (?:chí|bào|đội|bộ|ruộng)")


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
    if money := _money_in(folded):
        return money
    if re.fullmatch(r"\W*(%|phần trăm|tỷ lệ\W*%?)\W*", folded):
        return UnitOfMeasure(text="%", percent=True)
    return UnitOfMeasure(text=folded)


def _money_in(folded: str) -> UnitOfMeasure | None:
    for found in _MONEY_PATTERN.finditer(folded):
        before = folded[: found.start(2)].rstrip() if found[2] else ""
        if found[2] and not found[1] and _NO_MONEY.search(folded[max(0, len(before) - 6) : found.end() + 6]):
            continue
        words = (found[1] or found[3] or "").replace("tỉ", "tỷ")
        return UnitOfMeasure(text=found.group(), money=_THOUSANDS[words])
    return None


def money_in(text: str) -> UnitOfMeasure | None:
    """The money unit named anywhere in ``text`` ("Kinh phí (triệu đồng)"), if any."""
    unit = unit_of_measure(text)
    return unit if unit is not None and unit.money is not None else None
