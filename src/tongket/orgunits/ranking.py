"""From names that fit to candidates: on a day, inside a unit above, the best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.index import SCORES, NameMatch
from tongket.orgunits.model import OrgUnit, OrgUnitKind

SURE = 0.8
"""From this score on a single candidate may be taken without asking."""
TIE = 0.02
NOT_ALIVE, OUTSIDE, TIED = 0.85, 0.5, 0.6
"""What each doubt leaves of a score."""

Hit = tuple[OrgUnit, NameMatch, float]
"""A span whose name fits, how, and how well (0 to 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A unit that may be meant.

    ``name`` is its name on the day asked for (its last, where it is not there then), ``matched`` the name that fits
    what is written; ``score`` is 0 to 1, ``sure`` whether it may be taken without asking.
    """

    code: str
    name: str
    span: OrgUnit
    score: float
    alive: bool
    match: NameMatch
    matched: str
    sure: bool = False


def ranked(hierarchy: Hierarchy, hits: Iterable[Hit], on: date | None, context: Sequence[str]) -> tuple[Candidate, ...]:
    """One candidate for each code, the best first, marked sure where only one fits well."""
    best: dict[str, Candidate] = {}
    for span, match, score in hits:
        now = span_on(hierarchy, span, on)
        if context and not all(is_within(hierarchy, now or span, code, on) for code in context):
            score *= OUTSIDE
        candidate = candidate_on(span, now, match, score)
        other = best.get(candidate.code)
        if other is None or rank(candidate) > rank(other):
            best[candidate.code] = candidate
    return decided(sorted(best.values(), key=order))


def decided(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates with those that tie for the first place made less sure."""
    if not found:
        return ()
    top = [one for one in found if one.score >= found[0].score - TIE]
    if len(top) > 1:
        tied = [replace(one, score=one.score * TIED) for one in top]
        lowest = min(one.score for one in tied)
        rest = [replace(one, score=min(one.score, lowest)) for one in found[len(top) :]]
        return (*sorted(tied, key=order), *sorted(rest, key=order))
    return tuple(replace(one, sure=one.alive and one.score >= SURE) for one in top) + tuple(found[1:])


def span_on(hierarchy: Hierarchy, span: OrgUnit, on: date | None) -> OrgUnit | None:
    """The unit as it is on the day; None where it is not there then."""
    return span if on is None or span.valid.contains(on) else span_of_life(hierarchy, span, on)


def candidate_on(span: OrgUnit, now: OrgUnit | None, match: NameMatch, score: float) -> Candidate:
    """The unit that bore the name in ``span``, as it is (``now``) on the day."""
    if now is not None and now.name != span.name:
        score *= SCORES[NameMatch.RENAMED]
        match = NameMatch.RENAMED if match is NameMatch.EXACT else match
    shown = now or span
    return Candidate(
        code=span.code,
        name=shown.name,
        span=shown,
        score=score if now else score * NOT_ALIVE,
        alive=now is not None,
        match=match,
        matched=span.name,
    )


def span_of_life(hierarchy: Hierarchy, span: OrgUnit, on: date) -> OrgUnit | None:
    """The span of the same life on another day."""
    return next((other for other in hierarchy.life(span.uid) if other.valid.contains(on)), None)


def is_within(hierarchy: Hierarchy, span: OrgUnit, code: str, on: date | None) -> bool:
    """Whether the unit is ``code`` or below it, on the day or (if it was not there) at the end of its span.

    An agency has no units below it; what it commands is below the unit that it serves.
    """
    if span.code == code:
        return True
    day = on if on is not None and span.valid.contains(on) else last_day(span)
    above = there_on(hierarchy, code, day)
    if above is not None and above.kind is OrgUnitKind.AGENCY:
        code = above.parent or code
    unit: OrgUnit | None = span
    while unit is not None and unit.parent is not None:
        if unit.parent == code:
            return True
        unit = there_on(hierarchy, unit.parent, day)
    return False


def there_on(hierarchy: Hierarchy, code: str, day: date) -> OrgUnit | None:
    """The unit that bears a code on a day: found without making the tree of the day."""
    return next((span for span in hierarchy.history(code) if span.valid.contains(day)), None)


def order(candidate: Candidate) -> tuple[float, bool, str]:
    """The better score first; of equals those that are there on the day, then by code."""
    return -candidate.score, not candidate.alive, candidate.code


def rank(candidate: Candidate) -> tuple[float, date]:
    """Of one code the better score; of equals the later span."""
    return candidate.score, candidate.span.valid.start


def last_day(span: OrgUnit) -> date:
    """The last day of a span; its first, where it has no end."""
    return span.valid.end - timedelta(days=1) if span.valid.end else span.valid.start


def lowest(found: Sequence[Candidate], hierarchy: Hierarchy, on: date | None) -> Candidate | None:
    """Of units that stand one above the other the lowest; None where there is none, or where two stand side by side."""
    if not found:
        return None
    deepest = max(found, key=lambda one: one.span.level)
    tree = hierarchy.on(on if on is not None else deepest.span.valid.start)
    above = {unit.code for unit in tree.ancestors(deepest.code)} if deepest.code in tree else set()
    return deepest if {one.code for one in found} <= {deepest.code, *above} else None
