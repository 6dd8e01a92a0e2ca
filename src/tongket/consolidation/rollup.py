"""Roll-up: what org units state becomes the figures of those above them, each with its base and expression."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any

from tongket.checks import Finding, Restated
from tongket.consolidation.bases import FigureKey, Roll, base_of, base_of_span, make_roll
from tongket.consolidation.engine import Sums, add_up
from tongket.consolidation.figure_code import Basis
from tongket.consolidation.model import Base, Contribution, ExcludedValue, Figure
from tongket.consolidation.plan import Plan, make_plan, tables_of
from tongket.consolidation.routes import maps_of
from tongket.consolidation.selection import Fact, select
from tongket.consolidation.standing import numbers
from tongket.framework import Framework
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.reports import Report, ReportDuty


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
) -> tuple[Figure, ...]:
    """The figures of provinces for each period and the whole review, of districts for what only communes report,
    and of merged org units before their merger; by org unit, indicator in the framework's order, period and basis.

    ``reports`` are the current versions (``Checked.current``); ``findings`` decide what is excluded. Where ``duties``
    are empty every org unit at an indicator's levels is expected to state it. ``tree_date`` is the day whose map the
    figures of :attr:`Basis.CURRENT` are on, the last day of the review if None; it may be before the review too.
    ``restated`` says which of two reports of one org unit counts for a year.
    """
    facts = select(reports, findings, framework=framework, review_period=review_period, restated=restated)
    years = {year for year in review_period.years() if review_period.covers(year)}
    periods = sorted({fact.period for fact in facts.values()} | years)
    plan = make_plan(
        [maps_of(hierarchy, period, tree_date or review_period.last_day) for period in periods], facts.values()
    )
    ledger = make_ledger(plan, add_up(tables_of(plan, framework)))
    roll = make_roll(plan, reports=reports, duties=duties)
    figures = [*period_figures(ledger, roll, framework), *span_figures(ledger, roll, framework, review_period)]
    return in_order(figures, framework)


def in_order(figures: Iterable[Figure], framework: Framework) -> tuple[Figure, ...]:
    """By org unit, indicator in the framework's order, period and basis."""
    order = {indicator.code: number for number, indicator in enumerate(framework)}
    return tuple(sorted(figures, key=lambda one: (one.org_unit, order[one.indicator], one.period.code, one.basis)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What the engine added up, with the facts behind each figure."""

    sums: Sums
    denominators: Mapping[tuple[Basis, str], int]
    contributions: Mapping[FigureKey, tuple[Fact, ...]]
    shares: Mapping[tuple[Basis, str, str, Period], Fraction]
    periods: Mapping[str, Period]


def make_ledger(plan: Plan, sums: Sums) -> Ledger:
    """The engine's rows in the words of the plan."""
    periods = {maps.period.code: maps.period for maps in plan.maps}
    rows = groupby(sums.contributions, key=lambda row: row[:4])
    return Ledger(
        sums=sums,
        denominators=plan.denominators,
        contributions={
            (Basis(basis), target, periods[code], indicator): tuple(plan.facts[row[4]] for row in group)
            for (basis, target, code, indicator), group in rows
        },
        shares={
            (route.basis, route.target, route.org_unit, route.period): route.share
            for route in plan.routes
            if route.share is not None
        },
        periods=periods,
    )


def period_figures(ledger: Ledger, roll: Roll, framework: Framework) -> Iterator[Figure]:
    """The figures of single periods."""
    for basis, target, code, indicator, *amounts in ledger.sums.figures:
        key = (Basis(basis), target, ledger.periods[code], indicator)
        value, numerator, denominator = numbers(divided(amounts, ledger.denominators[key[0], target]))
        yield Figure(
            org_unit=target,
            period=key[2],
            indicator=indicator,
            basis=key[0],
            value=value,
            numerator=numerator,
            denominator=denominator,
            base=base(key, ledger, roll, framework),
            expression=expression(key, ledger),
            excluded=excluded(key, ledger),
        )


def span_figures(ledger: Ledger, roll: Roll, framework: Framework, review_period: Period) -> Iterator[Figure]:
    """The figures of the whole review, where it is more than one period."""
    if not review_period.is_span:
        return
    for basis, target, indicator, *amounts, as_of in ledger.sums.spans:
        wanted = [ledger.periods[as_of]] if as_of else review_period.years()
        keys = [
            (Basis(basis), target, period, indicator) for period in wanted if (basis, target, period) in roll.routes
        ]
        value, numerator, denominator = numbers(divided(amounts, ledger.denominators[Basis(basis), target]))
        yield Figure(
            org_unit=target,
            period=review_period,
            indicator=indicator,
            basis=Basis(basis),
            value=value,
            numerator=numerator,
            denominator=denominator,
            base=base_of_span([base(key, ledger, roll, framework) for key in keys]),
            as_of=ledger.periods[as_of] if as_of else None,
            expression=tuple(one for key in keys for one in expression(key, ledger)),
            excluded=tuple(one for key in keys for one in excluded(key, ledger)),
        )


def base(key: FigureKey, ledger: Ledger, roll: Roll, framework: Framework) -> Base:
    """Of whom the figure of one period speaks."""
    reporters = frozenset(fact.org_unit for fact in ledger.contributions.get(key, ()) if not fact.excluded)
    return base_of(key, framework[key[3]], reporters, roll)


def expression(key: FigureKey, ledger: Ledger) -> tuple[Contribution, ...]:
    """What was added up."""
    basis, target, period, _ = key
    return tuple(
        Contribution(
            org_unit=fact.org_unit,
            period=period,
            share=ledger.shares[basis, target, fact.org_unit, period],
            values=fact.values,
        )
        for fact in ledger.contributions.get(key, ())
        if not fact.excluded
    )


def excluded(key: FigureKey, ledger: Ledger) -> tuple[ExcludedValue, ...]:
    """What was left out, and why."""
    return tuple(
        ExcludedValue(value=value, code=fact.excluded)
        for fact in ledger.contributions.get(key, ())
        if fact.excluded
        for value in fact.values
    )


def divided(amounts: Sequence[Any], denominator: int) -> list[Fraction | None]:
    """The weighted sums of the engine as the exact amounts they stand for."""
    return [None if amount is None else Fraction(amount) / denominator for amount in amounts]
