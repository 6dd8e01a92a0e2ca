"""The words of a PDF page that is drawn in pieces: each is looked up, and cut where its letters stand apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from tongket.reading.formats.letters import clean
from tongket.reading.formats.pdf_calls import Matrix, char_boxes, origins
from tongket.reading.formats.pdf_runs import Run, places
from tongket.reading.formats.pdf_turn import moved_boxes, moved_points

JUMP = 0.57
"""A letter so many sizes away from the one before begins a new word."""
SLIM, BROAD = 0.17, 0.8
"""The letters of a word are so many sizes wide on average; in one that is not, each is looked up."""
TALL = 2.0
"""No letter is so many sizes high: a font of drawn signs (Type 3) may tell any size."""
Style = tuple[float, bool]
"""The size of the letters, and whether they are bold."""


def read_words(
    page: int, stretches: Sequence[tuple[int, str]], styles: Sequence[Style], turn: Matrix | None
) -> list[Run]:
    """The words of stretches of text, which begin at those places of a text page, each in its style."""
    texts = [text.split(" ") for _, text in stretches]
    found = [places(own, start) for own, (start, _) in zip(texts, stretches, strict=True)]
    starts = list(chain.from_iterable(first for first, _ in found))
    ends = list(chain.from_iterable(last for _, last in found))
    first, last = moved_points(origins(page, starts), turn), moved_boxes(char_boxes(page, ends), turn)
    raw = list(chain.from_iterable(texts))
    style = chain.from_iterable(map(repeat, styles, map(len, texts)))
    fields = zip(raw, first[::2], last[2::4], first[1::2], style, strict=True)
    words = [Run(clean(text), left, right, base, size, bold) for text, left, right, base, (size, bold) in fields]
    odd = oddities(words, last)
    if odd:
        words = resized(words, odd, last)
    for index in reversed(odd):
        words[index : index + 1] = split(page, raw[index], starts[index], words[index], turn)
    return words


def oddities(runs: Sequence[Run], last: Sequence[float]) -> list[int]:
    """The runs whose letters may not stand side by side on one line; ``last`` are the boxes of their last letters."""
    edges = zip(runs, last[1::4], last[3::4], strict=True)
    return [
        i for i, ((text, left, right, base, size, *_), top, bottom) in enumerate(edges)
        if not (bottom <= base <= top and SLIM <= (right - left) / size / len(text) <= BROAD) and len(text) > 1
    ]  # fmt: skip


def resized(words: list[Run], odd: Sequence[int], last: Sequence[float]) -> list[Run]:
    """The words, those whose fonts do not tell their size as large as their letters are drawn at most."""
    heights: dict[float, list[float]] = defaultdict(list)
    for i in odd:
        size, height = words[i].size, last[4 * i + 1] - last[4 * i + 3]
        if is_tall(words[i], height):
            heights[size].append(height)
    if not heights:
        return words
    usual = Counter(word.size for word in words)
    drawn = {size: max(tall) for size, tall in heights.items() if 2 * len(tall) > usual[size]}
    return [word._replace(size=drawn.get(word.size, word.size)) for word in words]


def is_tall(run: Run, height: float) -> bool:
    """Whether a letter of a run is higher than any of its size."""
    return height > run.size * TALL


def split(page: int, text: str, start: int, whole: Run, turn: Matrix | None) -> Iterator[Run]:
    """A word letter by letter: in pieces where a letter stands away from the one before."""
    places = range(start, start + len(text))
    boxes, first = moved_boxes(char_boxes(page, places), turn), 0
    letters = list(zip(boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4], strict=True))
    for index in range(1, len(letters) + 1):
        if index == len(letters) or apart(letters[index - 1], letters[index], whole.size * JUMP):
            lefts, _, rights, _ = zip(*letters[first:index], strict=True)
            base = moved_points(origins(page, places[first : first + 1]), turn)[1]
            yield Run(clean(text[first:index]), min(lefts), max(rights), base, whole.size, whole.bold)
            first = index


def apart(before: Sequence[float], box: Sequence[float], reach: float) -> bool:
    """Whether a letter stands away from the one before: in another line, cell or column."""
    left, top, right, bottom = before
    return box[3] > top or box[1] < bottom or box[0] - right > reach or left - box[0] > reach
