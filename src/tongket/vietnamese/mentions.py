"""Numbers in running text: those that measure something, with the place where they stand."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.vietnamese.dates import find_dates
from tongket.vietnamese.nouns import (
    COUNTED,
    NAMED_BY_NUMBER,
    NOT_A_FIVE_AFTER,
    NOT_COUNTED_AFTER,
    NUMBER_OF,
    PERHAPS_NAMED,
)
from tongket.vietnamese.number_words import DIGITS, parse_words
from tongket.vietnamese.numerals import parse_number
from tongket.vietnamese.unicode import accent_fold

_DIGITS = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(rf"(?<![\w.,])(?<!\d/)(?P<n>{_DIGITS})(?:\s?/\s?(?P<m>{_DIGITS})(?![/\d-]))?(?!\d)")
_PERCENT = re.compile(r"\s?%|\s+phần trăm\b")
_MONEY = re.compile(
    r"\s?(nghìn tỷ|nghìn tỉ|tỷ|tỉ|triệu|nghìn|ngàn|trăm triệu)?\s*(?:\bđồng\b(?!\s+(?:chí|bào|đội|hương|thời|nghiệp|bộ|đều|thuận|minh))|vnđ|vnd)|\s?(tỷ|tỉ)\b(?!\s+(?:lệ|trọng|số|suất))"
)
_SCALE = re.compile(r"\s(triệu|nghìn|ngàn|vạn|tỷ|tỉ)\b(?!\s*(?:đồng|lệ|trọng))")
_SCALES = {
    "nghìn tỷ": 10**12, "nghìn tỉ": 10**12, "tỷ": 10**9, "tỉ": 10**9, "trăm triệu": 10**8, "triệu": 10**6,
    "vạn": 10**4, "nghìn": 10**3, "ngàn": 10**3,
}  # fmt: skip
_DOCUMENT_NUMBER = re.compile(
    r"(?<![\w/])\d+[a-z]?\s?(?:/\s?\d{4}\s?)?[/-]\s?(?=[^\W\d])[\w&-]+(?:[-/][\w&]+)*|\b(?:covid|vn|f)\s?-?\s?\d+\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?:(?<!\w)(?:năm|giai đoạn|nhiệm kỳ|niên độ|khóa|thời kỳ)\s*:?\s*\(?\s*)((?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d(?!\d)|\s*,\s*(?:19|20)\d\d(?!\d))*)"
    r"|(?<![\d.,])((?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d)(?!\d)|\bnăm học [\d\s–-]+"
)
_LABEL = re.compile(r"(?:^|\n)\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))(?=\s)|\(\d\)(?=\s)")
_CLOCK = re.compile(
    r"\b\d{1,2}\s?(?:giờ|h)\s?(?:\d{2}(?:\s?phút)?)?\b(?!\s*(?:học|bay|công))|\b24\s?/\s?7\b|\b24\s?/\s?24\s?(?:giờ|h)\b|(?<=trực )24\s?/\s?24\b"
)
_WORD = re.compile(r"[^\W\d_]+")


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
    """
    folded = accent_fold(text)
    taken = sorted(_names(text, folded))
    digits = [m for m in _digits(text, folded) if not _covered(taken, m.start, m.end) and not _names_thing(folded, m)]
    spans = sorted([*taken, *((m.start, m.end) for m in digits)])
    words = [m for m in _words(text, folded) if not _covered(spans, m.start, m.end)]
    return sorted([*digits, *words], key=lambda m: m.start)


def _names(text: str, folded: str) -> Iterator[tuple[int, int]]:
    for found in find_dates(text):
        yield found.start, found.end
    for pattern in (_DOCUMENT_NUMBER, _LABEL, _CLOCK):
        for match in pattern.finditer(folded):
            if pattern is not _DOCUMENT_NUMBER or _is_document_number(match.group()):
                yield match.span()
    for match in _YEARS.finditer(folded):
        yield match.span()


def _is_document_number(token: str) -> bool:
    """ "374/ubnd-nc", "45-bc/hu", "21/2019/nđ-cp"; not "5/8 xã" nor "10-12 người"."""
    return (any(c.isalpha() for c in token) and not re.match(r"\d+\s?-\s?\w+$", token)) or token.startswith(
        ("covid", "vn")
    )


