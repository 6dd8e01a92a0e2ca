"""The fingerprint of a report: what its wording is recognised by when it comes again."""

import re
from array import array
from collections.abc import Iterable, Iterator
from zlib import crc32

from tongket.reading.blocks import Block, Paragraph
from tongket.vietnamese import search_key

RUN = 5
"""Words of a run."""
SENTENCE = 12
"""A cell of more words than this holds a sentence, and not the name of a row."""
KEPT = 512
"""So many runs of a long report are kept, the same ones of two that say the same: those with the smallest numbers."""
HELD = 100_000
"""So many runs are held before all but the smallest are let go."""
WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 200_000
"""Different words whose numbers are kept at hand."""


class _Words(dict[str, int]):
    """Word as written -> the number of its fold, worked out once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_WORDS:
            self.clear()
        number = self[word] = crc32(search_key(word).encode("utf-8"))
        return number


_WORDS = _Words()


def fingerprint(blocks: Iterable[Block]) -> bytes:
    """A number for each different run of five words of the running text, in order, eight bytes each; digits are left
    out, so that a copy with other years and figures has the same."""
    found: set[int] = set()
    for text in prose(blocks):
        words = list(map(_WORDS.__getitem__, WORD.findall(text)))
        # The hash of a tuple of whole numbers is the same in every process of a 64-bit Python.
        found.update(map(hash, zip(*(words[i:] for i in range(RUN)), strict=False)))
        if len(found) > HELD:
            found = set(sorted(found)[:KEPT])
    return array("q", sorted(found)[:KEPT]).tobytes()


def prose(blocks: Iterable[Block]) -> Iterator[str]:
    """The running text: paragraphs, and cells of tables and sheets that hold a sentence."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (text for _, text in block.words() if text.count(" ") >= SENTENCE)
