"""What the words around a figure tell of: the matter of its indicator, or another that looks like it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.framework import Indicator
from tongket.reading.figures.fit import elements_of
from tongket.reading.figures.scoring import Said, Scorer
from tongket.reading.figures.settling import Found
from tongket.reading.figures.territories import joins, past_nouns
from tongket.reading.recognition import Lexicon, Token
from tongket.reading.recognition.lexicon import STOP
from tongket.vietnamese.naming import counted_after

MOST_STRANGE, MOST_TELLING = 4, 15.0
"""From where on more of it says no more."""
NEAR = 60
"""Characters before a share in which what it is a share of is counted."""
_STOPS = re.compile(r"[,;.(]\s")
_MARKS = re.compile(r"[,;.(:)]")
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """How far the words around a figure are its indicator's, each between 0 and 1."""

    own: float
    """Of the words that tell of some matter, how many the wording has."""
    attached: float
    """The longest run of other words right behind one of its words: "nhiệm vụ tư vấn", "hội nghị tập huấn phần mềm"."""
    theme: float
    """The sentence says what the whole framework is of."""
    named: float
    """How much of the indicator's name the sentence says, the counted noun left out."""
    unlike: float
    """Other words, and little of the name."""
    thin: float
    """Other words, and few telling ones of the wording."""
    silent: float
    """The figure's own stretch says nothing of the indicator."""
    of_others: float
    """A share of what the number before counts, and the indicator does not."""


@dataclass(frozen=True, slots=True)
class _Strange:
    own: float
    attached: int


def matter_of(found: Found, said: Said, scorer: Scorer) -> Matter:
    """What the words around a measure tell of, taken for an indicator's figure."""
    lexicon, indicator = scorer.lexicon, found.best.match.indicator
    noun = _counted(found, said, scorer)
    hits = [
        said.tokens[i] for i in sorted(found.best.match.hits)
        if said.tokens[i].start >= 0 and said.tokens[i].text not in noun and said.tokens[i].text not in STOP
    ]  # fmt: skip
    end = _end(found, said, lexicon)
    silent = not any(found.place[0] <= t.start < end for t in hits)
    start = _earlier(found.place[0], hits, said) if silent else _start(found, hits, said, lexicon, end)
    strange = _strange([t for t in said.tokens if start <= t.start < end], said.folded, lexicon, indicator)
    others = 1.0 - strange.own
    telling = min(sum(map(lexicon.weight, sorted({t.text for t in hits}))) / MOST_TELLING, 1.0)
    named = _named(lexicon, indicator, noun, {t.text for t in said.tokens if t.start >= 0})
    return Matter(
        own=strange.own,
        attached=min(strange.attached / MOST_STRANGE, 1.0),
        theme=float(any((a.text, b.text) in lexicon.theme for a, b in pairwise(said.tokens) if a.start >= 0)),
        named=named,
        unlike=(1.0 - named) * others,
        thin=(1.0 - telling) * others,
        silent=float(silent),
        of_others=float(_of_others(found, said, scorer)),
    )


def _counted(found: Found, said: Said, scorer: Scorer) -> frozenset[str]:
    """The words of the nouns behind the measure's numbers."""
    measure = found.measure
    mentions = (m for m in (measure.count, measure.whole, measure.percent) if m is not None)
    return frozenset(word for m in mentions for word in scorer.counted_noun(m.end, said))


def _end(found: Found, said: Said, lexicon: Lexicon) -> int:
    """The first mark behind the measure that parts clauses, or the end of its stretch."""
    end = found.place[1]
    stops = (m.start() for m in _STOPS.finditer(said.folded, past_nouns(said.folded, found.measure.end), end))
    return next((i for i in stops if said.folded[i] != "," or not joins(said.folded, i, lexicon.joined)), end)


def _start(found: Found, hits: Sequence[Token], said: Said, lexicon: Lexicon, end: int) -> int:
    """Where the clause begins that tells of the indicator, the number's own or the last before it; or its stretch."""
    start, number = found.place[0], found.measure.start
    heads = {said.tokens[i].start for i in found.best.match.heads}
    last = max((t.start for t in hits if t.start < number or (t.start < end and t.start in heads)), default=start)
    marks = [m.start() for m in _MARKS.finditer(said.folded, start, max(start, min(number, last)))]
    return next((i for i in reversed(marks) if not joins(said.folded, i, lexicon.joined)), start)


def _earlier(start: int, hits: Sequence[Token], said: Said) -> int:
    """Where the clause begins that last tells of the indicator before its figure's stretch."""
    before = max((t.start for t in hits if t.start < start), default=None)
    if before is None:
        return start
    first = min(t.start for t in said.tokens if t.start >= 0)
    return max((m.start() for m in _MARKS.finditer(said.folded, first, before)), default=first)


def _strange(tokens: Sequence[Token], folded: str, lexicon: Lexicon, indicator: Indicator) -> _Strange:
    """Which words are the indicator's own and which another matter's."""
    vocabulary, everyday = lexicon.vocabulary(indicator), lexicon.everyday(tokens)
    own = strange = attached = 0
    behind: int | None = None
    for i, token in enumerate(tokens):
        mark = _MARKS.search(folded, tokens[i - 1].end, token.start) if i else None
        if mark and not joins(folded, mark.start(), lexicon.joined):
            behind = None
        if token.text in STOP:
            behind = 0 if behind == 0 else None
        elif token.text in vocabulary:
            own, behind = own + 1, 0
        elif token.text.isdigit() or i in everyday:
            behind = None
        else:
            strange += 1
            behind = behind + 1 if behind is not None else None
            attached = max(attached, behind or 0)
    return _Strange(own / (own + strange) if own + strange else 1.0, attached)


def _named(lexicon: Lexicon, indicator: Indicator, noun: frozenset[str], there: set[str]) -> float:
    """How much of the indicator's name is there, by weight."""
    name = sorted({*lexicon.phrase(indicator.name)} - noun - STOP)
    whole = sum(map(lexicon.weight, name))
    return sum(lexicon.weight(w) for w in name if w in there) / whole if whole else 1.0


def _of_others(found: Found, said: Said, scorer: Scorer) -> bool:
    """Whether a share alone is one of what the number before it counts, and the indicator does not."""
    measure = found.measure
    if measure.count is not None:
        return False
    before = list(_NUMBER.finditer(said.folded, max(0, measure.start - NEAR), measure.start))
    if not before or not counted_after(said.folded, before[-1].end()):
        return False
    elements = scorer.nouns.counted.get(scorer.counted_noun(before[-1].end(), said), frozenset())
    return not elements & elements_of(found.best.match.indicator)


__all__ = ["Matter", "matter_of"]
