"""Registers as a pack declares them, and the records that org units keep in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from tongket.registers.computation import Computation
from tongket.workflow import Lifecycle

RecordValue: TypeAlias = str | Decimal | date | bool | None
"""What stands in a field: a choice by its code, a yes or no, None where nothing is written."""


class FieldKind(StrEnum):
    """What a field takes; a closed list: no address of a page, no account, no place on a map."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DAY = "day"
    CHOICE = "choice"
    YES_NO = "yes_no"
    COMPUTED = "computed"
    """Worked out from other fields; nobody writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordField:
    """A field of a register or of a table of lines below a record; ``choices`` by code."""

    code: str
    name: str
    kind: FieldKind
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    unit_of_measure: str = ""
    computation: Computation | None = None
    planned: str = ""
    """The field that holds what was planned of the same; plan and actual stand side by side."""

    @property
    def label(self) -> str:
        """The name above its column."""
        return f"{self.name} ({self.unit_of_measure})" if self.unit_of_measure else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTable:
    """Lines below a record: a dated log, movements of money, objectives with their rating."""

    code: str
    name: str
    fields: tuple[RecordField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Which fields say what is still to be done: of the record, or of its lines (``lines``)."""

    deed: str
    owner: str
    due: str
    lines: str = ""
    product: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The lines in which an exercise is judged objective by objective, and the fields of each."""

    lines: str
    objective: str
    rating: str
    strength: str
    improvement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyTimeline:
    """Which fields tell a budget line in time: plan, day by which it is due, and the movements below it."""

    planned: str
    due: str
    lines: str
    on: str
    amount: str
    movement: str
    allocated: str
    disbursed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordType:
    """A register: its fields, lines, lifecycle, who keeps and who sees it. ``dated_by``: the first of these fields that
    is filled in says to which period a record belongs; ``orders`` are pairs of days of which the second is not earlier.
    ``public_where``: the fields that must say yes before a record goes into a paper for the public."""

    code: str
    name: str
    purpose: str
    fields: tuple[RecordField, ...]
    lifecycle: Lifecycle
    kept_by: frozenset[str]
    seen_by: frozenset[str]
    dated_by: tuple[str, ...]
    lines: tuple[LineTable, ...] = ()
    orders: tuple[tuple[str, str], ...] = ()
    follow_up: FollowUp | None = None
    evaluation: Evaluation | None = None
    timeline: MoneyTimeline | None = None
    public_where: tuple[str, ...] = ()
    figures: Mapping[str, "RecordFormula"] = field(default_factory=dict)

    def field(self, code: str) -> RecordField:
        """The field of a code; KeyError with a sentence where there is none."""
        for one in self.fields:
            if one.code == code:
                return one
        raise KeyError(f"no field {code!r} in the register {self.code!r}")

    def table(self, code: str) -> LineTable:
        """The lines of a code; KeyError where there are none."""
        for one in self.lines:
            if one.code == code:
                return one
        raise KeyError(f"no lines {code!r} in the register {self.code!r}")


class Operation(StrEnum):
    """What a formula does with the records it finds."""

    COUNT = "count"
    SUM = "sum"
    DISTINCT = "distinct"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFormula:
    """A data element computed from records: how many there are, the sum of a field, how many different values it has.
    ``where`` holds field (or ``state``) -> the values allowed; ``added`` are elements that are summed instead."""

    operation: Operation = Operation.SUM
    record_type: str = ""
    lines: str = ""
    """The lines that are taken instead of the records themselves."""
    of: str = ""
    """The field that is summed, or of which the different values are counted."""
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    dated_by: str = ""
    added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line below a record."""

    values: Mapping[str, RecordValue]
    as_written: Mapping[str, str] = field(default_factory=dict)
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing in a register, of one org unit. ``as_written`` keeps what stands in a cell that could not be understood,
    so that nothing is lost; ``place`` is the file, sheet and row it was read from."""

    id: str
    record_type: str
    org_unit: str
    state: str
    values: Mapping[str, RecordValue]
    lines: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    as_written: Mapping[str, str] = field(default_factory=dict)
    place: str = ""

    def day(self, code: str) -> date | None:
        """The day in a field, or None."""
        value = self.values.get(code)
        return value if isinstance(value, date) else None

    def number(self, code: str) -> Decimal | None:
        """The number in a field, or None."""
        value = self.values.get(code)
        return value if isinstance(value, Decimal) else None

    def dated(self, codes: tuple[str, ...]) -> date | None:
        """The first day among some fields."""
        return next((day for day in map(self.day, codes) if day is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterBook:
    """What one org unit keeps in one register."""

    record_type: str
    org_unit: str
    records: tuple[Record, ...]
