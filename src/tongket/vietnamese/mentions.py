"""Numbers in running text: those that measure something, with the place where they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from tongket.vietnamese.multipliers import multiplier_at
from tongket.vietnamese.naming import Span, naming_spans
from tongket.vietnamese.nouns import COUNTED
from tongket.vietnamese.numerals import parse_number
from tongket.vietnamese.spelled import spelled_numbers
from tongket.vietnamese.unicode import accent_fold

_DIGITS = r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*"
_NUMBER = re.compile(
    rf"(?<!\w)(?<!\d[,/])(?<![IVX]/)(?<![\w]\.)(?<![^\W\d_][-–])(?P<n>{_DIGITS})(?:\s?/\s?(?P<m>{_DIGITS})(?!\s?/\s?\d|\d))?(?P<letter>[^\W\d_][\w²³]*)?"
)
_HINT = re.compile(r"\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)\b")
_RANGE = re.compile(r"\s?(?:[-–—]|đến)\s?")
_SIGN = re.compile(r"(?:^|[\s(])[-−–]$")
_GLUED = frozenset(
    ("đ", "trđ", "tr", "vnđ", "vnd", "nđ", "cm", "mm", "l", "g", "tỷ", "tỉ", "triệu", "nghìn", "ngàn", "đồng")
)
_REPEATED = re.compile(r"\s?[(/]\s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number at ``start`` to ``end``: ``value`` as said, before ``money`` (the multiplier to đồng) is applied.

    ``denominator`` where n/m is written; ``percent`` for a share; ``words`` where it is written in words.
    """

    start: int
    end: int
    text: str
    value: Decimal
    denominator: Decimal | None = None
    percent: bool = False
    money: Decimal | None = None
    words: bool = False


def find_numbers(text: str) -> list[NumberMention]:
    """The numbers of NFC ``text`` that measure something, in order.

    Not given: dates, years, file numbers, outline labels, clock times, and numbers that name ("Điều 5", "đối tượng 3").
    A number written twice, "ba (03) xã", is given once, in digits.
    """
    folded = accent_fold(text)
    if not _HINT.search(folded):
        return []
    taken = naming_spans(text, folded)
    digits = _ranges(folded, [m for m in _digits(text, folded) if not _meets(taken, m.start)])
    words = [m for m in _spelled(text, folded) if not _meets(taken, m.start) and not _told(folded, m, digits)]
    return sorted([*digits, *words], key=lambda m: m.start)


def _digits(text: str, folded: str) -> Iterator[NumberMention]:
    told = 0
    for match in _NUMBER.finditer(text):
        value, whole = parse_number(match["n"]), parse_number(match["m"]) if match["m"] else None
        if value is None or (match["m"] and whole is None) or _is_code(match, folded):
            continue
        start, end = match.start(), match.end("m") if match["m"] else match.end("n")
        mention = _mention(text, folded, (start, end), value, whole)
        if _SIGN.search(text, max(0, start - 2), start) and (mention.percent or text[max(0, start - 2)] == "("):
            mention = replace(mention, start=start - 1, text=text[start - 1 : mention.end], value=-mention.value)
        if mention.start >= told:  # else it is the smaller unit of the one before: "1 tỷ 250 triệu đồng"
            told = mention.end
            yield mention


def _is_code(match: re.Match[str], folded: str) -> bool:
    """Whether letters stand at the number that are no unit: "5G", "12A", "02ĐK"."""
    letters = match["letter"]
    if letters is None:
        return False
    small = folded[match.start("letter") : match.end("letter")]
    return letters[0].isupper() or not (small in _GLUED or small in COUNTED)


def _mention(
    text: str, folded: str, span: Span, value: Decimal, whole: Decimal | None = None, *, words: bool = False
) -> NumberMention:
    start, end = span
    by = multiplier_at(folded, end)
    return NumberMention(
        start=start,
        end=by.end,
        text=text[start : by.end],
        value=(value + by.more) * by.scale,
        denominator=whole * by.scale if whole is not None else None,
        percent=by.percent,
        money=by.money,
        words=words,
    )


def _spelled(text: str, folded: str) -> Iterator[NumberMention]:
    for start, end, value in spelled_numbers(text, folded):
        yield _mention(text, folded, (start, end), value, words=True)


def _ranges(folded: str, found: Sequence[NumberMention]) -> list[NumberMention]:
    """The first number of "20-25%" or "5 - 10 tỷ đồng" is a percentage or money like the second."""
    out = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        bare = not first.percent and first.money is None and first.denominator is None
        if bare and (second.percent or second.money is not None) and _RANGE.fullmatch(folded, first.end, second.start):
            out[i] = replace(first, percent=second.percent, money=second.money)
    return out


def _told(folded: str, words: NumberMention, digits: Sequence[NumberMention]) -> bool:
    """Whether digits beside it say the same number: "ba (03) xã", "03 (ba) xã"."""
    near = (m for m in digits if m.value == words.value)
    return any(_REPEATED.fullmatch(folded, min(words.end, m.end), max(words.start, m.start)) is not None for m in near)


def _meets(spans: Sequence[Span], start: int) -> bool:
    """Whether ``start`` lies in one of the spans, which are in order of their starts."""
    last = bisect_left(spans, (start + 1, 0))
    return any(begin <= start < end for begin, end in spans[max(0, last - 4) : last])
