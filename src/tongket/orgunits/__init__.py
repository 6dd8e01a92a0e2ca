"""Org units with their histories: the tree on any day, what became of whom, and units by what people write."""

from tongket.orgunits.crosswalk import Crosswalk, CrosswalkEdge
from tongket.orgunits.export import hierarchy_tables
from tongket.orgunits.finder import UnitFinder
from tongket.orgunits.hierarchy import Hierarchy, Tree
from tongket.orgunits.index import NameMatch
from tongket.orgunits.load import load_hierarchy
from tongket.orgunits.mentions import UnitMention
from tongket.orgunits.model import Change, ChangeEdge, ChangeKind, OrgUnit, OrgUnitKind
from tongket.orgunits.national import is_national
from tongket.orgunits.ranking import Candidate

__all__ = [
    "Candidate",
    "Change",
    "ChangeEdge",
    "ChangeKind",
    "Crosswalk",
    "CrosswalkEdge",
    "Hierarchy",
    "NameMatch",
    "OrgUnit",
    "OrgUnitKind",
    "Tree",
    "UnitFinder",
    "UnitMention",
    "hierarchy_tables",
    "is_national",
    "load_hierarchy",
]
