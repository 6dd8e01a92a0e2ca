"""Printed lines of a PDF page that stand beside each other: cells of several lines, each in the middle of its row."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from tongket.reading.formats.pdf_lines import Line, line_of
from tongket.reading.formats.pdf_rows import run_on
from tongket.reading.formats.pdf_runs import words

BESIDE = 0.9
"""Lines nearer than so many sizes stand beside each other: cells of several lines, each in the middle of its row."""
GUTTER = 0.35
"""Where the lines of a row leave so many sizes free one under the other, a column ends."""
BLANKS = 1.4
"""It takes so many of the usual blanks, too."""
Span = tuple[float, float]
"""From where to where something reaches, in points."""
Band = list[list[Line]]
"""Printed lines that stand beside each other, each with its parts."""
Group = list[Line]
"""Words of a band that lie over or under each other, each as a part of its line."""


def bands(rows: Sequence[list[Line]]) -> list[Band]:
    """Rows of parts together with those that they stand beside."""
    found: list[Band] = []
    for row in rows:
        if found and found[-1][-1][0].base - row[0].base < BESIDE * row[0].size:
            found[-1].append(row)
        else:
            found.append([row])
    return found


def groups(band: Band) -> list[Group]:
    """What stands one beside the other in a band, from left to right."""
    found: list[Group] = []
    edge, gutter = 0.0, free_space(band)
    parts = (word for row in band for line in row for word in singly(line))
    for word in sorted(parts, key=lambda word: word.left):
        if found and word.left < edge + gutter:
            found[-1].append(word)
            edge = max(edge, word.right)
        else:
            found.append([word])
            edge = word.right
    return found


def free_space(band: Band) -> float:
    """How much room parts columns in a band: clearly more than a blank of its own lines."""
    gaps = [b.left - a.right for row in band for line in row for a, b in pairwise(words(line.runs))]
    return max(GUTTER * band[0][0].size, BLANKS * median(gaps) if gaps else 0.0)


def singly(line: Line) -> Iterator[Line]:
    """The words of a line, each as a part of it."""
    offset = line.offset
    for word in words(line.runs):
        yield line_of(line.page, line.number, [word], offset, parted=True)
        offset += len(word.text) + 1


def edges(group: Group) -> Span:
    """Where a group begins and ends."""
    return min(part.left for part in group), max(part.right for part in group)


def shown(group: Group) -> str:
    """The text of a group, line after line."""
    return run_on(" ".join(word.text for word in line) for line in printed(group))


def printed(group: Group) -> Iterator[list[Line]]:
    """The words of a group by their printed line."""
    parts = sorted(group, key=lambda word: (word.number, word.left))
    return (list(line) for _, line in groupby(parts, key=lambda word: word.number))


def anchor(group: Group) -> str:
    """Where the first line of a group stands."""
    first = next(printed(group))
    return f"{first[0].anchor}:{first[0].offset}-{first[-1].offset + len(first[-1].text)}"
