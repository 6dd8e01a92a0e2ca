"""The closing conference: who comes, what is said, what binds, and the tasks that follow."""

from tongket.conference.conclude import incomplete_tasks, tasks_of
from tongket.conference.model import (
    AgendaItem,
    BlankField,
    CertificateBlank,
    Conclusion,
    Conference,
    ConferencePaper,
    CouncilMeeting,
    Given,
    Instruction,
    Person,
    PlanStep,
    Post,
    Preparation,
    TaskGiven,
)
from tongket.conference.previous import PreviousReview, PreviousTask, load_previous

__all__ = [
    "AgendaItem",
    "BlankField",
    "CertificateBlank",
    "Conclusion",
    "Conference",
    "ConferencePaper",
    "CouncilMeeting",
    "Given",
    "Instruction",
    "Person",
    "PlanStep",
    "Post",
    "Preparation",
    "PreviousReview",
    "PreviousTask",
    "TaskGiven",
    "incomplete_tasks",
    "load_previous",
    "tasks_of",
]
