"""The words of a PDF page: only the first and the last character of a word are looked up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, repeat
from math import hypot
from sys import intern
from typing import NamedTuple

from tongket.reading.formats.letters import clean
from tongket.reading.formats.pdf_calls import (
    Matrix,
    char_boxes,
    font_name,
    font_sizes,
    font_weight,
    fonts,
    origins,
    owners,
    page_text,
    text_matrices,
)
from tongket.reading.formats.pdf_turn import moved_boxes, moved_points, quarter, turning, usual_quarter

BLANKS = "\t\r\n\xa0\u200b\x00\u2028"
CUT = "\ufffe"
"""PDFium's sign for a hyphen at the end of a line: Vietnamese cuts no words, so the hyphen is meant ("NĐ-CP")."""
BOLD_WEIGHT = 600
JUMP = 0.57
"""A letter so many sizes away from the one before begins a new word."""
SLIM, BROAD = 0.17, 0.8
"""The letters of a word are so many sizes wide on average; in one that is not, each is looked up."""
LEAST_SIZE = 4.0
TALL = 2.0
"""No letter is so many sizes high: a font of drawn signs (Type 3) may tell any size."""


class Word(NamedTuple):
    """A word, in points, y upwards: it stands on ``base`` with letters of ``size``. A tuple: there are thousands."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of its small letters."""
        return (self.left + self.right) / 2, self.base + self.size * 0.3


def read_words(page: int, text: str, width: float, height: float) -> tuple[list[Word], int]:
    """The words of a text page in the order of the file, upright, and which way they run as they are stored.

    ``text`` are its characters, ``width`` and ``height`` those of the page as it is stored.
    """
    texts, places, lines = tokens(text)
    starts = places[::2]
    sizes, bolds, way = styles(page, starts, lines)
    turn = turning(way, width, height)
    first, last = moved_points(origins(page, starts), turn), moved_boxes(char_boxes(page, places[1::2]), turn)
    shown = map(intern, texts if clean(text) == text else map(clean, texts))
    fields = zip(shown, first[::2], last[2::4], first[1::2], sizes, bolds, strict=True)
    words = list(map(tuple.__new__, repeat(Word), fields))
    odd = oddities(words, last)
    if odd:
        words = resized(words, odd, last)
    for index in reversed(odd):
        words[index : index + 1] = split(page, texts[index], starts[index], words[index], turn)
    return words, way


def shown_text(page: int) -> str:
    """The characters of a text page, one for each index: every blank a space, every hyphen one that is printed."""
    text = page_text(page)
    for sign in BLANKS:
        if sign in text:
            text = text.replace(sign, " ")
    return text.replace(CUT, "-")


def tokens(text: str) -> tuple[list[str], list[int], list[int]]:
    """The stretches between blanks, the places of the first and the last character of each, and where lines begin.

    PDFium ends a line with two blank signs; a line is told by the number of its first stretch.
    """
    found: list[str] = []
    places: list[int] = []
    lines = [0]
    at = 0
    for piece in text.split(" "):
        end = at + len(piece)
        if piece:
            found.append(piece)
            places += (at, end - 1)
        elif lines[-1] < len(found):
            lines.append(len(found))
        at = end + 1
    return found, places, lines


def styles(page: int, starts: Sequence[int], lines: Sequence[int]) -> tuple[Iterable[float], Iterable[bool], int]:
    """The size of each word and whether it is bold, both told from its first letter, and which way most words run."""
    drawn = drawn_with(page, starts, lines)
    samples = dict(zip(drawn, starts, strict=True))
    used, places = fonts(samples), list(samples.values())
    is_thick = {font: is_bold(page, place) for font, place in dict(zip(used, places, strict=True)).items()}
    bold = dict(zip(samples, map(is_thick.__getitem__, used), strict=True))
    matrices = text_matrices(page, places)
    scales = map(hypot, matrices[2::6], matrices[3::6])
    size = {s: max(LEAST_SIZE, points * scale)
            for s, points, scale in zip(samples, font_sizes(page, places), scales, strict=True)}  # fmt: skip
    ways = dict(zip(samples, map(quarter, matrices[0::6], matrices[1::6]), strict=True))
    way = usual_quarter(map(ways.__getitem__, drawn)) if any(ways.values()) else 0
    return map(size.__getitem__, drawn), map(bold.__getitem__, drawn), way


def drawn_with(page: int, starts: Sequence[int], lines: Sequence[int]) -> list[int | None]:
    """The stretch of text that each word was drawn with; most lines are one, as their first and last word tell."""
    stretches = list(pairwise([*lines, len(starts)])) if starts else []
    stretches = [(low, high) for low, high in stretches if low < high]
    firsts = owners(page, [starts[low] for low, _ in stretches])
    lasts = owners(page, [starts[high - 1] for _, high in stretches])
    found: list[int | None] = []
    for (low, high), first, last in zip(stretches, firsts, lasts, strict=True):
        found += [first] * (high - low) if first == last else owners(page, starts[low:high])
    return found


def is_bold(page: int, place: int) -> bool:
    """Whether a character is set in a bold font."""
    return font_weight(page, place) >= BOLD_WEIGHT or b"bold" in font_name(page, place).lower()


def oddities(words: Sequence[Word], last: Sequence[float]) -> list[int]:
    """The words whose letters may not stand side by side on one line; ``last`` are the boxes of their last letters."""
    edges = zip(words, last[1::4], last[3::4], strict=True)
    return [
        i for i, ((text, left, right, base, size, _), top, bottom) in enumerate(edges)
        if not (bottom <= base <= top and SLIM <= (right - left) / size / len(text) <= BROAD) and len(text) > 1
    ]  # fmt: skip


def resized(words: list[Word], odd: Sequence[int], last: Sequence[float]) -> list[Word]:
    """The words, those whose fonts do not tell their size as large as their letters are drawn at most."""
    heights: dict[float, list[float]] = defaultdict(list)
    for i in odd:
        size, height = words[i].size, last[4 * i + 1] - last[4 * i + 3]
        if height > size * TALL:
            heights[size].append(height)
    if not heights:
        return words
    usual = Counter(word.size for word in words)
    drawn = {size: max(tall) for size, tall in heights.items() if 2 * len(tall) > usual[size]}
    return [word._replace(size=drawn.get(word.size, word.size)) for word in words]


def split(page: int, text: str, start: int, whole: Word, turn: Matrix | None) -> Iterator[Word]:
    """A word letter by letter: in pieces where a letter stands away from the one before."""
    places = range(start, start + len(text))
    boxes, first = moved_boxes(char_boxes(page, places), turn), 0
    letters = list(zip(boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4], strict=True))
    for index in range(1, len(letters) + 1):
        if index == len(letters) or apart(letters[index - 1], letters[index], whole.size * JUMP):
            lefts, _, rights, _ = zip(*letters[first:index], strict=True)
            base = moved_points(origins(page, places[first : first + 1]), turn)[1]
            yield Word(clean(text[first:index]), min(lefts), max(rights), base, whole.size, whole.bold)
            first = index


def apart(before: Sequence[float], box: Sequence[float], reach: float) -> bool:
    """Whether a letter stands away from the one before: in another line, cell or column."""
    left, top, right, bottom = before
    return box[3] > top or box[1] < bottom or box[0] - right > reach or left - box[0] > reach
