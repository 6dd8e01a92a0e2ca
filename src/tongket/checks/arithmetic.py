"""Figures of one report that do not agree with each other: percentages, text against table."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from tongket.checks.findings import finding
from tongket.checks.intake import Intake
from tongket.checks.model import Finding
from tongket.checks.rounding import agrees, rounds
from tongket.framework import Part
from tongket.reports import DataValue, Report, StatedKey
from tongket.reports.stated import stands_in_table
from tongket.vietnamese import format_number

Stated = dict[Part, list[DataValue]]


def by_figure(report: Report) -> dict[StatedKey, Stated]:
    """All values of a report by figure and part, in the order of the text."""
    found: dict[StatedKey, Stated] = {}
    for value in report.values:
        key = (value.org_unit, value.period, value.indicator)
        found.setdefault(key, {}).setdefault(value.part, []).append(value)
    return found


def percent_mismatches(intake: Intake) -> Iterator[Finding]:
    """A percentage that does not follow from any pair of numbers stated beside it, in the table or in the text."""
    for report in intake.current:
        for (org_unit, period, indicator), parts in by_figure(report).items():
            if not intake.framework[indicator].is_ratio:
                continue
            wrong = wrong_percentage([v for values in parts.values() for v in values])
            if wrong:
                stated, numerator, computed = wrong
                yield finding(
                    "percent_mismatch",
                    files=(report.file,),
                    org_unit=org_unit,
                    period=period.code,
                    indicator=indicator,
                    fields={
                        "stated": format_number(stated.value),
                        "computed": format_number(round(computed, 2)),
                        "place": stated.source.anchor,
                        "other_place": numerator.source.anchor,
                    },
                )


def wrong_percentage(values: list[DataValue]) -> tuple[DataValue, DataValue, Decimal] | None:
    """The stated percentage, the numerator beside it and the percentage that the numbers give, where they differ by more than rounding; table and text
    are looked at apart, and numbers that agree anywhere settle it."""
    for in_table in (True, False):
        here = [value for value in values if stands_in_table(value) is in_table]
        stated, numerators, denominators = (
            [v for v in here if v.part is part] for part in (Part.VALUE, Part.NUMERATOR, Part.DENOMINATOR)
        )
        pairs = [(n, d.value) for n, d in product(numerators, denominators) if d.value]
        if not stated or not pairs or any(agrees(s.value, n.value, d) for s in stated for n, d in pairs):
            continue
        return stated[0], pairs[0][0], 100 * pairs[0][0].value / pairs[0][1]
    return None


def prose_table_mismatches(intake: Intake) -> Iterator[Finding]:
    """A figure of which no statement in the text is the table's, nor a rounding of it."""
    for report in intake.current:
        for (org_unit, period, indicator), parts in by_figure(report).items():
            pair = next((found for values in parts.values() if (found := contradiction(values))), None)
            if pair:
                yield finding(
                    "prose_table_mismatch",
                    files=(report.file,),
                    org_unit=org_unit,
                    period=period.code,
                    indicator=indicator,
                    fields={
                        "prose": format_number(pair[0].value),
                        "table": format_number(pair[1].value),
                        "prose_place": pair[0].source.anchor,
                        "table_place": pair[1].source.anchor,
                    },
                )


def contradiction(values: Iterable[DataValue]) -> tuple[DataValue, DataValue] | None:
    """A statement of the text and one of the table where none of the two kinds says the same."""
    prose: list[DataValue] = []
    table: list[DataValue] = []
    for value in values:
        (table if stands_in_table(value) else prose).append(value)
    if not prose or not table or any(rounds(p.value, t.value) for p in prose for t in table):
        return None
    return prose[0], table[0]
