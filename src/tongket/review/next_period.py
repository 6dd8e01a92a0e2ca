"""What a review leaves to the next one, as files that it opens with."""

from pathlib import Path

from tongket.conference import next_targets, previous_json, targets_csv, tasks_of
from tongket.reports import NarrativeKind
from tongket.review.request import ReviewResult
from tongket.tasks import standings

LIMITATIONS = 12
"""So many limitations, those that most units name, go on to the next review."""


def write_next(result: ReviewResult, folder: Path) -> None:
    """previous.json with the conclusions and tasks as they are given, targets.csv with a baseline for each target."""
    if result.conference is None:
        return
    conference = result.conference.conference
    tasks = tasks_of(conference, result.hierarchy)
    held = conference.held_on
    found = standings(
        tasks, (), on=held, calendar=result.pack.work_calendar, given_on={task.id: held for task in tasks}
    )
    groups = result.statements.get(NarrativeKind.LIMITATION, ())[:LIMITATIONS]
    folder.mkdir()
    label = f"{conference.label}, {conference.span}"
    text = previous_json(label, [group.text for group in groups], [one.text for one in conference.conclusions], found)
    _write(folder / "previous.json", text)
    if conference.next_targets:
        _write(folder / "targets.csv", targets_csv(conference, next_targets(conference, result.figures)))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
