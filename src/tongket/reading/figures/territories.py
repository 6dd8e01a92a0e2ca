"""Which stretch of a sentence is about which of its measures."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from tongket.reading.figures.measures import Measure

_BESIDE = re.compile(r"\s*(?:[\w%]+\s*){0,3}(?:,|;|và|, và)\s*")

_GRADED = re.compile(r"[^,;.:()\d]{0,30}\)?(,) (?:đều |được )?(?:xếp |đạt )?loại (?:khá|giỏi|tốt)[^;\d]{0,25}$")

Joined = Set[tuple[str, str]]
"""Syllables that a comma joins rather than parts ("xã, phường", "khá, giỏi")."""


def territories(found: Sequence[Measure], folded: str, start: int, end: int, joined: Joined) -> list[tuple[int, int]]:
    """For each measure the stretch that is about it: the first mark that parts clauses divides two."""
    edges = [start]
    for a, b in pairwise(found):
        edges.append(_edge(folded, a.end, b.start, joined))
    edges.append(_end(folded, found[-1].end, end) if found else end)
    return [(edges[i], edges[i + 1]) for i in range(len(found))]


def rows(found: Sequence[Measure], places: Sequence[tuple[int, int]], folded: str) -> list[tuple[int, int]]:
    """The stretches, one for all of a row of numbers that only commas part: "10, 12, 6 và 15 lớp"."""
    out = list(places)
    first = 0
    for i in range(1, len(found) + 1):
        if i < len(found) and beside(found[i - 1], found[i], folded):
            continue
        if i - first >= 3:
            out[first:i] = [(places[first][0], places[i - 1][1])] * (i - first)
        first = i
    return out


def beside(a: Measure, b: Measure, folded: str) -> bool:
    """Whether nothing but a comma, "và" or the unit of measure stands between two measures of one form."""
    alike = a.is_pair == b.is_pair and (a.count is None) == (b.count is None)
    return alike and _BESIDE.fullmatch(folded[a.end : b.start]) is not None


def _edge(folded: str, start: int, end: int, joined: Joined) -> int:
    closing = folded.find(")", start, end)
    if closing >= 0 and "(" not in folded[start:closing]:
        return closing
    marks = [i for i in range(start, end) if folded[i] in ",;"]
    parting = [i for i in marks if folded[i] == ";"] or [i for i in marks if not _joins(folded, i, joined)]
    return (parting or [end])[0]


def _end(folded: str, start: int, end: int) -> int:
    """Where the last stretch ends: before a further clause that tells numbers of its own, though none is a figure, and
    before the grade that all of them got ("04/04 cuộc, xếp loại khá")."""
    if grade := _GRADED.match(folded, start, end):
        return grade.start(1)
    mark = folded.find(";", start, end)
    return mark if mark >= 0 and re.search(r"\d", folded[mark:end]) else end


def _joins(folded: str, comma: int, joined: Joined) -> bool:
    before, after = folded[max(0, comma - 16) : comma].split(), folded[comma + 1 : comma + 17].split()
    return bool(before and after) and (before[-1], after[0].strip(".,;:()")) in joined


__all__ = ["Joined", "beside", "rows", "territories"]
