"""Targets that were set: targets.csv."""

from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tongket.framework.model import Framework
from tongket.orgunits import Hierarchy
from tongket.orgunits.tables import Row, read_rows
from tongket.periods import Period
from tongket.problems import MalformedError, Problem, register
from tongket.vietnamese import parse_number

COLUMNS = ("org_unit", "indicator", "period", "value", "basis")

register(
    {
        "targets.indicator": 'There is no indicator "{code}" in the pack; correct the code.',
        "targets.org_unit": 'Unit "{code}" is not in the table of units; correct the code.',
        "targets.period": '"{value}" is no period. Write 2021 or 2019/2023.',
        "targets.value": '"{value}" is no number. Write it as people do: 95 or 1.234,5.',
        "targets.basis": "The paper that sets the target is missing; name it.",
        "targets.twice": "The target of {indicator} for {org_unit}, {period} is there twice (line {other}). Delete one.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What an org unit was to reach in a period; ``value`` in the indicator's unit of measure, ``basis`` the paper that
    sets it, ``line`` its place in the table."""

    org_unit: str
    indicator: str
    period: Period
    value: Decimal
    basis: str
    line: int


def load_targets(path: Path, framework: Framework, hierarchy: Hierarchy) -> tuple[Target, ...]:
    """The targets in the order of the table; :class:`MalformedError` carries all that is wrong."""
    rows, problems = read_rows(path, COLUMNS)
    targets: dict[tuple[str, str, str], Target] = {}
    for row in rows:
        target = _read(row, framework, hierarchy, problems)
        if target is None:
            continue
        key = (target.org_unit, target.indicator, str(target.period))
        if key in targets:
            fields = dict(zip(("org_unit", "indicator", "period"), key, strict=True))
            problems.append(row.problem("targets.twice", "indicator", **fields, other=str(targets[key].line)))
            continue
        targets[key] = target
    if problems:
        raise MalformedError(sorted(problems, key=lambda problem: problem.where.line or 0))
    return tuple(targets.values())


def _read(row: Row, framework: Framework, hierarchy: Hierarchy, problems: list[Problem]) -> Target | None:
    period, value = _period(row["period"]), parse_number(row["value"])
    faults = {
        "indicator": (row["indicator"] not in framework.indicators, "targets.indicator", {"code": row["indicator"]}),
        "org_unit": (row["org_unit"] not in hierarchy, "targets.org_unit", {"code": row["org_unit"]}),
        "period": (period is None, "targets.period", {"value": row["period"]}),
        "value": (value is None, "targets.value", {"value": row["value"]}),
        "basis": (not row["basis"], "targets.basis", {}),
    }
    found = [row.problem(code, key, **fields) for key, (wrong, code, fields) in faults.items() if wrong]
    problems += found
    if found or period is None or value is None:
        return None
    return Target(
        org_unit=row["org_unit"],
        indicator=row["indicator"],
        period=period,
        value=value,
        basis=row["basis"],
        line=row.line,
    )


def _period(text: str) -> Period | None:
    with suppress(ValueError):
        return Period.parse(text)
    return None
