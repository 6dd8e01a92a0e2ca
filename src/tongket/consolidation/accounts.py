"""What units say in words of their results, without a figure: by pillar, in the wording that most units use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tongket.consolidation.statement_groups import StatementGroup, group_statements
from tongket.consolidation.themes import themes_of
from tongket.framework import Framework
from tongket.reports import NarrativeKind, Report

FEWEST = 3
"""Fewer units are no common account."""
MEASURED = re.compile(r"\d")
NO_RESULT = re.compile(
    r"^(?:\(|trong (?:năm|kỳ) (?:không|chưa)|(?:kiến nghị|đề nghị|tăng cường|tiếp tục|hoàn thiện|đẩy mạnh|đổi mới)\b)|:|\bchưa\b",
    re.I,
)
"""Openings of tasks and proposals, and of what did not happen."""


def results_told(reports: Iterable[Report], framework: Framework) -> Mapping[str, tuple[StatementGroup, ...]]:
    """The accounts of at least three units by code of their pillar, those of most units first."""
    told = tuple(replace(one, narratives=tuple(n for n in one.narratives if _is_account(n.text))) for one in reports)
    groups = [one for one in group_statements(told, NarrativeKind.RESULT) if len(one.org_units) >= FEWEST]
    return {theme.code: theme.groups for theme in themes_of(groups, framework) if theme.code in framework.pillars}


def _is_account(text: str) -> bool:
    return not MEASURED.search(text) and not NO_RESULT.search(text)
