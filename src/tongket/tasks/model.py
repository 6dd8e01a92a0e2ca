"""A task: who does what by when, answering for what, with what product, on what authority."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TaskField(StrEnum):
    """The six fields that must be clear ("6 rõ"); their labels differ from place to place."""

    LEAD = "lead"
    DEED = "deed"
    DEADLINE = "deadline"
    RESPONSIBILITY = "responsibility"
    PRODUCT = "product"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task. ``lead`` is the body in words, ``org_unit`` its code where it is one; ``source`` says what it comes from."""

    id: str
    source: str
    lead: str
    deed: str
    responsibility: str
    product: str
    authority: str
    deadline: date | None = None
    settle_before: date | None = None
    """The deadline is to be set before this day; the task is then clear too."""
    org_unit: str | None = None
    coordinators: tuple[str, ...] = ()
    parent: str | None = None


def missing_fields(task: Task) -> tuple[TaskField, ...]:
    """The fields that are not clear: a task with any may not be issued."""
    filled = {
        TaskField.LEAD: bool(task.lead),
        TaskField.DEED: bool(task.deed),
        TaskField.DEADLINE: task.deadline is not None or task.settle_before is not None,
        TaskField.RESPONSIBILITY: bool(task.responsibility),
        TaskField.PRODUCT: bool(task.product),
        TaskField.AUTHORITY: bool(task.authority),
    }
    return tuple(field for field, there in filled.items() if not there)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many of a task's parts are done."""

    done: int
    total: int


def progress(parent: Task, tasks: Iterable[Task], done: Collection[str]) -> Progress:
    """Of a task given to many: how many of them are done; of any other, itself. ``done`` are ids."""
    parts = [task.id for task in tasks if task.parent == parent.id] or [parent.id]
    return Progress(done=sum(one in done for one in parts), total=len(parts))
