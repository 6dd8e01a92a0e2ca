"""From conclusions to tasks: each clause gives one with its six fields, or says that it gives none."""

from collections.abc import Iterator

from tongket.conference.model import Conference, TaskGiven
from tongket.orgunits import Hierarchy
from tongket.problems import translate
from tongket.tasks import Task, TaskField, fan_out, missing_fields

GROUP_WORDS = {"districts": "all districts", "communes": "all communes", "agencies": "all agencies"}


def tasks_of(conference: Conference, hierarchy: Hierarchy) -> tuple[Task, ...]:
    """The tasks in the order of the conclusions, each group's parts after it; a deadline that is still to be set is a
    task of its own."""
    return tuple(
        task
        for number, conclusion in enumerate(conference.conclusions, start=1)
        if conclusion.task is not None
        for task in _tasks(conference, hierarchy, number, conclusion.task)
    )


def _tasks(conference: Conference, hierarchy: Hierarchy, number: int, given: TaskGiven) -> Iterator[Task]:
    source = f"{conference.file}#conclusions[{number - 1}]"
    tree = hierarchy.on(conference.held_on)
    group = given.group
    unit = tree.get(given.lead) if group is None else None
    lead = translate(GROUP_WORDS[group], "vi") if group else unit.name if unit else given.lead
    task = Task(
        id=f"KL{number}",
        source=source,
        lead=lead,
        deed=given.deed,
        responsibility=given.responsibility,
        product=given.product,
        authority=given.authority,
        deadline=given.deadline,
        settle_before=given.settle_before,
        org_unit=unit.code if unit else None,
        coordinators=tuple(_name(conference, hierarchy, one) for one in given.coordinators),
    )
    yield task
    if group:
        yield from fan_out(task, group, hierarchy, conference.org_unit, conference.held_on)
    if given.settle_before is not None and given.deadline is None:
        yield _settling(task)


def _settling(task: Task) -> Task:
    """The task to set the deadline of another."""
    return Task(
        id=f"{task.id}.a",
        source=task.source,
        lead=task.lead,
        deed=translate("Set the deadline of the task: {deed}", "vi", deed=task.deed[:1].lower() + task.deed[1:]),
        responsibility=task.responsibility,
        product=translate("A paper that sets the deadline", "vi"),
        authority=task.authority,
        deadline=task.settle_before,
        org_unit=task.org_unit,
        parent=None,
    )


def _name(conference: Conference, hierarchy: Hierarchy, lead: str) -> str:
    unit = hierarchy.on(conference.held_on).get(lead)
    return unit.name if unit else lead


def incomplete_tasks(tasks: tuple[Task, ...]) -> tuple[tuple[Task, tuple[TaskField, ...]], ...]:
    """The tasks that may not be issued, with the fields that are not clear; parts of a task are told with it."""
    return tuple((task, found) for task in tasks if task.parent is None and (found := missing_fields(task)))
