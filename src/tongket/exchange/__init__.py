"""Workbooks in and out."""

from tongket.exchange.workbook import (
    CellLook,
    Column,
    Condition,
    ConditionKind,
    Sheet,
    SheetCell,
    Workbook,
    formula,
    number,
    words,
)
from tongket.exchange.xlsx_writer import workbook_bytes, write_workbook

__all__ = [
    "CellLook",
    "Column",
    "Condition",
    "ConditionKind",
    "Sheet",
    "SheetCell",
    "Workbook",
    "formula",
    "number",
    "words",
    "workbook_bytes",
    "write_workbook",
]
