"""Commendation in running text: how many, in which form, by whom."""

import re
from collections.abc import Iterable

from tongket.reading.mentions.model import AwardCounts
from tongket.reading.mentions.passages import Sentence
from tongket.vietnamese import number_words

FORM = re.compile(
    r"(Bằng khen|Giấy khen|Huân chương [\w ]{3,40}? hạng \w+|Huân chương|Cờ thi đua|Cờ|Kỷ niệm chương|Huy chương)(?!\w)",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\b(?:khen thưởng|tặng|trao|nhận|biểu dương|tuyên dương|tôn vinh|khen)\b|\b(?:bằng khen|giấy khen)\b",
    re.IGNORECASE,
)
NUMBER = r"(\d{1,4}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: \w+)?)"
COLLECTIVES = re.compile(rf"\b{NUMBER}\s+(?:lượt\s+)?tập thể\b", re.IGNORECASE)
INDIVIDUALS = re.compile(rf"\b{NUMBER}\s+(?:lượt\s+)?(?:cá nhân|đồng chí)\b", re.IGNORECASE)
GIVER = r"((?:Chủ tịch |Phó Chủ tịch )?(?:UBND|Ủy ban nhân dân|HĐND|Bộ|Thủ tướng|Quân khu|Tỉnh ủy|Huyện ủy|Sở|Ban)[\w&. ]{0,60}?)"
BY = (
    re.compile(
        rf"(?:Bằng khen|Giấy khen|Cờ thi đua|Kỷ niệm chương)\s+của\s+{GIVER}(?=\s+(?:cho|vì|tặng|đã|về)\b|[,.;]|$)",
        re.I,
    ),
    re.compile(rf"{GIVER}\s+(?:đã |cũng |quyết định )?(?:trao tặng|tặng|trao|biểu dương|khen thưởng|tuyên dương)\b"),
)


def find_awards(found: Iterable[Sentence]) -> AwardCounts:
    """The first sentence that counts collectives or individuals commended; else the form that is named."""
    fallback = AwardCounts()
    for sentence in found:
        if not VERB.search(sentence.text):
            continue
        collectives, individuals = _count(COLLECTIVES, sentence.text), _count(INDIVIDUALS, sentence.text)
        form = FORM.search(sentence.text)
        counts = AwardCounts(
            collectives=collectives,
            individuals=individuals,
            form=_capital(form[1]) if form else "",
            by=_by(sentence.text),
            anchor=sentence.locate(0, len(sentence.text)),
        )
        if collectives is not None or individuals is not None:
            return counts
        if form and not fallback.form:
            fallback = counts
    return fallback


def _count(pattern: re.Pattern[str], text: str) -> int | None:
    """The number before the noun, in digits or words."""
    found = pattern.search(text)
    if not found:
        return None
    return int(found[1]) if found[1].isdigit() else number_words(found[1])


def _by(text: str) -> str:
    found = next((m for pattern in BY if (m := pattern.search(text))), None)
    return found[1].strip() if found else ""


def _capital(form: str) -> str:
    return form[0].upper() + form[1:].lower() if form.isupper() else form[0].upper() + form[1:]
