"""Roll-up: what org units state becomes the figures of those above them, each with its base and expression."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date

from tongket.checks import Finding, Restated
from tongket.consolidation.bases import FigureKey, make_roll
from tongket.consolidation.book import Book
from tongket.consolidation.comparison import Comparison, comparisons_of
from tongket.consolidation.figures import Account
from tongket.consolidation.measures import Measures
from tongket.consolidation.model import Figure
from tongket.consolidation.plan import make_plan, tables_of
from tongket.consolidation.routes import maps_of
from tongket.consolidation.selection import Selection
from tongket.consolidation.sql import questions
from tongket.framework import Framework, Target
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.reports import Report, ReportDuty


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidated:
    """The figures of a review and what changed between its years. ``provisional`` are by code the figures that are others
    where only accepted values are added up, None where nothing is left of one."""

    figures: tuple[Figure, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    provisional: Mapping[str, Figure | None] = field(default_factory=dict)


class Rollup:
    """The rolled-up figures of a review, kept: where reports, decisions or findings change, only what they touch is added up
    anew.

    The figures are those of provinces for each period and the whole review, of districts for what only communes report,
    and of merged org units before their merger. Where ``duties`` are empty every org unit at an indicator's levels is
    expected to state it. ``tree_date`` is the day whose map the figures of :attr:`Basis.CURRENT` are on, the last day of
    the review if None; it may be before the review too. ``restated`` says which of two reports of one org unit counts for
    a year. ``targets`` are what figures are held against.
    """

    def __init__(
        self,
        *,
        framework: Framework,
        hierarchy: Hierarchy,
        review_period: Period,
        duties: Sequence[ReportDuty] = (),
        tree_date: date | None = None,
        restated: Restated = Restated.LATER,
        targets: Sequence[Target] = (),
    ) -> None:
        self._framework, self._hierarchy, self._review_period = framework, hierarchy, review_period
        self._duties, self._day = duties, tree_date or review_period.last_day
        self._targets = {(one.org_unit, one.indicator, one.period.code): one for one in targets}
        self._selection = Selection(framework, review_period, restated)
        self._figures: dict[FigureKey, Figure] = {}
        self._book = self._opened(self._periods())

    def take(
        self, reports: Sequence[Report], findings: Sequence[Finding], *, accepted_only: bool = False
    ) -> frozenset[str]:
        """From now on the figures of these reports (``Checked.current``), in one order, without what ``findings`` exclude;
        the codes of the figures that are not as before. With ``accepted_only`` only accepted values are added up. A period
        that no report spoke of before makes all of it anew."""
        changed = self._selection.take(reports, findings, accepted_only=accepted_only)
        facts, before = self._selection.facts, dict(self._figures)
        if self._periods() != [maps.period for maps in self._book.plan.maps]:
            self.close()
            self._book, self._figures, changed = self._opened(self._periods()), {}, set(facts)
        book = self._book
        roll = make_roll(book.plan, reports=reports, duties=self._duties, facts=facts)
        touched = book.touched(changed, roll)
        sums = book.restate(changed, touched, self._selection)
        for key in touched:
            self._figures.pop(key, None)
        account = Account(
            book=book, framework=self._framework, review_period=self._review_period, targets=self._targets, roll=roll
        )
        self._figures.update(account.figures(sums))
        codes = before.keys() | self._figures.keys()
        pairs = ((before.get(key), self._figures.get(key)) for key in codes)
        return frozenset(one.code for old, new in pairs if old != new for one in (old, new) if one is not None)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """By org unit, indicator in the framework's order, period and basis."""
        return in_order(self._figures.values(), self._framework)

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Each yearly figure as reported beside that of the year before it that has one, and the last beside the first, over
        the org units that state it in both and are the same; by org unit and indicator, the last beside the first last."""
        order = {indicator.code: number for number, indicator in enumerate(self._framework)}
        self._book.compare(self._hierarchy)
        rows = self._book.ledger.rows(questions.GROWTH.format(part="", of=""))
        found = comparisons_of(rows, {one.code: one for one in self._figures.values()})
        return tuple(sorted(found, key=lambda one: (one.later.org_unit, order[one.later.indicator])))

    @property
    def measures(self) -> Measures:
        """What may be asked of the figures as they are now."""
        self._book.compare(self._hierarchy)
        return Measures(self._book.ledger.connection)

    def close(self) -> None:
        """Give back the engine's memory."""
        self._book.ledger.connection.close()

    def _periods(self) -> list[Period]:
        years = {year for year in self._review_period.years() if self._review_period.covers(year)}
        return sorted({key[1] for key in self._selection.facts} | years)

    def _opened(self, periods: Iterable[Period]) -> Book:
        plan = make_plan([maps_of(self._hierarchy, period, self._day) for period in periods])
        tables = tables_of(plan, self._framework, review_period=self._review_period, targets=self._targets.values())
        return Book(plan, tables, self._review_period)


def roll_up(
    reports: Sequence[Report],
    findings: Sequence[Finding],
    *,
    framework: Framework,
    hierarchy: Hierarchy,
    review_period: Period,
    duties: Sequence[ReportDuty] = (),
    tree_date: date | None = None,
    restated: Restated = Restated.LATER,
    targets: Sequence[Target] = (),
    accepted_only: bool = False,
) -> Consolidated:
    """All of it at once (see :class:`Rollup`); with ``accepted_only`` of accepted values alone, and nothing beside it."""
    kept = Rollup(
        framework=framework, hierarchy=hierarchy, review_period=review_period, duties=duties, tree_date=tree_date,
        restated=restated, targets=targets,
    )  # fmt: skip
    with closing(kept):
        kept.take(reports, findings, accepted_only=accepted_only)
        figures, comparisons = kept.figures, kept.comparisons
        others = () if accepted_only else kept.take(reports, findings, accepted_only=True)
        left = {one.code: one for one in kept.figures if one.code in others}
        return Consolidated(
            figures=figures, comparisons=comparisons, provisional={code: left.get(code) for code in sorted(others)}
        )


def in_order(figures: Iterable[Figure], framework: Framework) -> tuple[Figure, ...]:
    """By org unit, indicator in the framework's order, period and basis."""
    order = {indicator.code: number for number, indicator in enumerate(framework)}
    return tuple(sorted(figures, key=lambda one: (one.org_unit, order[one.indicator], one.period.code, one.basis)))
