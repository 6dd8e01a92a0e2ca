"""The file in which an office keeps its tasks: what was given, and every event since; nothing in it is overwritten."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from tongket.problems import MalformedError, Problem, Where, register
from tongket.tasks import DeclaredState, Extension, Task, TaskEvent, TaskUpdate, Verdict

register(
    {
        "tasks.store": "The file of tasks cannot be read ({reason}); take the last copy that was saved.",
        "tasks.known": "The task {id} is in the file already and says something else; the one that is there stays.",
    }
)
KINDS: Mapping[str, type[TaskUpdate] | type[Extension] | type[Verdict]] = {
    "update": TaskUpdate,
    "extension": Extension,
    "verdict": Verdict,
}
DAYS = ("deadline", "settle_before", "on", "until", "wanted_until")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStore:
    """The tasks of an office. ``given_on`` is the day each was given; ``links`` are pairs of what follows from what, by
    the codes of both; ``words`` says what a code stands for."""

    tasks: tuple[Task, ...] = ()
    events: tuple[TaskEvent, ...] = ()
    given_on: Mapping[str, date] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    illustrative: bool = False

    def with_tasks(self, tasks: Sequence[Task], on: date) -> tuple["TaskStore", tuple[Problem, ...]]:
        """The store with more tasks; one that is there already stays as it is."""
        known = {task.id: task for task in self.tasks}
        problems = [
            Problem(code="tasks.known", fields={"id": task.id})
            for task in tasks
            if task.id in known and known[task.id] != task
        ]
        new = [task for task in tasks if task.id not in known]
        given = {**self.given_on, **{task.id: on for task in new}}
        return replace(self, tasks=(*self.tasks, *new), given_on=given), tuple(problems)

    def with_events(self, events: Iterable[TaskEvent]) -> "TaskStore":
        """The store with more events; the same event twice is one."""
        return replace(self, events=tuple(dict.fromkeys((*self.events, *events))))

    def with_links(self, links: Iterable[tuple[str, str]], words: Mapping[str, str]) -> "TaskStore":
        """The store with more links and words."""
        return replace(self, links=tuple(dict.fromkeys((*self.links, *links))), words={**self.words, **words})


def save_tasks(store: TaskStore, path: Path) -> None:
    """Write the file; a half-written one never takes the place of what was there."""
    content = {
        "tasks": [_plain(task) for task in store.tasks],
        "given_on": {code: day.isoformat() for code, day in store.given_on.items()},
        "events": [{"kind": _kind(event), **_plain(event)} for event in store.events],
        "links": [list(pair) for pair in store.links],
        "words": dict(store.words),
        "illustrative": store.illustrative,
    }
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    fresh.replace(path)


def _kind(event: TaskEvent) -> str:
    return next(name for name, kind in KINDS.items() if isinstance(event, kind))


def _plain(one: Task | TaskEvent) -> dict[str, Any]:
    values = {key: value for key, value in asdict(one).items() if value not in (None, "", ())}
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}


def load_tasks(path: Path) -> TaskStore:
    """The store in a file; an empty one where there is none yet. Raises :class:`MalformedError`."""
    if not path.exists():
        return TaskStore()
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        return TaskStore(
            tasks=tuple(Task(**_typed(row)) for row in content["tasks"]),
            given_on={code: date.fromisoformat(day) for code, day in content["given_on"].items()},
            events=tuple(_event(row) for row in content["events"]),
            links=tuple((str(a), str(b)) for a, b in content.get("links", [])),
            words=content.get("words", {}),
            illustrative=content.get("illustrative", False),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        fields = {"reason": f"{type(error).__name__}: {error}"}
        raise MalformedError([Problem(code="tasks.store", where=Where(file=str(path)), fields=fields)]) from error


def _typed(row: Mapping[str, Any]) -> dict[str, Any]:
    typed: dict[str, Any] = {key: date.fromisoformat(value) if key in DAYS else value for key, value in row.items()}
    if "coordinators" in typed:
        typed["coordinators"] = tuple(row["coordinators"])
    return typed


def _event(row: Mapping[str, Any]) -> TaskEvent:
    given = _typed({key: value for key, value in row.items() if key != "kind"})
    if "declared" in given:
        given["declared"] = DeclaredState(given["declared"])
    return KINDS[row["kind"]](**given)
