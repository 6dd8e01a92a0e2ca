"""From records to tasks: what an exercise, an inspection or a limitation leaves to be done."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tongket.problems import translate
from tongket.registers import FollowUp, Record, RecordType, RecordValue
from tongket.tasks import Task


def tasks_of_records(
    records: Iterable[Record], kinds: Mapping[str, RecordType], names: Mapping[str, str]
) -> tuple[Task, ...]:
    """A task for each thing that is still to be done; the code tells the record and the line. ``names`` are those of the
    org units by code: a unit that bears the owner's name gets the task."""
    codes = {name: code for code, name in names.items()}
    return tuple(
        task
        for record in records
        if (follow_up := kinds[record.record_type].follow_up) is not None
        for task in _tasks(record, follow_up, names, codes)
    )


def _tasks(record: Record, follow_up: FollowUp, names: Mapping[str, str], codes: Mapping[str, str]) -> Iterator[Task]:
    if not follow_up.lines:
        rows: list[tuple[str, Mapping[str, RecordValue]]] = [("", record.values)]
    else:
        rows = [(f".{i}", line.values) for i, line in enumerate(record.lines.get(follow_up.lines, ()), start=1)]
    for number, values in rows:
        deed = _text(values, follow_up.deed)
        if not deed or values.get(follow_up.done) is not None:
            continue
        owner = _text(values, follow_up.owner)
        due = values.get(follow_up.due)
        yield Task(
            id=f"{record.id}{number}",
            source=f"record:{record.id}{number}",
            lead=owner,
            deed=deed,
            responsibility=translate("The head of: {name}", "vi", name=owner) if owner else "",
            product=_text(values, follow_up.product) or translate("A report on what was done", "vi"),
            authority=names.get(record.org_unit, record.org_unit),
            deadline=due if isinstance(due, date) else None,
            org_unit=codes.get(owner),
        )


def _text(values: Mapping[str, RecordValue], code: str) -> str:
    value = values.get(code)
    return value if isinstance(value, str) else ""
