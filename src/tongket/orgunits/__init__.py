"""Org units with their histories: the tree on any day, what became of whom, and units by what people write."""

from tongket.orgunits.crosswalk import Crosswalk, CrosswalkEdge
from tongket.orgunits.hierarchy import Hierarchy, Tree
from tongket.orgunits.load import load_hierarchy
from tongket.orgunits.model import Change, ChangeEdge, ChangeKind, OrgUnit, OrgUnitKind

__all__ = [
    "Change",
    "ChangeEdge",
    "ChangeKind",
    "Crosswalk",
    "CrosswalkEdge",
    "Hierarchy",
    "OrgUnit",
    "OrgUnitKind",
    "Tree",
    "load_hierarchy",
]
