"""The tables that the engine adds up: org units of each period as places, their routes as whole-number weights."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from tongket.consolidation.figure_code import Basis
from tongket.consolidation.routes import Maps, Route, Scope, routes
from tongket.consolidation.selection import Fact
from tongket.framework import Framework, Indicator, Part, Target
from tongket.orgunits import OrgUnit, OrgUnitKind
from tongket.periods import Period

LARGEST_DENOMINATOR = 10**12
"""Shares whose common denominator is larger are rounded to it; published shares have four decimals."""

PlaceKey = tuple[str, Period]
Receiver = tuple[Basis, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is needed to add up, and to tell afterwards what was added."""

    maps: tuple[Maps, ...]
    places: Mapping[PlaceKey, int]
    routes: tuple[Route, ...]
    denominators: Mapping[Receiver, int]


def make_plan(maps: Sequence[Maps]) -> Plan:
    """Number the places and find the routes."""
    places: dict[PlaceKey, int] = {}
    for one in maps:
        for unit in one.then:
            places[unit.code, one.period] = len(places)
    found = tuple(route for one in maps for route in routes(one))
    return Plan(maps=tuple(maps), places=places, routes=found, denominators=common_denominators(found))


def common_denominators(found: Iterable[Route]) -> dict[Receiver, int]:
    """The least common denominator of the shares that each receiver gets, over all periods."""
    common: dict[Receiver, int] = {}
    for route in found:
        key = (route.basis, route.target)
        denominator = route.share.denominator if route.share is not None else 1
        common[key] = min(lcm(common.get(key, 1), denominator), LARGEST_DENOMINATOR)
    return common


def tables_of(
    plan: Plan, framework: Framework, *, review_period: Period, targets: Iterable[Target]
) -> dict[str, Sequence[tuple[Any, ...]]]:
    """The rows of every table but those of facts."""
    return {
        "review": [(review_period.code,)] if review_period.is_span else [],
        "indicator": [indicator_row(one) for one in framework],
        "place": [row for one in plan.maps for row in place_rows(one, plan.places)],
        "route": [route_row(route, plan) for route in plan.routes if route.share is not None],
        "receiver": receiver_rows(plan.routes),
        "goal": [(one.org_unit, one.indicator, one.period.code, one.value) for one in targets],
    }


def indicator_row(one: Indicator) -> tuple[str, str, str, bool, int]:
    """Code, how it is added up, whether only communes report it, whether more is better."""
    communes_only = one.levels == {OrgUnitKind.COMMUNE}
    return (one.code, one.over_units, one.over_time, communes_only, -1 if one.direction == "down" else 1)


def place_rows(maps: Maps, places: Mapping[PlaceKey, int]) -> list[tuple[int, str, str, str, int | None, bool]]:
    """Place, org unit, period, kind, place of the district, whether the period is a year."""
    yearly = maps.period.years() == (maps.period,)
    rows = []
    for unit in maps.then:
        district = district_of(unit, maps)
        place = places[district, maps.period] if district else None
        rows.append((places[unit.code, maps.period], unit.code, maps.period.code, unit.kind.value, place, yearly))
    return rows


def district_of(unit: OrgUnit, maps: Maps) -> str | None:
    """Code of the district that an org unit is or belongs to."""
    line = (unit, *maps.then.ancestors(unit.code))
    return next((one.code for one in line if one.kind is OrgUnitKind.DISTRICT), None)


def route_row(route: Route, plan: Plan) -> tuple[int, str, str, str, int, bool]:
    """Place, scope, basis, receiver, weight, whether it is the whole org unit."""
    denominator = plan.denominators[route.basis, route.target]
    weight = round((route.share or Fraction(0)) * denominator)
    return (plan.places[route.org_unit, route.period], route.scope, route.basis, route.target, weight, route.share == 1)


def receiver_rows(found: Iterable[Route]) -> list[tuple[str, str, str, int, bool]]:
    """Basis, receiver, period, number of predecessors, whether all their shares are known."""
    sources: dict[tuple[str, str, str], list[Fraction | None]] = {}
    for route in found:
        if route.scope is Scope.HEIR:
            sources.setdefault((route.basis, route.target, route.period.code), []).append(route.share)
    return [(*key, len(shares), None not in shares) for key, shares in sources.items()]


def fact_row(number: int, fact: Fact, places: Mapping[PlaceKey, int]) -> tuple[Any, ...]:
    """Fact, place, indicator, its parts, whether it counts."""
    parts = {value.part: value.value for value in fact.values} if not fact.excluded else {}
    return (
        number,
        places[fact.org_unit, fact.period],
        fact.indicator,
        parts.get(Part.VALUE),
        parts.get(Part.NUMERATOR),
        parts.get(Part.DENOMINATOR),
        not fact.excluded,
    )
