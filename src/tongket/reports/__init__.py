"""One org unit, one period: its numbers and its text, each with a source."""

from tongket.reports.decision import (
    CHANGING,
    Decision,
    DecisionSubject,
    DecisionVerb,
    SubjectKind,
    fits,
    settled,
)
from tongket.reports.duty import ReportDuty, load_duties
from tongket.reports.model import (
    DataValue,
    Narrative,
    NarrativeKind,
    Report,
    Silence,
    Source,
    ValueState,
)
from tongket.reports.stated import Stated, StatedKey, stated
from tongket.reports.versions import ReportKey, version_order, versions

__all__ = [
    "CHANGING",
    "DataValue",
    "Decision",
    "DecisionSubject",
    "DecisionVerb",
    "Narrative",
    "NarrativeKind",
    "Report",
    "ReportDuty",
    "ReportKey",
    "Silence",
    "Source",
    "Stated",
    "StatedKey",
    "SubjectKind",
    "ValueState",
    "fits",
    "load_duties",
    "settled",
    "stated",
    "version_order",
    "versions",
]
