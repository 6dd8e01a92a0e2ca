"""What is wrong with the reports that came in, and which of them count; opens no file and no database."""

from tongket.checks.check import check
from tongket.checks.findings import is_late
from tongket.checks.model import Checked, Finding, Notice

__all__ = ["Checked", "Finding", "Notice", "check", "is_late"]
