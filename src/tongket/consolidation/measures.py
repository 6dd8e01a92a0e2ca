"""What is asked of figures: by breakdown, accepted only, rank, growth, contribution, coverage, gap; the same of a review and of
the territory store, on the map of each date."""

from typing import Any

from tongket.consolidation.engine import Connection, Rows
from tongket.consolidation.sql import questions

OF_ONE = " where target = $target and indicator = $indicator and period = $period and basis = 'as_reported'"
OF_PAIR = " and p.indicator = $indicator and p.earlier = $earlier and p.later = $later"
OF_PAIR_PARTS = " where indicator = $indicator and period in ($earlier, $later)"
OF_PERIOD = " and r.indicator = $indicator and r.period = $period"


class Measures:
    """The questions, put to an engine that shows the shapes of :mod:`tongket.consolidation.sql`. A period is the code of one
    in a review, a year in the territory store."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def by_category(self) -> Rows:
        """Target, indicator, period, breakdown, value, number of figures."""
        return self.rows(questions.BY_CATEGORY)

    def provisional(self) -> Rows:
        """Target, indicator, period, value, number of figures: of accepted ones alone."""
        return self.rows(questions.PROVISIONAL)

    def rank(self, indicator: str, period: Any) -> Rows:
        """Target, value, place."""
        return self.rows(questions.RANK, indicator=indicator, period=period)

    def growth(self, indicator: str, earlier: Any, later: Any) -> Rows:
        """Target, before, after, the units compared."""
        query = questions.GROWTH.format(part=OF_PAIR_PARTS, of=OF_PAIR)
        rows = self.rows(query, indicator=indicator, earlier=earlier, later=later)
        return [(row[1], row[7], row[10], row[6]) for row in rows]

    def contribution(self, target: str, indicator: str, period: Any) -> Rows:
        """Unit, what it adds, its place; the largest first."""
        query = questions.CONTRIBUTION.format(of=OF_ONE)
        rows = self.rows(query, target=target, indicator=indicator, period=period)
        return [(row[4], row[5], row[8]) for row in rows]

    def coverage(self, indicator: str, period: Any) -> Rows:
        """Target, units that state it, units that state anything."""
        return self.rows(questions.COVERAGE, indicator=indicator, period=period)

    def gap(self, indicator: str, period: Any) -> Rows:
        """Target, value, goal, value less goal; the furthest behind first."""
        query = questions.GAP.format(of=OF_PERIOD)
        rows = self.rows(query, indicator=indicator, period=period)
        return [(row[0], row[4], row[5], row[6] / row[7]) for row in rows]

    def rows(self, query: str, **given: Any) -> Rows:
        """The answer to a query."""
        return self.connection.execute(query, given or None).fetchall()
