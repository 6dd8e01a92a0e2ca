"""The reports that were due: duties.csv."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tongket.orgunits import Hierarchy
from tongket.orgunits.tables import Row, read_date, read_rows
from tongket.periods import Period
from tongket.problems import MalformedError, Problem
from tongket.reports import messages as messages

COLUMNS = ("org_unit", "period", "due")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDuty:
    """One obligation to report: a unit (its code at the end of the period), a period, and the last day to report."""

    org_unit: str
    period: Period
    due: date


def load_duties(path: Path, hierarchy: Hierarchy) -> tuple[ReportDuty, ...]:
    """The duties of duties.csv in its order; :class:`MalformedError` carries all that is wrong."""
    rows, problems = read_rows(path, COLUMNS)
    duties: dict[tuple[str, Period], ReportDuty] = {}
    lines: dict[tuple[str, Period], int] = {}
    for row in rows:
        duty = read_duty(row, hierarchy, problems)
        if duty is None:
            continue
        key = (duty.org_unit, duty.period)
        if key in duties:
            fields = {"code": duty.org_unit, "period": str(duty.period), "other": str(lines[key])}
            problems.append(row.problem("duties.twice", "org_unit", **fields))
            continue
        duties[key], lines[key] = duty, row.line
    if problems:
        raise MalformedError(sorted(problems, key=lambda problem: problem.where.line or 0))
    return tuple(duties.values())


def read_duty(row: Row, hierarchy: Hierarchy, problems: list[Problem]) -> ReportDuty | None:
    """One row; None, with all its problems added, where it cannot be used."""
    code, period, due = row["org_unit"], read_period(row, problems), read_date(row, "due", problems)
    if code not in hierarchy:
        problems.append(row.problem("duties.unit_unknown", "org_unit", code=code))
    elif period is not None and code not in hierarchy.on(period.last_day):
        fields = {"code": code, "period": str(period), "day": period.last_day.isoformat()}
        problems.append(row.problem("duties.unit_not_there", "org_unit", **fields))
    elif period is not None and due is not None:
        return ReportDuty(org_unit=code, period=period, due=due)
    return None


def read_period(row: Row, problems: list[Problem]) -> Period | None:
    """The period of a row."""
    try:
        return Period.parse(row["period"])
    except ValueError:
        problems.append(row.problem("duties.period", "period", value=row["period"]))
        return None
