"""Numbers in words: from ``ba`` to ``hai mươi lăm triệu ba trăm linh bốn nghìn`` and ``chín mươi mốt phẩy năm``."""

from collections.abc import Sequence
from decimal import Decimal

from tongket.vietnamese.unicode import accent_key

DIGITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TENS = {**DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_AFTER_TEN = {**DIGITS, "lăm": 5, "nhăm": 5}
del _AFTER_TENS["không"], _AFTER_TEN["không"]
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_TU_IS_NO_FOUR = frozenset(("lệnh", "pháp", "tưởng", "nhân", "vấn", "liệu", "thục", "cách", "duy", "thế"))

Parsed = tuple[int, int]
"""A value and the place after its last word."""


def number_words(text: str) -> int | None:
    """The whole number that ``text`` says in words, or None (also for a number with decimals)."""
    words = accent_key(text).replace("-", " ").split()
    found = parse_words(words, 0)
    if found is None or found[1] != len(words) or found[0] != found[0].to_integral_value():
        return None
    return int(found[0])


def parse_words(words: Sequence[str], start: int) -> tuple[Decimal, int] | None:
    """The longest number said by ``words`` (accent keys) from ``start``: its value and the place after it."""
    whole = _whole(words, start)
    if whole is None:
        return None
    value, i = whole
    if _at(words, i) == "phẩy" and (decimals := _decimals(words, i + 1)) is not None:
        return Decimal(f"{value}.{decimals[0]}"), decimals[1]
    return Decimal(value), i


def _whole(words: Sequence[str], start: int) -> Parsed | None:
    total, i, below = 0, start, 10**18
    while (group := _below_thousand(words, i)) is not None:
        value, after = group
        scale, after = _scale(words, after)
        if scale >= below:
            break
        total, i, below = total + value * scale, after, scale
        if scale > 1 and _at(words, i) == "rưỡi":
            return total + scale // 2, i + 1
        if scale == 1:
            break
        i = _skip_link(words, i)
    return (total, _without_link(words, start, i)) if i > start else None


def _scale(words: Sequence[str], i: int) -> Parsed:
    scale = 1
    while (step := SCALES.get(_at(words, i))) is not None and scale <= 10**6:
        scale, i = scale * step, i + 1
    return scale, i


def _skip_link(words: Sequence[str], i: int) -> int:
    return i + 1 if _at(words, i) in ("linh", "lẻ") and _at(words, i + 1) in DIGITS else i


def _without_link(words: Sequence[str], start: int, i: int) -> int:
    return i - 1 if i > start and words[i - 1] in ("linh", "lẻ") else i


def _below_thousand(words: Sequence[str], i: int) -> Parsed | None:
    first = _at(words, i)
    if first in DIGITS and _at(words, i + 1) == "trăm":
        hundreds = DIGITS[first] * 100
        if _at(words, i + 2) in ("linh", "lẻ") and _at(words, i + 3) in _AFTER_TENS:
            return hundreds + _AFTER_TENS[words[i + 3]], i + 4
        if _at(words, i + 2) == "rưỡi":
            return hundreds + 50, i + 3
        rest = _below_hundred(words, i + 2, bare=False)
        return (hundreds + rest[0], rest[1]) if rest is not None else (hundreds, i + 2)
    return _below_hundred(words, i, bare=True)


def _below_hundred(words: Sequence[str], i: int, *, bare: bool) -> Parsed | None:
    first, second = _at(words, i), _at(words, i + 1)
    if first == "mười":
        return (10 + _AFTER_TEN[second], i + 2) if second in _AFTER_TEN and _counts(words, i + 1) else (10, i + 1)
    if DIGITS.get(first, 0) and second == "mươi":
        third = _at(words, i + 2)
        tens = DIGITS[first] * 10
        return (tens + _AFTER_TENS[third], i + 3) if third in _AFTER_TENS and _counts(words, i + 2) else (tens, i + 2)
    if DIGITS.get(first, 0) and second in ("mốt", "lăm", "nhăm"):
        return DIGITS[first] * 10 + _AFTER_TENS[second], i + 2
    return (DIGITS[first], i + 1) if bare and first in DIGITS else None


def _counts(words: Sequence[str], i: int) -> bool:
    """Whether the word at ``i`` ends the number, not begins the next noun ("hai mươi tư lệnh", "mười năm qua")."""
    following = _at(words, i + 1)
    if words[i] == "tư":
        return following not in _TU_IS_NO_FOUR
    return words[i] != "năm" or following in SCALES


def _decimals(words: Sequence[str], i: int) -> tuple[str, int] | None:
    digits = ""
    while _at(words, i) == "không":
        digits, i = digits + "0", i + 1
    rest = _below_hundred(words, i, bare=True)
    if rest is None:
        return (digits, i) if digits else None
    digits, i = digits + str(rest[0]), rest[1]
    while len(digits) < 9 and _at(words, i) in DIGITS and rest[0] < 10:
        digits, i = digits + str(DIGITS[words[i]]), i + 1
    return digits, i


def _at(words: Sequence[str], i: int) -> str:
    return words[i] if 0 <= i < len(words) else ""
