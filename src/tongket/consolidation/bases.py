"""Of whom a figure speaks: who owes it, who states it, who is absent and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tongket.consolidation.figure_code import Basis
from tongket.consolidation.model import Absence, AbsenceReason, Base
from tongket.consolidation.plan import Plan, district_of
from tongket.consolidation.routes import Route, Scope
from tongket.consolidation.selection import Fact
from tongket.framework import Indicator
from tongket.orgunits import OrgUnitKind
from tongket.periods import Period
from tongket.reports import Report, ReportDuty, Silence, SilenceState, StatedKey

PlaceKey = tuple[str, Period]
FigureKey = tuple[Basis, str, Period, str]
"""Basis, code of the receiving org unit, period, code of the indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """What tells who is absent and why."""

    routes: Mapping[tuple[Basis, str, Period], tuple[Route, ...]]
    kinds: Mapping[PlaceKey, OrgUnitKind]
    districts: Mapping[PlaceKey, str | None]
    owing: frozenset[PlaceKey] | None
    """The org units that owe a report in a period; None where no duties are known: then all do."""
    reported: frozenset[PlaceKey]
    silences: Mapping[StatedKey, Silence]
    facts: Mapping[StatedKey, Fact]


def make_roll(
    plan: Plan, *, reports: Sequence[Report], duties: Sequence[ReportDuty], facts: Mapping[StatedKey, Fact]
) -> Roll:
    """The roll of all periods."""
    by_target: dict[tuple[Basis, str, Period], list[Route]] = {}
    for route in plan.routes:
        by_target.setdefault((route.basis, route.target, route.period), []).append(route)
    periods = [maps.period for maps in plan.maps]
    owing = frozenset(key for duty in duties for key in within(duty.org_unit, duty.period, periods))
    return Roll(
        routes={key: tuple(found) for key, found in by_target.items()},
        kinds={(unit.code, maps.period): unit.kind for maps in plan.maps for unit in maps.then},
        districts={(unit.code, maps.period): district_of(unit, maps) for maps in plan.maps for unit in maps.then},
        owing=owing if duties else None,
        reported=frozenset(
            key for one in reports if one.org_unit and one.period for key in within(one.org_unit, one.period, periods)
        ),
        silences={(one.org_unit, one.period, one.indicator): one for report in reports for one in report.silences},
        facts=facts,
    )


def within(org_unit: str, period: Period, periods: Iterable[Period]) -> list[PlaceKey]:
    """A period of an org unit as the periods inside it: a report on five years answers for each of them."""
    return [(org_unit, one) for one in periods if period.covers(one)]


def base_of(key: FigureKey, indicator: Indicator, reporters: frozenset[str], roll: Roll) -> Base:
    """The base of the figure of one period."""
    basis, target, period, _ = key
    routes = [route for route in roll.routes[basis, target, period] if concerns(route, indicator, roll)]
    unknown = {route.org_unit for route in routes if route.share is None}
    expected = {route.org_unit for route in routes if owes(route, indicator, roll)} | reporters
    reasons = {
        code: AbsenceReason.NOT_COMPARABLE if code in unknown else why_absent((code, period, indicator), roll)
        for code in sorted(expected - reporters)
        if roll.districts[code, period] not in reporters
    }
    absent = tuple(Absence(org_unit=code, reason=reason, periods=(period.code,)) for code, reason in reasons.items())
    everyone = reporters | {one.org_unit for one in absent}
    return Base(reporters=tuple(sorted(reporters)), expected=tuple(sorted(everyone)), absent=absent)


def concerns(route: Route, indicator: Indicator, roll: Roll) -> bool:
    """Whether figures of the indicator take this route; the SQL of the candidates says the same."""
    kind = roll.kinds[route.org_unit, route.period]
    if route.scope is Scope.CHILD:
        return kind is OrgUnitKind.COMMUNE or not indicator_of_communes(indicator)
    if route.scope is Scope.HEIR:
        return kind is not OrgUnitKind.DISTRICT or not indicator_of_communes(indicator)
    return indicator_of_communes(indicator)


def indicator_of_communes(indicator: Indicator) -> bool:
    """Whether only communes report it."""
    return indicator.levels == {OrgUnitKind.COMMUNE}


def owes(route: Route, indicator: Indicator, roll: Roll) -> bool:
    """Whether the org unit owes the figure, or tried to give it; who says that it is none of its duties owes none."""
    key = (route.org_unit, route.period)
    if route.scope is Scope.HEIR or (*key, indicator.code) in roll.facts:
        return True
    silence = roll.silences.get((*key, indicator.code))
    if silence is not None and silence.state is SilenceState.NOT_APPLICABLE:
        return False
    return roll.kinds[key] in indicator.levels and (roll.owing is None or key in roll.owing)


def why_absent(who: tuple[str, Period, Indicator], roll: Roll) -> str:
    """The reason: a value that was left out, no report, what the report says of its silence, or just silence."""
    org_unit, period, indicator = who
    key = (org_unit, period, indicator.code)
    fact = roll.facts.get(key)
    if fact is not None:
        return fact.excluded or unused(indicator)
    if key[:2] not in roll.reported:
        return AbsenceReason.NO_REPORT
    silence = roll.silences.get(key)
    return silence.state if silence else AbsenceReason.NOT_STATED


def unused(indicator: Indicator) -> str:
    """Why a value that is in order enters no total."""
    of_communes = indicator_of_communes(indicator)
    return AbsenceReason.NOT_IN_EVERY_DISTRICT if of_communes else AbsenceReason.NOT_COMPARABLE


def base_of_span(bases: Sequence[Base]) -> Base:
    """The base over several periods: who states it in any; who is absent in some of them, and in which."""
    missing: dict[tuple[str, str], list[str]] = {}
    for base in bases:
        for absence in base.absent:
            missing.setdefault((absence.org_unit, absence.reason), []).extend(absence.periods)
    return Base(
        reporters=tuple(sorted({code for base in bases for code in base.reporters})),
        expected=tuple(sorted({code for base in bases for code in base.expected})),
        absent=tuple(
            Absence(org_unit=code, reason=reason, periods=tuple(periods))
            for (code, reason), periods in sorted(missing.items())
        ),
    )
