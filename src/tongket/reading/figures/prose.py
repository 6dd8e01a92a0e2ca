"""Figures stated in running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.framework import Indicator, IndicatorKind, Part
from tongket.reading.blocks import Paragraph
from tongket.reading.figures.fit import (
    IMPOSSIBLE,
    NOUN_CLASHES,
    NOUN_FITS,
    Nouns,
    converted,
    element_of,
    elements_of,
    is_money,
    kind_fit,
    plain_twin,
)
from tongket.reading.figures.measures import Measure, measures
from tongket.reading.figures.stated import StatedFigure
from tongket.reading.recognition import Lexicon, Match, Token
from tongket.reading.sentences import split_sentences
from tongket.reports import ValueState
from tongket.vietnamese import NumberMention, accent_fold

ENOUGH = 2.6
"""Least score of an indicator for a number to be taken as its figure."""
PILLAR_BONUS = 1.2
ELSEWHERE = 0.45
"""Worth of words that stand in the sentence but nearer to another number."""
_NOTHING = re.compile(
    r"\b(không (phát sinh|có|tổ chức|xảy ra|còn|để xảy ra)|chưa (phát sinh|tổ chức))\b(?! (lực lượng|ít))"
)
_NOT_NOW = re.compile(
    r"\b(phấn đấu|(năm|thời gian|kỳ|giai đoạn) (tới|sau|tiếp theo)|dự kiến|kế hoạch năm sau|lũy kế từ|bình quân mỗi|bình quân hằng năm)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseReader:
    """Reads the figures of paragraphs with the wording of a framework."""

    lexicon: Lexicon
    nouns: Nouns

    @classmethod
    def of(cls, lexicon: Lexicon) -> "ProseReader":
        """A reader for the lexicon's framework."""
        return cls(lexicon=lexicon, nouns=Nouns.of(lexicon))

    def read(self, paragraph: Paragraph, *, pillar: str | None, year: int | None) -> Iterator[StatedFigure]:
        """The figures of a paragraph that stands under the headings of ``pillar``; ``year`` is the period's last."""
        folded = accent_fold(paragraph.text)
        for start, end in split_sentences(paragraph.text):
            if _NOT_NOW.search(folded, start, end) or _later_year(folded[start:end], year):
                continue
            yield from self._sentence(paragraph, folded, start, end, pillar)

    def _sentence(
        self, paragraph: Paragraph, folded: str, start: int, end: int, pillar: str | None
    ) -> Iterator[StatedFigure]:
        found = measures(folded, start, end, paragraph.text)
        if not found and not _NOTHING.search(folded, start, end):
            return
        tokens = [_shift(t, start) for t in self.lexicon.tokens(paragraph.text[start:end])]
        matches = self.lexicon.matches(tokens)
        if not matches:
            return
        territories = _territories(found, folded, start, end)
        told: set[str] = set()
        for measure, territory in zip(found, territories, strict=True):
            best = self._best(measure, territory, tokens, matches, pillar)
            if best is not None:
                told.add(best[0].indicator.code)
                yield from self._figures(paragraph, measure, *best)
        yield from self._nothing(paragraph, folded, (start, end), tokens, matches, told)

    def _best(
        self,
        measure: Measure,
        territory: tuple[int, int],
        tokens: Sequence[Token],
        matches: Sequence[Match],
        pillar: str | None,
    ) -> tuple[Match, float] | None:
        scored = [(self._score(measure, territory, tokens, m, pillar), -i, m) for i, m in enumerate(matches)]
        scored.sort(key=lambda s: s[:2], reverse=True)
        if not scored or scored[0][0] < ENOUGH:
            return None
        margin = scored[0][0] - scored[1][0] if len(scored) > 1 else scored[0][0]
        return scored[0][2], _confidence(scored[0][0], margin, exact=scored[0][2].exact)

    def _score(
        self, measure: Measure, territory: tuple[int, int], tokens: Sequence[Token], match: Match, pillar: str | None
    ) -> float:
        indicator = match.indicator
        fit = kind_fit(
            indicator,
            pair=measure.is_pair,
            percent_only=measure.count is None,
            money=measure.money is not None,
            money_wanted=is_money(self.lexicon.framework, indicator),
        )
        if fit == IMPOSSIBLE:
            return fit
        near: dict[str, float] = {}
        for i in match.hits:
            token = tokens[i]
            inside = territory[0] <= token.start < territory[1]
            worth = self.lexicon.weight(token.text) * (1.0 if inside else ELSEWHERE)
            near[token.text] = max(worth, near.get(token.text, 0.0))
        words = sum(near.values()) * (1.0 if match.exact else 0.75)
        return (
            words + fit + self._noun(measure, tokens, indicator) + (PILLAR_BONUS if indicator.pillar == pillar else 0)
        )

    def _noun(self, measure: Measure, tokens: Sequence[Token], indicator: Indicator) -> float:
        last = measure.whole or measure.count
        if last is None or last.money is not None:
            return 0.0
        for mention in (m for m in (measure.count, measure.whole) if m is not None):
            place = next((i for i, t in enumerate(tokens) if t.start >= mention.end), None)
            elements = (
                self.nouns.at(tokens, place) if place is not None and tokens[place].start - mention.end <= 2 else None
            )
            if elements is not None:
                return NOUN_FITS if elements & elements_of(indicator) else NOUN_CLASHES
        return 0.0

    def _figures(
        self, paragraph: Paragraph, measure: Measure, match: Match, confidence: float
    ) -> Iterator[StatedFigure]:
        bare = not measure.is_pair and measure.percent is None
        indicator = plain_twin(self.lexicon.framework, match.indicator) if bare else match.indicator
        for part, mention, value in _parts(measure, indicator):
            element = element_of(self.lexicon.framework, indicator, part)
            yield StatedFigure(
                indicator=indicator.code,
                part=part,
                value=converted(element, value, mention.money),
                unit_of_measure=element.unit_of_measure if element else "%",
                anchor=paragraph.locate(mention.start, mention.end),
                text=paragraph.text[mention.start : mention.end],
                confidence=confidence,
            )

    def _nothing(
        self,
        paragraph: Paragraph,
        folded: str,
        sentence: tuple[int, int],
        tokens: Sequence[Token],
        matches: Sequence[Match],
        told: set[str],
    ) -> Iterator[StatedFigure]:
        """ "Không phát sinh", "không tổ chức": the figure is 0, and says so."""
        for found in _NOTHING.finditer(folded, *sentence):
            stop = next((i for i in range(found.end(), sentence[1]) if folded[i] in ",;."), sentence[1])
            clause = folded.rfind(",", sentence[0], found.start()) + 1 or sentence[0]
            for match in matches:
                indicator = match.indicator
                inside = [i for i in match.hits if clause <= tokens[i].start < stop]
                if (
                    indicator.is_ratio
                    or indicator.kind is IndicatorKind.RATE
                    or indicator.code in told
                    or not match.exact
                    or sum(self.lexicon.weight(tokens[i].text) for i in inside) < ENOUGH
                ):
                    continue
                yield StatedFigure(
                    indicator=indicator.code,
                    part=Part.VALUE,
                    value=Decimal(0),
                    unit_of_measure=indicator.unit_of_measure,
                    anchor=paragraph.locate(*found.span()),
                    text=paragraph.text[found.start() : found.end()],
                    confidence=0.9,
                    state=ValueState.NOTHING_OCCURRED,
                )
                told.add(indicator.code)
                break


