"""Budget lines in time: when what was planned was allocated and spent. Dates and shares; nothing is judged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.registers import MoneyTimeline, Record, RecordType

Movement = tuple[date, Decimal]
EARLY = (3, 31)
"""Month and day until which an allocation counts as early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """One line: what was planned, until when it was due, and the movements in order of time, amounts in tỷ đồng."""

    record: str
    org_unit: str
    title: str
    planned: Decimal
    due: date
    allocated: tuple[Movement, ...]
    disbursed: tuple[Movement, ...]

    def allocated_on(self, day: date) -> Decimal:
        """What was allocated up to and with a day."""
        return _until(self.allocated, day)

    def disbursed_on(self, day: date) -> Decimal:
        """What was spent up to and with a day."""
        return _until(self.disbursed, day)

    @property
    def early(self) -> Decimal:
        """What was allocated by 31 March of the year in which it is due."""
        return self.allocated_on(date(self.due.year, *EARLY))

    @property
    def reached_on(self) -> date | None:
        """The day on which all that was planned had been allocated; None where that is still to come."""
        return next((day for day, _ in self.allocated if self.planned and self.allocated_on(day) >= self.planned), None)

    def days_late(self, on: date) -> int:
        """Days from the day it was due to the day it was there; for what is not there yet, to ``on``."""
        return max(0, ((self.reached_on or on) - self.due).days) if self.planned else 0


def _until(movements: Iterable[Movement], day: date) -> Decimal:
    return sum((amount for on, amount in movements if on <= day), Decimal(0))


def budget_lines(records: Iterable[Record], kinds: Mapping[str, RecordType]) -> tuple[BudgetLine, ...]:
    """The lines of all registers that tell of money in time; a record without plan or day due is left out."""
    found: list[BudgetLine] = []
    for record in records:
        kind = kinds[record.record_type]
        way = kind.timeline
        if way is None:
            continue
        planned, due = record.number(way.planned), record.day(way.due)
        if planned is not None and due is not None:
            found.append(
                BudgetLine(
                    record=record.id,
                    org_unit=record.org_unit,
                    title=str(record.values.get(kind.fields[0].code) or record.id),
                    planned=planned,
                    due=due,
                    allocated=_movements(record, way, way.allocated),
                    disbursed=_movements(record, way, way.disbursed),
                )
            )
    return tuple(found)


def _movements(record: Record, way: MoneyTimeline, movement: str) -> tuple[Movement, ...]:
    dated: list[Movement] = []
    for line in record.lines.get(way.lines, ()):
        on, amount = line.values.get(way.on), line.values.get(way.amount)
        if line.values.get(way.movement) == movement and isinstance(on, date) and isinstance(amount, Decimal):
            dated.append((on, amount))
    return tuple(sorted(dated))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySummary:
    """The lines of one org unit together; ``days_late`` is that of the latest line, ``late`` how many are late."""

    org_unit: str
    lines: int
    planned: Decimal
    early: Decimal
    allocated: Decimal
    disbursed: Decimal
    late: int
    days_late: int

    @property
    def share_early(self) -> Decimal | None:
        """Percent of the plan allocated by 31 March."""
        return self.early * 100 / self.planned if self.planned else None


def money_by_unit(lines: Sequence[BudgetLine], on: date) -> tuple[MoneySummary, ...]:
    """A summary for each org unit, in the order of the codes."""
    codes = sorted({line.org_unit for line in lines})
    return tuple(_summary(code, [line for line in lines if line.org_unit == code], on) for code in codes)


def _summary(code: str, lines: Sequence[BudgetLine], on: date) -> MoneySummary:
    late = [line.days_late(on) for line in lines]
    return MoneySummary(
        org_unit=code,
        lines=len(lines),
        planned=sum((line.planned for line in lines), Decimal(0)),
        early=sum((line.early for line in lines), Decimal(0)),
        allocated=sum((line.allocated_on(on) for line in lines), Decimal(0)),
        disbursed=sum((line.disbursed_on(on) for line in lines), Decimal(0)),
        late=sum(days > 0 for days in late),
        days_late=max(late, default=0),
    )
