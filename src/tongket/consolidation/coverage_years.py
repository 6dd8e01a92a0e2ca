"""Which units were covered in which year, on the map of the last day."""

from collections.abc import Mapping, Sequence

from tongket.consolidation.record_elements import RecordElements
from tongket.consolidation.record_units import UnitsOfRecords
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.registers import Operation, RecordType, RegisterBook


def coverage_by_year(
    books: Sequence[RegisterBook],
    kinds: Mapping[str, RecordType],
    element: str,
    *,
    hierarchy: Hierarchy,
    period: Period,
    levels: frozenset[str],
) -> dict[str, dict[int, int]]:
    """Code of each unit of some levels on the last day -> year -> how many records say so, its predecessors' that it took
    over whole among them. ``element`` counts units once."""
    units = UnitsOfRecords(hierarchy)
    elements = RecordElements((r for book in books for r in book.records), kinds, units)
    formula = elements.formulas[element]
    if formula.operation is not Operation.DISTINCT:
        raise ValueError(f"{element!r} does not count units once")
    found = {unit.code: dict[int, int]() for unit in hierarchy.on(period.last_day) if unit.kind.value in levels}
    for record, day in elements.dated(formula, period.interval()):
        for home in units.homes(record.org_unit, day, period.last_day):
            if home in found:
                found[home][day.year] = found[home].get(day.year, 0) + 1
    return found
