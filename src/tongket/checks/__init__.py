"""What is wrong with the reports that came in, and which of them count; opens no file and no database."""

from tongket.checks.check import check
from tongket.checks.counting import Miscount, MiscountKind, miscounts
from tongket.checks.findings import is_late
from tongket.checks.model import Checked, Finding, Notice
from tongket.checks.settings import (
    THRESHOLDS,
    CheckSettings,
    FigureRule,
    Formula,
    Restated,
    RuleSign,
    with_thresholds,
)

__all__ = [
    "THRESHOLDS",
    "CheckSettings",
    "Checked",
    "FigureRule",
    "Finding",
    "Formula",
    "Miscount",
    "MiscountKind",
    "Notice",
    "Restated",
    "RuleSign",
    "check",
    "is_late",
    "miscounts",
    "with_thresholds",
]
