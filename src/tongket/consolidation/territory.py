"""Figures of administrative units, stored with the version of their unit, on the map of each date or of any day.

Values are decimals and weights whole numbers over one common denominator, so that sums are exact and every run gives
the same digits. All joins are plain: what depends on time is settled when a figure comes in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import duckdb

from tongket.consolidation.engine import THREADS, load
from tongket.consolidation.routes import Shares
from tongket.consolidation.versions import UnitVersion, converted, largest_common, placed, unit_versions
from tongket.orgunits import Hierarchy, OrgUnitKind

TABLES = """
create table version (version integer, unit varchar, start date, until date);
create table figure (
    version integer, indicator varchar, day date, value decimal(18, 4), category varchar default '', accepted boolean default true
);
create table incoming (
    unit varchar, indicator varchar, day date, value decimal(18, 4), category varchar, accepted boolean
);
"""
LOAD_VERSIONS = """
insert into version select unnest($1::integer[]), unnest($2::varchar[]), unnest($3::date[]), unnest($4::date[])"""
LOAD_INCOMING = """
insert into incoming select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::date[]),
    unnest($4::varchar[])::decimal(18, 4), unnest($5::varchar[]), unnest($6::boolean[])"""
TAKE_IN = """
insert into figure select v.version, i.indicator, i.day, i.value, i.category, i.accepted
from incoming i join version v on v.unit = i.unit and i.day >= v.start and i.day < v.until order by all"""
LOAD_WEIGHTS = """
insert into {table} select unnest($1::integer[]), unnest($2::varchar[]), unnest($3::bigint[])"""
WEIGHTS = "create or replace table {table} (version integer, target varchar, weight decimal(13, 0))"

AS_REPORTED = """
select w.target, f.indicator, year(f.day) as year, sum(f.value) as value, count(*) as figures
from figure f join whole w using (version) group by all"""
"""On the map of each date: every version has one place."""

CONVERTED = """
select target, indicator, year, sum(value) as value, sum(figures) as figures from (
    select w.target, f.indicator, year(f.day) as year, sum(f.value)::decimal(25, 4) * {common}::decimal(13, 0) as value, count(*) as figures
    from figure f join whole w using (version) group by all
    union all
    select w.target, f.indicator, year(f.day) as year, sum(f.value * w.weight)::decimal(38, 4) as value, count(*) as figures
    from figure f join shared w using (version) group by all
) group by all"""
"""On the map of one day: versions that went whole into one unit need no weight; few do not."""

UNKNOWN = """
select w.target, f.indicator, year(f.day) as year, list(distinct v.unit order by v.unit) as units
from figure f join unknown w using (version) join version v using (version) group by all"""
"""What cannot be compared: figures of units of which nobody knows how much went where."""

FOREVER = date.max


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
        self.connection = duckdb.connect(":memory:", config={"threads": threads, "temp_directory": ""})
        self.connection.execute(TABLES)
        rows = [(v.number, v.code, v.valid.start, v.valid.end or FOREVER) for v in self.versions]
        load(self.connection, LOAD_VERSIONS, rows)

    def add(self, rows: Sequence[tuple[Any, ...]]) -> int:
        """Figures as (code, indicator, last day of the period, decimal), and where they are told what breakdown they are of
        and whether they are accepted; how many of them no unit of that day bears."""
        load(self.connection, LOAD_INCOMING, [(*row, *("", True)[len(row) - 4 :]) for row in rows])
        (before,) = self._one("select count(*) from figure")
        self.connection.execute(TAKE_IN)
        self.connection.execute("delete from incoming")
        (after,) = self._one("select count(*) from figure")
        return len(rows) - int(after - before)

    def as_reported(self, level: OrgUnitKind) -> Iterator[TerritoryFigure]:
        """Sums by year for the units of ``level`` on the map of each figure's day."""
        self.place_on_own_map(level)
        yield from self._figures(AS_REPORTED, 1)

    def on(self, day: date, level: OrgUnitKind) -> Iterator[TerritoryFigure]:
        """Sums by year for the units of ``level`` on the map of ``day``, and who is left out of them."""
        common = self._place_on(day, level)
        yield from self._figures(CONVERTED.format(common=common), common)

    def place_on_own_map(self, level: OrgUnitKind) -> None:
        """Give every version its unit of ``level`` on the map of its own days."""
        rows = []
        for version in self._used():
            target = placed(version, self.hierarchy.on(version.valid.start), level)
            rows += [(version.number, target, 1)] if target else []
        self._weights(whole=rows, shared=[], unknown=[])

    def _place_on(self, day: date, level: OrgUnitKind) -> int:
        """Write the weights; their common denominator."""
        places = converted(self.hierarchy, self._used(), day, level)
        common = largest_common(share for shares in places.values() for share in shares.values())
        whole, shared, unknown = sorted_weights(places, common)
        self._weights(whole=whole, shared=shared, unknown=unknown)
        return common

    def _used(self) -> list[UnitVersion]:
        """The versions that have figures."""
        numbers = self.connection.execute("select distinct version from figure order by 1").fetchall()
        return [self.versions[number] for (number,) in numbers]

    def _weights(self, **tables: list[tuple[int, str, int]]) -> None:
        for table, rows in tables.items():
            self.connection.execute(WEIGHTS.format(table=table))
            load(self.connection, LOAD_WEIGHTS.format(table=table), rows)

    def _figures(self, query: str, common: int) -> Iterator[TerritoryFigure]:
        left_out = {tuple(key): tuple(units) for *key, units in self.connection.execute(UNKNOWN).fetchall()}
        rows = self.connection.execute(f"select * from ({query}) order by target, indicator, year").fetchall()
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

    def _one(self, query: str) -> tuple[Any, ...]:
        row = self.connection.execute(query).fetchone()
        return row or (0,)


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
