"""What can be wrong, said once: problems as data, exceptions with exit codes, the message catalogue."""

from tongket.problems.catalogue import message, place, register, sentence_of, translate
from tongket.problems.errors import (
    CannotWriteError,
    MalformedError,
    NoUsableInputError,
    SecrecyError,
    TongketError,
    WrongCallError,
)
from tongket.problems.problem import Problem, Severity, Where

__all__ = [
    "CannotWriteError",
    "MalformedError",
    "NoUsableInputError",
    "Problem",
    "SecrecyError",
    "Severity",
    "TongketError",
    "Where",
    "WrongCallError",
    "message",
    "place",
    "register",
    "sentence_of",
    "translate",
]
