"""Workbooks in and out."""

from tongket.exchange.approval import Approval, ApprovalRow, approval_workbook, read_approvals
from tongket.exchange.collection_form import FormLine, LastFigure, collection_form, form_lines
from tongket.exchange.decision_reader import read_decisions
from tongket.exchange.decisions import DoubtRow, decisions_workbook, unit_sheet
from tongket.exchange.icalendar import icalendar
from tongket.exchange.law_matrix import lines, matrix_workbook, read_matrix
from tongket.exchange.problem_sheet import problem_sheet
from tongket.exchange.register_folder import RegisterShelf, public_part, read_registers, register_files, seen_by
from tongket.exchange.register_reading import read_register
from tongket.exchange.register_tables import MoneyRow, coverage_workbook, money_workbook
from tongket.exchange.register_workbook import RegisterLabels, register_workbook
from tongket.exchange.task_store import TaskStore, load_tasks, save_tasks
from tongket.exchange.task_workbook import RUNGS, read_task_workbook, task_workbook
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
    "RUNGS",
    "Approval",
    "ApprovalRow",
    "CellLook",
    "Column",
    "Condition",
    "ConditionKind",
    "DoubtRow",
    "FormLine",
    "LastFigure",
    "MoneyRow",
    "RegisterLabels",
    "RegisterShelf",
    "Sheet",
    "SheetCell",
    "TaskStore",
    "Workbook",
    "approval_workbook",
    "collection_form",
    "coverage_workbook",
    "decisions_workbook",
    "form_lines",
    "formula",
    "icalendar",
    "lines",
    "load_tasks",
    "matrix_workbook",
    "money_workbook",
    "number",
    "problem_sheet",
    "public_part",
    "read_approvals",
    "read_decisions",
    "read_matrix",
    "read_register",
    "read_registers",
    "read_task_workbook",
    "register_files",
    "register_workbook",
    "save_tasks",
    "seen_by",
    "task_workbook",
    "unit_sheet",
    "words",
    "workbook_bytes",
    "write_workbook",
]
