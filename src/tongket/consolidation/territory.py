"""Figures of administrative units, stored with the version of their unit, on the map of each date or of any day.

Values are decimals and weights whole numbers over one common denominator, so that sums are exact and every run gives
the same digits. All joins are plain: what depends on time is settled when a figure comes in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from tongket.consolidation.engine import THREADS, connected, load
from tongket.consolidation.routes import Shares
from tongket.consolidation.sql import territory as sql
from tongket.consolidation.versions import UnitVersion, converted, largest_common, placed, unit_versions
from tongket.orgunits import Hierarchy, OrgUnitKind

FOREVER = date.max
PLACES = Decimal("1e-4")
"""As many as the engine keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryFigure:
    """A sum over units: of one unit on the map asked for, one indicator and year. ``figures`` went into it;
    ``not_comparable`` are units that belong to it in a share that nobody knows, and are left out."""

    org_unit: str
    indicator: str
    year: int
    value: Fraction
    figures: int
    not_comparable: tuple[str, ...] = ()


class TerritoryStore:
    """Figures that may be added up, kept in the engine's memory."""

    def __init__(self, hierarchy: Hierarchy, *, threads: int = THREADS) -> None:
        self.hierarchy = hierarchy
        self.versions: tuple[UnitVersion, ...] = unit_versions(hierarchy)
        self.connection = connected(threads)
        self.connection.execute(sql.TABLES)
        rows = [(v.number, v.code, v.valid.start, v.valid.end or FOREVER) for v in self.versions]
        load(self.connection, sql.LOAD_VERSIONS, rows)
        self._by_code: dict[str, list[UnitVersion]] = {}
        for version in self.versions:
            self._by_code.setdefault(version.code, []).append(version)
        self._corrected: dict[int, Decimal] = {}
        """Row -> the value that is to be written there."""

    def add(self, rows: Sequence[tuple[Any, ...]]) -> int:
        """Figures as (code, indicator, last day of the period, decimal), and where they are told what breakdown they are of
        and whether they are accepted; how many of them no unit of that day bears."""
        load(self.connection, sql.LOAD_INCOMING, [(*row, *("", True)[len(row) - 4 :]) for row in rows])
        taken = self.connection.execute(sql.TAKE_IN).fetchone()
        self.connection.execute(sql.TAKEN_IN)
        return len(rows) - int(taken[0] if taken else 0)

    def correct(
        self, unit: str, indicator: str, day: date, value: Decimal, *, category: str = ""
    ) -> tuple[int, Decimal] | None:
        """Put another value in the place of a figure: the version of its unit, and by how much it is more now; None where
        there is no such figure."""
        version = next((one for one in self._by_code.get(unit, ()) if one.valid.contains(day)), None)
        if version is None:
            return None
        key = {"version": version.number, "indicator": indicator, "day": day, "category": category}
        found = self.connection.execute(sql.FIND, key).fetchone()
        if found is None:
            return None
        stored, row = found
        kept = value.quantize(PLACES, rounding=ROUND_HALF_UP)
        before, self._corrected[row] = self._corrected.get(row, stored), kept
        return version.number, kept - before

    def settle(self) -> None:
        """Write what was corrected, all at once; every question does it first."""
        load(self.connection, sql.CORRECT, list(self._corrected.items()))
        self._corrected.clear()

    def as_reported(self, level: OrgUnitKind) -> Iterator[TerritoryFigure]:
        """Sums by year for the units of ``level`` on the map of each figure's day."""
        self.place_on_own_map(level)
        yield from self._figures(sql.AS_REPORTED, 1)

    def on(self, day: date, level: OrgUnitKind) -> Iterator[TerritoryFigure]:
        """Sums by year for the units of ``level`` on the map of ``day``, and who is left out of them."""
        common = self._place_on(day, level)
        yield from self._figures(sql.CONVERTED.format(common=common), common)

    def place_on_own_map(self, level: OrgUnitKind) -> dict[int, str]:
        """Give every version its unit of ``level`` on the map of its own days; the unit by the version's number."""
        places = {one.number: placed(one, self.hierarchy.on(one.valid.start), level) for one in self._used()}
        homes = {number: target for number, target in places.items() if target}
        self._weights(whole=[(number, target, 1) for number, target in homes.items()], shared=[], unknown=[])
        return homes

    def _place_on(self, day: date, level: OrgUnitKind) -> int:
        """Write the weights; their common denominator."""
        places = converted(self.hierarchy, self._used(), day, level)
        common = largest_common(share for shares in places.values() for share in shares.values())
        whole, shared, unknown = sorted_weights(places, common)
        self._weights(whole=whole, shared=shared, unknown=unknown)
        return common

    def _used(self) -> list[UnitVersion]:
        """The versions that have figures."""
        numbers = self.connection.execute(sql.USED).fetchall()
        return [self.versions[number] for (number,) in numbers]

    def _weights(self, **tables: list[tuple[int, str, int]]) -> None:
        for table, rows in tables.items():
            self.connection.execute(sql.WEIGHTS.format(table=table))
            load(self.connection, sql.LOAD_WEIGHTS.format(table=table), rows)

    def _figures(self, query: str, common: int) -> Iterator[TerritoryFigure]:
        self.settle()
        left_out = {tuple(key): tuple(units) for *key, units in self.connection.execute(sql.UNKNOWN).fetchall()}
        rows = self.connection.execute(sql.ORDERED.format(query=query)).fetchall()
        told = set()
        for target, indicator, year, value, figures in rows:
            told.add((target, indicator, year))
            yield TerritoryFigure(
                org_unit=target,
                indicator=indicator,
                year=year,
                value=Fraction(value) / common,
                figures=figures,
                not_comparable=left_out.get((target, indicator, year), ()),
            )
        for target, indicator, year in sorted(left_out.keys() - told):
            units = left_out[target, indicator, year]
            yield TerritoryFigure(
                org_unit=target, indicator=indicator, year=year, value=Fraction(0), figures=0, not_comparable=units
            )


Weights = list[tuple[int, str, int]]


def sorted_weights(places: Mapping[int, Shares], common: int) -> tuple[Weights, Weights, Weights]:
    """Rows for versions that went whole into one unit, for those divided by known shares, and for unknown shares."""
    whole: Weights = []
    shared: Weights = []
    unknown: Weights = []
    for version, shares in places.items():
        for target, share in shares.items():
            if share is None:
                unknown.append((version, target, 0))
            elif share == 1:
                whole.append((version, target, 1))
            else:
                shared.append((version, target, round(share * common)))
    return whole, shared, unknown
