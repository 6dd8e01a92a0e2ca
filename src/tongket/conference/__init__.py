"""The closing conference: who comes, what is said, what binds, and the tasks that follow."""

from tongket.conference.chain import (
    Chain,
    chain_of_conclusions,
    chain_of_events,
    chain_of_law,
    chain_of_review,
    joined,
)
from tongket.conference.conclude import incomplete_tasks, tasks_of
from tongket.conference.improvements import tasks_of_records
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
    NextTarget,
    Person,
    PlanStep,
    Post,
    Preparation,
    TaskGiven,
)
from tongket.conference.next_review import TargetRow, next_targets, previous_json, targets_csv
from tongket.conference.previous import PreviousReview, PreviousTask, load_previous

__all__ = [
    "AgendaItem",
    "BlankField",
    "CertificateBlank",
    "Chain",
    "Conclusion",
    "Conference",
    "ConferencePaper",
    "CouncilMeeting",
    "Given",
    "Instruction",
    "NextTarget",
    "Person",
    "PlanStep",
    "Post",
    "Preparation",
    "PreviousReview",
    "PreviousTask",
    "TargetRow",
    "TaskGiven",
    "chain_of_conclusions",
    "chain_of_events",
    "chain_of_law",
    "chain_of_review",
    "incomplete_tasks",
    "joined",
    "load_previous",
    "next_targets",
    "previous_json",
    "targets_csv",
    "tasks_of",
    "tasks_of_records",
]
