"""Fields that are worked out: a closed list of ways, each over fields of the record and its lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class ComputationKind(StrEnum):
    """How a field is worked out."""

    ON_TIME = "on_time"
    """Yes where ``done`` is not after ``due``; no where it is."""
    DAYS_LATE = "days_late"
    """Days from ``due`` to ``done``, at least 0."""
    AT_MOST = "at_most"
    """Yes where ``value`` is not more than ``limit``."""
    SHARE = "share"
    """``part`` of ``whole``, in percent."""
    TOTAL = "total"
    """The sum of ``value`` over the lines that fit, up to the day ``until`` of the record's ``year``."""
    REACHED_ON = "reached_on"
    """The first day on which the lines that fit add up to ``whole``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computation:
    """A way and the fields it works on; which of them count depends on the kind."""

    kind: ComputationKind
    due: str = ""
    done: str = ""
    value: str = ""
    part: str = ""
    whole: str = ""
    limit: Decimal | None = None
    lines: str = ""
    on: str = ""
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    until: tuple[int, int] | None = None
    """Month and day."""
    year: str = ""


Values = Mapping[str, str | Decimal | date | bool | None]


def compute(way: Computation, values: Values, lines: Iterable[Values]) -> Decimal | date | bool | None:
    """What a field comes to; None where the fields it needs are empty."""
    if way.kind in (ComputationKind.TOTAL, ComputationKind.REACHED_ON):
        fitting = [line for line in lines if fits(way.where, line)]
        return _total(way, values, fitting) if way.kind is ComputationKind.TOTAL else _reached(way, values, fitting)
    if way.kind is ComputationKind.AT_MOST:
        value = values.get(way.value)
        return value <= way.limit if isinstance(value, Decimal) and way.limit is not None else None
    if way.kind is ComputationKind.SHARE:
        part, whole = values.get(way.part), values.get(way.whole)
        return part * 100 / whole if isinstance(part, Decimal) and isinstance(whole, Decimal) and whole else None
    due, done = values.get(way.due), values.get(way.done)
    if not isinstance(due, date) or not isinstance(done, date):
        return None
    return done <= due if way.kind is ComputationKind.ON_TIME else Decimal(max(0, (done - due).days))


def fits(where: Mapping[str, frozenset[str]], values: Values) -> bool:
    """Whether each field named holds one of the values allowed; yes and no are written ``yes`` and ``no``."""
    return all(as_code(values.get(code)) in allowed for code, allowed in where.items())


def as_code(value: object) -> str:
    """A value as conditions write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _total(way: Computation, values: Values, lines: list[Values]) -> Decimal:
    last = _last_day(way, values)
    total = Decimal(0)
    for line in lines:
        amount, on = line.get(way.value), line.get(way.on)
        if isinstance(amount, Decimal) and (last is None or (isinstance(on, date) and on <= last)):
            total += amount
    return total


def _last_day(way: Computation, values: Values) -> date | None:
    year = values.get(way.year)
    if way.until is None:
        return None
    return date(int(year), *way.until) if isinstance(year, Decimal) and 1900 <= year <= 9998 else date.min


def _reached(way: Computation, values: Values, lines: list[Values]) -> date | None:
    goal = values.get(way.whole)
    if not isinstance(goal, Decimal) or goal <= 0:
        return None
    dated = [(line.get(way.on), line.get(way.value)) for line in lines]
    total = Decimal(0)
    for on, amount in sorted((on, a) for on, a in dated if isinstance(on, date) and isinstance(a, Decimal)):
        total += amount
        if total >= goal:
            return on
    return None
