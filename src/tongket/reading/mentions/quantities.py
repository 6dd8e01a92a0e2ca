"""Figures in running text: what is counted or measured, shares in percent, durations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.mentions.model import Percentage, Quantity, TextMention
from tongket.reading.mentions.passages import Passage
from tongket.reading.mentions.slogans import in_slogan
from tongket.reading.mentions.unit_words import about_before, per_unit, unit_phrase
from tongket.vietnamese import NumberMention, find_numbers

DURATION = re.compile(
    r"\s(năm|tháng|tuần|ngày|giờ|phút|giây|quý|thập kỷ|thập niên|thế kỷ)\b(?!\s+(?:công|đêm công|tuổi))", re.IGNORECASE
)
APPROXIMATELY = re.compile(
    r"\b(hơn|gần|trên|khoảng|dưới|ngót|xấp xỉ|ước|chừng|trên dưới|hàng|tối thiểu|ít nhất)\s+$", re.IGNORECASE
)
RANGE = re.compile(r"\s?[-–]\s?")
OUT_OF = re.compile(r"\s+(?:trên|trong)\s+(?:tổng(?:\s+số)?\s+)?(?:số\s+)?", re.IGNORECASE)
ORDINAL = re.compile(r"\b(?:thứ|hạng|lần thứ|top|điều|khoản|chương|mục|phụ lục)\s+$", re.IGNORECASE)
AGE = re.compile(r"\s+tuổi\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a document in reading order."""

    quantities: tuple[Quantity, ...]
    percentages: tuple[Percentage, ...]
    durations: tuple[TextMention, ...]


def find_figures(found: Sequence[Passage]) -> Figures:
    """The figures of all passages; a duration once for each wording."""
    quantities: list[Quantity] = []
    percentages: list[Percentage] = []
    durations: dict[str, TextMention] = {}
    for passage in found:
        for mention in _merged(passage.text):
            length = _duration(passage.text, mention.number)
            if mention.number.percent:
                percentages.append(_percentage(passage, mention))
            elif length:
                text = passage.text[mention.number.start : length]
                place = passage.locate(mention.number.start, length)
                durations.setdefault(text, TextMention(text=text, anchor=place, confidence=0.9))
            else:
                quantities.append(_quantity(passage, mention))
    return Figures(quantities=tuple(quantities), percentages=tuple(percentages), durations=tuple(durations.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Merged:
    """A number with what belongs to it: the upper end of a range, the whole it is a part of."""

    number: NumberMention
    end: int
    maximum: Decimal | None = None
    denominator: Decimal | None = None


def _merged(text: str) -> Iterator[_Merged]:
    """The numbers of ``text`` that measure something; ranges and "n trong m" put together."""
    numbers = [m for m in find_numbers(text) if not in_slogan(text, m.start, m.end) and not _is_ordinal(text, m)]
    i = 0
    while i < len(numbers):
        one = numbers[i]
        two = numbers[i + 1] if i + 1 < len(numbers) else None
        between = text[one.end : two.start] if two else ""
        if two and RANGE.fullmatch(between) and two.denominator is None and one.value < two.value:
            yield _Merged(number=_like(one, two), end=two.end, maximum=two.value)
            i += 2
        elif two and OUT_OF.fullmatch(between) and one.denominator is None and not one.percent and not two.percent:
            yield _Merged(number=one, end=two.end, denominator=two.value)
            i += 2
        else:
            yield _Merged(number=one, end=one.end, denominator=one.denominator)
            i += 1


def _like(one: NumberMention, two: NumberMention) -> NumberMention:
    """The lower end of a range, with the unit that is written once, behind the upper end."""
    return NumberMention(
        start=one.start, end=one.end, text=one.text, value=one.value, percent=two.percent, money=one.money or two.money,
        words=one.words,
    )  # fmt: skip


def _is_ordinal(text: str, m: NumberMention) -> bool:
    """Whether the number tells a place in an order."""
    return bool(ORDINAL.search(text[max(0, m.start - 12) : m.start])) and not m.percent and m.denominator is None


def _duration(text: str, m: NumberMention) -> int:
    """The end of the duration that the number begins; 0 where it begins none."""
    if m.percent or m.money is not None or m.denominator is not None:
        return 0
    found = DURATION.match(text, m.end)
    return found.end() if found else 0


def _quantity(passage: Passage, mention: _Merged) -> Quantity:
    number, text = mention.number, passage.text
    scale = number.money if number.money is not None else Decimal(1)
    if number.money is not None:
        end = per_unit(text, mention.end)
        unit = "đồng" + text[mention.end : end]
    else:
        end = unit_phrase(text, mention.end)
        unit = text[mention.end : end].strip()
    before = APPROXIMATELY.search(text[max(0, number.start - 16) : number.start])
    return Quantity(
        text=text[number.start : end],
        value=number.value * scale,
        denominator=mention.denominator,
        maximum=mention.maximum * scale if mention.maximum is not None else None,
        unit_of_measure=unit,
        about=_about(text, number.start, end) or passage.about,
        approximately=before[1].lower() if before else "",
        anchor=passage.locate(number.start, end),
        confidence=0.6 if number.words else 0.9 if unit else 0.7,
    )


def _percentage(passage: Passage, mention: _Merged) -> Percentage:
    start, end = mention.number.start, max(mention.end, mention.number.end)
    return Percentage(
        text=passage.text[start:end],
        value=mention.number.value,
        about=_about(passage.text, start, end) or passage.about,
        anchor=passage.locate(start, end),
        confidence=0.95,
    )


def _about(text: str, start: int, end: int) -> str:
    """What the figure is about: the words behind it in its clause, else those before it."""
    behind = re.match(r"\s*([^.;:,()\n]{0,80})", text[end:])
    words = behind[1].split()[:8] if behind else []
    return " ".join(words) if len(words) >= 2 else about_before(text, start)
