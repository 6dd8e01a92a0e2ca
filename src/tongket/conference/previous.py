"""The last review: what was lacking, what was concluded, what was to be done, and what became of it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tongket.problems import MalformedError, Problem, Where, register

STATES = ("done", "open", "dropped")
Row = TypeVar("Row")

register(
    {
        "previous.not_readable": "The last review cannot be read as JSON ({reason}); correct the file.",
        "previous.shape": "“{key}” must be a list of {what}; correct it.",
        "previous.state": "“{value}” is no state of a task; write done, open or dropped.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousTask:
    """A task of the last review and what became of it."""

    text: str
    lead: str
    state: str
    """``done``, ``open`` or ``dropped``."""
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousReview:
    """What the last review left behind."""

    file: str
    label: str
    limitations: tuple[str, ...]
    conclusions: tuple[str, ...]
    tasks: tuple[PreviousTask, ...]


def load_previous(path: Path) -> PreviousReview:
    """Read previous.json; :class:`MalformedError` carries all that is wrong."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        if not isinstance(content, dict):
            raise ValueError("no object")
    except (OSError, ValueError) as error:
        raise MalformedError([_problem(path, "previous.not_readable", "", reason=str(error))]) from error
    problems: list[Problem] = []
    found = PreviousReview(
        file=path.name,
        label=str(content.get("label", "")),
        limitations=tuple(_rows(path, content, "limitations", _text, "texts", problems)),
        conclusions=tuple(_rows(path, content, "conclusions", _text, "texts", problems)),
        tasks=tuple(_rows(path, content, "tasks", _task, "tasks with text, lead, state", problems)),
    )
    problems += [
        _problem(path, "previous.state", f"tasks[{i}].state", value=task.state)
        for i, task in enumerate(found.tasks)
        if task.state not in STATES
    ]
    if problems:
        raise MalformedError(problems)
    return found


def _rows(
    path: Path,
    content: Mapping[str, Any],
    key: str,
    read: Callable[[Any], Row | None],
    what: str,
    problems: list[Problem],
) -> Iterator[Row]:
    given = content.get(key, [])
    rows = [read(one) for one in given] if isinstance(given, list) else [None]
    for i, row in enumerate(rows):
        if row is None:
            problems.append(_problem(path, "previous.shape", f"{key}[{i}]", key=key, what=what))
        else:
            yield row


def _text(given: Any) -> str | None:
    return given if isinstance(given, str) and given.strip() else None


def _task(given: Any) -> PreviousTask | None:
    if not isinstance(given, dict) or not all(isinstance(given.get(k), str) for k in ("text", "lead", "state")):
        return None
    result = given.get("result", "")
    return PreviousTask(text=given["text"], lead=given["lead"], state=given["state"], result=str(result))


def _problem(path: Path, code: str, key: str, /, **fields: str) -> Problem:
    return Problem(code=code, where=Where(file=str(path), key=key), fields=fields)
