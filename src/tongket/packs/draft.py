"""A pack before it is known to be right: faulty files answer too, so that all mistakes are told at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tongket.packs.folder import Folder
from tongket.packs.schema import FileKind
from tongket.packs.source import Path, Plain, Source
from tongket.problems import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One mapping of a file, wherever it stands; what is absent or of the wrong shape reads as nothing."""

    source: Source
    path: Path
    content: dict[str, Plain]

    @property
    def code(self) -> str:
        """The last key on the way to it."""
        return str(self.path[-1]) if self.path else ""

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.source.where(self.path).line or 1

    def text(self, key: str) -> str:
        """The text of ``key``."""
        value = self.content.get(key, "")
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in the list of ``key``; one that is no text reads as empty, so that positions hold."""
        value = self.content.get(key)
        return tuple(one if isinstance(one, str) else "" for one in value) if isinstance(value, list) else ()

    def day(self, key: str) -> date | None:
        """The day of ``key``."""
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            return None

    def inner(self, key: str) -> "Entry":
        """The mapping of ``key``."""
        value = self.content.get(key)
        return Entry(source=self.source, path=(*self.path, key), content=value if isinstance(value, dict) else {})

    def entries(self, key: str) -> Iterator["Entry"]:
        """The mappings in the list or mapping of ``key``."""
        return entries_of(self.source, (*self.path, key), self.content.get(key, {}))

    def problem(self, code: str, /, *steps: str | int, severity: Severity = Severity.ERROR, **fields: str) -> Problem:
        """A problem in it, at the place inside to which ``steps`` lead."""
        where = self.source.where((*self.path, *steps))
        return Problem(code=code, severity=severity, where=where, fields=fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the files of a pack say, right or wrong."""

    folder: Folder

    def files(self, kind: FileKind) -> Iterator[Entry]:
        """Each file of ``kind`` that is a mapping."""
        for source in self.folder.sources[kind]:
            if isinstance(source.content, dict):
                yield Entry(source=source, path=(), content=source.content)

    def entries(self, kind: FileKind) -> Iterator[Entry]:
        """Each mapping in the files of ``kind`` that are a list or a mapping of entries."""
        for source in self.folder.sources[kind]:
            yield from entries_of(source, (), source.content)

    def knows(self, kind: FileKind, code: str) -> bool:
        """Whether ``code`` is a key in a file of ``kind``; true of any where such a file cannot be read."""
        if kind in self.folder.unreadable:
            return True
        return any(code in one.content for one in self.files(kind))

    @property
    def sections(self) -> Iterator[Entry]:
        """The sections of the outline at every depth."""
        waiting = list(self.entries(FileKind.OUTLINE))
        while waiting:
            section = waiting.pop(0)
            yield section
            waiting += section.entries("sections")


def entries_of(source: Source, path: Path, content: Plain) -> Iterator[Entry]:
    """The mappings directly inside a list or a mapping."""
    pairs = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for step, value in pairs:
        if isinstance(value, dict):
            yield Entry(source=source, path=(*path, step), content=value)
