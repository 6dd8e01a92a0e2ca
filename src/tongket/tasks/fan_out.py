"""A task to all units of a kind becomes one for each unit that is there on the day."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from tongket.orgunits import Hierarchy, OrgUnit, OrgUnitKind
from tongket.tasks.model import Task


class UnitGroup(StrEnum):
    """Whom a conclusion may name together."""

    DISTRICTS = "districts"
    COMMUNES = "communes"
    AGENCIES = "agencies"


KINDS = {
    UnitGroup.DISTRICTS: OrgUnitKind.DISTRICT,
    UnitGroup.COMMUNES: OrgUnitKind.COMMUNE,
    UnitGroup.AGENCIES: OrgUnitKind.AGENCY,
}


def units_of(group: UnitGroup, hierarchy: Hierarchy, top: str, on: date) -> tuple[OrgUnit, ...]:
    """The org units of a group under ``top`` on a day, in the order of their codes."""
    tree = hierarchy.on(on)
    found = (unit for unit in tree.descendants(top) if unit.kind is KINDS[group]) if top in tree else ()
    return tuple(sorted(found, key=lambda unit: unit.code))


def fan_out(task: Task, group: UnitGroup, hierarchy: Hierarchy, top: str, on: date) -> tuple[Task, ...]:
    """The parts of a task, one for each org unit of the group; the task itself stays their parent."""
    return tuple(
        replace(task, id=f"{task.id}.{unit.code}", lead=unit.name, org_unit=unit.code, parent=task.id)
        for unit in units_of(group, hierarchy, top, on)
    )
