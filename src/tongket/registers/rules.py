"""What a register asks of a record as a whole, and the fields that follow from others."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tongket.registers.computation import compute
from tongket.registers.model import FieldKind, Record, RecordField, RecordType, RecordValue


def computed(record: Record, kind: RecordType) -> Record:
    """The record with its computed fields worked out, in the order in which the register lists them."""
    values: dict[str, RecordValue] = dict(record.values)
    for one in kind.fields:
        if one.computation is not None:
            lines = (line.values for line in record.lines.get(one.computation.lines, ()))
            values[one.code] = compute(one.computation, values, lines)
    return replace(record, values=values)


def order_faults(record: Record, kind: RecordType) -> Iterator[tuple[RecordField, RecordField]]:
    """Pairs of days of which the second is earlier than the first."""
    for first, second in kind.orders:
        one, other = record.day(first), record.day(second)
        if one is not None and other is not None and other < one:
            yield kind.field(first), kind.field(second)


def state_fault(record: Record, before: Record | None, kind: RecordType) -> bool:
    """Whether a record stands where no sequence of moves leads from where it stood."""
    start = before.state if before is not None else kind.lifecycle.initial
    return record.state not in kind.lifecycle.reachable(start)


def plan_shares(record: Record, kind: RecordType) -> Mapping[str, RecordValue]:
    """Field -> actual in percent of plan, for the fields that have a plan beside them."""
    found: dict[str, RecordValue] = {}
    for one in kind.fields:
        plan, actual = record.number(one.planned), record.number(one.code)
        if one.planned and one.kind is not FieldKind.DAY and plan and actual is not None:
            found[one.code] = actual * 100 / plan
    return found


def is_public(record: Record, kind: RecordType) -> bool:
    """Whether a record may stand in a paper for the public: every field that must consent says yes."""
    return all(record.values.get(code) is True for code in kind.public_where)
