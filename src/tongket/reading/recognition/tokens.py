"""Text as folded syllables with their places, abbreviations written out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tongket.vietnamese import accent_key

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A folded syllable and the characters of the text it stands for."""

    text: str
    start: int
    end: int


Abbreviations = Mapping[tuple[str, ...], tuple[str, ...]]


def compile_abbreviations(abbreviations: Mapping[str, str]) -> Abbreviations:
    """Upper-case syllables as written -> folded full syllables: ``QP-AN`` becomes ``("QP", "AN")``."""
    return {tuple(WORD.findall(short)): tuple(WORD.findall(accent_key(full))) for short, full in abbreviations.items()}


def tokenize(text: str, abbreviations: Abbreviations | None = None) -> list[Token]:
    """The syllables of ``text`` in order; a known abbreviation stands as its full words at its place."""
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
    if not abbreviations:
        return [Token(_folded(w), s, e) for w, s, e in words]
    longest = max(map(len, abbreviations))
    tokens: list[Token] = []
    i = 0
    while i < len(words):
        size, full = _abbreviation_at(words, i, abbreviations, longest)
        if full is None:
            word, start, end = words[i]
            tokens.append(Token(_folded(word), start, end))
            i += 1
        else:
            start, end = words[i][1], words[i + size - 1][2]
            tokens += [Token(syllable, start, end) for syllable in full]
            i += size
    return tokens


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """The accent key of a syllable: a language has few, and each is met thousands of times."""
    return accent_key(word)


def _abbreviation_at(
    words: Sequence[tuple[str, int, int]], i: int, abbreviations: Abbreviations, longest: int
) -> tuple[int, tuple[str, ...] | None]:
    if not words[i][0][0].isupper():
        return 0, None
    for size in range(min(longest, len(words) - i), 0, -1):
        full = abbreviations.get(tuple(w for w, _, _ in words[i : i + size]))
        if full is not None:
            return size, full
    return 0, None
