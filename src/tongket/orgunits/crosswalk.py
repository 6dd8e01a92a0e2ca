"""What became of each unit between two days, in exact shares."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tongket.orgunits.model import Change, ChangeEdge, OrgUnit, is_staying

Share = Fraction | None
"""An exact share of a unit; None where nobody knows it."""
Shares = dict[str, Share]
WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkEdge:
    """The share of ``source`` (a code of the first day) that is in ``target`` (a code of the other day).

    ``share`` is None where any step between the two has an unknown share.
    """

    source: str
    target: str
    share: Share

    @property
    def whole(self) -> bool:
        """Whether all of ``source`` went there."""
        return self.share == 1


class Crosswalk:
    """Shares from the units of one day to the units of another, later or earlier."""

    def __init__(
        self, start_day: date, end_day: date, edges: Iterable[CrosswalkEdge], lost: frozenset[str] = frozenset()
    ) -> None:
        self.start_day, self.end_day = start_day, end_day
        self.lost = lost
        """Units of the first day of which a part, or all, ended without an heir."""
        self.edges: tuple[CrosswalkEdge, ...] = tuple(edges)
        self._targets: dict[str, list[CrosswalkEdge]] = defaultdict(list)
        self._sources: dict[str, list[CrosswalkEdge]] = defaultdict(list)
        for edge in self.edges:
            self._targets[edge.source].append(edge)
            self._sources[edge.target].append(edge)

    def __iter__(self) -> Iterator[CrosswalkEdge]:
        return iter(self.edges)

    def targets(self, code: str) -> tuple[CrosswalkEdge, ...]:
        """Where the unit ``code`` of the first day went; empty where it ended without a successor."""
        return tuple(self._targets.get(code, ()))

    def sources(self, code: str) -> tuple[CrosswalkEdge, ...]:
        """What the unit ``code`` of the last day is made of; empty where it is wholly new."""
        return tuple(self._sources.get(code, ()))


def reverse(forward: Crosswalk) -> Crosswalk:
    """The same way back: what is in one unit alone was all there; how much of the others was where, nobody knows."""
    edges = []
    for code in dict.fromkeys(edge.target for edge in forward):
        origins = forward.sources(code)
        share = WHOLE if len(origins) == 1 else None
        edges += [CrosswalkEdge(source=code, target=edge.source, share=share) for edge in origins]
    return Crosswalk(forward.end_day, forward.start_day, edges)


def plus(one: Share, other: Share) -> Share:
    """The sum of two shares; unknown where either is."""
    return None if one is None or other is None else one + other


def times(one: Share, other: Share) -> Share:
    """The share of a share; unknown where either is."""
    return None if one is None or other is None else one * other


def life_on(history: Sequence[OrgUnit], day: date) -> str | None:
    """The uid of the life that bore a code on ``day``."""
    return next((span.uid for span in history if span.valid.contains(day)), None)


def make_crosswalk(
    histories: Mapping[str, tuple[OrgUnit, ...]], changes: Iterable[Change], start_day: date, end_day: date
) -> Crosswalk:
    """Compose the changes in (``start_day``, ``end_day``]: lives of the first day to lives of the last."""
    first, last = lives_on(histories, start_day), lives_on(histories, end_day)
    found: dict[str, Shares] = {uid: {uid: WHOLE} for uid in first}
    whereabouts = {uid: {uid} for uid in first}
    lost: set[str] = set()
    for day, edges in edges_by_day(changes, start_day, end_day).items():
        step = step_of(histories, edges, day)
        lost |= {first[source] for life, shares in step.items() if not shares for source in whereabouts.get(life, ())}
        apply_step(found, whereabouts, step)
    return Crosswalk(
        start_day,
        end_day,
        (
            CrosswalkEdge(source=first[source], target=last[target], share=share)
            for source, shares in found.items()
            for target, share in sorted(shares.items())
            if target in last
        ),
        frozenset(lost),
    )


def lives_on(histories: Mapping[str, tuple[OrgUnit, ...]], day: date) -> dict[str, str]:
    """uid -> code of the lives there on ``day``."""
    lives = ((life_on(history, day), code) for code, history in histories.items())
    return {uid: code for uid, code in lives if uid is not None}


def edges_by_day(
    changes: Iterable[Change], start_day: date, end_day: date
) -> dict[date, dict[str, list[tuple[Change, ChangeEdge]]]]:
    """Day -> code of ``from`` -> its edges, for the days after the first and up to the last, in order of time."""
    found: dict[date, dict[str, list[tuple[Change, ChangeEdge]]]] = {}
    for change in sorted(changes, key=lambda change: change.on):
        if start_day < change.on <= end_day:
            for edge in change.edges:
                if edge.from_ is not None:
                    found.setdefault(change.on, defaultdict(list))[edge.from_].append((change, edge))
    return found


def moving(edges: Sequence[tuple[Change, ChangeEdge]]) -> list[tuple[Change, ChangeEdge]]:
    """The edges that move something: a rename or transfer of the unit itself says nothing about shares
    where another change of the same day does."""
    others = [(change, edge) for change, edge in edges if not is_staying(change.kind, edge.from_, edge.to)]
    return others or list(edges)[:1]


def step_of(
    histories: Mapping[str, tuple[OrgUnit, ...]], edges: Mapping[str, list[tuple[Change, ChangeEdge]]], day: date
) -> dict[str, Shares]:
    """Life -> shares of lives, for the lives that the changes of ``day`` touch."""
    step: dict[str, Shares] = {}
    for code, all_edges in edges.items():
        before = life_on(histories.get(code, ()), day - timedelta(days=1))
        if before is None:
            continue
        shares: Shares = {}
        for _, edge in moving(all_edges):
            target = life_on(histories.get(edge.to or "", ()), day)
            if target is not None:
                shares[target] = plus(shares.get(target, Fraction(0)), edge.share)
        if life_on(histories[code], day) == before and before not in shares:
            shares = with_rest(before, shares)
        step[before] = shares
    return step


def with_rest(uid: str, shares: Shares) -> Shares:
    """``shares`` with what stays in the unit itself, where the table does not say it (tách, chuyển)."""
    gone: Share = Fraction(0)
    for share in shares.values():
        gone = plus(gone, share)
    rest = None if gone is None else WHOLE - gone
    return shares if rest == 0 else {uid: rest, **shares}


def apply_step(found: dict[str, Shares], whereabouts: dict[str, set[str]], step: Mapping[str, Shares]) -> None:
    """Move every source that sits in a touched life. ``whereabouts``: life -> sources that have a part in it."""
    held = {(source, life): found[source].pop(life) for life in step for source in whereabouts.pop(life, set())}
    for (source, life), share in held.items():
        for target, part in step[life].items():
            found[source][target] = plus(found[source].get(target, Fraction(0)), times(share, part))
            whereabouts.setdefault(target, set()).add(source)
