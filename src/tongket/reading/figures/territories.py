"""Which stretch of a sentence is about which of its measures."""

from collections.abc import Sequence, Set
from itertools import pairwise

from tongket.reading.figures.measures import Measure

Joined = Set[tuple[str, str]]
"""Syllables that a comma joins rather than parts ("xã, phường", "khá, giỏi")."""


def territories(found: Sequence[Measure], folded: str, start: int, end: int, joined: Joined) -> list[tuple[int, int]]:
    """For each measure the stretch that is about it: the first mark that parts clauses divides two."""
    edges = [start]
    for a, b in pairwise(found):
        edges.append(_edge(folded, a.end, b.start, joined))
    edges.append(end)
    return [(edges[i], edges[i + 1]) for i in range(len(found))]


def _edge(folded: str, start: int, end: int, joined: Joined) -> int:
    marks = [i for i in range(start, end) if folded[i] in ",;"]
    parting = [i for i in marks if folded[i] == ";" or not _joins(folded, i, joined)]
    return (parting or marks or [end])[0]


def _joins(folded: str, comma: int, joined: Joined) -> bool:
    before, after = folded[max(0, comma - 16) : comma].split(), folded[comma + 1 : comma + 17].split()
    return bool(before and after) and (before[-1], after[0].strip(".,;:()")) in joined


__all__ = ["Joined", "territories"]
