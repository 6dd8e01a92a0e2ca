"""Sums of the territory store that are kept up to date: a corrected figure changes its own row and the one sum that it is in."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tongket.consolidation.engine import Rows, load
from tongket.consolidation.measures import Measures
from tongket.consolidation.sql import territory as sql
from tongket.consolidation.territory import TerritoryStore
from tongket.orgunits import OrgUnitKind

SumKey = tuple[str, str, int]
"""Code of the unit, indicator, year."""


class TerritorySums(Measures):
    """The sums by year of the units of ``level``, each on the map of its days, held in memory too; and the questions."""

    def __init__(self, store: TerritoryStore, level: OrgUnitKind) -> None:
        super().__init__(store.connection)
        self._store = store
        self._homes: Mapping[int, str] = store.place_on_own_map(level)
        self.connection.execute(sql.SHAPES)
        self._sums: dict[SumKey, Decimal] = {row[:3]: row[3] for row in super().rows(sql.SUMS)}
        self._changes: dict[SumKey, Decimal] = {}

    def sums(self) -> Rows:
        """Target, indicator, year, value, number of figures."""
        return self.rows(sql.SUMS)

    def sum_of(self, target: str, indicator: str, year: int) -> Decimal | None:
        """One sum as it is now; None where nothing is stated."""
        return self._sums.get((target, indicator, year))

    def correct(self, unit: str, indicator: str, day: date, value: Decimal, *, category: str = "") -> bool:
        """Put another value in the place of a figure and bring its sum up to date; False where there is no such figure."""
        found = self._store.correct(unit, indicator, day, value, category=category)
        if found is None:
            return False
        version, change = found
        if target := self._homes.get(version):
            key = (target, indicator, day.year)
            self._sums[key] += change
            self._changes[key] = self._changes.get(key, Decimal(0)) + change
        return True

    def aim(self, goals: Mapping[str, Decimal], indicator: str, year: int) -> None:
        """What units are to reach, by code; in place of what was given before."""
        self.connection.execute(sql.FORGET_GOALS)
        load(self.connection, sql.LOAD_GOALS, [(code, indicator, year, goal) for code, goal in goals.items()])

    def settle(self) -> None:
        """Write what was corrected, in the figures and in the sums."""
        self._store.settle()
        load(self.connection, sql.REFRESH, [(*key, change) for key, change in self._changes.items()])
        self._changes.clear()

    def rows(self, query: str, **given: Any) -> Rows:
        """The answer to a query, with all corrections written."""
        self.settle()
        return super().rows(query, **given)
