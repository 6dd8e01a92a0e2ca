"""Praise: criteria of the law, nominations, what stands against them, and who is left to be commended."""

from tongket.commendation.conflicts import Conflict, ConflictKind, conflicts, to_commend
from tongket.commendation.model import Criterion, EarlierAward, Nomination, Nominee, criterion_of

__all__ = [
    "Conflict",
    "ConflictKind",
    "Criterion",
    "EarlierAward",
    "Nomination",
    "Nominee",
    "conflicts",
    "criterion_of",
    "to_commend",
]
