"""Workbooks in and out."""

from tongket.exchange.collection_form import FormLine, LastFigure, collection_form, form_lines
from tongket.exchange.decision_reader import read_decisions
from tongket.exchange.decisions import DoubtRow, decisions_workbook, unit_sheet
from tongket.exchange.law_matrix import lines, matrix_workbook, read_matrix
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
    "DoubtRow",
    "FormLine",
    "LastFigure",
    "Sheet",
    "SheetCell",
    "Workbook",
    "collection_form",
    "decisions_workbook",
    "form_lines",
    "formula",
    "lines",
    "matrix_workbook",
    "number",
    "read_decisions",
    "read_matrix",
    "unit_sheet",
    "words",
    "workbook_bytes",
    "write_workbook",
]
