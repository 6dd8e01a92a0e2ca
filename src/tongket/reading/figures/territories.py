"""Which stretch of a sentence is about which of its measures."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from tongket.reading.figures.measures import Measure

_BESIDE = re.compile(r"\s*(?:[\w%]+\s*){0,3}(?:,|;|và|, và)\s*")

_GRADED = re.compile(r"[^,;.:()\d]{0,30}\)?(,) (?:đều |được )?(?:xếp |đạt )?loại (?:khá|giỏi|tốt)[^;\d]{0,25}$")
_BODY = (
    r"(?:cơ quan|đơn vị|phòng|ban|đội|sở|ngành|xã|phường|thị trấn|thôn|bản|làng|buôn|ấp|khóm|xóm|tổ(?: dân phố)?|khu phố|chi bộ|đảng bộ|đoàn thể"
    r"|trường|doanh nghiệp|công ty|trạm)"
)
_LISTED = re.compile(rf"\s*{_BODY}(?:, {_BODY})+\b")
_TELLS = re.compile(r"\d|\bkhông (?:tổ chức|phát sinh|có|xảy ra)")

Joined = Set[tuple[str, str]]
"""Syllables that a comma joins rather than parts ("xã, phường", "khá, giỏi")."""


def territories(found: Sequence[Measure], folded: str, start: int, end: int, joined: Joined) -> list[tuple[int, int]]:
    """For each measure the stretch that is about it: the first mark that parts clauses divides two.

    What follows the first mark up to a semicolon is neither's.
    """
    if not found:
        return []
    begins, ends = [start], list[int]()
    for a, b in pairwise(found):
        edge = _edge(folded, a.end, b.start, joined)
        ends.append(edge)
        begins.append(max(edge, folded.rfind(";", edge, b.start)))
    ends.append(_end(folded, found[-1].end, end))
    return list(zip(begins, ends, strict=True))


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
    start = past_nouns(folded, start)
    closing = folded.find(")", start, end)
    if closing >= 0 and "(" not in folded[start:closing]:
        return closing
    marks = [i for i in range(start, end) if folded[i] in ",;"]
    parting = [i for i in marks if folded[i] == ";"] or [i for i in marks if not joins(folded, i, joined)]
    return (parting or [end])[0]


def _end(folded: str, start: int, end: int) -> int:
    """Where the last stretch ends: before a further clause that tells numbers of its own, though none is a figure, and
    before the grade that all of them got ("04/04 cuộc, xếp loại khá")."""
    if grade := _GRADED.match(folded, start, end):
        return grade.start(1)
    mark = folded.find(";", start, end)
    return mark if mark >= 0 and _TELLS.search(folded[mark:end]) else end


def past_nouns(folded: str, start: int) -> int:
    """Behind the bodies or places that a number counts together: "27 phòng, đơn vị"."""
    listed = _LISTED.match(folded, start)
    return listed.end() if listed else start


def joins(folded: str, comma: int, joined: Joined) -> bool:
    """Whether a comma joins what stands on both sides of it rather than parts it."""
    before, after = folded[max(0, comma - 16) : comma].split(), folded[comma + 1 : comma + 17].split()
    return bool(before and after) and (before[-1], after[0].strip(".,;:()")) in joined


__all__ = ["Joined", "beside", "joins", "past_nouns", "rows", "territories"]