def _covered(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_right(spans, (start, end))
    return any(s < end and start < e for s, e in spans[max(0, i - 2) : i + 2])


def _digits(text: str, folded: str) -> Iterator[NumberMention]:
    for match in _NUMBER.finditer(folded):
        value = parse_number(match["n"])
        whole = parse_number(match["m"]) if match["m"] else None
        if value is None or (match["m"] and whole is None):
            continue
        yield _with_unit(text, folded, match.start(), match.end(), value, whole)


def _with_unit(
    text: str, folded: str, start: int, end: int, value: Decimal, whole: Decimal | None, *, words: bool = False
) -> NumberMention:
    percent = _PERCENT.match(folded, end)
    money = None if percent else _MONEY.match(folded, end)
    scale = None if percent or money else _SCALE.match(folded, end)
    multiplier = None
    if money:
        multiplier = Decimal(_SCALES.get(money[1] or money[2] or "", 1))
    if scale:
        value *= _SCALES[scale[1]]
    end = next((m.end() for m in (percent, money, scale) if m), end)
    return NumberMention(
        start=start, end=end, text=text[start:end], value=value, denominator=whole, percent=bool(percent),
        money=multiplier, words=words,
    )  # fmt: skip


def _names_thing(folded: str, m: NumberMention) -> bool:
    """Whether the number names the noun before it: "Quân khu 1", "đối tượng 3", "số 12"."""
    if m.percent or m.money is not None or m.denominator is not None:
        return False
    before = _WORD.findall(folded[max(0, m.start - 30) : m.start])
    if not before or not re.search(r"[^\W\d_]\s*(?:số\s*)?$", folded[max(0, m.start - 30) : m.start]):
        return False
    nouns = {" ".join(before[-k:]) for k in (1, 2, 3) if len(before) >= k}
    if nouns & NAMED_BY_NUMBER:
        return True
    if before[-1] == "số" and len(before) > 1 and before[-2] in NUMBER_OF:
        return False
    return bool(nouns & PERHAPS_NAMED) and not _counted_after(folded, m.end)


def _counted_after(folded: str, end: int) -> bool:
    after = _WORD.findall(folded[end : end + 24]) if re.match(r"\s*\(?[^\W\d_]", folded[end:]) else []
    return bool({" ".join(after[:k]) for k in (1, 2)} & COUNTED) or folded[end : end + 1] == "%"


def _words(text: str, folded: str) -> Iterator[NumberMention]:
    found = list(_WORD.finditer(folded))
    words = [m.group() for m in found]
    i = 0
    while i < len(words):
        parsed = parse_words(words, i) if words[i] in DIGITS or words[i] == "mười" else None
        if parsed is None or not _says_quantity(words, i, parsed[1]) or _broken(folded, found, i, parsed[1]):
            i += 1
            continue
        start, end = found[i].start(), found[parsed[1] - 1].end()
        yield _with_unit(text, folded, start, end, parsed[0], None, words=True)
        i = parsed[1]


def _broken(folded: str, found: Sequence[re.Match[str]], i: int, after: int) -> bool:
    return any(
        folded[a.end() : b.start()].strip(" -") for a, b in zip(found[i:after], found[i + 1 : after], strict=False)
    )


def _says_quantity(words: Sequence[str], i: int, after: int) -> bool:
    """Whether the number words count the noun that follows: "ba nhiệm vụ"; not "ba lô", "trong năm", "một số"."""
    following = words[after : after + 2]
    if not following:
        return False
    if after - i == 1:
        if words[i] in ("một", "không") or (words[i] == "năm" and i and words[i - 1] in NOT_A_FIVE_AFTER):
            return False
        if following[0] in NOT_COUNTED_AFTER or (i and words[i - 1] in ("thứ", "đối", "phía", "tiểu", "dự")):
            return False
    return bool({" ".join(following[:k]) for k in (1, 2)} & COUNTED) or following[0] in ("tỷ", "triệu", "đồng", "phần")
