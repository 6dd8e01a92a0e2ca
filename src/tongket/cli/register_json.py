"""Records and their figures for machines."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tongket.consolidation import RecordFigure, RecordSum
from tongket.registers import Record, RecordType, RecordValue, is_public, plan_shares


def record_json(record: Record, kind: RecordType) -> dict[str, Any]:
    """A record with its lines, what could not be understood, actual against plan, and whether it may be shown to all."""
    return {
        "id": record.id,
        "register": record.record_type,
        "org_unit": record.org_unit,
        "state": record.state,
        "values": _values(record.values),
        "as_written": dict(record.as_written),
        "of_plan": _values(plan_shares(record, kind)),
        "lines": {code: [_values(line.values) for line in lines] for code, lines in record.lines.items()},
        "public": is_public(record, kind),
        "place": record.place,
    }


def _values(values: Mapping[str, RecordValue]) -> dict[str, Any]:
    return {code: plain(value) for code, value in values.items() if value is not None}


def plain(value: RecordValue) -> object:
    """A value as JSON has it; numbers as text, so that none is changed."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else value


def figure_json(one: RecordFigure) -> dict[str, Any]:
    """A figure with its records and its base."""
    return {
        "figure": str(one.code),
        "org_unit": one.org_unit,
        "period": one.period.code,
        "indicator": one.indicator,
        "value": plain(one.value),
        "numerator": _sum(one.numerator),
        "denominator": _sum(one.denominator) if one.denominator else None,
        "read": list(one.read),
        "expected": list(one.expected),
    }


def _sum(one: RecordSum) -> dict[str, Any]:
    return {"amount": plain(one.amount), "records": list(one.records)}
