"""What happened to a task, and in which of the four official states that leaves it: evidence decides, not what is said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypedDict

from tongket.periods import WorkCalendar
from tongket.tasks.model import Task


class TaskState(StrEnum):
    """The four official states."""

    DONE_IN_TIME = "done in time"
    DONE_LATE = "done late"
    OPEN_IN_TIME = "open, in time"
    OPEN_OVERDUE = "open, overdue"


class DeclaredState(StrEnum):
    """What the unit says of itself."""

    NOT_BEGUN = "not begun"
    IN_PROGRESS = "in progress"
    DONE = "done"
    NOT_POSSIBLE = "not possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskUpdate:
    """What a unit reports on its task. ``evidence`` names the paper or product ("Kế hoạch 45/KH-UBND")."""

    task: str
    on: date
    by: str
    declared: DeclaredState | None = None
    evidence: str = ""
    note: str = ""
    wanted_until: date | None = None
    """The unit asks for time until this day, for the ``reason``."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """More time that was granted, with its reason."""

    task: str
    on: date
    until: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether the product is adequate, by somebody other than who made it."""

    task: str
    on: date
    by: str
    adequate: bool
    reason: str = ""


TaskEvent = TaskUpdate | Extension | Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStanding:
    """A task on a day. ``rung`` is how far the urging of it has come (0 where nothing is to be urged); ``late`` are
    working days after the deadline; ``declared`` stands beside ``state`` and decides nothing."""

    task: Task
    state: TaskState
    deadline: date | None
    done_on: date | None = None
    late: int = 0
    rung: int = 0
    declared: DeclaredState | None = None
    updated_on: date | None = None
    not_updated: bool = False
    evidence: str = ""
    parts: int = 0
    parts_done: int = 0
    waits_for: str = ""
    """``verdict`` where evidence is there and nobody independent has looked at it yet, ``better`` where it did not do."""

    @property
    def done(self) -> bool:
        """Whether it is done."""
        return self.done_on is not None


LADDER = (1, 6, 21, 61)
"""Working days overdue from which the lead is reminded, its head urged, the chairman told, an inspection proposed."""
STALE = 22
"""Working days without an update after which an open task counts as not updated."""


def standings(
    tasks: Sequence[Task],
    events: Iterable[TaskEvent],
    *,
    on: date,
    calendar: WorkCalendar,
    given_on: Mapping[str, date],
) -> tuple[TaskStanding, ...]:
    """Every task on a day, in the order given; a task given to many is done when all its parts are."""
    by_task: dict[str, list[TaskEvent]] = {}
    for event in events:
        if event.on <= on:
            by_task.setdefault(event.task, []).append(event)
    parents = {task.parent for task in tasks if task.parent}
    own = {
        task.id: _standing(task, by_task.get(task.id, []), on, calendar, given_on.get(task.id))
        for task in tasks
        if task.id not in parents
    }
    return tuple(own.get(task.id) or _whole(task, tasks, own, on, calendar) for task in tasks)


def _standing(
    task: Task, events: list[TaskEvent], on: date, calendar: WorkCalendar, given: date | None
) -> TaskStanding:
    updates = sorted((e for e in events if isinstance(e, TaskUpdate)), key=lambda e: e.on)
    granted = [e for e in events if isinstance(e, Extension)]
    deadline = max((e.until for e in granted), default=task.deadline or task.settle_before)
    done_on, waits_for = _done(updates, [e for e in events if isinstance(e, Verdict)])
    updated = updates[-1].on if updates else None
    since = updated or given
    stale = done_on is None and (since is None or calendar.workdays(since, on) > STALE)
    return TaskStanding(
        task=task,
        **_timing(deadline, done_on, on, calendar),
        declared=next((e.declared for e in reversed(updates) if e.declared is not None), None),
        updated_on=updated,
        not_updated=stale,
        evidence=next((e.evidence for e in reversed(updates) if e.evidence), ""),
        waits_for=waits_for,
    )


class _Timing(TypedDict):
    state: TaskState
    deadline: date | None
    done_on: date | None
    late: int
    rung: int


def _timing(deadline: date | None, done_on: date | None, on: date, calendar: WorkCalendar) -> _Timing:
    reached = done_on or on
    late = max(0, calendar.workdays(deadline, reached)) if deadline is not None and reached > deadline else 0
    over = deadline is not None and reached > deadline
    if done_on is not None:
        state = TaskState.DONE_LATE if over else TaskState.DONE_IN_TIME
    else:
        state = TaskState.OPEN_OVERDUE if over else TaskState.OPEN_IN_TIME
    rung = sum(late >= days for days in LADDER) if done_on is None else 0
    return {"state": state, "deadline": deadline, "done_on": done_on, "late": late, "rung": rung}


def _done(updates: Sequence[TaskUpdate], verdicts: Sequence[Verdict]) -> tuple[date | None, str]:
    """The day of the evidence that an independent verdict found adequate, and else what the task waits for."""
    with_evidence = [update for update in updates if update.evidence]
    if not with_evidence:
        return None, ""
    makers = {update.by.casefold() for update in with_evidence if update.by}
    counting = sorted((v for v in verdicts if v.by and v.by.casefold() not in makers), key=lambda v: v.on)
    if not counting or counting[-1].on < with_evidence[0].on:
        return None, "verdict"
    last = counting[-1]
    seen = [update for update in with_evidence if update.on <= last.on]
    if last.adequate:
        return seen[-1].on, ""
    return None, "verdict" if with_evidence[-1].on > last.on else "better"


def not_independent(task: Task, events: Iterable[TaskEvent]) -> tuple[Verdict, ...]:
    """The verdicts that count for nothing: by nobody, or by who reported the evidence."""
    own = [event for event in events if event.task == task.id]
    makers = {e.by.casefold() for e in own if isinstance(e, TaskUpdate) and e.evidence and e.by}
    return tuple(e for e in own if isinstance(e, Verdict) and (not e.by or e.by.casefold() in makers))


def _whole(
    task: Task, tasks: Sequence[Task], own: Mapping[str, TaskStanding], on: date, calendar: WorkCalendar
) -> TaskStanding:
    """A task given to many, from its parts."""
    parts = [own[one.id] for one in tasks if one.parent == task.id and one.id in own]
    done = [part.done_on for part in parts if part.done_on is not None]
    finished = max(done) if parts and len(done) == len(parts) else None
    deadlines = [part.deadline for part in parts if part.deadline is not None]
    updates = [part.updated_on for part in parts if part.updated_on is not None]
    return TaskStanding(
        task=task,
        **_timing(max(deadlines, default=task.deadline or task.settle_before), finished, on, calendar),
        updated_on=max(updates, default=None),
        not_updated=finished is None and any(part.not_updated for part in parts),
        parts=len(parts),
        parts_done=len(done),
    )
