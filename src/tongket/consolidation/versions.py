"""Units by version: spans in which a unit, all above it and what it holds stay the same, and where each is on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import lcm

from tongket.consolidation.routes import Shares, fold
from tongket.orgunits import TERRITORIAL, ChangeKind, Crosswalk, Hierarchy, OrgUnit, OrgUnitKind, Tree
from tongket.periods import Interval

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitVersion:
    """A number for (unit, span); ``path`` are the unit and those above it, codes from below."""

    number: int
    uid: str
    path: tuple[str, ...]
    valid: Interval

    @property
    def code(self) -> str:
        """The unit's code."""
        return self.path[0]


def unit_versions(hierarchy: Hierarchy) -> tuple[UnitVersion, ...]:
    """Every version of every administrative unit, by code and time. A unit that gives a part away and goes on has
    another version from that day, because its earlier figures are of the larger unit."""
    spans: dict[str, list[OrgUnit]] = defaultdict(list)
    for span in hierarchy.spans:
        if span.kind in TERRITORIAL:
            spans[span.code].append(span)
    paths: dict[str, list[tuple[str, tuple[str, ...], Interval]]] = {}

    def paths_of(code: str) -> list[tuple[str, tuple[str, ...], Interval]]:
        if code not in paths:
            paths[code] = [
                (span.uid, (code, *above), valid)
                for span in sorted(spans[code], key=lambda span: span.valid.start)
                for above, valid in ([((), span.valid)] if span.parent is None else meet(span, paths_of(span.parent)))
            ]
        return paths[code]

    cuts = giving_days(hierarchy)
    pieces = [
        (uid, path, piece)
        for code in spans
        for uid, path, valid in paths_of(code)
        for piece in divided(valid, cuts.get(code, ()))
    ]
    return tuple(UnitVersion(number=i, uid=uid, path=path, valid=valid) for i, (uid, path, valid) in enumerate(pieces))


def meet(
    span: OrgUnit, above: Iterable[tuple[str, tuple[str, ...], Interval]]
) -> list[tuple[tuple[str, ...], Interval]]:
    """The paths above a span, each for the days that both share."""
    return [(path, common(span.valid, valid)) for _, path, valid in above if valid.overlaps(span.valid)]


def common(one: Interval, other: Interval) -> Interval:
    """The days of both."""
    ends = [end for end in (one.end, other.end) if end is not None]
    return Interval(start=max(one.start, other.start), end=min(ends) if ends else None)


def giving_days(hierarchy: Hierarchy) -> Mapping[str, list[date]]:
    """Code -> days on which a part of the unit went elsewhere or a part of another came."""
    found: dict[str, set[date]] = defaultdict(set)
    for change in hierarchy.changes:
        for edge in change.edges:
            if edge.from_ is not None and edge.to is not None and edge.from_ != edge.to:
                found[edge.from_].add(change.on)
                if change.kind is not ChangeKind.MERGE:
                    found[edge.to].add(change.on)
    return {code: sorted(days) for code, days in found.items()}


def divided(valid: Interval, days: Sequence[date]) -> list[Interval]:
    """An interval cut at days inside it."""
    starts = [valid.start, *(day for day in days if day > valid.start and valid.contains(day))]
    ends: list[date | None] = [*starts[1:], valid.end]
    return [Interval(start=start, end=end) for start, end in zip(starts, ends, strict=True)]


def placed(version: UnitVersion, tree: Tree, level: OrgUnitKind) -> str | None:
    """The unit of ``level`` on the version's own map: None where there is none (communes without districts)."""
    kinds = [unit.kind if (unit := tree.get(code)) else None for code in version.path]
    return next((code for code, kind in zip(version.path, kinds, strict=True) if kind is level), None)


def converted(
    hierarchy: Hierarchy, versions: Iterable[UnitVersion], day: date, level: OrgUnitKind
) -> dict[int, Shares]:
    """Version -> the units of ``level`` on ``day`` that its figures belong to, each with its share (None: nobody
    knows it). A unit without heir, or without predecessor, follows the one above it."""
    now = hierarchy.on(day)
    found: dict[int, Shares] = {}
    for version in versions:
        crosswalk = hierarchy.crosswalk(version_day(version, day), day)
        shares: Shares = {edge.target: edge.share for edge in crosswalk.targets(version.code)}
        if not shares or version.code in crosswalk.lost:
            shares |= rest_above(version, crosswalk, shares)
        found[version.number] = fold(shares, lambda code: at_level(now, code, level))
    return found


def rest_above(version: UnitVersion, crosswalk: Crosswalk, shares: Shares) -> Shares:
    """What ended without an heir, as figures of the unit above, wherever that is now."""
    known = [share for share in shares.values() if share is not None]
    rest = 1 - sum(known, Fraction(0)) if len(known) == len(shares) else None
    for code in version.path[1:]:
        edges = crosswalk.targets(code)
        if edges:
            return {e.target: None if rest is None or e.share is None else rest * e.share for e in edges}
    return {}


def version_day(version: UnitVersion, day: date) -> date:
    """The day of a version that is nearest to ``day``: no change lies between its days, so that one crosswalk serves
    all versions that end together."""
    if version.valid.contains(day):
        return day
    if day < version.valid.start:
        return version.valid.start
    return (version.valid.end or day) - DAY


def at_level(tree: Tree, code: str, level: OrgUnitKind) -> str:
    """The unit of ``level`` that a unit is or belongs to; the unit itself where there is none."""
    line = (tree[code], *tree.ancestors(code))
    return next((unit.code for unit in line if unit.kind is level), code)


def largest_common(shares: Iterable[Fraction | None], limit: int = 10**12) -> int:
    """The least common denominator of known shares, not above ``limit``."""
    denominator = 1
    for share in shares:
        if share is not None:
            denominator = min(lcm(denominator, share.denominator), limit)
    return denominator
