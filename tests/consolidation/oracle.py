"""The roll-up once more, slow and plain: loops and fractions, no database; what the engine is compared with."""

from collections.abc import Mapping
from fractions import Fraction

from consolidation.cast import FRAMEWORK, REVIEW, hierarchy
from tongket.orgunits import Tree
from tongket.periods import Period

Parts = tuple[Fraction, ...]
"""One number, or numerator and denominator."""
Figures = dict[tuple[str, str, str, str], Parts]
"""Org unit, period, indicator, basis."""
Facts = Mapping[tuple[str, str, str], Parts]
"""Org unit, year, indicator."""


def expected(facts: Facts, *, unknown: bool) -> Figures:
    found: Figures = {}
    for year in REVIEW.years():
        for one in FRAMEWORK:
            here = {unit: parts for (unit, when, code), parts in facts.items() if (when, code) == (year.code, one.code)}
            if one.over_units != "none":
                found |= of_year(here, one.code, year, unknown=unknown)
    return found | of_span(found)


def of_year(here: Mapping[str, Parts], code: str, year: Period, *, unknown: bool) -> Figures:
    then = hierarchy(unknown=unknown).on(year.last_day)
    communes_only = FRAMEWORK[code].levels == {"commune"}
    found: Figures = {}
    for basis in ("as_reported", "current"):
        stated = from_communes(here, then) if communes_only else [here.get(c) for c in ("D1", "D2", "AG")]
        if any(stated) and not (communes_only and None in stated):
            found["1", year.code, code, basis] = together(code, [parts for parts in stated if parts])
        for district in ("D1", "D2"):
            below = [here[unit.code] for unit in then.children(district) if unit.code in here]
            if communes_only and below:
                found[district, year.code, code, basis] = together(code, below)
    for target, parts in of_heirs(here, code, year, unknown=unknown).items():
        found[target, year.code, code, "current"] = parts
    return found


def from_communes(here: Mapping[str, Parts], then: Tree) -> list[Parts | None]:
    """What each district has: its own word, else its communes'; None for one that has neither."""
    found: list[Parts | None] = []
    for district in ("D1", "D2"):
        below = [here[unit.code] for unit in then.children(district) if unit.code in here]
        found.append(here.get(district) or (added(below) if below else None))
    return found


def of_heirs(here: Mapping[str, Parts], code: str, year: Period, *, unknown: bool) -> dict[str, Parts]:
    """The reorganisation of 2020, by hand."""
    if year.code != "2019" or FRAMEWORK[code].over_units == "max":
        return {}
    sources = {"12": {"11": 1, "12": 1}, "13": {"13": 1, "14": Fraction(1, 4)}, "15": {"14": Fraction(3, 4)}}
    if unknown:
        sources = {"15": sources["15"]}
    return {
        target: added([tuple(part * share for part in here[unit]) for unit, share in shares.items()])
        for target, shares in sources.items()
        if all(unit in here for unit in shares)
    }


def added(many: list[Parts]) -> Parts:
    return tuple(sum(column, Fraction(0)) for column in zip(*many, strict=True))


def together(code: str, many: list[Parts]) -> Parts:
    return max(many) if FRAMEWORK[code].over_units == "max" else added(many)


def of_span(yearly: Figures) -> Figures:
    found: Figures = {}
    for one in FRAMEWORK:
        for basis in ("as_reported", "current"):
            years = [("1", year.code, one.code, basis) for year in REVIEW.years()]
            stated = [yearly[key] for key in years if key in yearly]
            if stated:
                found["1", REVIEW.code, one.code, basis] = over_time(one.over_time, stated)
    return found


def over_time(rule: str, stated: list[Parts]) -> Parts:
    if rule == "last":
        return stated[-1]
    return max(stated) if rule == "max" else added(stated)
