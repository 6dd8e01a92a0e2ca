"""Who takes over the open tasks of a unit that is no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tongket.orgunits import Hierarchy
from tongket.tasks.model import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A task that went from a unit to the one that took all of it."""

    task: str
    before: str
    after: str


def hand_over(
    tasks: Sequence[Task], hierarchy: Hierarchy, *, on: date, given_on: Mapping[str, date]
) -> tuple[tuple[Task, ...], tuple[Handover, ...], tuple[Task, ...]]:
    """The tasks with the leads they have on a day; what went to whom; and the orphans, whose unit is gone and whose
    successor nobody knows: parted, or dissolved."""
    tree = hierarchy.on(on)
    made: list[Task] = []
    moved: list[Handover] = []
    orphans: list[Task] = []
    for task in tasks:
        given = given_on.get(task.id)
        if task.org_unit is None or given is None or given > on or _same(hierarchy, task.org_unit, given, on):
            made.append(task)
            continue
        targets = hierarchy.crosswalk(given, on).targets(task.org_unit)
        whole = [edge.target for edge in targets if edge.whole]
        if len(whole) == 1:
            after = tree[whole[0]]
            made.append(replace(task, org_unit=after.code, lead=after.name))
            moved.append(Handover(task=task.id, before=task.org_unit, after=after.code))
        else:
            made.append(task)
            orphans.append(task)
    return tuple(made), tuple(moved), tuple(orphans)


def _same(hierarchy: Hierarchy, code: str, given: date, on: date) -> bool:
    """Whether the unit is still there, in the same life."""
    before, after = hierarchy.on(given).get(code), hierarchy.on(on).get(code)
    return before is None or (after is not None and before.uid == after.uid)
