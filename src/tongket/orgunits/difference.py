"""What differs between the trees of two days."""

from dataclasses import dataclass
from datetime import date

from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.model import Change, OrgUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeDifference:
    """Lives that ended and began, those that bear another name or stand elsewhere (before, after), and the changes
    after the first day up to the second."""

    ended: tuple[OrgUnit, ...]
    begun: tuple[OrgUnit, ...]
    renamed: tuple[tuple[OrgUnit, OrgUnit], ...]
    moved: tuple[tuple[OrgUnit, OrgUnit], ...]
    changes: tuple[Change, ...]


def tree_difference(hierarchy: Hierarchy, start_day: date, end_day: date) -> TreeDifference:
    """What is otherwise on ``end_day`` than on ``start_day``."""
    before = {unit.uid: unit for unit in hierarchy.on(start_day)}
    after = {unit.uid: unit for unit in hierarchy.on(end_day)}
    both = [(before[uid], after[uid]) for uid in before if uid in after]
    first, last = sorted((start_day, end_day))
    return TreeDifference(
        ended=tuple(unit for uid, unit in before.items() if uid not in after),
        begun=tuple(unit for uid, unit in after.items() if uid not in before),
        renamed=tuple((one, other) for one, other in both if one.name != other.name),
        moved=tuple((one, other) for one, other in both if one.parent != other.parent),
        changes=tuple(change for change in hierarchy.changes if first < change.on <= last),
    )
