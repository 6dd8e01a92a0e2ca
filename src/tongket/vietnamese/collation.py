"""The order of Vietnamese dictionaries: ă and â after a, đ after d; tones only where the letters are the same."""

import re
import unicodedata

from tongket.vietnamese.tones import TONES
from tongket.vietnamese.unicode import accent_key

SortKey = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
"""For each word its letters and its tones as numbers that compare."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
_WORD = re.compile(r"\d+|[^\W\d_]+")


def sort_key(text: str) -> SortKey:
    """A key that sorts names as a Vietnamese dictionary does; numbers inside names by their value."""
    return tuple(_word_key(word) for word in _WORD.findall(accent_key(text)))


def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if word.isdecimal():
        digits = tuple(int(digit) for digit in word)
        significant = digits[next((i for i, digit in enumerate(digits) if digit), len(digits)) :]
        return (0, len(significant), *significant), ()
    letters, tones = zip(*map(_letter, word), strict=True)
    return tuple(letters), tuple(tones)


def _letter(letter: str) -> tuple[int, int]:
    parts = unicodedata.normalize("NFD", letter)
    tone = next((TONES.index(c) + 1 for c in parts if c in TONES), 0)
    base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
    return _RANK.get(base, len(_RANK) + ord(base[0])), tone
