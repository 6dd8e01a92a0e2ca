"""One org unit, one period: its numbers and its text, each with a source."""

from tongket.reports.collection_form import (
    ABOUT,
    COLLECTION_FORM,
    IDENTITY_SHEET,
    MARK,
    NARRATIVES,
    FormColumn,
    FormIdentity,
    FormState,
    RowKind,
    row_key,
)
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
    SilenceState,
    Source,
    ValueState,
)
from tongket.reports.stated import Stated, StatedKey, stated
from tongket.reports.versions import ReportKey, that_count, version_order, versions, whole_reports

__all__ = [
    "ABOUT",
    "CHANGING",
    "COLLECTION_FORM",
    "IDENTITY_SHEET",
    "MARK",
    "NARRATIVES",
    "DataValue",
    "Decision",
    "DecisionSubject",
    "DecisionVerb",
    "FormColumn",
    "FormIdentity",
    "FormState",
    "Narrative",
    "NarrativeKind",
    "Report",
    "ReportDuty",
    "ReportKey",
    "RowKind",
    "Silence",
    "SilenceState",
    "Source",
    "Stated",
    "StatedKey",
    "SubjectKind",
    "ValueState",
    "fits",
    "load_duties",
    "row_key",
    "settled",
    "stated",
    "that_count",
    "version_order",
    "versions",
    "whole_reports",
]
