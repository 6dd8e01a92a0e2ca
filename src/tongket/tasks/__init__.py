"""Tasks with the six clear fields: given to one or to many, followed by evidence, handed over when units change."""

from tongket.tasks.fan_out import UnitGroup, fan_out, units_of
from tongket.tasks.follow import (
    LADDER,
    DeclaredState,
    Extension,
    TaskEvent,
    TaskStanding,
    TaskState,
    TaskUpdate,
    Verdict,
    not_independent,
    standings,
)
from tongket.tasks.model import Progress, Task, TaskField, missing_fields, progress
from tongket.tasks.successor import Handover, hand_over
from tongket.tasks.tally import TaskTally, by_lead, sum_problem, tally

__all__ = [
    "LADDER",
    "DeclaredState",
    "Extension",
    "Handover",
    "Progress",
    "Task",
    "TaskEvent",
    "TaskField",
    "TaskStanding",
    "TaskState",
    "TaskTally",
    "TaskUpdate",
    "UnitGroup",
    "Verdict",
    "by_lead",
    "fan_out",
    "hand_over",
    "missing_fields",
    "not_independent",
    "progress",
    "standings",
    "sum_problem",
    "tally",
    "units_of",
]
