"""Registers that a pack declares: records with typed fields, plan against actual, lifecycle, lines and follow-up."""

from tongket.registers import messages as messages
from tongket.registers.computation import Computation, ComputationKind, as_code, fits
from tongket.registers.merge import MergeConflict, merge_records
from tongket.registers.model import (
    Evaluation,
    FieldKind,
    FollowUp,
    Line,
    LineTable,
    MoneyTimeline,
    Operation,
    Record,
    RecordField,
    RecordFormula,
    RecordType,
    RecordValue,
    RegisterBook,
)
from tongket.registers.parse import WrongCellError, parse_cell
from tongket.registers.rules import computed, is_public, order_faults, plan_shares, state_fault

__all__ = [
    "Computation",
    "ComputationKind",
    "Evaluation",
    "FieldKind",
    "FollowUp",
    "Line",
    "LineTable",
    "MergeConflict",
    "MoneyTimeline",
    "Operation",
    "Record",
    "RecordField",
    "RecordFormula",
    "RecordType",
    "RecordValue",
    "RegisterBook",
    "WrongCellError",
    "as_code",
    "computed",
    "fits",
    "is_public",
    "merge_records",
    "order_faults",
    "parse_cell",
    "plan_shares",
    "state_fault",
]
