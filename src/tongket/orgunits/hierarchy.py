"""The tree of org units on any day."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from tongket.orgunits.crosswalk import Crosswalk, CrosswalkEdge, make_crosswalk, reverse
from tongket.orgunits.model import Change, OrgUnit


class Tree:
    """The org units of one day, by code, in the order of the table."""

    def __init__(self, day: date, units: Iterable[OrgUnit]) -> None:
        self.day = day
        self._units: dict[str, OrgUnit] = {unit.code: unit for unit in units}

    def __getitem__(self, code: str) -> OrgUnit:
        try:
            return self._units[code]
        except KeyError:
            raise KeyError(f"no org unit {code!r} on {self.day.isoformat()}") from None

    def __contains__(self, code: object) -> bool:
        return code in self._units

    def __iter__(self) -> Iterator[OrgUnit]:
        return iter(self._units.values())

    def __len__(self) -> int:
        return len(self._units)

    def get(self, code: str) -> OrgUnit | None:
        """The unit of that code, or None."""
        return self._units.get(code)

    @cached_property
    def _children(self) -> Mapping[str | None, tuple[OrgUnit, ...]]:
        found: dict[str | None, list[OrgUnit]] = defaultdict(list)
        for unit in self:
            found[unit.parent].append(unit)
        return {code: tuple(units) for code, units in found.items()}

    @property
    def roots(self) -> tuple[OrgUnit, ...]:
        """The units without a parent."""
        return self._children.get(None, ())

    def children(self, code: str) -> tuple[OrgUnit, ...]:
        """The units directly below."""
        return self._children.get(code, ())

    def ancestors(self, code: str) -> tuple[OrgUnit, ...]:
        """The units above, the nearest first."""
        found: list[OrgUnit] = []
        parent = self[code].parent
        while parent is not None:
            found.append(self[parent])
            parent = self[parent].parent
        return tuple(found)

    def descendants(self, code: str) -> tuple[OrgUnit, ...]:
        """All the units below, each after its parent."""
        found: list[OrgUnit] = []
        for child in self.children(code):
            found += [child, *self.descendants(child.code)]
        return tuple(found)


class Hierarchy:
    """Org units with their histories: ``on(day)`` is the tree valid that day."""

    def __init__(self, spans: Iterable[OrgUnit], changes: Iterable[Change] = ()) -> None:
        self.spans: tuple[OrgUnit, ...] = tuple(spans)
        self.changes: tuple[Change, ...] = tuple(sorted(changes, key=lambda change: change.on))
        self._trees: dict[int, Tree] = {}
        self._crosswalks: dict[tuple[date, date], Crosswalk] = {}

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[OrgUnit, ...]]:
        found: dict[str, list[OrgUnit]] = defaultdict(list)
        for span in sorted(self.spans, key=lambda span: span.valid.start):
            found[span.code].append(span)
        return {code: tuple(spans) for code, spans in found.items()}

    @cached_property
    def _by_uid(self) -> Mapping[str, tuple[OrgUnit, ...]]:
        found: dict[str, list[OrgUnit]] = defaultdict(list)
        for span in sorted(self.spans, key=lambda span: span.valid.start):
            found[span.uid].append(span)
        return {uid: tuple(spans) for uid, spans in found.items()}

    @cached_property
    def _turns(self) -> list[date]:
        """The days on which the tree is another than the day before."""
        days = {span.valid.start for span in self.spans} | {span.valid.end for span in self.spans if span.valid.end}
        return sorted(days)

    def history(self, code: str) -> tuple[OrgUnit, ...]:
        """Every span that bore the code, the earliest first; empty for an unknown code."""
        return self._by_code.get(code, ())

    def life(self, uid: str) -> tuple[OrgUnit, ...]:
        """The spans of one life, the earliest first; empty for an unknown uid."""
        return self._by_uid.get(uid, ())

    def on(self, day: date) -> Tree:
        """The tree valid on ``day``; days between two turns share one tree."""
        turn = bisect_right(self._turns, day)
        if turn not in self._trees:
            self._trees[turn] = Tree(day, (span for span in self.spans if span.valid.contains(day)))
        return self._trees[turn]

    def crosswalk(self, start_day: date, end_day: date) -> Crosswalk:
        """What became of each unit there on ``start_day`` by ``end_day``; where that is earlier, what each was part of."""
        days = (start_day, end_day)
        if days not in self._crosswalks:
            if end_day < start_day:
                self._crosswalks[days] = reverse(self.crosswalk(end_day, start_day))
            else:
                self._crosswalks[days] = make_crosswalk(self._lives(), self.changes, start_day, end_day)
        return self._crosswalks[days]

    def successors(self, code: str, start_day: date, end_day: date) -> tuple[CrosswalkEdge, ...]:
        """Where the unit that bears ``code`` on ``start_day`` is on ``end_day``, each part with its share."""
        return self.crosswalk(start_day, end_day).targets(code)

    def predecessors(self, code: str, end_day: date, start_day: date) -> tuple[CrosswalkEdge, ...]:
        """What the unit that bears ``code`` on ``end_day`` is made of, of the units of ``start_day``."""
        return self.crosswalk(start_day, end_day).sources(code)

    def _lives(self) -> Mapping[str, tuple[OrgUnit, ...]]:
        return self._by_code
