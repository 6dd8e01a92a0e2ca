"""Org units with their histories: the tree on any day, what became of whom, and units by what people write."""

from tongket.orgunits.crosswalk import Crosswalk, CrosswalkEdge
from tongket.orgunits.difference import TreeDifference, tree_difference
from tongket.orgunits.export import hierarchy_tables
from tongket.orgunits.finder import UnitFinder
from tongket.orgunits.hierarchy import Hierarchy, Tree
from tongket.orgunits.index import NameMatch
from tongket.orgunits.lineage import Lineage, LineageLink, lineage
from tongket.orgunits.lineage_svg import lineage_svg
from tongket.orgunits.load import load_hierarchy
from tongket.orgunits.mentions import UnitMention
from tongket.orgunits.model import PARALLEL, TERRITORIAL, Change, ChangeEdge, ChangeKind, OrgUnit, OrgUnitKind
from tongket.orgunits.national import is_national
from tongket.orgunits.planning import ReorganisationPlan, apply_plan, read_plan, withdraw_plan
from tongket.orgunits.ranking import Candidate, lowest
from tongket.orgunits.tiers import tier_problems, tiers_on

__all__ = [
    "PARALLEL",
    "TERRITORIAL",
    "Candidate",
    "Change",
    "ChangeEdge",
    "ChangeKind",
    "Crosswalk",
    "CrosswalkEdge",
    "Hierarchy",
    "Lineage",
    "LineageLink",
    "NameMatch",
    "OrgUnit",
    "OrgUnitKind",
    "ReorganisationPlan",
    "Tree",
    "TreeDifference",
    "UnitFinder",
    "UnitMention",
    "apply_plan",
    "hierarchy_tables",
    "is_national",
    "lineage",
    "lineage_svg",
    "load_hierarchy",
    "lowest",
    "read_plan",
    "tier_problems",
    "tiers_on",
    "tree_difference",
    "withdraw_plan",
]
