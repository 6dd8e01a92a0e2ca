"""Runs of a PDF page in rows: those that stand on one base line, from left to right."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter, eq

from tongket.reading.formats.pdf_runs import Run, words

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")

SLACK = 0.285
"""Words on base lines so many sizes apart still stand on one line."""
LEAST_SLACK = 1.5
TWICE = 1.5
"""A word printed again at most so many points further on only thickens the first."""
_TEXT, _LEFT, _SIZE = map(attrgetter, ("text", "left", "size"))


def baselines(runs: Iterable[Run]) -> list[list[Run]]:
    """Words on one base line together, each row from left to right; words printed twice in one place once.

    Words of one base line that follow each other are in order already; those that are taken up again later are sorted.
    """
    levels: dict[float, list[Run]] = {}
    mixed: set[float] = set()
    last = None
    for run in runs:
        base = run.base
        if base not in levels:
            levels[base] = [run]
        else:
            levels[base].append(run)
            if base != last:
                mixed.add(base)
        last = base
    rows: list[list[Run]] = []
    above = 0.0
    for base in sorted(levels, reverse=True):
        level = levels[base]
        if rows and (above - base <= LEAST_SLACK or above - base <= SLACK * max(map(_SIZE, level))):
            mixed.add(above)
            rows[-1] += level
        else:
            rows.append(level)
            above = base
    return [once(in_order(row)) if row[0].base in mixed else row for row in rows] if mixed else rows


def in_order(row: list[Run]) -> list[Run]:
    """The row from left to right, word by word where its runs lie over each other."""
    row = sorted(row, key=_LEFT)
    if any(b.left < a.right for a, b in pairwise(row)):
        return sorted(words(row), key=_LEFT)
    return row


def once(row: list[Run]) -> list[Run]:
    """The row without words that only thicken the one before (bold by printing twice)."""
    texts = list(map(_TEXT, row))
    if not any(map(eq, texts, texts[1:])):
        return row
    return row[:1] + [b for a, b in pairwise(row) if b.text != a.text or b.left - a.left > TWICE]


def run_on(texts: Iterable[str]) -> str:
    """Lines as one text; where a line ends with a hyphen the next goes on without a blank ("NĐ-" and "CP")."""
    whole = ""
    for text in texts:
        whole += text if not whole or is_cut(whole) else f" {text}"
    return whole


def whole_number(lines: Sequence[str]) -> str:
    """The lines of a cell as one text; a number that a narrow cell broke within its thousands is whole again."""
    joined = "".join(lines)
    broken = len(lines) > 1 and _GROUPED.fullmatch(joined) and not _GROUPED.fullmatch(lines[0])
    return joined if broken else run_on(lines)


def is_cut(text: str) -> bool:
    """Whether a line ends with a hyphen within a word."""
    return text.endswith("-") and text[-2:-1].isalnum()
