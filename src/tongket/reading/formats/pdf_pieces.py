"""Words that a PDF draws in pieces: signs of another font, and accents set over their letters afterwards."""

import re
from collections.abc import Iterable, Sequence
from operator import attrgetter
from unicodedata import combining

from tongket.reading.formats.letters import clean
from tongket.reading.formats.pdf_rows import baselines, once
from tongket.reading.formats.pdf_runs import Run

TOUCH = 0.1
"""Pieces nearer than so many sizes are one word: a blank takes at least 0.14."""
OVERLAP = 0.3
"""Pieces that lie over each other by more than so many sizes are no neighbours, unless one is an accent."""
ACCENTS = str.maketrans({"`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "˘": "\u0306"})
ACCENT = re.compile("[`´ˆ˜˘\u0300-\u036f]")
VOWELS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")


def whole(words: list[Run], text: str) -> list[Run]:
    """The words of the page ``text`` with their pieces put together, as they stand and not as they are drawn."""
    if not ACCENT.search(text) and not tangled(words):
        return words
    rows = baselines(sorted(words, key=attrgetter("left")))
    return [word for row in rows for word in together(once(row))]


def tangled(words: Iterable[Run]) -> bool:
    """Whether a word touches the one drawn before it on its base line, or stands left of it."""
    end = line = 0.0
    for _, left, right, base, size, *_ in words:
        if base == line and left - end < size * TOUCH:
            return True
        end, line = right, base
    return False


def together(row: Sequence[Run]) -> list[Run]:
    """The words of a row, each piece put to the one before where they touch."""
    done: list[Run] = []
    for word in row:
        if done and meet(done[-1], word):
            done[-1] = joined(done[-1], word)
        else:
            done.append(word)
    return done


def meet(a: Run, b: Run) -> bool:
    """Whether two pieces touch on one base line, or one is an accent within the other."""
    reach = a.size * TOUCH
    if b.left - a.right >= reach or b.right < a.left - reach:
        return False
    if a.base == b.base and b.left - a.right > -a.size * OVERLAP:
        return True
    return abs(a.base - b.base) < a.size and is_accent(a) != is_accent(b)


def is_accent(word: Run) -> bool:
    """Whether it is nothing but accents."""
    return bool(word.text) and all(map(combining, word.text.translate(ACCENTS)))


def joined(a: Run, b: Run) -> Run:
    """Two pieces as one word; an accent comes to the vowel it stands over."""
    word, other = (b, a) if is_accent(a) else (a, b)
    text = accented(word, other) if is_accent(other) else a.text + b.text
    left, right = min(a.left, b.left), max(a.right, b.right)
    return word._replace(text=clean(text), left=left, right=right, bold=a.bold and b.bold)


def accented(word: Run, accent: Run) -> str:
    """The text of a word with an accent after the vowel that is nearest to it."""
    share = ((accent.left + accent.right) / 2 - word.left) / max(1.0, word.right - word.left)
    places = [i for i, sign in enumerate(word.text) if sign in VOWELS] or [len(word.text) - 1]
    place = min(places, key=lambda i: abs((i + 0.5) / len(word.text) - share))
    return word.text[: place + 1] + accent.text.translate(ACCENTS) + word.text[place + 1 :]
