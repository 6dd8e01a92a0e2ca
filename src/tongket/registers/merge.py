"""Two people's copies of one register become one again; where both wrote and wrote differently, both are shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.registers.model import Line, Record, RecordValue

STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeConflict:
    """A field of a record on which copies differ: each value with the place where it was written."""

    record: str
    field: str
    values: tuple[tuple[str, str], ...]


def merge_records(
    copies: Sequence[Sequence[Record]], before: Sequence[Record] = ()
) -> tuple[tuple[Record, ...], tuple[MergeConflict, ...]]:
    """The records of all copies, each id once, in the order in which they come. ``before`` is the state that the copies
    were made from: what only one copy changed is taken; without it, what only one copy has filled in."""
    old = {record.id: record for record in before}
    ids = dict.fromkeys(record.id for copy in (before, *copies) for record in copy)
    found: list[Record] = []
    conflicts: list[MergeConflict] = []
    by_id = [{record.id: record for record in copy} for copy in copies]
    for one in ids:
        versions = [copy[one] for copy in by_id if one in copy]
        if not versions:
            found.append(old[one])
            continue
        record, told = _merge_one(versions, old.get(one))
        found.append(record)
        conflicts += told
    return tuple(found), tuple(conflicts)


def _merge_one(versions: Sequence[Record], old: Record | None) -> tuple[Record, list[MergeConflict]]:
    first = versions[0]
    values: dict[str, RecordValue] = {}
    written: dict[str, str] = {}
    conflicts: list[MergeConflict] = []
    for code in dict.fromkeys(code for record in versions for code in (*record.values, *record.as_written)):
        chosen, differing = _choose(code, versions, old)
        values[code] = chosen.values.get(code)
        if code in chosen.as_written:
            written[code] = chosen.as_written[code]
        if differing:
            conflicts.append(_conflict(first.id, code, differing))
    state, differing = _choose(STATE, versions, old)
    if differing:
        conflicts.append(_conflict(first.id, STATE, differing))
    lines = {code: _lines(code, versions, old) for code in dict.fromkeys(c for r in versions for c in r.lines)}
    return replace(first, values=values, as_written=written, state=state.state, lines=lines), conflicts


def cell(record: Record, code: str) -> tuple[RecordValue, str]:
    """What a record has in a field, understood or not."""
    if code == STATE:
        return record.state, ""
    return record.values.get(code), record.as_written.get(code, "")


def _choose(code: str, versions: Sequence[Record], old: Record | None) -> tuple[Record, list[Record]]:
    """The version whose value counts, and the versions that contradict each other (the value before then stands)."""
    start = cell(old, code) if old is not None else (None, "")
    changed = [record for record in versions if cell(record, code) != start]
    distinct: dict[tuple[RecordValue, str], Record] = {}
    for record in changed:
        distinct.setdefault(cell(record, code), record)
    if len(distinct) > 1:
        return old if old is not None else changed[0], list(distinct.values())
    return (changed or versions)[0], []


def _conflict(record: str, code: str, versions: Iterable[Record]) -> MergeConflict:
    values = tuple((_shown(cell(one, code)), one.place) for one in versions)
    return MergeConflict(record=record, field=code, values=values)


def _shown(value: tuple[RecordValue, str]) -> str:
    return value[1] or ("" if value[0] is None else str(value[0]))


def _key(line: Line) -> tuple[tuple[str, str], ...]:
    known: Mapping[str, object] = {**line.values, **line.as_written}
    return tuple(sorted((code, str(value)) for code, value in known.items() if value is not None))


def _lines(code: str, versions: Sequence[Record], old: Record | None) -> tuple[Line, ...]:
    """Every line that any copy has, without those that a copy took out."""
    before = {_key(line) for line in old.lines.get(code, ())} if old is not None else set()
    kept = [{_key(line): line for line in record.lines.get(code, ())} for record in versions]
    gone = {key for key in before if any(key not in lines for lines in kept)}
    every = {key: line for lines in kept for key, line in lines.items()}
    return tuple(line for key, line in every.items() if key not in gone)
