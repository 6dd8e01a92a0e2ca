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
