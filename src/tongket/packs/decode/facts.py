"""The standing of every fact, gathered from all files."""

from collections.abc import Iterator

from pydantic import BaseModel

from tongket.law import Certainty
from tongket.packs.content import Fact
from tongket.packs.entries import FactEntry, InForceEntry
from tongket.packs.source import Path, Source


def decode_facts(source: Source, content: object) -> Iterator[Fact]:
    """Each fact in a file; days in force that are less sure than their instrument are a fact of their own."""
    yield from _facts(source, (), content, None)


def _facts(source: Source, path: Path, content: object, around: FactEntry | None) -> Iterator[Fact]:
    if isinstance(content, FactEntry):
        around = content
        yield _fact(source, path, content, content.certainty)
    elif isinstance(content, InForceEntry) and around and content.certainty != around.certainty:
        yield _fact(source, path, around, content.certainty)
    for step, value in _parts(content):
        yield from _facts(source, (*path, step), value, around)


def _parts(content: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(content, BaseModel):
        for name, info in type(content).model_fields.items():
            yield info.alias or name, getattr(content, name)
    elif isinstance(content, dict):
        yield from content.items()
    elif isinstance(content, list):
        yield from enumerate(content)


def _fact(source: Source, path: Path, entry: FactEntry, certainty: str) -> Fact:
    return Fact(
        where=source.where(path),
        reference=entry.reference,
        verified_on=entry.verified_on,
        certainty=Certainty(certainty),
    )
