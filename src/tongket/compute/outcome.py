"""What became of one item of a long job."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[Item, Value]):
    """An item, and its value or the error that it ended in."""

    item: Item
    value: Value | None = None
    error: Exception | None = None


class WorkerDiedError(Exception):
    """The process that worked on an item ended without an answer (no memory, a crash in a library)."""


class OverTimeError(WorkerDiedError):
    """The process was ended because its item took too long."""


class OverMemoryError(WorkerDiedError):
    """The process was ended because its item took too much memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What one item may take before its process is ended; 0 where there is no end."""

    seconds: float = 0.0
    mebibytes: int = 0


NO_END = Allowance()
