"""Several reports in one file: each begins with a letterhead of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.reading.blocks import Block, Document, Paragraph, Table
from tongket.reading.letterhead import read_header
from tongket.reading.letterhead.issuer import HEADS, fold_upper
from tongket.vietnamese import accent_key

_NATION = re.compile(r"cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam")
ABOVE = 3
"""Lines of the issuer that may stand above the heading of the state or the Party."""
SHORT = 80
LEAST = 6
"""Blocks below which what follows a letterhead is no report."""


def reports_in(document: Document) -> tuple[Document, ...]:
    """The document itself, or the reports it is made of: where a letterhead with a report's title stands again."""
    starts = [i for i in (_begin(document.blocks, h) for h in _headings(document.blocks)) if i >= LEAST]
    if not starts:
        return (document,)
    edges = [0, *starts, len(document.blocks)]
    parts = [document.blocks[a:b] for a, b in pairwise(edges)]
    if not all(_is_report(document, part) for part in parts):
        return (document,)
    return tuple(replace(document, blocks=part) for part in parts)


def _headings(blocks: Sequence[Block]) -> list[int]:
    """Where the heading of the state or the Party stands as a line of its own."""
    return [
        i for i, block in enumerate(blocks)
        if any("NAM" in t.upper() and _NATION.search(accent_key(t)) for t in _lines(block))
    ]  # fmt: skip


def _lines(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text] if len(block.text) <= SHORT * 2 else []
    return [cell.text for cell in block.cells[:4] if len(cell.text) <= SHORT * 2] if not block.sheet else []


def _begin(blocks: Sequence[Block], heading: int) -> int:
    """The first line of the letterhead whose national or Party heading is block ``heading``."""
    first = heading
    for i in range(heading - 1, max(-1, heading - 1 - ABOVE), -1):
        block = blocks[i]
        if isinstance(block, Table) or len(block.text) > SHORT:
            break
        if HEADS.match(fold_upper(block.text.strip(" *-"))):
            first = i
    return first


def _is_report(document: Document, blocks: Sequence[Block]) -> bool:
    header = read_header(replace(document, blocks=tuple(blocks)))
    return len(blocks) >= LEAST and header.type == "Báo cáo" and bool(header.issuer)
