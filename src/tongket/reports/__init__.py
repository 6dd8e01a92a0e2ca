"""One org unit, one period: its numbers and its text, each with a source."""

from tongket.reports.model import (
    DataValue,
    Narrative,
    NarrativeKind,
    Report,
    Silence,
    Source,
    ValueState,
)

__all__ = ["DataValue", "Narrative", "NarrativeKind", "Report", "Silence", "Source", "ValueState"]
