"""A report: one org unit, one period; its numbers and its text, each with its source."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tongket.framework import Part
from tongket.periods import Period
from tongket.problems import Problem
from tongket.reports.decision import Decision


class ValueState(StrEnum):
    """What a stated value says; a missing one is a :class:`Silence`, never zero."""

    REPORTED = "reported"
    NOTHING_OCCURRED = "nothing_occurred"


SURE = 0.9
"""What is read less surely than this is offered to a person, and enters no total before the answer."""


class NarrativeKind(StrEnum):
    """What a passage is."""

    RESULT = "result"
    LIMITATION = "limitation"
    CAUSE = "cause"
    TASK = "task"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something was read: file, its SHA-256, anchor, the characters there, the reader, how sure (0 to 1)."""

    file: str
    sha256: str
    anchor: str
    text: str
    reader: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DataValue:
    """One stated figure. ``value`` is in the indicator's unit of measure (amounts in tỷ đồng)."""

    org_unit: str
    period: Period
    indicator: str
    part: Part
    value: Decimal
    unit_of_measure: str
    source: Source
    state: ValueState = ValueState.REPORTED
    decision: Decision | None = None
    """The person's answer by which ``value`` is what it is; the source keeps what is written."""
    as_read: Decimal | None = None
    """The number that was read, where a person corrected it."""

    @property
    def is_sure(self) -> bool:
        """Whether it was read surely, or a person has decided on it."""
        return self.decision is not None or self.source.confidence >= SURE


class SilenceState(StrEnum):
    """Why there is no figure."""

    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """An indicator of which a report says that there is no figure."""

    org_unit: str
    period: Period
    indicator: str
    state: SilenceState
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """A sentence of the report's text."""

    kind: NarrativeKind
    text: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one file states. ``org_unit`` and ``period`` are None where the file does not tell them."""

    file: str
    sha256: str
    org_unit: str | None
    period: Period | None
    unit_as_written: str = ""
    number: str = ""
    title: str = ""
    document_date: date | None = None
    illustrative: bool = False
    form: str = ""
    """The code of the report form, where the file is a filled collection form and not a document."""
    recognised: bool = False
    """Whether its letters were recognised on pictures of pages."""
    signed: bool = False
    """Whether the file bears a digital signature."""
    annex_to: str | None = None
    """The number of the report that the file is a separate annex to, "" where it names none; None for a report."""
    values: tuple[DataValue, ...] = ()
    silences: tuple[Silence, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    fingerprint: bytes = field(default=b"", repr=False)
    """What its wording is recognised by when it comes again: eight bytes for each run of words."""
