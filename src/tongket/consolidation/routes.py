"""Where the figure of each org unit goes: on the map of its period, and on the map of the day converted to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from tongket.consolidation.figure_code import Basis
from tongket.orgunits import PARALLEL, Hierarchy, OrgUnit, OrgUnitKind, Tree
from tongket.periods import Period


class Scope(StrEnum):
    """Which roll-up a route belongs to."""

    CHILD = "child"
    """From a direct child to its province."""
    THROUGH = "through"
    """From a commune, or its district in its stead, to the province: indicators that only communes report."""
    DETAIL = "detail"
    """From a commune to its district: indicators that only communes report."""
    HEIR = "heir"
    """From a predecessor to the org unit that it became part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One org unit of one period and the org unit its figures count for; share None = nobody knows how much."""

    org_unit: str
    period: Period
    scope: Scope
    basis: Basis
    target: str
    share: Fraction | None


Shares = dict[str, Fraction | None]
"""Code of the receiving org unit -> share of the giving one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maps:
    """The tree at the end of a period and on the day converted to, which may be earlier, and what became of each org
    unit between."""

    period: Period
    then: Tree
    now: Tree
    became: Callable[[str], Shares]


def maps_of(hierarchy: Hierarchy, period: Period, tree_date: date) -> Maps:
    """The maps that a period needs."""
    crosswalk = hierarchy.crosswalk(period.last_day, tree_date)

    def became(code: str) -> Shares:
        return {edge.target: edge.share for edge in crosswalk.targets(code)}

    return Maps(period=period, then=hierarchy.on(period.last_day), now=hierarchy.on(tree_date), became=became)


def routes(maps: Maps) -> Iterator[Route]:
    """Every route of a period."""
    for unit in maps.then:
        if unit.kind in PARALLEL:
            continue
        for scope in scopes(unit, maps.then):
            yield from routes_of(unit, scope, Basis.AS_REPORTED, reported(unit, scope, maps), maps.period)
            yield from routes_of(unit, scope, Basis.CURRENT, converted(unit, scope, maps), maps.period)
    yield from heirs(maps)


def routes_of(unit: OrgUnit, scope: Scope, basis: Basis, shares: Shares, period: Period) -> Iterator[Route]:
    """One route for each receiver."""
    for target, share in shares.items():
        yield Route(org_unit=unit.code, period=period, scope=scope, basis=basis, target=target, share=share)


def scopes(unit: OrgUnit, tree: Tree) -> tuple[Scope, ...]:
    """Through which roll-ups an org unit's figures go up."""
    if unit.parent is None:
        return ()
    if tree[unit.parent].parent is None:
        return (Scope.CHILD, Scope.THROUGH) if unit.kind is OrgUnitKind.DISTRICT else (Scope.CHILD,)
    return (Scope.DETAIL, Scope.THROUGH) if unit.kind is OrgUnitKind.COMMUNE else ()


def reported(unit: OrgUnit, scope: Scope, maps: Maps) -> Shares:
    """The receiver on the map of the period."""
    return {receiver(unit, scope, maps.then): Fraction(1)}


def converted(unit: OrgUnit, scope: Scope, maps: Maps) -> Shares:
    """The receivers on the map of the day converted to. A unit that ended without successor follows the one above it."""
    if scope is Scope.DETAIL:
        heirs_there = {code: share for code, share in maps.became(unit.code).items() if below_district(maps.now, code)}
        return fold(heirs_there, lambda code: receiver(maps.now[code], scope, maps.now))
    line = (unit, *maps.then.ancestors(unit.code))
    shares = next((found for found in (maps.became(above.code) for above in line) if found), {})
    return fold(shares, lambda code: root(maps.now[code], maps.now))


def receiver(unit: OrgUnit, scope: Scope, tree: Tree) -> str:
    """The district of a commune, or the province."""
    return unit.parent if scope is Scope.DETAIL and unit.parent else root(unit, tree)


def root(unit: OrgUnit, tree: Tree) -> str:
    """Code of the highest org unit above, or of the unit itself."""
    above = tree.ancestors(unit.code)
    return above[-1].code if above else unit.code


def below_district(tree: Tree, code: str) -> bool:
    """Whether a district stands above."""
    parent = tree[code].parent
    return parent is not None and tree[parent].kind is OrgUnitKind.DISTRICT


def fold(shares: Shares, receiver_of: Callable[[str], str]) -> Shares:
    """Shares added up by receiver. Parts that all go to one receiver are its own, known or not."""
    folded: Shares = {}
    for code, share in shares.items():
        target = receiver_of(code)
        earlier = folded.get(target, Fraction(0))
        folded[target] = None if share is None or earlier is None else earlier + share
    if len(folded) == 1:
        return dict.fromkeys(folded, Fraction(1))
    return folded


def districts_of(unit: OrgUnit, maps: Maps) -> Shares:
    """The districts of the day converted to in which a commune lies that has no district on its own map."""
    if unit.kind is not OrgUnitKind.COMMUNE or any(
        one.kind is OrgUnitKind.DISTRICT for one in maps.then.ancestors(unit.code)
    ):
        return {}
    folded = fold(maps.became(unit.code), lambda code: maps.now[code].parent or code)
    return {code: share for code, share in folded.items() if maps.now[code].kind is OrgUnitKind.DISTRICT}


def heirs(maps: Maps) -> Iterator[Route]:
    """Routes to the org units that others became part of; a unit that simply lived on is no roll-up of itself."""
    given: dict[str, Shares] = {}
    for unit in maps.then:
        if unit.kind in PARALLEL:
            continue
        for target, share in {**maps.became(unit.code), **districts_of(unit, maps)}.items():
            given.setdefault(target, {})[unit.code] = share
    for target, sources in given.items():
        if maps.now[target].parent is None or sources == {target: Fraction(1)}:
            continue
        for code, share in sources.items():
            yield Route(
                org_unit=code, period=maps.period, scope=Scope.HEIR, basis=Basis.CURRENT, target=target, share=share
            )
