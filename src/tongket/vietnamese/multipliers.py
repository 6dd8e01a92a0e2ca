"""What follows a number and belongs to it: a percent sign, thousands and millions, đồng."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tongket.vietnamese.nouns import COUNTED
from tongket.vietnamese.numerals import parse_number

_STEPS = {"trăm": 10**2, "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SHORT = {
    "trđ": 10**6,
    "tr.đ": 10**6,
    "tr.đồng": 10**6,
    "trđồng": 10**6,
    "tr đồng": 10**6,
    "nđ": 10**3,
    "đ": 1,
    "vnđ": 1,
    "vnd": 1,
}
_PERCENT = re.compile(r"\s?%|\s+phần trăm\b")
_SHORT_MONEY = re.compile(r"\s?(trđồng|tr\.? ?đồng|tr\.?đ|nđ|đ|vnđ|vnd)(?![\w.]*\w)")
_SCALE = re.compile(
    r"\s?((?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?:\s+(?:nghìn|ngàn|triệu|tỷ|tỉ))*)\b(?!\s+(?:lệ|trọng|suất|số)\b)"
)
_DONG = re.compile(
    r"\s*(?:đồng\b(?!\s+(?:chí|bào|đội|hương|thời|nghiệp|bộ|đều|thuận|minh|ý|phục|tình|loạt|hành|hồ|diễn|chủ))|vnđ\b|vnd\b|đ(?!\w))"
)
_REST = re.compile(r"\s(\d{1,3}(?:,\d+)?)\s(nghìn|ngàn|triệu)\b")
_OTHER_MONEY = re.compile(r"\s*(?:usd|đô la|đô-la|euro|eur|kíp|nhân dân tệ)\b")
_AFTER = re.compile(r"\s*([^\W\d_]+[²³23]?)(?: ([^\W\d_]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiplier:
    """What belongs to a number up to ``end``: ``scale`` of a plain number, or ``money`` to đồng; ``more`` is what a
    smaller unit adds ("1 tỷ 250 triệu": 0.25)."""

    end: int
    percent: bool = False
    scale: int = 1
    money: Decimal | None = None
    more: Decimal = Decimal(0)


def multiplier_at(folded: str, end: int) -> Multiplier:
    """What belongs to the number that ends at ``end`` of the folded text."""
    if percent := _PERCENT.match(folded, end):
        return Multiplier(end=percent.end(), percent=True)
    if short := _SHORT_MONEY.match(folded, end):
        return Multiplier(end=short.end(), money=Decimal(_SHORT[short[1].replace(". ", ".")]))
    scale = _SCALE.match(folded, end)
    if scale is None:
        dong = _DONG.match(folded, end)
        return Multiplier(end=dong.end(), money=Decimal(1)) if dong else Multiplier(end=end)
    return _scaled(folded, scale)


def _scaled(folded: str, scale: re.Match[str]) -> Multiplier:
    steps = scale[1].split()
    factor, end, more = 1, scale.end(), Decimal(0)
    for step in steps:
        factor *= _STEPS[step]
    rest = _REST.match(folded, end)
    if rest is not None and _STEPS[rest[2]] < factor:
        more, end = (parse_number(rest[1]) or Decimal(0)) * _STEPS[rest[2]] / factor, rest.end()
    dong = _DONG.match(folded, end)
    if dong is not None:
        return Multiplier(end=dong.end(), money=Decimal(factor), more=more)
    if _is_money(folded, end, steps):
        return Multiplier(end=end, money=Decimal(factor), more=more)
    return Multiplier(end=end, scale=factor, more=more)


def _is_money(folded: str, end: int, steps: list[str]) -> bool:
    """Whether millions without a noun of their own are meant as đồng: "12,5 tỷ từ ngân sách", not "20 triệu lượt"."""
    if not {"triệu", "tỷ", "tỉ"} & set(steps) or _OTHER_MONEY.match(folded, end):
        return False
    found = _AFTER.match(folded, end)
    return found is None or not ({found[1], f"{found[1]} {found[2]}"} & COUNTED)
