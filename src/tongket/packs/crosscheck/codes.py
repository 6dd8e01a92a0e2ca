"""One code, one thing: within a file the parser sees it, between files this does."""

from collections.abc import Iterable, Iterator

from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.problems import Problem


def check_duplicates(draft: Draft) -> Iterator[Problem]:
    """Indicators, forms, instruments and sections have codes of their own."""
    yield from _twice((one, one.code, None) for one in draft.entries(FileKind.INDICATORS))
    yield from _twice((one, one.code, None) for one in draft.sections)
    yield from _twice((one, one.text("code"), "code") for one in draft.files(FileKind.FORM))
    yield from _twice((one, one.text("number"), "number") for one in draft.entries(FileKind.LAW))


def _twice(coded: Iterable[tuple[Entry, str, str | None]]) -> Iterator[Problem]:
    seen: dict[str, Entry] = {}
    for entry, code, key in coded:
        first = seen.setdefault(code, entry)
        if code and first is not entry:
            steps = (key,) if key else ()
            yield entry.problem("pack.duplicate_code", *steps, code=code, file=first.source.file, line=str(first.line))
