"""How many tasks stand where: sums that add up, and a sentence where somebody's do not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.problems import Problem, register
from tongket.tasks.follow import TaskStanding, TaskState

register(
    {
        "tasks.sum": "{total} tasks are stated; {parts} make {sum}. Look at the figures again.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTally:
    """Tasks by official state; tasks given to many count by their parts. ``not_updated`` are among the open ones."""

    counts: dict[TaskState, int] = field(default_factory=dict)
    not_updated: int = 0
    longest: int = 0
    """The most working days that an open task is overdue."""

    @property
    def total(self) -> int:
        """All tasks."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """Those that are done, in time or late."""
        return self.counts.get(TaskState.DONE_IN_TIME, 0) + self.counts.get(TaskState.DONE_LATE, 0)

    @property
    def share_done(self) -> Decimal | None:
        """Percent done; None where there are none."""
        return Decimal(self.done) * 100 / self.total if self.total else None


def tally(found: Sequence[TaskStanding]) -> TaskTally:
    """The counts of some standings; a parent is told by its parts."""
    own = [one for one in found if not one.parts]
    counts = {state: sum(one.state is state for one in own) for state in TaskState}
    late = [one.late for one in own if one.state is TaskState.OPEN_OVERDUE]
    return TaskTally(counts=counts, not_updated=sum(one.not_updated for one in own), longest=max(late, default=0))


def by_lead(found: Iterable[TaskStanding]) -> dict[str, TaskTally]:
    """The counts of each lead, in the order of the alphabet of their names."""
    leads: dict[str, list[TaskStanding]] = {}
    for one in found:
        if not one.parts:
            leads.setdefault(one.task.lead, []).append(one)
    return {lead: tally(leads[lead]) for lead in sorted(leads)}


def sum_problem(total: int, parts: Sequence[int]) -> Problem | None:
    """What is wrong with counts that somebody states: parts that do not make the total; None where they do."""
    if sum(parts) == total:
        return None
    fields = {"total": str(total), "parts": " + ".join(map(str, parts)), "sum": str(sum(parts))}
    return Problem(code="tasks.sum", fields=fields)
