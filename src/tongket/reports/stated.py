"""What a report states on an indicator, where it says so in several places."""

from dataclasses import dataclass

from tongket.framework import Part
from tongket.periods import Period
from tongket.reports.model import DataValue, Report

StatedKey = tuple[str, Period, str]
"""Code of the org unit, period, code of the indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The figure of one org unit, period and indicator that counts in a report; parts it does not give are None."""

    value: DataValue | None = None
    numerator: DataValue | None = None
    denominator: DataValue | None = None


def stands_in_table(value: DataValue) -> bool:
    """Whether a value was read from a cell: of a table in a document, or of a workbook."""
    return "table[" in value.source.anchor or "!" in value.source.anchor


def stated(report: Report) -> dict[StatedKey, Stated]:
    """The figures of a report, each once: what was read surely counts before what was not, a table before prose, else the
    first place."""
    chosen: dict[StatedKey, dict[Part, DataValue]] = {}
    for value in report.values:
        parts = chosen.setdefault((value.org_unit, value.period, value.indicator), {})
        earlier = parts.get(value.part)
        if earlier is None or _preference(value) > _preference(earlier):
            parts[value.part] = value
    return {key: together(parts) for key, parts in chosen.items()}


def _preference(value: DataValue) -> tuple[bool, bool]:
    return value.is_sure, stands_in_table(value)


def together(parts: dict[Part, DataValue]) -> Stated:
    """The parts of one figure."""
    return Stated(
        value=parts.get(Part.VALUE),
        numerator=parts.get(Part.NUMERATOR),
        denominator=parts.get(Part.DENOMINATOR),
    )
