"""Data elements from records: how many, the sum of a field, how many units at least once; each with its records."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tongket.consolidation.record_units import UnitsOfRecords
from tongket.periods import Interval
from tongket.registers import Operation, Record, RecordFormula, RecordType, RecordValue, as_code

ORG_UNITS = "org_units"
"""The register that is always there: the org units themselves."""
UNIT = "org_unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSum:
    """What an element comes to, and the codes of the records (or units) it comes from."""

    amount: Decimal
    records: tuple[str, ...]


Sums = Mapping[str, RecordSum]
"""Code of the org unit -> what it comes to there, those below it included."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A record or one of its lines, as a formula sees it."""

    record: Record
    values: Mapping[str, RecordValue]


class RecordElements:
    """Works out elements over the records of many org units."""

    def __init__(self, records: Iterable[Record], kinds: Mapping[str, RecordType], units: UnitsOfRecords) -> None:
        self._kinds, self._units = kinds, units
        self._records: dict[str, list[Record]] = defaultdict(list)
        self._ordered: dict[tuple[str, str, tuple[str, ...]], tuple[list[date], list[_Row]]] = {}
        for record in records:
            self._records[record.record_type].append(record)
        self.formulas: dict[str, RecordFormula] = {
            code: formula for kind in kinds.values() for code, formula in kind.figures.items()
        }

    def types_of(self, element: str) -> frozenset[str]:
        """The registers that an element is computed from."""
        formula = self.formulas[element]
        if formula.added:
            return frozenset(code for one in formula.added for code in self.types_of(one))
        return frozenset({formula.record_type}) - {ORG_UNITS}

    def sums(self, element: str, days: Interval, owners: Sequence[str] = ()) -> Sums:
        """An element in some days for every org unit that has a part in it; counts of the units themselves are worked
        out for ``owners``."""
        formula = self.formulas[element]
        if formula.added:
            return _together([self.sums(one, days, owners) for one in formula.added])
        if formula.record_type == ORG_UNITS:
            return self._unit_counts(formula, _last(days), owners)
        if formula.operation is Operation.DISTINCT and formula.of == UNIT:
            return self._distinct_units(formula, days)
        found: dict[str, list[tuple[RecordValue, str]]] = defaultdict(list)
        for row, day in self._rows(formula, days):
            value = row.values.get(formula.of) if formula.of else None
            if formula.operation is Operation.SUM and not isinstance(value, Decimal):
                continue
            for owner in self._units.owners(row.record.org_unit, day):
                found[owner].append((value, row.record.id))
        return {owner: _summed(formula.operation, parts) for owner, parts in found.items()}

    def _rows(self, formula: RecordFormula, days: Interval) -> Iterator[tuple[_Row, date]]:
        """The records, or lines, that fit and belong to some days, each with its day."""
        where = dict(formula.where)
        states = where.pop("state", None)
        known, rows = self._in_order(formula)
        end = bisect_left(known, days.end) if days.end is not None else len(known)
        for place in range(bisect_left(known, days.start), end):
            row = rows[place]
            if (states is None or row.record.state in states) and _fits(where, row.values):
                yield row, known[place]

    def _in_order(self, formula: RecordFormula) -> tuple[list[date], list[_Row]]:
        """All records, or lines, that a formula may take and that bear a day, in the order of their days; kept."""
        kind = self._kinds[formula.record_type]
        dated = (formula.dated_by,) if formula.dated_by else kind.dated_by
        key = (formula.record_type, formula.lines, dated)
        if key not in self._ordered:
            found: list[tuple[date, int, _Row]] = []
            for record in self._records.get(formula.record_type, ()):
                several = (
                    [line.values for line in record.lines.get(formula.lines, ())] if formula.lines else [record.values]
                )
                for values in several:
                    day = next((v for code in dated if isinstance(v := values.get(code), date)), None)
                    if day is not None:
                        found.append((day, len(found), _Row(record, values)))
            found.sort(key=lambda one: one[:2])
            self._ordered[key] = [one[0] for one in found], [one[2] for one in found]
        return self._ordered[key]

    def dated(self, formula: RecordFormula, days: Interval) -> Iterator[tuple[Record, date]]:
        """The records that a formula takes in some days, each with its day."""
        return ((row.record, day) for row, day in self._rows(formula, days))

    def _distinct_units(self, formula: RecordFormula, days: Interval) -> Sums:
        """The units of the last day that did it, or the whole of which a unit that did it has gone into; each once."""
        end = _last(days)
        did: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row, day in self._rows(formula, days):
            for home in self._units.homes(row.record.org_unit, day, end):
                for owner in self._units.owners(home, end):
                    did[owner][home].append(row.record.id)
        return {
            owner: RecordSum(amount=Decimal(len(homes)), records=tuple(i for ids in homes.values() for i in ids))
            for owner, homes in did.items()
        }

    def _unit_counts(self, formula: RecordFormula, end: date, owners: Sequence[str]) -> Sums:
        kinds = formula.where.get("kind", frozenset())
        counted = {owner: self._units.counted(owner, kinds, end) for owner in owners}
        return {owner: RecordSum(amount=Decimal(len(codes)), records=codes) for owner, codes in counted.items()}


def _last(days: Interval) -> date:
    """The last of some days; an open interval has none."""
    if days.end is None:
        raise ValueError("figures are worked out over days that end")
    return days.end - timedelta(days=1)


def _fits(where: Mapping[str, frozenset[str]], values: Mapping[str, RecordValue]) -> bool:
    return all(as_code(values.get(code)) in allowed for code, allowed in where.items())


def _summed(operation: Operation, parts: Sequence[tuple[RecordValue, str]]) -> RecordSum:
    ids = tuple(dict.fromkeys(one for _, one in parts))
    if operation is Operation.SUM:
        amount = sum((value for value, _ in parts if isinstance(value, Decimal)), Decimal(0))
    elif operation is Operation.COUNT:
        amount = Decimal(len(parts))
    else:
        amount = Decimal(len({value for value, _ in parts if value is not None}))
    return RecordSum(amount=amount, records=ids)


def _together(several: Sequence[Sums]) -> Sums:
    owners = dict.fromkeys(owner for sums in several for owner in sums)
    return {owner: add([sums[owner] for sums in several if owner in sums]) for owner in owners}


def add(parts: Sequence[RecordSum]) -> RecordSum:
    """Several sums as one."""
    amount = sum((part.amount for part in parts), Decimal(0))
    return RecordSum(amount=amount, records=tuple(dict.fromkeys(one for part in parts for one in part.records)))
