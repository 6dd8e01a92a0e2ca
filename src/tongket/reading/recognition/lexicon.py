"""The framework's wording, compiled for matching against folded syllables."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from tongket.framework import DataElement, Framework, Indicator
from tongket.reading.recognition.tokens import Token, compile_abbreviations, tokenize

SOFT = 0.72
"""Share of a phrase's weight that must be there, in any order, for a soft match."""
SOFT_WORTH = 0.8
BARRED_NEAR = 2
"""Tokens around an excluding phrase in which no head counts."""
STOP = frozenset("và của cho các là có được đã trong về với tại theo trên so số một những từ đến do ở".split())

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An indicator that a text may be about: how strongly, and the tokens (indices) that say so."""

    indicator: Indicator
    score: float
    hits: frozenset[int]
    exact: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    indicator: Indicator
    heads: tuple[Phrase, ...]
    qualifiers: tuple[Phrase, ...]
    exclusions: tuple[Phrase, ...]


class Lexicon:
    """Finds the indicators that a text may be about, by the wording of a framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._abbreviations = compile_abbreviations(framework.abbreviations)
        self._entries = [self._entry(indicator) for indicator in framework]
        self._weights = self._weigh()

    def tokens(self, text: str) -> list[Token]:
        """The folded syllables of ``text``, abbreviations of the pack written out."""
        return tokenize(text, self._abbreviations)

    def phrase(self, text: str) -> Phrase:
        """``text`` as folded syllables without places."""
        return tuple(t.text for t in self.tokens(text))

    def weight(self, syllable: str) -> float:
        """How telling a syllable is: high where few indicators use it."""
        return self._weights.get(syllable, 0.0)

    @cached_property
    def pillar_headings(self) -> dict[str, tuple[Phrase, ...]]:
        """Pillar code -> headings as folded syllables."""
        return {
            code: tuple(self.phrase(h) for h in (pillar.name, *pillar.headings))
            for code, pillar in self.framework.pillars.items()
        }

    def matches(self, tokens: Sequence[Token]) -> list[Match]:
        """The indicators that ``tokens`` may be about, strongest first."""
        places: dict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(tokens):
            places[token.text].append(i)
        found = (self._match(entry, tokens, places) for entry in self._entries)
        return sorted((m for m in found if m), key=lambda m: (-m.score, m.indicator.code))

    def pillar_of(self, heading: str) -> str | None:
        """The pillar whose headings ``heading`` is nearest to, if any is near."""
        words = set(self.phrase(heading))
        best, code = 0.0, None
        for pillar, phrases in self.pillar_headings.items():
            for phrase in phrases:
                distinct = set(phrase) - STOP
                score = len(distinct & words) / len(distinct | (words - STOP)) if distinct else 0.0
                if score > best:
                    best, code = score, pillar
        return code if best >= 0.5 else None

    def _match(self, entry: _Entry, tokens: Sequence[Token], places: dict[str, list[int]]) -> Match | None:
        barred = {i for phrase in entry.exclusions for i in _find(phrase, tokens, places)}
        near_barred = {i + k for i in barred for k in range(-BARRED_NEAR, BARRED_NEAR + 1)}
        exact: set[int] = set()
        for phrase in entry.heads:
            exact.update(_find(phrase, tokens, places, near_barred))
        soft, worth = (set[int](), 0.0) if exact or barred else self._soft(entry, places)
        hits = exact | soft
        if not hits:
            return None
        for phrase in entry.qualifiers:
            hits.update(_find(phrase, tokens, places))
        score = sum(self.weight(w) for w in {tokens[i].text for i in hits})
        return Match(
            indicator=entry.indicator, score=score if exact else score * worth, hits=frozenset(hits), exact=bool(exact)
        )

    def _soft(self, entry: _Entry, places: dict[str, list[int]]) -> tuple[set[int], float]:
        best: tuple[set[int], float] = (set(), 0.0)
        for phrase in entry.heads:
            words = set(phrase) - STOP
            if len(words) < 3:
                continue
            there = {w for w in words if w in places}
            share = sum(map(self.weight, there)) / (sum(map(self.weight, words)) or 1.0)
            if share >= SOFT and share * SOFT_WORTH > best[1]:
                best = ({i for w in there for i in places[w]}, share * SOFT_WORTH)
        return best

    def _entry(self, indicator: Indicator) -> _Entry:
        wording = indicator.wording
        return _Entry(
            indicator,
            heads=self._phrases((indicator.name, *wording.heads)),
            qualifiers=self._phrases((*wording.qualifiers, *self._element_words(indicator))),
            exclusions=self._phrases(wording.exclusions),
        )

    def _element_words(self, indicator: Indicator) -> Iterable[str]:
        for element in self.elements(indicator):
            yield from (*element.wording.heads, *element.wording.qualifiers)

    def elements(self, indicator: Indicator) -> list[DataElement]:
        """The elements an indicator is computed from."""
        codes = (indicator.element, indicator.numerator, indicator.denominator)
        return [self.framework.elements[code] for code in codes if code is not None]

    def _phrases(self, texts: Iterable[str]) -> tuple[Phrase, ...]:
        return tuple(dict.fromkeys(p for p in map(self.phrase, texts) if p))

    def _weigh(self) -> dict[str, float]:
        used: Counter[str] = Counter()
        for entry in self._entries:
            used.update({w for phrase in (*entry.heads, *entry.qualifiers) for w in phrase})
        total = len(self._entries)
        return {w: 0.1 if w in STOP else math.log(1 + total / n) for w, n in used.items()}


def _find(
    phrase: Phrase, tokens: Sequence[Token], places: dict[str, list[int]], barred: Set[int] = frozenset()
) -> set[int]:
    """The indices of the tokens where ``phrase`` stands as whole words, outside ``barred`` tokens."""
    found: set[int] = set()
    for i in places.get(phrase[0], ()):
        if all(i + k < len(tokens) and tokens[i + k].text == w for k, w in enumerate(phrase)):
            place = range(i, i + len(phrase))
            if barred.isdisjoint(place):
                found.update(place)
    return found


__all__ = ["Lexicon", "Match"]
