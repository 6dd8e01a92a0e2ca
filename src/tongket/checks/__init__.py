"""What is wrong with the reports that came in, and which of them count; opens no file and no database."""

from tongket.checks.check import check
from tongket.checks.counting import Miscount, MiscountKind, miscounts
from tongket.checks.findings import is_late
from tongket.checks.model import Checked, Finding, Notice

__all__ = ["Checked", "Finding", "Miscount", "MiscountKind", "Notice", "check", "is_late", "miscounts"]
