"""The closing conference: who comes, what is said, what binds, and the tasks that follow."""

from tongket.conference.conclude import incomplete_tasks, tasks_of
from tongket.conference.model import (
    AgendaItem,
    Conclusion,
    Conference,
    ConferencePaper,
    Given,
    Instruction,
    Person,
    Post,
    TaskGiven,
)
from tongket.conference.previous import PreviousReview, PreviousTask, load_previous

__all__ = [
    "AgendaItem",
    "Conclusion",
    "Conference",
    "ConferencePaper",
    "Given",
    "Instruction",
    "Person",
    "Post",
    "PreviousReview",
    "PreviousTask",
    "TaskGiven",
    "incomplete_tasks",
    "load_previous",
    "tasks_of",
]
