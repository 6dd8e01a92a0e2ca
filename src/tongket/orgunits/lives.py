"""From rows to lives: where the identity of a code breaks, and what each span is called."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tongket.orgunits.model import Change, ChangeKind, OrgUnit, OrgUnitKind
from tongket.orgunits.tables import Row
from tongket.periods import Interval

FOUNDING = frozenset({ChangeKind.MERGE, ChangeKind.SPLIT, ChangeKind.ESTABLISH})
"""Kinds whose ``to`` is a new unit, where the table begins a row for it that day."""
CONTINUING = frozenset({ChangeKind.RENAME, ChangeKind.TRANSFER, ChangeKind.ABSORB, ChangeKind.SPIN_OFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A row of orgunits.csv, its cells understood; not yet given to a life."""

    row: Row
    code: str
    name: str
    kind: OrgUnitKind
    level: int
    parent: str | None
    valid: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Code -> the days on which its life ended, another began (founded), or it explicitly went on."""

    ended: Mapping[str, frozenset[date]]
    founded: Mapping[str, frozenset[date]]
    continued: Mapping[str, frozenset[date]]


def turns_of(changes: Iterable[Change]) -> Turns:
    """The days on which the changes touch the identity of each code."""
    ended, founded, continued = (defaultdict[str, set[date]](set) for _ in range(3))
    for change in changes:
        for edge in change.edges:
            if edge.from_ is not None and change.ends(edge):
                ended[edge.from_].add(change.on)
            if edge.to is not None and change.kind in FOUNDING:
                founded[edge.to].add(change.on)
            if edge.to is not None and change.kind in CONTINUING:
                continued[edge.to].add(change.on)
            if edge.from_ is not None and change.kind is ChangeKind.SPIN_OFF:
                continued[edge.from_].add(change.on)
    frozen = ({code: frozenset(days) for code, days in found.items()} for found in (ended, founded, continued))
    return Turns(**dict(zip(("ended", "founded", "continued"), frozen, strict=True)))


def make_units(spans: Iterable[Span], changes: Sequence[Change]) -> list[OrgUnit]:
    """The spans with their uids, in the order of the table; a row that runs over the end of a life is divided there."""
    turns = turns_of(changes)
    pieces: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for index, span in enumerate(spans):
        pieces[span.code] += [(index, piece) for piece in divide(span, turns.ended.get(span.code, frozenset()))]
    units: list[tuple[int, OrgUnit]] = []
    for code, found in pieces.items():
        found.sort(key=lambda item: item[1].valid.start)
        uids = uids_of(code, [span for _, span in found], turns)
        units += [(index, org_unit(span, uid)) for (index, span), uid in zip(found, uids, strict=True)]
    return [unit for _, unit in sorted(units, key=lambda item: (item[0], item[1].valid.start))]


def divide(span: Span, days: frozenset[date]) -> list[Span]:
    """The span cut at the days on which a life of its code ended while the code lived on."""
    inside = sorted(day for day in days if span.valid.contains(day) and day != span.valid.start)
    edges = [span.valid.start, *inside, span.valid.end]
    cuts = [Interval(start=start, end=end) for start, end in pairwise(edges) if start is not None]
    return [replace(span, valid=cut) for cut in cuts]


def uids_of(code: str, spans: Sequence[Span], turns: Turns) -> list[str]:
    """The uid of each span of one code, given in order of time."""
    uids: list[str] = []
    for index, span in enumerate(spans):
        if index == 0 or breaks(spans[index - 1], span, turns):
            uids.append(f"{code}@{span.valid.start.isoformat()}")
        else:
            uids.append(uids[-1])
    return uids


def breaks(before: Span, after: Span, turns: Turns) -> bool:
    """Whether another life begins with ``after``."""
    day = after.valid.start
    if before.valid.end != day or day in turns.ended.get(after.code, ()):
        return True
    return day in turns.founded.get(after.code, ()) and day not in turns.continued.get(after.code, ())


def org_unit(span: Span, uid: str) -> OrgUnit:
    """The span as a span of the life ``uid``."""
    return OrgUnit(
        uid=uid,
        code=span.code,
        name=span.name,
        kind=span.kind,
        level=span.level,
        parent=span.parent,
        valid=span.valid,
    )
