"""The fingerprint of a report: what its wording is recognised by when it comes again."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32

from tongket.reading.blocks import Block, Paragraph
from tongket.vietnamese import search_key

RUN = 5
"""Words of a run."""
MODULUS = (1 << 61) - 1
BASE = 1_000_003
WORD = re.compile(r"[^\W\d_]+")


def fingerprint(blocks: Iterable[Block]) -> tuple[int, ...]:
    """A number for each different run of five words of the running text, sorted; digits are left out, so that a copy
    with other years and figures has the same."""
    return tuple(sorted(set(_runs(blocks))))


def _runs(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Paragraph):
            words = [_number(word) for word in WORD.findall(search_key(block.text))]
            yield from (_joined(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    return crc32(word.encode("utf-8")) + 1


def _joined(words: list[int]) -> int:
    found = 0
    for word in words:
        found = (found * BASE + word) % MODULUS
    return found
