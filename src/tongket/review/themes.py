"""The themes of what units say is lacking, why, and what they propose, with what answers each."""

from collections.abc import Iterable, Mapping
from itertools import chain

from tongket.conference import tasks_of
from tongket.consolidation import StatementGroup, Theme, group_statements, themes_of, with_answers
from tongket.framework import Framework
from tongket.orgunits import Hierarchy
from tongket.packs import ConferenceFiles
from tongket.reports import NarrativeKind, Report

Statements = Mapping[NarrativeKind, tuple[StatementGroup, ...]]
THEMED = (NarrativeKind.LIMITATION, NarrativeKind.CAUSE, NarrativeKind.PROPOSAL)


def statements_of(reports: Iterable[Report]) -> Statements:
    """What units say, by matter; results are told by figures."""
    told = tuple(reports)
    kinds = (kind for kind in NarrativeKind if kind is not NarrativeKind.RESULT)
    return {kind: group_statements(told, kind) for kind in kinds}


def review_themes(
    statements: Statements, framework: Framework, conference: ConferenceFiles | None, hierarchy: Hierarchy
) -> Mapping[NarrativeKind, tuple[Theme, ...]]:
    """The themes of each kind."""
    both = chain(statements[NarrativeKind.PROPOSAL], statements[NarrativeKind.TASK])
    proposed = sorted(both, key=lambda one: (-len(one.org_units), one.text))
    previous = conference.previous if conference else None
    earlier = previous.limitations if previous else ()
    leads = list(_leads(conference, hierarchy)) if conference else []
    return {
        kind: with_answers(
            themes_of(statements[kind], framework),
            framework,
            proposed=proposed if kind is NarrativeKind.LIMITATION else (),
            earlier=earlier if kind is NarrativeKind.LIMITATION else (),
            leads=leads if kind is NarrativeKind.LIMITATION else (),
        )
        for kind in THEMED
    }


def _leads(files: ConferenceFiles, hierarchy: Hierarchy) -> Iterable[tuple[str, str]]:
    """Deed and lead of the tasks of this review, then of the last one."""
    for given in tasks_of(files.conference, hierarchy):
        if given.parent is None:
            yield given.deed, given.lead
    for task in files.previous.tasks if files.previous else ():
        yield task.text, task.lead
