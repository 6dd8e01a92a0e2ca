"""Where a series of years breaks: days on which the units that state it changed, so that a trend must mark them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tongket.consolidation.model import Figure
from tongket.orgunits import Change, ChangeEdge, Hierarchy
from tongket.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesBreak:
    """Between two periods of a series the units that state it changed on ``on``.

    ``boundary``: territory came from or went to units that do not state it, so that sums are of another territory;
    otherwise units inside were joined, divided or renamed, and only what counts units is another.
    ``units_inside`` are the lowest units before and after.
    """

    before: Period
    after: Period
    on: date
    legal_bases: tuple[str, ...]
    boundary: bool
    units_inside: tuple[int, int]


def series_breaks(hierarchy: Hierarchy, figures: Sequence[Figure]) -> tuple[SeriesBreak, ...]:
    """The breaks of the figures of one indicator, oldest first; spans are no part of a series."""
    yearly = sorted((one for one in figures if not one.period.is_span), key=lambda one: one.period)
    return tuple(found for earlier, later in pairwise(yearly) for found in _between(hierarchy, earlier, later))


def _between(hierarchy: Hierarchy, earlier: Figure, later: Figure) -> Iterator[SeriesBreak]:
    start, end = earlier.period.last_day, later.period.last_day
    before = _inside(hierarchy, start, earlier.base.reporters)
    after = _inside(hierarchy, end, later.base.reporters)
    changes = [change for change in hierarchy.changes if start < change.on <= end]
    for day in sorted({change.on for change in changes}):
        touching = [change for change in changes if change.on == day and _touches(change, before, after)]
        if touching:
            yield SeriesBreak(
                before=earlier.period,
                after=later.period,
                on=day,
                legal_bases=tuple(dict.fromkeys(one.legal_basis for one in touching if one.legal_basis)),
                boundary=any(crosses(edge, before, after) for change in touching for edge in change.edges),
                units_inside=(_lowest(hierarchy, start, before), _lowest(hierarchy, end, after)),
            )


def _inside(hierarchy: Hierarchy, day: date, org_units: Iterable[str]) -> frozenset[str]:
    """The units and all below them on a day."""
    tree = hierarchy.on(day)
    there = [code for code in org_units if code in tree]
    return frozenset([*there, *(unit.code for code in there for unit in tree.descendants(code))])


def _touches(change: Change, before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether a change moves or ends any of the units, or takes one of them elsewhere; another name alone does not."""
    return any(
        crosses(edge, before, after)
        or (not change.is_of_itself(edge) and bool((before | after) & {edge.from_, edge.to}))
        for edge in change.edges
    )


def crosses(edge: ChangeEdge, before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether something came in from outside or went out."""
    return edge.from_ is not None and edge.to is not None and (edge.from_ in before) != (edge.to in after)


def _lowest(hierarchy: Hierarchy, day: date, codes: frozenset[str]) -> int:
    """How many of the units have none below them."""
    tree = hierarchy.on(day)
    return sum(not tree.children(code) for code in codes)
