"""What must hold between the rows of orgunits.csv: no overlaps, parents there and above, no cycles."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from tongket.orgunits.lives import Span
from tongket.orgunits.model import PARALLEL
from tongket.problems import Problem

Rows = Mapping[str, Sequence[Span]]
"""Code -> its rows in order of time."""


def by_code(spans: Sequence[Span]) -> Rows:
    """The rows of each code in order of time."""
    found: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        found[span.code].append(span)
    return {code: sorted(rows, key=lambda span: span.valid.start) for code, rows in found.items()}


def structure_problems(spans: Sequence[Span], skipped: frozenset[str]) -> list[Problem]:
    """Everything that does not fit between the rows, in order of the lines; ``skipped`` codes have faulty rows."""
    rows = by_code(spans)
    problems = [*overlap_problems(rows), *cycle_problems(spans, rows)]
    for span in spans:
        if span.parent is not None and span.parent not in skipped:
            problems += parent_problems(span, rows)
    return sorted(problems, key=lambda problem: problem.where.line or 0)


def overlap_problems(rows: Rows) -> Iterator[Problem]:
    """Two rows of one code on one day."""
    for code, spans in rows.items():
        for earlier, later in pairwise(spans):
            if earlier.valid.overlaps(later.valid):
                start = later.valid.start.isoformat()
                other = str(earlier.row.line)
                yield later.row.problem("orgunits.overlap", "valid_from", code=code, start=start, other=other)


def parent_problems(span: Span, rows: Rows) -> Iterator[Problem]:
    """A parent must be in the table, there on every day of the row, and at a higher level."""
    parent = span.parent or ""
    if parent not in rows:
        yield span.row.problem("orgunits.parent_unknown", "parent", code=span.code, parent=parent)
        return
    day = uncovered_day(span, rows[parent])
    if day is not None:
        fields = {"code": span.code, "parent": parent, "day": day.isoformat()}
        yield span.row.problem("orgunits.parent_not_there", "parent", **fields)
    if span.kind not in PARALLEL and any(above.kind in PARALLEL for above in rows[parent]):
        yield span.row.problem("orgunits.parent_parallel", "parent", code=span.code, parent=parent)
    for above in rows[parent]:
        if above.valid.overlaps(span.valid) and above.level >= span.level:
            day = max(above.valid.start, span.valid.start)
            fields = {"code": span.code, "parent": parent, "day": day.isoformat()}
            yield span.row.problem("orgunits.parent_level", "parent", **fields)
            return


def uncovered_day(span: Span, above: Sequence[Span]) -> date | None:
    """The first day of ``span`` on which none of the rows ``above`` is there."""
    day = span.valid.start
    for row in above:
        if row.valid.contains(day):
            if row.valid.end is None:
                return None
            day = row.valid.end
    return day if span.valid.contains(day) else None


def cycle_problems(spans: Sequence[Span], rows: Rows) -> Iterator[Problem]:
    """Units that are above themselves; each cycle is told once, at its first row."""
    told: set[frozenset[str]] = set()
    for span in spans:
        path = climb(span, rows)
        if path[-1] == span.code and len(path) > 1 and frozenset(path) not in told:
            told.add(frozenset(path))
            day = span.valid.start.isoformat()
            yield span.row.problem("orgunits.cycle", "parent", code=span.code, day=day, path=" < ".join(path))


def climb(span: Span, rows: Rows) -> list[str]:
    """The codes from the unit upwards on its row's first day, up to the top or the first code met twice."""
    path = [span.code]
    parent = span.parent
    while parent is not None:
        path.append(parent)
        if path.count(parent) > 1:
            break
        above = next((row for row in rows.get(parent, ()) if row.valid.contains(span.valid.start)), None)
        parent = above.parent if above is not None else None
    return path
