"""Numbers in words in running text, where they count: "ba nhiệm vụ"; not "ba lô", "trong năm", "một số"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.vietnamese.nouns import (
    COUNTED,
    COUNTED_BY_ONE,
    LEFT_OVER,
    NAMED_BY_NUMBER,
    NEVER_ONE,
    NOT_COUNTED_AFTER,
    STATES_A_NUMBER,
)
from tongket.vietnamese.number_words import DIGITS, parse_words

_WORD = re.compile(r"[^\W\d_]+")
_MAY_BEGIN = re.compile(r"\b(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)\b")
_SENTENCE_START = re.compile(r"(?:^|[.;:!?…\n])[\s\"“(•*+–—-]{0,11}$")
_DIGIT = re.compile(r"\d\s*$")
_NEXT_WORDS = re.compile(r" ([^\W\d_]+)(?: ([^\W\d_]+))?")
_NUMBER_OF = re.compile(r"(?:^|[.;:!?…\n])[\s\"“(•*+–—-]*(?:tổng )?số (?:lượng )?([^.;:!?…\n]+) là $")
_NONE_OF = re.compile(r"\b(?:không|chưa|chẳng)(?: [^\W\d_]+){0,3} $")
_UNITS_AFTER = frozenset(("tỷ", "tỉ", "triệu", "đồng", "phần", "năm"))


def spelled_numbers(text: str, folded: str) -> Iterator[tuple[int, int, Decimal]]:
    """(start, end, value) of the numbers in words that count the noun after them; ``folded`` folds NFC ``text``."""
    if not _MAY_BEGIN.search(folded):
        return
    found = list(_WORD.finditer(folded))
    words = [m.group() for m in found]
    i = 0
    while i < len(words):
        parsed = parse_words(words, i) if words[i] in DIGITS or words[i] == "mười" else None
        after = parsed[1] if parsed else i + 1
        if parsed and _joined(folded, found[i:after]) and _counts(text, folded, found, words, i, after):
            yield found[i].start(), found[after - 1].end(), parsed[0]
            i = after
        else:
            i += 1


def _joined(folded: str, found: Sequence[re.Match[str]]) -> bool:
    return all(folded[a.end() : b.start()] in (" ", "-") for a, b in pairwise(found))


def _counts(text: str, folded: str, found: Sequence[re.Match[str]], words: Sequence[str], i: int, after: int) -> bool:
    start, end = found[i].start(), found[after - 1].end()
    opens = _SENTENCE_START.search(text[max(0, start - 12) : start]) is not None
    before = words[i - 1] if i and not folded[found[i - 1].end() : start].strip() else ""
    if (text[start].isupper() and not opens) or before in NAMED_BY_NUMBER or words[i] == "không":
        return False
    following = _following(folded, end)
    if after - i > 1:
        return bool(following) and following[0] not in ("lệnh",)
    if not following or following[0] in NOT_COUNTED_AFTER:
        return False
    states = opens or before in STATES_A_NUMBER
    phrases = {following[0], " ".join(following)}
    if words[i] == "một":
        return states and not phrases & NEVER_ONE and _is_one(folded[max(0, start - 80) : start], before, phrases)
    if words[i] == "năm" and (not states or _DIGIT.search(folded[max(0, start - 4) : start])):
        return False
    return bool(phrases & COUNTED) or following[0] in _UNITS_AFTER


def _is_one(lead: str, before: str, phrases: set[str]) -> bool:
    """Whether "một" after ``lead`` is the number and not "a": "còn một nhiệm vụ", but "là một nhiệm vụ"."""
    if _DIGIT.search(lead) or _NONE_OF.search(lead):
        return False
    if before == "là":
        stated = _NUMBER_OF.search(lead)
        return stated is not None and any(stated[1].startswith(noun) for noun in phrases & LEFT_OVER)
    return bool(phrases & (LEFT_OVER if before == "còn" else COUNTED_BY_ONE))


def _following(folded: str, end: int) -> list[str]:
    """The one or two words right after ``end``."""
    found = _NEXT_WORDS.match(folded, end)
    return [word for word in found.groups() if word] if found else []
