"""Indicators from the records of registers, each open down to its records and with the units it speaks of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checks import Notice
from tongket.consolidation.figure_code import Basis, FigureCode
from tongket.consolidation.record_elements import RecordElements, RecordSum, Sums, add
from tongket.consolidation.record_units import UnitsOfRecords, within
from tongket.framework import Aggregation, Framework, Indicator
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.problems import Severity
from tongket.registers import RecordType, RegisterBook
from tongket.reports import Report, stated
from tongket.vietnamese import format_number

NOTHING = RecordSum(amount=Decimal(0), records=())
RESTATED = "The report states {stated}; the register gives {computed}, from {records}."
NAMED = 5
"""So many records are named; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFigure:
    """An indicator of one org unit and period from its registers. ``value`` of a ratio is numerator over denominator in
    percent, None where there is no denominator; ``read`` are the units whose registers were there, of ``expected``."""

    org_unit: str
    period: Period
    indicator: str
    value: Decimal | None
    numerator: RecordSum
    denominator: RecordSum | None
    read: tuple[str, ...]
    expected: tuple[str, ...]

    @property
    def code(self) -> FigureCode:
        """The name of the figure."""
        return FigureCode(org_unit=self.org_unit, period=self.period, indicator=self.indicator, basis=Basis.AS_REPORTED)

    @property
    def records(self) -> tuple[str, ...]:
        """The codes of the records behind it."""
        return add([self.numerator, *([self.denominator] if self.denominator else [])]).records


def figures_from_records(
    books: Sequence[RegisterBook],
    kinds: Mapping[str, RecordType],
    *,
    framework: Framework,
    hierarchy: Hierarchy,
    period: Period,
) -> tuple[RecordFigure, ...]:
    """Every indicator that registers give, for every org unit in which one was read; a unit that kept a register and
    wrote nothing in it has 0, one without a register has no figure."""
    units = UnitsOfRecords(hierarchy)
    elements = RecordElements((r for book in books for r in book.records), kinds, units)
    return tuple(
        figure
        for indicator in framework
        if _needed(indicator) <= elements.formulas.keys()
        for figure in _figures(indicator, books, kinds, elements, hierarchy, period)
    )


def _needed(indicator: Indicator) -> frozenset[str]:
    codes = (indicator.element, indicator.numerator, indicator.denominator)
    found = frozenset(code for code in codes if code)
    return found or frozenset({"-"})


def _figures(
    indicator: Indicator,
    books: Sequence[RegisterBook],
    kinds: Mapping[str, RecordType],
    elements: RecordElements,
    hierarchy: Hierarchy,
    period: Period,
) -> Iterator[RecordFigure]:
    types = frozenset(code for element in _needed(indicator) for code in elements.types_of(element))
    tree = hierarchy.on(period.last_day)
    kept = frozenset(level for code in types for level in kinds[code].kept_by) & indicator.levels
    read = {book.org_unit for book in books if book.record_type in types}
    above = {code: (code, *(u.code for u in tree.ancestors(code))) for code in read if code in tree}
    owners = list(dict.fromkeys(owner for chain in above.values() for owner in chain))
    top = _over_time(indicator, indicator.numerator or indicator.element or "", elements, period, owners)
    below = _over_time(indicator, indicator.denominator, elements, period, owners) if indicator.denominator else None
    for owner in owners:
        if tree[owner].kind.value not in indicator.levels:
            continue
        numerator = top.get(owner, NOTHING)
        denominator = below.get(owner, NOTHING) if below is not None else None
        inside = [unit.code for unit in within(tree, owner) if unit.kind.value in kept]
        if not read.intersection(inside):
            continue
        yield RecordFigure(
            org_unit=owner,
            period=period,
            indicator=indicator.code,
            value=_value(numerator, denominator),
            numerator=numerator,
            denominator=denominator,
            read=tuple(code for code in inside if code in read),
            expected=tuple(inside),
        )


def _value(numerator: RecordSum, denominator: RecordSum | None) -> Decimal | None:
    if denominator is None:
        return numerator.amount
    return numerator.amount * 100 / denominator.amount if denominator.amount else None


def _over_time(
    indicator: Indicator, element: str, elements: RecordElements, period: Period, owners: Sequence[str]
) -> Sums:
    """An element over a period: over a span the sum of its years, the last year that has any, or the span as a whole."""
    if not period.is_span or indicator.over_time is Aggregation.DISTINCT:
        return elements.sums(element, period.interval(), owners)
    years = [elements.sums(element, year.interval(), owners) for year in period.years()]
    everyone = dict.fromkeys(owner for sums in years for owner in sums)
    if indicator.over_time is Aggregation.LAST:
        return {owner: next(sums[owner] for sums in reversed(years) if owner in sums) for owner in everyone}
    return {owner: add([sums[owner] for sums in years if owner in sums]) for owner in everyone}


def restated_by_registers(reports: Iterable[Report], figures: Sequence[RecordFigure]) -> tuple[Notice, ...]:
    """Where a report states another figure than the registers it comes of. Compared only where all of these were read: a
    district's figure takes in its communes'. A part that the report does not state is no fault."""
    known = {(one.org_unit, one.period, one.indicator): one for one in figures}
    return tuple(notice for report in reports for notice in _restated(report, known))


def _restated(report: Report, known: Mapping[tuple[str, Period, str], RecordFigure]) -> Iterator[Notice]:
    for (org_unit, period, indicator), said in stated(report).items():
        figure = known.get((org_unit, period, indicator))
        if figure is None or org_unit != report.org_unit or len(figure.read) < len(figure.expected):
            continue
        pairs = [
            (said.numerator or (said.value if figure.denominator is None else None), figure.numerator),
            (said.denominator, figure.denominator),
        ]
        for value, computed in pairs:
            if value is not None and computed is not None and value.value != computed.amount:
                named = ", ".join(computed.records[:NAMED]) or "–"
                more = len(computed.records) - NAMED
                fields = {
                    "stated": format_number(value.value),
                    "computed": format_number(computed.amount),
                    "records": f"{named} (+{more})" if more > 0 else named,
                }
                yield Notice(
                    code="restated",
                    severity=Severity.WARNING,
                    files=(report.file,),
                    org_unit=org_unit,
                    period=period.code,
                    indicator=indicator,
                    note=RESTATED,
                    fields=tuple(sorted(fields.items())),
                )
