"""Words of two syllables, learned from the wording itself: "ngân sách" and "giải ngân" share no word."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.reading.recognition.tokens import Token

Word = tuple[str, ...]
TOGETHER = 0.4
"""Share of a syllable's uses in which the other stands beside it, for the two to be one word."""
LEAST = 3
"""Uses of a pair below which it is no known word."""


@dataclass(frozen=True, slots=True)
class Compounds:
    """The pairs of syllables that make a word."""

    pairs: frozenset[Word]

    @classmethod
    def of(cls, phrases: Iterable[Sequence[str]]) -> "Compounds":
        """The pairs that stand together in most of their uses in ``phrases``."""
        single: Counter[str] = Counter()
        double: Counter[Word] = Counter()
        for phrase in phrases:
            single.update(phrase)
            double.update(pairwise(phrase))
        pairs = (p for p, n in double.items() if n >= LEAST and n >= TOGETHER * min(single[p[0]], single[p[1]]))
        return cls(frozenset(pairs))

    def words(self, syllables: Sequence[str]) -> Iterator[Word]:
        """``syllables`` as words of one or two."""
        return (w for _, w in self._cut(syllables))

    def split(self, tokens: Sequence[Token]) -> dict[Word, list[int]]:
        """Each word of ``tokens`` and the tokens it begins at."""
        places: dict[Word, list[int]] = defaultdict(list)
        for i, word in self._cut([t.text for t in tokens]):
            places[word].append(i)
        return places

    def _cut(self, syllables: Sequence[str]) -> Iterator[tuple[int, Word]]:
        i = 0
        while i < len(syllables):
            pair = tuple(syllables[i : i + 2])
            size = 2 if len(pair) == 2 and pair in self.pairs else 1
            yield i, tuple(syllables[i : i + size])
            i += size


__all__ = ["Compounds", "Word"]
