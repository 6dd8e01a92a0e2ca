"""The pack as a whole: its name, and the days on which its facts were looked up."""

from collections.abc import Iterator
from datetime import date

from tongket.packs.draft import Draft
from tongket.packs.schema import FileKind
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
            for path in source.lines:
                if path and path[-1] == "verified_on" and (day := _day_at(source.content, path)) and day > on:
                    yield source.problem("pack.verified_in_future", path, day=day.isoformat(), on=on.isoformat())


def _day_at(content: object, path: tuple[str | int, ...]) -> date | None:
    for step in path:
        content = content[step] if isinstance(content, dict | list) else ""  # type: ignore[index]
    try:
        return date.fromisoformat(str(content))
    except ValueError:
        return None
