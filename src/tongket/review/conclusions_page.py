"""A page of the conclusions, each with the tasks that come of it."""

from collections.abc import Iterator, Sequence

from tongket.conference import Conference, tasks_of
from tongket.dossier.writers.html import render
from tongket.problems import translate
from tongket.review.names import START_PAGE
from tongket.review.request import ReviewResult
from tongket.tasks import Task, progress
from tongket.vietnamese import format_date

CONCLUSIONS_PAGE = "sources/conclusions.html"


def conclusion_id(place: int) -> str:
    """The id of a conclusion (from 0) on the page."""
    return f"c{place + 1}"


def render_conclusions(result: ReviewResult, conference: Conference, footer: str, language: str) -> str:
    """The page; the words of the conclusions stay as they were given."""
    tasks = tasks_of(conference, result.hierarchy)
    conclusions = [
        {
            "id": conclusion_id(i),
            "number": i + 1,
            "text": clause.text,
            "no_task": clause.no_task,
            "tasks": list(_rows([t for t in tasks if t.source == f"{conference.file}#conclusions[{i}]"], language)),
        }
        for i, clause in enumerate(conference.conclusions)
    ]
    return render(
        "conclusions.html",
        language,
        title=translate("Conclusions and tasks", language),
        subtitle=f"{conference.label}, {format_date(conference.held_on)}",
        conclusions=conclusions,
        root="../",
        start=START_PAGE,
        illustrative=conference.illustrative or result.illustrative,
        footer=footer,
    )


def _rows(tasks: Sequence[Task], language: str) -> Iterator[dict[str, str]]:
    for task in tasks:
        parts = progress(task, tasks, ()) if any(one.parent == task.id for one in tasks) else None
        yield {
            "id": task.id,
            "lead": task.lead,
            "deed": task.deed,
            "until": _until(task, language),
            "responsibility": task.responsibility,
            "product": task.product,
            "authority": task.authority,
            "parts": f"{parts.done}/{parts.total}" if parts else "",
        }


def _until(task: Task, language: str) -> str:
    if task.deadline is not None:
        return format_date(task.deadline)
    if task.settle_before is not None:
        return translate("to be set before {day}", language, day=format_date(task.settle_before))
    return translate("[to be filled in]", language)
