"""All registers of a folder, or of several: read, merged where there are copies, checked against what was before."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tongket.exchange.register_reading import read_register
from tongket.orgunits import Hierarchy
from tongket.problems import Problem, Severity, Where
from tongket.registers import (
    MergeConflict,
    Record,
    RecordType,
    RegisterBook,
    computed,
    is_public,
    merge_records,
    state_fault,
)

Key = tuple[str, str]
"""Code of the register, code of the org unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterShelf:
    """The registers of many org units, one for each unit and kind, with all that is to be told of them."""

    books: tuple[RegisterBook, ...]
    problems: tuple[Problem, ...] = ()
    conflicts: tuple[MergeConflict, ...] = ()

    def records(self, record_type: str = "") -> Iterator[Record]:
        """Every record, or those of one register."""
        return (r for book in self.books if record_type in ("", book.record_type) for r in book.records)

    def book(self, record_type: str, org_unit: str) -> RegisterBook | None:
        """What a unit keeps in a register, or None."""
        return next((b for b in self.books if (b.record_type, b.org_unit) == (record_type, org_unit)), None)


def seen_by(
    shelf: RegisterShelf, kinds: Mapping[str, RecordType], hierarchy: Hierarchy, viewer: str, on: date
) -> RegisterShelf:
    """What one org unit may see on a day: its own registers, and those of the units below it where its level may."""
    tree = hierarchy.on(on)
    if viewer not in tree:
        return RegisterShelf(books=())
    below = {unit.code for unit in tree.descendants(viewer)}
    level = tree[viewer].kind.value
    books = tuple(
        book
        for book in shelf.books
        if book.org_unit == viewer or (book.org_unit in below and level in kinds[book.record_type].seen_by)
    )
    return RegisterShelf(books=books, problems=shelf.problems, conflicts=shelf.conflicts)


def public_part(shelf: RegisterShelf, kinds: Mapping[str, RecordType]) -> RegisterShelf:
    """The records that may be shown to all: of the registers that ask for consent, those that have it; of others, none."""
    books = tuple(
        replace(book, records=tuple(r for r in book.records if is_public(r, kinds[book.record_type])))
        for book in shelf.books
        if kinds[book.record_type].public_where
    )
    return RegisterShelf(books=books, problems=shelf.problems, conflicts=shelf.conflicts)


def register_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The workbooks among files and below folders, in the order of their names; lock files left out."""
    found = [p for path in paths for p in (sorted(path.rglob("*.xlsx")) if path.is_dir() else [path])]
    return tuple(p for p in found if not p.name.startswith(("~$", ".")))


def read_registers(
    paths: Iterable[Path],
    kinds: Mapping[str, RecordType],
    hierarchy: Hierarchy,
    *,
    before: RegisterShelf | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> RegisterShelf:
    """The registers of all workbooks; copies of one register become one, with ``before`` as what they were made from."""
    problems: list[Problem] = []
    copies: dict[Key, list[RegisterBook]] = defaultdict(list)
    files = register_files(paths)
    for i, path in enumerate(files, start=1):
        book, found = read_register(path, kinds)
        problems += found
        if book is not None:
            problems += _unit_problems(book, kinds[book.record_type], hierarchy, path.name)
            copies[book.record_type, book.org_unit].append(book)
        if on_progress is not None:
            on_progress(i, len(files))
    books: list[RegisterBook] = []
    conflicts: list[MergeConflict] = []
    for (record_type, org_unit), found_books in copies.items():
        kind = kinds[record_type]
        old = before.book(record_type, org_unit) if before is not None else None
        records, differing = _together(found_books, old)
        conflicts += differing
        problems += [_conflict(kind, one) for one in differing]
        problems += _moves(records, old, kind)
        books.append(
            RegisterBook(record_type=record_type, org_unit=org_unit, records=tuple(computed(r, kind) for r in records))
        )
    return RegisterShelf(books=tuple(books), problems=tuple(problems), conflicts=tuple(conflicts))


def _together(
    books: Sequence[RegisterBook], old: RegisterBook | None
) -> tuple[tuple[Record, ...], tuple[MergeConflict, ...]]:
    if len(books) == 1:
        return books[0].records, ()
    return merge_records([book.records for book in books], old.records if old is not None else ())


def _unit_problems(book: RegisterBook, kind: RecordType, hierarchy: Hierarchy, file: str) -> Iterator[Problem]:
    history = hierarchy.history(book.org_unit)
    if not history:
        fields = {"org_unit": book.org_unit}
        yield Problem(code="registers.unit_unknown", where=Where(file=file), fields=fields)
    elif not any(span.kind.value in kind.kept_by for span in history):
        fields = {"name": history[-1].name, "levels": ", ".join(sorted(kind.kept_by))}
        yield Problem(code="registers.level", where=Where(file=file), fields=fields)


def _conflict(kind: RecordType, one: MergeConflict) -> Problem:
    names = {field.code: field.name for field in kind.fields}
    values = "; ".join(f"“{value}” ({place})" for value, place in one.values)
    fields = {"name": names.get(one.field, one.field), "id": one.record, "values": values}
    return Problem(code="registers.conflict", severity=Severity.WARNING, where=Where(key=one.record), fields=fields)


def _moves(records: Sequence[Record], old: RegisterBook | None, kind: RecordType) -> Iterator[Problem]:
    before = {record.id: record for record in old.records} if old is not None else {}
    for record in records:
        start = before.get(record.id)
        if start is not None and state_fault(record, start, kind):
            states = kind.lifecycle.states
            fields = {"before": states[start.state], "value": states[record.state]}
            where = Where(file=record.place, key=record.id)
            yield Problem(code="registers.move", severity=Severity.WARNING, where=where, fields=fields)
