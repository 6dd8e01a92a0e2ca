"""Instruments over time."""

from collections.abc import Iterator

from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.problems import Problem

RELATIONS = ("amends", "replaces", "consolidates", "implements")


def check_intervals(draft: Draft) -> Iterator[Problem]:
    """What is in force begins before it ends."""
    dated = list(draft.entries(FileKind.LAW))
    for calendar in draft.files(FileKind.CALENDAR):
        dated += [*calendar.entries("profiles"), *calendar.entries("due_dates")]
    for entry in dated:
        in_force = entry.inner("in_force")
        start, end = in_force.day("from"), in_force.day("to")
        if start and end and end <= start:
            yield in_force.problem("pack.interval", "to", start=start.isoformat(), end=end.isoformat())


def check_relations(draft: Draft) -> Iterator[Problem]:
    """The instruments that a pack is about, and that others amend or replace, are in it."""
    if FileKind.LAW in draft.folder.unreadable:
        return
    numbers = {one.text("number") for one in draft.entries(FileKind.LAW)}
    for pack in draft.files(FileKind.PACK):
        yield from _unknown(pack, "instrument", pack.text("instrument"), numbers)
    for entry in draft.entries(FileKind.LAW):
        for relation in RELATIONS:
            for position, number in enumerate(entry.texts(relation)):
                if number and number == entry.text("number"):
                    yield entry.problem("pack.own_relation", relation, position, number=number)
                yield from _unknown(entry, relation, number, numbers, position)


def _unknown(entry: Entry, key: str, number: str, numbers: set[str], *steps: int) -> Iterator[Problem]:
    if number and number not in numbers:
        yield entry.problem("pack.unknown_instrument", key, *steps, number=number)


def check_succession(draft: Draft) -> Iterator[Problem]:
    """A replaced instrument is in force no longer on the first day of its successor."""
    rows: dict[str, Entry] = {}
    for entry in draft.entries(FileKind.LAW):
        rows.setdefault(entry.text("number"), entry)
    for successor in rows.values():
        start = successor.inner("in_force").day("from")
        for position, number in enumerate(successor.texts("replaces")):
            old = rows.get(number)
            if old is None or start is None or old is successor or "in_force" not in old.content:
                continue
            end = old.inner("in_force").day("to")
            if end is None or end > start:
                yield successor.problem(
                    "pack.replaced_in_force", "replaces", position, number=number, day=start.isoformat()
                )
