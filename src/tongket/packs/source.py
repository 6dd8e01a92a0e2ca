"""A YAML file as plain text values, each with its line; whatever is not plain YAML is a problem."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from tongket.problems import Problem, Where
from tongket.vietnamese import nfc

LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where PyYAML was built with it (every wheel is), else the slow one that does the same."""

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""What a file says before it is known what it means: text, lists and mappings, nothing else."""

Path: TypeAlias = tuple[str | int, ...]
"""Where in a file: keys and positions in lists from the outside in."""

NULLS = frozenset({"~", "null", "Null", "NULL"})
DEEPEST = 20
"""Nesting beyond any pack; a hostile file ends here and not at the bottom of the stack."""


def dotted(path: Path) -> str:
    """``("A02", "levels", 0)`` as ``A02.levels[0]``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file of a pack. ``file`` is the path inside the pack with ``/``; ``lines`` tells the line of each path."""

    file: str
    content: Plain
    lines: dict[Path, int]

    def where(self, path: Path = ()) -> Where:
        """The place of ``path``, or of the innermost thing around it that was written."""
        written = path
        while written and written not in self.lines:
            written = written[:-1]
        return Where(file=self.file, line=self.lines.get(written), key=dotted(path))

    def problem(self, code: str, path: Path = (), /, **fields: str) -> Problem:
        """A problem at ``path``."""
        return Problem(code=code, where=self.where(path), fields=fields)


class _Broken(Exception):
    """The file cannot be read on; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@dataclass(slots=True)
class _Composer:
    """Turns parser events into plain values, noting lines and whatever a pack may not hold."""

    file: str
    events: Iterator[yaml.Event]
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: str, event: yaml.Event, path: Path, /, **fields: str) -> None:
        where = Where(file=self.file, line=_line(event), key=dotted(path))
        self.problems.append(Problem(code=code, where=where, fields=fields))

    def broken(self, code: str, event: yaml.Event) -> _Broken:
        return _Broken(Problem(code=code, where=Where(file=self.file, line=_line(event))))

    def value(self, event: yaml.Event, path: Path) -> Plain:
        self.lines.setdefault(path, _line(event))
        if len(path) > DEEPEST:
            raise self.broken("pack.too_deep", event)
        if isinstance(event, yaml.AliasEvent):
            self.tell("pack.alias", event, path, name=f"*{event.anchor}")
            return ""
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        if not isinstance(event, yaml.CollectionStartEvent):
            raise self.broken("pack.odd_key", event)
        self.marks(event, path)
        return self.mapping(path) if isinstance(event, yaml.MappingStartEvent) else self.sequence(path)

    def marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, path: Path) -> None:
        if event.anchor:
            self.tell("pack.alias", event, path, name=f"&{event.anchor}")
        if event.tag:
            self.tell("pack.tag", event, path, tag=event.tag)

    def scalar(self, event: yaml.ScalarEvent, path: Path) -> str:
        self.marks(event, path)
        text = str(event.value)
        if not text.strip() or (event.implicit[0] and text in NULLS):
            self.tell("pack.empty_value", event, path)
            return ""
        return text

    def sequence(self, path: Path) -> Plain:
        items: list[Plain] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: Path) -> Plain:
        entries: dict[str, Plain] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, path)
            inner = (*path, key)
            if key in entries:
                self.tell("pack.duplicate_key", event, inner, first=str(self.lines[inner]))
            self.lines.setdefault(inner, _line(event))
            value = self.value(next(self.events), inner)
            entries.setdefault(key, value)
        return entries

    def key(self, event: yaml.Event, path: Path) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self.broken("pack.odd_key", event)
        key = self.scalar(event, path)
        if key == "<<":
            self.tell("pack.alias", event, (*path, key), name=key)
        return key

    def document(self) -> Plain:
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            raise _Broken(Problem(code="pack.empty_file", where=Where(file=self.file)))
        content = self.value(next(self.events), ())
        next(self.events)
        if not isinstance(event := next(self.events), yaml.StreamEndEvent):
            raise self.broken("pack.second_document", event)
        return content


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def read_source(file: str, data: bytes) -> tuple[Source | None, tuple[Problem, ...]]:
    """The file as plain values with their lines (None where it cannot be read), and its problems."""
    try:
        text = nfc(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (Problem(code="pack.not_utf8", where=Where(file=file, line=line)),)
    tabs = tuple(
        Problem(code="pack.tab", where=Where(file=file, line=number))
        for number, line in enumerate(text.split("\n"), 1)
        if "\t" in line
    )
    source, problems = _compose(file, text)
    return source, (*tabs, *(problem for problem in problems if not (tabs and problem.code == "pack.syntax")))


def _compose(file: str, text: str) -> tuple[Source | None, tuple[Problem, ...]]:
    composer = _Composer(file, yaml.parse(text, Loader=LOADER))
    try:
        content = composer.document()
    except yaml.YAMLError as error:
        return None, (*composer.problems, _syntax(file, error))
    except _Broken as broken:
        return None, (*composer.problems, broken.problem)
    return Source(file=file, content=content, lines=composer.lines), tuple(composer.problems)


def _syntax(file: str, error: yaml.YAMLError) -> Problem:
    """Where the parser gave up; for what is never closed, where it was opened."""
    detail = str(getattr(error, "problem", None) or getattr(error, "reason", "") or "?")
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in detail:
        mark = getattr(error, "context_mark", None) or mark
    return Problem(code="pack.syntax", where=Where(file=file, line=mark and mark.line + 1), fields={"detail": detail})
