"""Registers with their fields, lifecycle and formulas."""

from collections.abc import Mapping

from tongket.packs.register_schema import (
    ComputedEntry,
    FieldEntry,
    LifecycleEntry,
    RecordFormulaEntry,
    RecordsOfEntry,
    RegisterEntry,
)
from tongket.registers import (
    Computation,
    ComputationKind,
    Evaluation,
    FieldKind,
    FollowUp,
    LineTable,
    MoneyTimeline,
    Operation,
    RecordField,
    RecordFormula,
    RecordType,
)
from tongket.workflow import Lifecycle, Move


def decode_register(entry: RegisterEntry) -> RecordType:
    """One register."""
    return RecordType(
        code=entry.code,
        name=entry.name,
        purpose=entry.purpose,
        fields=_fields(entry.fields),
        lifecycle=_lifecycle(entry.lifecycle),
        kept_by=frozenset(entry.kept_by),
        seen_by=frozenset(entry.seen_by),
        dated_by=tuple(entry.dated_by),
        lines=tuple(LineTable(code=c, name=one.name, fields=_fields(one.fields)) for c, one in entry.lines.items()),
        orders=tuple((one.first, one.then) for one in entry.orders),
        follow_up=FollowUp(**_given(entry.follow_up)) if entry.follow_up else None,
        evaluation=Evaluation(**_given(entry.evaluation)) if entry.evaluation else None,
        timeline=MoneyTimeline(**_given(entry.timeline)) if entry.timeline else None,
        public_where=tuple(entry.public_where),
        figures={code: _formula(one) for code, one in entry.figures.items()},
    )


def _given(entry: object) -> dict[str, str]:
    return {key: value or "" for key, value in dict(entry).items()}  # type: ignore[call-overload]


def _fields(entries: Mapping[str, FieldEntry]) -> tuple[RecordField, ...]:
    return tuple(
        RecordField(
            code=code,
            name=one.name,
            kind=FieldKind(one.kind),
            required=one.required,
            choices=dict(one.choices),
            unit_of_measure=one.unit_of_measure,
            computation=_computation(one.computed) if one.computed else None,
            planned=one.planned or "",
        )
        for code, one in entries.items()
    )


def _computation(entry: ComputedEntry) -> Computation:
    month_day = tuple(int(part) for part in entry.until.split("-")) if entry.until else None
    texts = {key: getattr(entry, key) or "" for key in ("due", "done", "value", "part", "whole", "lines", "on", "year")}
    return Computation(
        kind=ComputationKind(entry.way),
        limit=entry.limit,
        where=_where(entry.where),
        until=(month_day[0], month_day[1]) if month_day else None,
        **texts,
    )


def _where(entry: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {code: frozenset(allowed) for code, allowed in entry.items()}


def _lifecycle(entry: LifecycleEntry) -> Lifecycle:
    moves = tuple(Move(start=one.from_, verb=one.verb, end=one.to) for one in entry.moves)
    return Lifecycle(initial=entry.initial, states=dict(entry.states), moves=moves)


def _formula(entry: RecordFormulaEntry) -> RecordFormula:
    if isinstance(entry.sum, list):
        return RecordFormula(added=tuple(entry.sum))
    for operation in Operation:
        found = getattr(entry, operation.value)
        if isinstance(found, RecordsOfEntry):
            return RecordFormula(
                operation=operation,
                record_type=found.record_type,
                lines=found.lines or "",
                of=found.field or "",
                where=_where(found.where),
                dated_by=found.dated_by or "",
            )
    raise ValueError("a formula of no shape; the cross-check lets none pass")
