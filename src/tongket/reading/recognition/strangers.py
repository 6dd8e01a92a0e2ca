"""Matters that reports tell of and no indicator asks for, found in a text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tongket.reading.recognition.everyday import by_first_word
from tongket.reading.recognition.phrases import Phrase, Places, find
from tongket.reading.recognition.tokens import Token

_OCCASIONS = frozenset(("do", "vì", "bởi", "sau", "trước", "khi", "hưởng", "động"))
"""Words before a matter that is only why or when something was done: "do dịch bệnh", "sau bầu cử"."""


@dataclass(frozen=True, slots=True)
class Strangers:
    """The phrases of such matters, by their first syllable."""

    by_first_word: Mapping[str, tuple[Phrase, ...]]

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> "Strangers":
        """The phrases, each once."""
        return cls(by_first_word(phrases))

    def among(self, tokens: Sequence[Token], places: Places) -> dict[Phrase, set[int]]:
        """The phrases that stand in ``tokens``, with the indices of their tokens."""
        words = self.by_first_word.keys() & places.keys()
        found = {p: find(p, tokens, places) for word in words for p in self.by_first_word[word]}
        return {p: at for p, at in found.items() if at and tokens[max(0, min(at) - 1)].text not in _OCCASIONS}

    def within(self, wording: Iterable[Phrase]) -> frozenset[Phrase]:
        """The phrases that stand, syllable by syllable, in any of ``wording``."""
        texts = [f" {' '.join(phrase)} " for phrase in wording]
        every = (p for phrases in self.by_first_word.values() for p in phrases)
        return frozenset(p for p in every if any(f" {' '.join(p)} " in text for text in texts))


__all__ = ["Strangers"]
