"""Arithmetic anywhere: what claims to be a sum or a share in any table or sentence, and whether it is one."""

from tongket.checks.counting.document import miscounts
from tongket.checks.counting.model import Miscount, MiscountKind

__all__ = ["Miscount", "MiscountKind", "miscounts"]
