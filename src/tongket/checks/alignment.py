"""Two texts laid side by side: which words the later one took over, which it changed, which figures it left."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from rapidfuzz.distance import Levenshtein

from tongket.reading import Block, Paragraph
from tongket.reading.fingerprint import SENTENCE
from tongket.vietnamese import search_key

TOKEN = re.compile(r"\d[\d.,/]*\d|\w+")
RUN = 5
"""So many words in a row are taken over; fewer may be chance."""
MOST_CHANGED = 4
"""A change of more words is new text."""
YEAR = re.compile(r"(?:19|20)\d\d")
Step = tuple[str, int, int, int, int]
"""What happens, and from where to where in the earlier and in the later text."""
LONGEST = 20_000
"""Words of a text that are laid side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a text and its place."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What a text took over from another: words of how many, changes as pairs, figures left of how many, and the
    places where the longest passage begins in both."""

    copied: int
    words: int
    changed: tuple[tuple[str, str], ...]
    kept_figures: int
    figures: int
    place: str
    source_place: str


def words_of(blocks: Sequence[Block]) -> list[Word]:
    """The words and figures of the running text."""
    return [word for block in blocks for word in _words(block)][:LONGEST]


def _words(block: Block) -> Iterator[Word]:
    if isinstance(block, Paragraph):
        for found in TOKEN.finditer(block.text):
            yield Word(text=found[0], anchor=block.locate(found.start(), found.end()))
        return
    for cell in block.cells:
        if cell.text.count(" ") >= SENTENCE:
            yield from (Word(text=found[0], anchor=cell.anchor) for found in TOKEN.finditer(cell.text))


def align(later: Sequence[Word], earlier: Sequence[Word]) -> Alignment:
    """Lay two texts side by side."""
    keys: dict[str, int] = {}
    ids = [[keys.setdefault(search_key(word.text), len(keys)) for word in text] for text in (earlier, later)]
    copied = kept = 0
    changed: list[tuple[str, str]] = []
    longest = (0, 0, 0)
    for tag, a, b, c, d in cast(list[Step], Levenshtein.opcodes(ids[0], ids[1]).as_list()):
        if tag == "equal" and d - c >= RUN:
            copied += d - c
            kept += sum(_is_figure(word.text) for word in later[c:d])
            longest = max(longest, (d - c, -c, -a))
        elif tag == "replace" and b - a <= MOST_CHANGED and d - c <= MOST_CHANGED:
            changed.append((_joined(earlier[a:b]), _joined(later[c:d])))
    return Alignment(
        copied=copied,
        words=len(later),
        changed=tuple(dict.fromkeys(changed)),
        kept_figures=kept,
        figures=sum(_is_figure(word.text) for word in later),
        place=later[-longest[1]].anchor if later else "",
        source_place=earlier[-longest[2]].anchor if earlier else "",
    )


def _is_figure(text: str) -> bool:
    """Whether a word is a figure that another period would not have the same: no year, no number of one digit."""
    return len(text) > 1 and text[0].isdigit() and not YEAR.fullmatch(text)


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
