"""Names as people write them: words of a text, folded so that spellings of one name compare equal."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tongket.vietnamese import accent_key, search_key

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
LETTER_NUMBER = re.compile(r"([pqPQ])(\d+)")
FINAL_Y = re.compile(r"(?<=[bcdđghklmnpqrstvx])(y|ý|ỳ|ỷ|ỹ|ỵ)$|(?<=qu)(y|ý|ỳ|ỷ|ỹ|ỵ)$")
I_OF_Y = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
HARD_K = re.compile(r"k(?!h)")
ROMAN_NUMERALS = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip
ROMAN = {roman: str(number) for number, roman in enumerate(ROMAN_NUMERALS, start=1)}


class Word(NamedTuple):
    """A word of a text: where it stands, as written, and folded (accents kept, i for y). A tuple, as there are many."""

    start: int
    end: int
    raw: str
    fold: str


@lru_cache(maxsize=65536)
def fold(raw: str) -> str:
    """A word as names compare it: case, tone placement and y or i at the end of a syllable do not matter."""
    return FINAL_Y.sub(lambda match: I_OF_Y[match[0]], accent_key(raw))


@lru_cache(maxsize=65536)
def bare(folded: str) -> str:
    """A fold without its marks, c and k written alike: the coarsest key."""
    return HARD_K.sub("c", search_key(folded))


def hard_c(folded: str) -> str:
    """A fold with c and k written alike (Bắc Cạn, Đắc Lắc)."""
    return HARD_K.sub("c", folded)


def words(text: str) -> list[Word]:
    """The words of a text; ``P1`` and ``Q10`` are two words."""
    found = []
    for match in WORD.finditer(text):
        raw, start = match[0], match.start()
        numbered = LETTER_NUMBER.fullmatch(raw)
        if numbered:
            found.append(Word(start, start + 1, numbered[1], fold(numbered[1])))
            raw, start = numbered[2], start + 1
        found.append(Word(start, match.end(), raw, fold(raw)))
    return found


def number_fold(folded: str) -> str:
    """``I`` and ``01`` as ``1``."""
    return ROMAN.get(folded) or (folded.lstrip("0") or "0" if folded.isdecimal() else folded)


def name_key(folds: Iterable[str]) -> str:
    """The key of a name: its folded words without blanks (Ya Ly, Yaly), a final numeral in digits."""
    parts = list(folds)
    if parts:
        parts[-1] = number_fold(parts[-1])
    return "".join(parts)


def keys_of(folds: Sequence[str]) -> tuple[str, ...]:
    """The keys of a name; two where its last word may be a numeral or a syllable (Vì, written without marks)."""
    key, plain = name_key(folds), "".join(folds)
    return (key,) if key == plain else (key, plain)


def bare_key(key: str) -> str:
    """The coarsest form of a key."""
    return bare(key)


def less_marked(written: str, name: str) -> bool:
    """Whether ``written`` is ``name`` with some marks left out, and none that the name does not have."""
    one, other = marks(written), marks(name)
    return len(one) == len(other) and all(
        base == other_base and found <= wanted for (base, found), (other_base, wanted) in zip(one, other, strict=True)
    )


def marks(key: str) -> list[tuple[str, frozenset[str]]]:
    """Each letter without its marks, and the marks."""
    found: list[tuple[str, frozenset[str]]] = []
    for char in unicodedata.normalize("NFD", key):
        if unicodedata.combining(char) and found:
            base, set_ = found[-1]
            found[-1] = (base, set_ | {char})
        else:
            found.append(("d", frozenset("đ")) if char == "đ" else (char, frozenset()))
    return found
