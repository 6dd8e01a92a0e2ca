"""The units of the whole country, 2004 to 2026, that come with the program: ``vn``, or ``vn-06`` for one province."""

import gzip
import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.model import Change, ChangeEdge, ChangeKind, OrgUnit, OrgUnitKind
from tongket.periods import Interval

NATIONAL = re.compile(r"vn(-[0-9]{2})*")
UNKNOWN = "?"
KINDS = {1: OrgUnitKind.PROVINCE, 2: OrgUnitKind.DISTRICT, 3: OrgUnitKind.COMMUNE}


def is_national(orgunits: Path | str) -> bool:
    """Whether the name given for a table of units means those that come with the program."""
    return NATIONAL.fullmatch(str(orgunits)) is not None


def national_hierarchy(name: Path | str = "vn") -> Hierarchy:
    """The hierarchy of ``vn``, or of ``vn-06-19``: those provinces with what became of them and what they came from.

    The tables hold no mistakes that the loader of tables would tell (they are made through it), so nothing is checked.
    KeyError for a province code that never was.
    """
    whole = _whole()
    codes = str(name).split("-")[1:]
    return part_of(whole, frozenset(codes)) if codes else whole


@cache
def _whole() -> Hierarchy:
    return Hierarchy(_spans(_rows("vn-orgunits.csv.gz")), _changes(_rows("vn-changes.csv.gz")))


def _rows(name: str) -> list[list[str]]:
    packed = files("tongket.orgunits").joinpath("data", name).read_bytes()
    return [line.split(";") for line in gzip.decompress(packed).decode().splitlines()[1:]]


def _spans(rows: Iterable[list[str]]) -> list[OrgUnit]:
    day, interval = cache(date.fromisoformat), cache(_interval)
    return [
        OrgUnit(
            uid=f"{code}@{life}",
            code=code,
            name=name,
            kind=KINDS[int(level)],
            level=int(level),
            parent=parent or None,
            valid=interval(day(since), day(until) if until else None),
        )
        for code, name, level, parent, since, until, life in rows
    ]


def _interval(start: date, end: date | None) -> Interval:
    return Interval(start=start, end=end)


def _changes(rows: Iterable[list[str]]) -> list[Change]:
    return [
        Change(kind=ChangeKind(kind), on=date.fromisoformat(day), legal_basis=basis, edges=tuple(map(_edge, edges)))
        for (day, kind, basis), edges in groupby(rows, key=lambda row: (row[0], row[1], row[5]))
    ]


def _edge(row: list[str]) -> ChangeEdge:
    share = None if row[4] == UNKNOWN else Fraction(row[4] or 1)
    return ChangeEdge(from_=row[2] or None, to=row[3] or None, share=share)


def part_of(whole: Hierarchy, provinces: frozenset[str]) -> Hierarchy:
    """The units that were ever in one of ``provinces``, those that they came from or became, and all above them."""
    parents: dict[str, set[str]] = {}
    for span in whole.spans:
        parents.setdefault(span.code, set()).update({span.parent} if span.parent else ())
    for code in provinces:
        if code not in parents:
            raise KeyError(f"no province {code!r} in the units of the country")
    above = {code: _above(code, parents) for code in parents}
    own = {code for code in parents if code in provinces or not above[code].isdisjoint(provinces)}
    edges = [edge for change in whole.changes for edge in change.edges]
    kin = {edge.from_ for edge in edges if edge.to in own} | {edge.to for edge in edges if edge.from_ in own}
    kept = own | {code for code in kin if code is not None}
    kept |= {code for one in kept for code in above[one]}
    changes = [
        Change(kind=change.kind, on=change.on, legal_basis=change.legal_basis, edges=left)
        for change in whole.changes
        if (left := tuple(edge for edge in change.edges if {edge.from_, edge.to} - {None} <= kept))
    ]
    return Hierarchy([span for span in whole.spans if span.code in kept], changes)


def _above(code: str, parents: dict[str, set[str]]) -> set[str]:
    """Every code that was ever above."""
    found = set(parents[code])
    for parent in parents[code]:
        found |= _above(parent, parents)
    return found
