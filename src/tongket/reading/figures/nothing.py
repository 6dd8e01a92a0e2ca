"""What a sentence says did not occur: "không phát sinh", "không tổ chức", "nhà tình nghĩa: không"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.framework import Indicator, IndicatorKind
from tongket.reading.recognition import Lexicon, Match, Token

LEAST = 2.6
"""Least worth of an indicator's words in the clause that says so."""
_NOTHING = re.compile(
    r"\b(không (phát sinh|có|tổ chức|xảy ra|còn|để xảy ra|ghi nhận|diễn ra)|chưa (phát sinh|tổ chức))\b(?! (lực lượng|ít|số liệu))"
    r"|\bkhông (?:thực hiện|xây dựng|mở|nghiệm thu|triển khai|ban hành|tiến hành)\b(?=[^.;]{0,80}\bnào\b)"
    r"|(?<=: )không(?= *(?:$|[.;,]))"
)

_INSTEAD = re.compile(r"\b(?:mà|nhưng|song|do|vì|bởi)\b")
"""What was done instead, or why it was not: no words of what did not occur."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """A clause that says an indicator's matter did not occur."""

    indicator: Indicator
    start: int
    end: int


def says_nothing(folded: str, start: int, end: int) -> bool:
    """Whether the sentence says of anything that it did not occur."""
    return _NOTHING.search(folded, start, end) is not None


def nothings(
    folded: str, sentence: tuple[int, int], tokens: Sequence[Token], matches: Sequence[Match], lexicon: Lexicon
) -> Iterator[Nothing]:
    """The indicators of which the sentence says that nothing occurred, each once."""
    told: set[str] = set()
    for found in _NOTHING.finditer(folded, *sentence):
        stop = next((i for i in range(found.end(), sentence[1]) if folded[i] in ",;."), sentence[1])
        if instead := _INSTEAD.search(folded, found.end(), stop):
            stop = instead.start()
        if folded[stop : stop + 1] == "," and re.search(r"\bnào\b", folded[stop : sentence[1]]):
            stop = sentence[1]
        clause = folded.rfind(",", sentence[0], found.start()) + 1 or sentence[0]
        own = max(clause, folded.rfind(";", sentence[0], found.start()) + 1)
        for match in matches:
            indicator = match.indicator
            inside = sorted({tokens[i].text for i in match.hits if clause <= tokens[i].start < stop})
            if (
                not indicator.is_ratio
                and indicator.kind is not IndicatorKind.RATE
                and indicator.code not in told
                and match.exact
                and not any(own <= tokens[i].start < stop for i in match.barred)
                and sum(lexicon.weight(t) for t in inside) >= LEAST
            ):
                told.add(indicator.code)
                yield Nothing(indicator=indicator, start=found.start(), end=found.end())
                break


__all__ = ["Nothing", "nothings", "says_nothing"]