def _parts(measure: Measure, indicator: Indicator) -> Iterator[tuple[Part, NumberMention, Decimal]]:
    count, whole, percent = measure.count, measure.whole, measure.percent
    if count is not None and measure.is_pair and indicator.is_ratio:
        yield Part.NUMERATOR, count, count.value
        mention = whole or count
        yield Part.DENOMINATOR, mention, whole.value if whole else count.denominator or Decimal(0)
    elif count is not None:
        yield (Part.NUMERATOR if indicator.is_ratio else Part.VALUE), count, count.value
    if percent is not None and (indicator.is_ratio or indicator.kind is IndicatorKind.RATE):
        yield Part.VALUE, percent, percent.value


def _territories(found: Sequence[Measure], folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """For each measure the stretch of the sentence that is about it: a clause mark between two divides them."""
    edges = [start]
    for a, b in pairwise(found):
        marks = [i for i in range(a.end, b.start) if folded[i] in ",;"]
        edges.append(marks[0] if marks else b.start)
    edges.append(end)
    return [(edges[i], edges[i + 1]) for i in range(len(found))]


def _shift(token: Token, by: int) -> Token:
    return Token(token.text, token.start + by, token.end + by)


def _later_year(sentence: str, year: int | None) -> bool:
    """Whether the sentence speaks of a year after the period, not of its own."""
    if year is None:
        return False
    years = {int(y) for y in re.findall(r"\bnăm (20\d\d)\b", sentence)}
    return bool(years) and min(years) > year


def _confidence(score: float, margin: float, *, exact: bool) -> float:
    sure = 0.6 + 0.05 * min(score - ENOUGH, 4.0) + 0.05 * min(margin, 3.0) + (0.05 if exact else 0.0)
    return round(min(sure, 0.99), 2)
