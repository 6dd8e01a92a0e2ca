"""The framework's wording, compiled for matching against folded syllables."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tongket.framework import DataElement, Framework, Indicator
from tongket.reading.recognition.compounds import Compounds, Word
from tongket.reading.recognition.everyday import EVERYDAY, by_first_word, covered
from tongket.reading.recognition.phrases import Phrase, find
from tongket.reading.recognition.strangers import Strangers
from tongket.reading.recognition.tokens import Token, compile_abbreviations, tokenize

SOFT = 0.72
SOFT_AMONG = 0.62
"""Share of a phrase's weight that must be there, in any order, for a soft match."""
SOFT_WORTH = 0.8
SHARE_OF_THEME, LEAST_OF_THEME = 0.1, 3
"""Share and number of indicators that must be named by what all of them are of."""
BARRED_NEAR = 2
"""Tokens around an excluding phrase in which no head counts."""
STOP = frozenset(
    [
        "và",
        "của",
        "cho",
        "các",
        "là",
        "có",
        "được",
        "đã",
        "trong",
        "về",
        "với",
        "tại",
        "theo",
        "trên",
        "so",
        "số",
        "một",
        "những",
        "từ",
        "đến",
        "do",
        "ở",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An indicator that a text may be about: how strongly, and the tokens (indices) that say so."""

    indicator: Indicator
    score: float
    hits: frozenset[int]
    exact: bool
    heads: frozenset[int] = frozenset()
    """The tokens of head phrases found word for word."""
    barred: frozenset[int] = frozenset()
    """The tokens of phrases that say it is something else."""


@dataclass(frozen=True, slots=True)
class _Entry:
    indicator: Indicator
    heads: tuple[Phrase, ...]
    qualifiers: tuple[Phrase, ...]
    exclusions: tuple[Phrase, ...]
    with_commas: frozenset[Phrase]
    """Exclusions that a comma may divide, because they have one."""
    over_exclusions: tuple[Phrase, ...]
    """Heads with an exclusion in them: who says all of it means it ("dân quân đóng góp ngày công")."""
    own_strangers: frozenset[Phrase]
    """Matters of others that its own wording speaks of."""


class Lexicon:
    """Finds the indicators that a text may be about, by the wording of a framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._abbreviations = compile_abbreviations(framework.abbreviations)
        self._strangers = Strangers.of(map(self.phrase, framework.not_asked))
        self._entries = [self._entry(indicator) for indicator in framework]
        self._weights = self._weigh()
        self._compounds = Compounds.of(p for e in self._entries for p in (*e.heads, *e.qualifiers))
        self._pillars: dict[str, str | None] = {}
        self._vocabularies: dict[str, frozenset[str]] = {}
        self._index()

    def tokens(self, text: str) -> list[Token]:
        """The folded syllables of ``text``, abbreviations of the pack written out."""
        return tokenize(text, self._abbreviations)

    def phrase(self, text: str) -> Phrase:
        """``text`` as folded syllables without places."""
        return tuple(t.text for t in self.tokens(text))

    def weight(self, syllable: str) -> float:
        """How telling a syllable is: high where few indicators use it."""
        return self._weights.get(syllable, 0.0)

    def vocabulary(self, indicator: Indicator) -> frozenset[str]:
        """The syllables of all that an indicator's wording says."""
        if indicator.code not in self._vocabularies:
            words = (*self._own(indicator), *self._phrases(self._element_words(indicator)))
            self._vocabularies[indicator.code] = frozenset(w for phrase in words for w in phrase)
        return self._vocabularies[indicator.code]

    @cached_property
    def pillar_headings(self) -> dict[str, tuple[Phrase, ...]]:
        """Pillar code -> headings as folded syllables."""
        return {
            code: tuple(self.phrase(h) for h in (pillar.name, *pillar.headings))
            for code, pillar in self.framework.pillars.items()
        }

    def everyday(self, tokens: Sequence[Token]) -> set[int]:
        """The indices of the tokens of words that reports say of every matter."""
        return covered(tokens, self._everyday)

    @cached_property
    def _everyday(self) -> Mapping[str, tuple[Phrase, ...]]:
        return by_first_word(map(self.phrase, EVERYDAY))

    @cached_property
    def theme(self) -> frozenset[Word]:
        """What the whole framework is of: the pairs of syllables that many of its indicators are named by."""
        named = Counter(pair for i in self.framework for pair in {*pairwise(self.phrase(i.name))})
        least = max(LEAST_OF_THEME, len(self._entries) * SHARE_OF_THEME)
        return frozenset(pair for pair, count in named.items() if count >= least and STOP.isdisjoint(pair))

    @cached_property
    def joined(self) -> frozenset[tuple[str, str]]:
        """Syllables that stand on both sides of a comma in the wording: "xã, phường", "khá, giỏi"."""
        indicators = [(i.name, *i.wording.heads, *i.wording.qualifiers) for i in self.framework]
        elements = [(e.name, *e.counted, *e.wording.heads) for e in self.framework.elements.values()]
        parts = (text.split(",") for texts in (*indicators, *elements) for text in texts)
        pairs = ((a, b) for part in parts for a, b in pairwise(map(self.phrase, part)) if a and b)
        return frozenset((a[-1], b[0]) for a, b in pairs)

    def matches(self, tokens: Sequence[Token], *, whole: bool = True) -> list[Match]:
        """The indicators that ``tokens`` may be about, strongest first.

        ``whole`` tokens are about one thing, which a phrase that excludes an indicator rules out unless its own words
        stand there too; else the caller judges by the places.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(tokens):
            places[token.text].append(i)
        soft = self._soft(self._compounds.split(tokens), SOFT if whole else SOFT_AMONG)
        reached = {e for word in places for e in self._by_first_word.get(word, ())} | soft.keys()
        there = frozenset(places)
        strangers = self._strangers.among(tokens, places)
        found = (
            self._match(self._entries[e], tokens, places, there, soft.get(e), strangers, whole) for e in sorted(reached)
        )
        return sorted((m for m in found if m), key=lambda m: (-m.score, m.indicator.code))

    def pillar_of(self, heading: str) -> str | None:
        """The pillar whose headings ``heading`` is nearest to, if any is near."""
        if heading not in self._pillars:
            self._pillars[heading] = self._nearest_pillar(set(self.phrase(heading)) - STOP)
        return self._pillars[heading]

    def _nearest_pillar(self, words: set[str]) -> str | None:
        near = [
            (len(words.intersection(phrase)) / len(words.union(phrase) - STOP), pillar)
            for pillar, phrases in self.pillar_headings.items()
            for phrase in phrases
            if words
        ]
        score, pillar = max(near, key=lambda n: n[0], default=(0.0, ""))
        return pillar if score >= 0.5 else None

    def _match(
        self,
        entry: _Entry,
        tokens: Sequence[Token],
        places: dict[str, list[int]],
        there: frozenset[str],
        soft: tuple[frozenset[int], float] | None,
        strangers: Mapping[Phrase, Set[int]],
        whole: bool,
    ) -> Match | None:
        barred = {
            i
            for phrase in entry.exclusions
            if there.issuperset(phrase)
            for i in find(phrase, tokens, places, unbroken=phrase not in entry.with_commas)
        }
        near_barred = _around(barred, tokens) if barred else barred
        if strangers:
            others = {i for p, at in strangers.items() if p not in entry.own_strangers for i in at}
            barred, near_barred = barred | others, near_barred | others
        exact: set[int] = set()
        for phrase in entry.over_exclusions:
            if barred and there.issuperset(phrase) and (own := find(phrase, tokens, places)):
                exact |= own
                barred -= own
                near_barred = _around(barred, tokens)
        for phrase in entry.heads:
            if there.issuperset(phrase):
                exact.update(find(phrase, tokens, places, near_barred))
        loose, worth = soft if soft and not exact and not (barred and whole) else (frozenset[int](), 1.0)
        hits = exact | loose
        if not hits:
            return None
        for phrase in entry.qualifiers:
            if there.issuperset(phrase):
                hits.update(find(phrase, tokens, places))
        # Sorted, because the last bits of a sum of floats depend on the order, and the order of a set on the process.
        score = sum(self.weight(w) for w in sorted({tokens[i].text for i in hits}))
        return Match(
            indicator=entry.indicator,
            score=score if exact else score * worth,
            hits=frozenset(hits),
            exact=bool(exact),
            heads=frozenset(exact),
            barred=frozenset(barred),
        )

    def _soft(self, places: Mapping[Word, Sequence[int]], least: float) -> dict[int, tuple[frozenset[int], float]]:
        """Entry -> the tokens of a head phrase most of whose words' weight is there, and what that is worth."""
        there: dict[int, float] = defaultdict(float)
        for word in places:
            if phrases := self._soft_by_word.get(word):
                worth = self._worth(word)
                for phrase in phrases:
                    there[phrase] += worth
        best: dict[int, tuple[frozenset[int], float]] = {}
        for phrase, weight in there.items():
            entry, words, total = self._soft_phrases[phrase]
            worth = weight / total * SOFT_WORTH
            if weight >= least * total and worth > best.get(entry, (frozenset(), 0.0))[1]:
                hits = frozenset(i + k for w in words if w in places for i in places[w] for k in range(len(w)))
                best[entry] = (hits, worth)
        return best

    def _worth(self, word: Word) -> float:
        return sum(map(self.weight, word))

    def _index(self) -> None:
        """Which entries and phrases a word leads to."""
        self._by_first_word: dict[str, set[int]] = defaultdict(set)
        self._soft_phrases: list[tuple[int, frozenset[Word], float]] = []
        self._soft_by_word: dict[Word, list[int]] = defaultdict(list)
        for e, entry in enumerate(self._entries):
            for phrase in entry.heads:
                self._by_first_word[phrase[0]].add(e)
                # What a number names ("đối tượng 2") is not named by the words without it.
                plain = phrase not in entry.over_exclusions and not any(word.isdigit() for word in phrase)
                if plain and len(frozenset(phrase) - STOP) >= 3:
                    words = frozenset(w for w in self._compounds.words(phrase) if not STOP.issuperset(w))
                    for word in words:
                        self._soft_by_word[word].append(len(self._soft_phrases))
                    self._soft_phrases.append((e, words, sum(map(self._worth, sorted(words)))))

    def _entry(self, indicator: Indicator) -> _Entry:
        wording = indicator.wording
        heads, exclusions = self._phrases((indicator.name, *wording.heads)), self._phrases(wording.exclusions)
        return _Entry(
            indicator,
            heads=heads,
            qualifiers=self._phrases((*wording.qualifiers, *self._element_words(indicator))),
            exclusions=exclusions,
            over_exclusions=tuple(h for h in heads if any(_within(e, h) for e in exclusions)),
            with_commas=frozenset(self._phrases(e for e in wording.exclusions if "," in e)),
            own_strangers=self._strangers.within(self._own(indicator)),
        )

    def _own(self, indicator: Indicator) -> Iterable[Phrase]:
        """All that its wording says, the nouns that it counts among it."""
        yield from self._phrases((indicator.name, *indicator.wording.heads, *indicator.wording.qualifiers))
        for element in self.elements(indicator):
            yield from self._phrases((element.name, *element.wording.heads, *element.counted))

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


def _around(barred: Set[int], tokens: Sequence[Token]) -> set[int]:
    """The tokens of excluding phrases and those beside them, up to a mark."""
    near = set(barred)
    for i in barred:
        for step in (-1, 1):
            for k in range(step, step * (BARRED_NEAR + 1), step):
                a, b = sorted((i + k, i + k - step))
                if a < 0 or b >= len(tokens) or tokens[b].start - tokens[a].end > 1:
                    break
                near.add(i + k)
    return near


def _within(inner: Phrase, outer: Phrase) -> bool:
    return any(outer[i : i + len(inner)] == inner for i in range(len(outer) - len(inner) + 1))


__all__ = ["Lexicon", "Match"]
