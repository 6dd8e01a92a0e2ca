"""The kept state of a roll-up over one set of periods: the ledger, which fact is which row, and what figures are made of."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import count, groupby
from typing import Any

from tongket.consolidation.bases import FigureKey, PlaceKey, Roll
from tongket.consolidation.comparison import unchanged
from tongket.consolidation.engine import Ledger, Rows, Sums
from tongket.consolidation.figure_code import Basis
from tongket.consolidation.plan import Plan, fact_row
from tongket.consolidation.selection import Selection
from tongket.consolidation.sql import questions
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.reports import StatedKey


class Book:
    """``review_period`` is the period of the whole review; ``tables`` are those of the plan."""

    def __init__(self, plan: Plan, tables: Mapping[str, Sequence[tuple[Any, ...]]], review_period: Period) -> None:
        self.plan, self.ledger = plan, Ledger(tables)
        self.periods = {period.code: period for period in (review_period, *(maps.period for maps in plan.maps))}
        self.shares: dict[tuple[Basis, str, str, Period], Fraction] = {}
        self.parts: dict[FigureKey, tuple[StatedKey, ...]] = {}
        """The facts of each figure of a period, in the order in which they were stated."""
        self._review_period = review_period
        self._ways: dict[PlaceKey, set[tuple[Basis, str]]] = {}
        for route in plan.routes:
            self._ways.setdefault((route.org_unit, route.period), set()).add((route.basis, route.target))
            if route.share is not None:
                self.shares[route.basis, route.target, route.org_unit, route.period] = route.share
        self._numbers: dict[StatedKey, int] = {}
        self._keys: dict[int, StatedKey] = {}
        self._count = count()
        self._roll: Roll | None = None
        self._compared: set[tuple[str, str]] = set()

    def touched(self, changed: Collection[StatedKey], roll: Roll) -> set[FigureKey]:
        """The figures that changed facts enter, and those whose base is another, with those of the whole review."""
        found = {one for key in changed for one in self._ups(key)}
        rebased = set(self._rebased(roll))
        self._roll = roll
        of_review = found | rebased if self._review_period.is_span else set()
        spans = {(basis, target, self._review_period, code) for basis, target, _, code in of_review}
        return found | (rebased & self.parts.keys()) | spans

    def restate(self, changed: Collection[StatedKey], touched: Collection[FigureKey], selection: Selection) -> Sums:
        """Put the changed facts into the ledger; what is touched, added up anew."""
        gone = [self._numbers.pop(key) for key in changed if key in self._numbers]
        for number in gone:
            del self._keys[number]
        rows = list(self._rows(changed, selection))
        keys = [(basis.value, target, period.code, code) for basis, target, period, code in touched]
        sums = self.ledger.restate(gone=gone, facts=rows, touched=keys)
        for key in touched:
            self.parts.pop(key, None)
        self.parts.update(self._made_of(sums.contributions, selection))
        return sums

    def compare(self, hierarchy: Hierarchy) -> None:
        """Tell the ledger which org units are the same in the periods that are set side by side."""
        wanted = set(self.ledger.rows(questions.PAIRS)) - self._compared
        for earlier, later in sorted(wanted):
            both = (self.periods[earlier], self.periods[later])
            places = [tuple(self.plan.places[code, one] for one in both) for code in unchanged(hierarchy, *both)]
            self.ledger.load({"comparable": places})
        self._compared |= wanted

    def _rows(self, changed: Collection[StatedKey], selection: Selection) -> Iterator[tuple[Any, ...]]:
        for key in changed:
            if key in selection.facts and key[:2] in self.plan.places:
                number = self._numbers[key] = next(self._count)
                self._keys[number] = key
                yield fact_row(number, selection.facts[key], self.plan.places)

    def _made_of(self, rows: Rows, selection: Selection) -> Iterator[tuple[FigureKey, tuple[StatedKey, ...]]]:
        for (basis, target, code, indicator), group in groupby(rows, key=lambda row: row[:4]):
            facts = sorted((self._keys[row[4]] for row in group), key=selection.place)
            yield (Basis(basis), target, self.periods[code], indicator), tuple(facts)

    def _ups(self, key: StatedKey) -> Iterator[FigureKey]:
        """The figures that a fact might enter."""
        org_unit, period, indicator = key
        for basis, target in self._ways.get((org_unit, period), ()):
            yield basis, target, period, indicator

    def _rebased(self, roll: Roll) -> Iterator[FigureKey]:
        """The figures of which somebody reports now who did not, or no more, or says otherwise why there is no figure."""
        if self._roll is None:
            return
        before = self._roll.silences
        for key in before.keys() | roll.silences.keys():
            if before.get(key) != roll.silences.get(key):
                yield from self._ups(key)
        others = self._roll.reported ^ roll.reported
        stated = {(basis, target, indicator) for basis, target, _, indicator in self.parts}
        for place in others:
            ups = self._ways.get(place, set())
            yield from ((basis, target, place[1], code) for basis, target, code in stated if (basis, target) in ups)
