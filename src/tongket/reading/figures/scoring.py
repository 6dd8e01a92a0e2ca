"""How well a measure suits an indicator: the words near it, the noun it counts, the form of the number, the headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.framework import Aggregation, Indicator, IndicatorKind
from tongket.reading.figures.asides import Remark
from tongket.reading.figures.fit import (
    IMPOSSIBLE,
    NOUN_CLASHES,
    NOUN_FITS,
    Nouns,
    elements_of,
    is_money,
    kind_fit,
    plain_twin,
)
from tongket.reading.figures.measures import Measure
from tongket.reading.recognition import Lexicon, Match, Token
from tongket.reading.recognition.phrases import Phrase
from tongket.vietnamese import NumberMention
from tongket.vietnamese.naming import counted_after

ENOUGH = 2.6
"""Least score of an indicator for a number to be taken as its figure."""
PILLAR_BONUS = 1.2
PART_BONUS = 2.0
"""For the part of a whole that the sentence before told."""
EARLIER = 0.45
EARLIER_WHERE_ALONE = 0.9
ACROSS = 0.5
"""Worth of words before the number's own stretch, where that stretch says nothing itself, and the share of it that
those of another item of a list have."""
LATER = 0.05
LATER_WHERE_ALONE = 0.45
"""Worth of words behind the number's stretch, and where nothing else tells what it is about."""
CONTEXT = 0.5
CONTEXT_WHERE_ALONE = 0.7
"""Worth of words of the headings above, and where the sentence names nothing itself."""
OUTER = 0.3
"""Worth of words of the heading above that heading."""
FURTHER = -1000
"""Places of tokens below this belong to headings further up."""
SOFT = 0.75
FOREIGN = -2.5
"""A counted noun that no indicator counts."""
PAIR_OF_COUNT = -3.0
"""n of N where an indicator asks for a count."""
PAIR_OF_OTHERS = -3.0
"""n of N of things that the indicator does not count."""
UNTOLD = -2.5
"""A count alone where an indicator asks for n of N."""
SHARE_FITS = 1.2
_OF_PLAN = re.compile(r"\s*(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|nhiệm vụ|tổng)")
NOUN_NEAR = 60
"""How many characters before a number what it counts may be named."""
_ENDS = re.compile(r"\s*(?:[,;.)]|$)")
_PARTS = re.compile(r"[;.(]|\d")
_GENERIC = frozenset(("nơi", "điểm", "việc", "đầu", "lần", "mục", "trường", "vị", "nội"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The indicator a measure is about, its score, and by how much it leads the next one."""

    match: Match
    score: float
    margin: float
    named: bool = True
    """Whether the indicator's own phrase stands in its stretch or before it."""
    here: bool = False
    """Whether that phrase stands in its stretch."""
    clashes: bool = False
    """Whether it counts something else, or gives n of N where a count is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is told around the numbers of a sentence: tokens (those of headings at negative places) and their matches."""

    folded: str
    tokens: Sequence[Token]
    matches: Sequence[Match]
    pillar: str | None
    whole_of: str | None = None
    """The indicator whose whole the sentence before told alone."""


@dataclass(frozen=True, slots=True)
class _Worths:
    """What words outside the number's own stretch are worth."""

    context: float
    earlier: float
    later: float
    items: int
    """Where the items of the sentence begin: behind the words that a colon ends, which are about all of them."""
    clause: int
    """Where the number's own clause begins: behind the last semicolon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """Scores measures with the wording and the nouns of a framework."""

    lexicon: Lexicon
    nouns: Nouns

    def best(
        self, measure: Measure, territory: tuple[int, int], said: Said, *, ratio: bool = False, yearly: bool = False
    ) -> Best | None:
        """The indicator that suits best, or None where none suits.

        With ``ratio`` only ratios count; ``yearly`` figures are none of what is counted once over several years.
        """
        spoken = any(0 <= said.tokens[i].start < territory[1] for m in said.matches for i in m.heads)
        context = CONTEXT if spoken else CONTEXT_WHERE_ALONE
        silent = not any(
            territory[0] <= said.tokens[i].start < territory[1] and not said.tokens[i].text.isdigit()
            for m in said.matches
            for i in m.hits
        )
        earlier = EARLIER_WHERE_ALONE if silent else EARLIER
        clause = (0, 0) if silent else _clause(said, territory[0])
        for later in (LATER, LATER_WHERE_ALONE):
            scored = [
                (self._score(measure, territory, said, m, _Worths(context, earlier, later, *clause)), -i, m)
                for i, m in enumerate(said.matches)
                if (m.indicator.is_ratio or not ratio) and not (yearly and m.indicator.kind is IndicatorKind.COVERAGE)
            ]
            scored.sort(key=lambda s: s[:2], reverse=True)
            if scored and scored[0][0] >= ENOUGH:
                score, _, match = scored[0]
                margin = score - scored[1][0] if len(scored) > 1 else score
                return Best(
                    match=match, score=score, margin=margin,
                    named=any(said.tokens[i].start < territory[1] for i in match.heads),
                    here=any(territory[0] <= said.tokens[i].start < territory[1] for i in match.heads),
                    clashes=self.clashes(measure, said, match.indicator),
                )  # fmt: skip
        return None

    def _score(
        self, measure: Measure, territory: tuple[int, int], said: Said, match: Match, worths: "_Worths"
    ) -> float:
        indicator = match.indicator
        if _said_otherwise(match, territory, said, measure.end):
            return IMPOSSIBLE
        fit = kind_fit(
            indicator,
            pair=measure.is_pair,
            percent_only=measure.count is None,
            money=measure.money is not None,
            money_wanted=is_money(self.lexicon.framework, indicator),
        )
        if fit == IMPOSSIBLE or self._ruled_out(measure, indicator):
            return IMPOSSIBLE
        noun = self.noun_fit(measure, said, indicator)
        apart = measure.percent is not None and measure.count is not None and not measure.is_pair
        if noun < 0 and (not match.exact or apart):
            return IMPOSSIBLE
        near: dict[str, float] = {}
        for i in match.hits:
            token = said.tokens[i]
            if token.start >= territory[1] and ";" in said.folded[territory[1] : token.start]:
                continue
            here = territory[0] <= token.start < territory[1]
            if noun < 0 and not here and not measure.is_pair:
                continue
            worth = self.lexicon.weight(token.text) * _nearness(token, territory, worths)
            near[token.text] = max(worth, near.get(token.text, 0.0))
        exact = any(said.tokens[i].start < territory[1] for i in match.heads) or worths.later == LATER_WHERE_ALONE
        words = sum(near[t] for t in sorted(near)) * (1.0 if match.exact and exact else SOFT)
        if measure.is_pair and not indicator.is_ratio:
            fit += PAIR_OF_COUNT
        if measure.is_pair and noun <= NOUN_CLASHES:
            fit += PAIR_OF_OTHERS
        score = words + fit + noun + (UNTOLD if self._untold(measure, indicator) else 0.0)
        if indicator.code == said.whole_of and not measure.is_pair:
            score += PART_BONUS
        return score + (PILLAR_BONUS if indicator.pillar == said.pillar else 0.0)

    def clashes(self, measure: Measure, said: Said, indicator: Indicator) -> bool:
        """Whether the measure counts something else than the indicator, or gives n of N where a count is asked for."""
        other = measure.is_pair and not indicator.is_ratio
        return other or (measure.count is not None and self.noun_fit(measure, said, indicator) <= NOUN_CLASHES)

    def _ruled_out(self, measure: Measure, indicator: Indicator) -> bool:
        """Whether what is said of the number keeps it from being the indicator's figure."""
        said = measure.remark
        if Remark.GROWTH in said:
            return not (indicator.kind is IndicatorKind.RATE and "tăng" in self.lexicon.phrase(indicator.name))
        if Remark.LACKING in said and indicator.direction != "down":
            return True
        if Remark.WHOLE in said and indicator.is_ratio and not measure.is_pair:
            return True
        if Remark.PLANNED in said and not indicator.is_ratio:
            return True
        if Remark.ADDED in said and indicator.over_time is Aggregation.LAST:
            return True
        return Remark.RUNNING in said and indicator.over_time in (Aggregation.SUM, Aggregation.RATIO_OF_SUMS)

    def _untold(self, measure: Measure, indicator: Indicator) -> bool:
        """Whether only n is told where n of N is asked for, and nothing asks for n alone."""
        bare = measure.count is not None and not measure.is_pair and measure.percent is None
        return bare and plain_twin(self.lexicon.framework, indicator).is_ratio

    def noun_fit(self, measure: Measure, said: Said, indicator: Indicator) -> float:
        """Whether the noun behind the number is one that the indicator counts."""
        if measure.count is None:
            return self._share_of(measure, said, indicator)
        if measure.money is not None:
            return 0.0
        for mention in (m for m in (measure.count, measure.whole) if m is not None):
            elements = self.counted(mention, said)
            if elements is not None:
                return NOUN_FITS if elements & elements_of(indicator) else NOUN_CLASHES
        told = None if measure.is_pair else self._told_before(measure.count, said)
        if told is not None:
            return NOUN_FITS if told & elements_of(indicator) else NOUN_CLASHES
        foreign = self._foreign(measure.count, said)
        return FOREIGN / 2 if foreign and measure.is_pair else FOREIGN if foreign else 0.0

    def _share_of(self, measure: Measure, said: Said, indicator: Indicator) -> float:
        """Whether the noun behind a share alone ("99% đối tượng") is one that the indicator counts."""
        assert measure.percent is not None
        if _OF_PLAN.match(said.folded, measure.percent.end):
            return -SHARE_FITS if indicator.denominator_is == "whole" else 0.0
        elements = self.counted(measure.percent, said)
        if elements is None:
            return 0.0
        return SHARE_FITS if elements & elements_of(indicator) else -SHARE_FITS

    def counted(self, mention: NumberMention, said: Said) -> frozenset[str] | None:
        """The elements whose noun follows the number; None where no noun of the framework does."""
        return self.nouns.counted.get(self.counted_noun(mention.end, said))

    def counted_noun(self, end: int, said: Said) -> Phrase:
        """The noun of the framework that follows the number that ends at ``end``; empty where none does."""
        place = next((i for i, t in enumerate(said.tokens) if t.start >= end), None)
        if place is None or said.tokens[place].start - end > 2:
            return ()
        return self.nouns.phrase_at(said.tokens, place)

    def _told_before(self, mention: NumberMention, said: Said) -> frozenset[str] | None:
        """The elements whose noun stands behind "số" before a number with none of its own: "số lượt người dự 3.140"."""
        if not _ENDS.match(said.folded, mention.end):
            return None
        near = [i for i, t in enumerate(said.tokens) if mention.start - NOUN_NEAR <= t.start < mention.start]
        at = next((i for i in reversed(near) if said.tokens[i].text == "số"), None)
        if at is None or _PARTS.search(said.folded[said.tokens[at].start : mention.start]):
            return None
        return self.nouns.at(said.tokens, at + 1)

    def _foreign(self, mention: NumberMention, said: Said) -> bool:
        """Whether what is counted is something that no indicator counts."""
        if not counted_after(said.folded, mention.end):
            return False
        words = said.folded[mention.end : mention.end + 24].split()
        return bool(words) and words[0] not in _GENERIC


def _said_otherwise(match: Match, territory: tuple[int, int], said: Said, after: int) -> bool:
    """Whether, of what is said up to the number's stretch, a phrase that excludes the indicator comes last."""
    limit = next((i for i in range(after, territory[1]) if said.folded[i] in ",;"), territory[1])
    clause = said.folded.rfind(";", 0, after)
    barred = max((s for i in match.barred if clause < (s := said.tokens[i].start) < limit), default=-1)
    if not match.exact:
        clause = said.folded.find(";", after, territory[1])
        limit = clause if clause >= 0 else territory[1]
        return any(territory[0] <= said.tokens[i].start < limit for i in match.barred)
    heads = max((said.tokens[i].start for i in match.heads if said.tokens[i].start < limit), default=-1)
    return barred >= 0 and barred > heads


def _clause(said: Said, start: int) -> tuple[int, int]:
    """Where the items of a sentence begin, and where the one does that a number's stretch from ``start`` is in."""
    first = next((t.start for t in said.tokens if t.start >= 0), 0)
    mark = said.folded.rfind(";", first, start + 1)
    colon = said.folded.find(":", first, max(mark, first))
    return (first if colon < 0 else colon), mark


def _nearness(token: Token, territory: tuple[int, int], worths: "_Worths") -> float:
    if token.start < 0:
        return worths.context if token.start > FURTHER else OUTER
    if token.start < territory[0]:
        return worths.earlier * (ACROSS if worths.items <= token.start < worths.clause else 1.0)
    return 1.0 if token.start < territory[1] else worths.later


__all__ = ["ENOUGH", "FURTHER", "Best", "Said", "Scorer"]
