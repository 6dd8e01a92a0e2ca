"""What is asked of sums over units: by breakdown, accepted only, rank, growth, contribution, coverage, gap; kept up to date.

Each question is one named query over the tables of :class:`TerritoryStore`, on the map of each date. A corrected figure
changes its own row and the one sum that it is in; nothing else is touched.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tongket.consolidation.engine import load
from tongket.consolidation.territory import AS_REPORTED, TerritoryStore
from tongket.orgunits import OrgUnitKind

ROLLED = f"create or replace table rolled as {AS_REPORTED}"
"""The sums, kept."""

BY_CATEGORY = """
select w.target, f.indicator, year(f.day) as year, f.category, sum(f.value) as value, count(*) as figures
from figure f join whole w using (version) group by all order by all"""
"""By the breakdown that a figure is of; the empty one is the figure itself."""

ACCEPTED = """
select w.target, f.indicator, year(f.day) as year, sum(f.value) as value, count(*) as figures
from figure f join whole w using (version) where f.accepted group by all order by all"""
"""Provisional sums: of accepted figures alone."""

RANK = """
select target, value, rank() over (order by value desc) as place
from rolled where indicator = $indicator and year = $year order by place, target"""
"""Equal values share a place."""

GROWTH = """
with stated as (
    select w.target, f.version, year(f.day) as year, sum(f.value) as value, count(*) as figures
    from figure f join whole w using (version)
    where f.indicator = $indicator and year(f.day) in ($earlier, $later) group by all
)
select a.target, sum(a.value) as before, sum(b.value) as after, count(*) as units
from stated a join stated b on a.target = b.target and a.version = b.version and a.figures = b.figures
where a.year = $earlier and b.year = $later group by a.target order by a.target"""
"""Over the units that are the same, with the same territory, and state as many figures, in both years."""

CONTRIBUTION = """
select v.unit, sum(f.value) as value, sum(sum(f.value)) over () as total
from figure f join whole w using (version) join version v using (version)
where w.target = $target and f.indicator = $indicator and year(f.day) = $year
group by v.unit order by value desc, v.unit"""
"""What each unit adds to a sum, the largest first, beside the sum."""

COVERAGE = """
select w.target, count(distinct v.unit) filter (f.indicator = $indicator) as stated, count(distinct v.unit) as reporting
from figure f join whole w using (version) join version v using (version)
where year(f.day) = $year group by w.target order by w.target"""
"""How many units state an indicator, of those that state anything in the year."""

GAP = """
select r.target, r.value, g.goal, r.value - g.goal as gap
from rolled r join goal g using (target) where r.indicator = $indicator and r.year = $year order by gap, r.target"""
"""What is reached beside what was to be, the furthest behind first."""

GOALS = "create or replace table goal (target varchar, goal decimal(18, 4))"
LOAD_GOALS = "insert into goal select unnest($1::varchar[]), unnest($2::varchar[])::decimal(18, 4)"

FIND = """
select f.value, v.version, w.target
from version v join figure f using (version) left join whole w using (version)
where v.unit = $unit and v.start <= $day and v.until > $day
  and f.indicator = $indicator and f.day = $day and f.category = $category"""
CORRECT = """
update figure set value = $value
where version = $version and indicator = $indicator and day = $day and category = $category"""
REFRESH = """
update rolled set value = value + $change
where target = $target and indicator = $indicator and year = year($day::date)"""
"""Sums are exact, so the difference may be added to them."""

Rows = list[tuple[Any, ...]]


class Measures:
    """The questions; ``level`` is that of the units whose sums are kept."""

    def __init__(self, store: TerritoryStore, level: OrgUnitKind) -> None:
        self.connection = store.connection
        store.place_on_own_map(level)
        self.connection.execute(ROLLED)

    def sums(self) -> Rows:
        """Target, indicator, year, value, number of figures."""
        return self._rows("select target, indicator, year, value, figures from rolled order by all")

    def by_category(self) -> Rows:
        """The same by breakdown, which stands after the year."""
        return self._rows(BY_CATEGORY)

    def provisional(self) -> Rows:
        """The sums of accepted figures alone."""
        return self._rows(ACCEPTED)

    def rank(self, indicator: str, year: int) -> Rows:
        """Target, value, place."""
        return self._rows(RANK, indicator=indicator, year=year)

    def growth(self, indicator: str, earlier: int, later: int) -> Rows:
        """Target, before, after, number of units compared."""
        return self._rows(GROWTH, indicator=indicator, earlier=earlier, later=later)

    def contribution(self, target: str, indicator: str, year: int) -> Rows:
        """Unit, what it adds, the sum."""
        return self._rows(CONTRIBUTION, target=target, indicator=indicator, year=year)

    def coverage(self, indicator: str, year: int) -> Rows:
        """Target, units that state it, units that state anything."""
        return self._rows(COVERAGE, indicator=indicator, year=year)

    def gap(self, goals: Mapping[str, Decimal], indicator: str, year: int) -> Rows:
        """Target, value, goal, value less goal."""
        self.connection.execute(GOALS)
        load(self.connection, LOAD_GOALS, list(goals.items()))
        return self._rows(GAP, indicator=indicator, year=year)

    def correct(self, unit: str, indicator: str, day: date, value: Decimal, *, category: str = "") -> bool:
        """Put another value in the place of a figure and bring its sum up to date; False where there is no such figure."""
        key = {"indicator": indicator, "day": day, "category": category}
        found = self.connection.execute(FIND, {"unit": unit, **key}).fetchone()
        if found is None:
            return False
        old, version, target = found
        self.connection.execute(CORRECT, {"value": value, "version": version, **key})
        if target is not None:
            changed = {"change": value - old, "target": target, "indicator": indicator, "day": day}
            self.connection.execute(REFRESH, changed)
        return True

    def _rows(self, query: str, **given: object) -> Rows:
        return self.connection.execute(query, given).fetchall() if given else self.connection.execute(query).fetchall()
