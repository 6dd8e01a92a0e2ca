"""The pack as a whole: its name, and the days on which its facts were looked up."""

from collections.abc import Iterator
from datetime import date

from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.packs.source import Path, Plain, Source
from tongket.problems import Problem


def check_identity(draft: Draft, name: str) -> Iterator[Problem]:
    """The pack is called as its folder."""
    for entry in draft.files(FileKind.PACK):
        if entry.text("id") not in ("", name):
            yield entry.problem("pack.id", "id", id=entry.text("id"), folder=name)


def check_days(draft: Draft, on: date | None) -> Iterator[Problem]:
    """Nobody has verified a fact on a day still to come."""
    if on is None:
        return
    for sources in draft.folder.sources.values():
        for source in sources:
            yield from _later(source, (), source.content, on)


def _later(source: Source, path: Path, content: Plain, on: date) -> Iterator[Problem]:
    if isinstance(content, dict):
        day = Entry(source=source, path=path, content=content).day("verified_on")
        if day and day > on:
            yield source.problem(
                "pack.verified_in_future", (*path, "verified_on"), day=day.isoformat(), on=on.isoformat()
            )
    pairs = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for step, value in pairs:
        yield from _later(source, (*path, step), value, on)
