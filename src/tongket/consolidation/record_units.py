"""To whom a record counts: the unit that kept it and those above it, on the map of the record's day or of a later one."""

from datetime import date
from functools import cache

from tongket.orgunits import Hierarchy, OrgUnit, Tree


class UnitsOfRecords:
    """Answers of one hierarchy, kept: thousands of records share a unit and a year."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self.hierarchy = hierarchy
        self.owners = cache(self._owners)
        self.homes = cache(self._homes)
        self.counted = cache(self._counted)

    def _owners(self, org_unit: str, day: date) -> tuple[str, ...]:
        """The unit and those above it as they stood on ``day``; the unit alone where it was not there."""
        tree = self.hierarchy.on(day)
        if org_unit not in tree:
            return (org_unit,)
        return (org_unit, *(unit.code for unit in tree.ancestors(org_unit)))

    def _homes(self, org_unit: str, day: date, end: date) -> tuple[str, ...]:
        """The units of ``end`` into which the whole of a unit of ``day`` has gone; none where it was parted or nobody
        knows its shares."""
        if day >= end:
            return (org_unit,) if org_unit in self.hierarchy.on(day) else ()
        edges = self.hierarchy.crosswalk(day, end).targets(org_unit)
        return tuple(edge.target for edge in edges if edge.whole)

    def _counted(self, owner: str, kinds: frozenset[str], end: date) -> tuple[str, ...]:
        """The units of some kinds at and below ``owner`` on ``end``."""
        tree = self.hierarchy.on(end)
        return tuple(unit.code for unit in within(tree, owner) if unit.kind.value in kinds)


def within(tree: Tree, owner: str) -> tuple[OrgUnit, ...]:
    """The unit and all below it."""
    return (tree[owner], *tree.descendants(owner)) if owner in tree else ()
