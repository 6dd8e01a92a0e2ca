"""Reading orgunits.csv: each row a span of a unit's life."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tongket.orgunits.lives import Span
from tongket.orgunits.model import OrgUnitKind
from tongket.orgunits.tables import Row, read_date, read_rows
from tongket.periods import Interval
from tongket.problems import Problem

COLUMNS = ("code", "name", "kind", "level", "parent", "valid_from", "valid_to")
LEVELS = {"1": 1, "2": 2, "3": 3}
LEVEL_OF_KIND = {OrgUnitKind.PROVINCE: 1, OrgUnitKind.DISTRICT: 2, OrgUnitKind.COMMUNE: 3}
"""Agencies are beside what they serve, so they have no level of their own."""


def read_spans(path: Path) -> tuple[list[Span], frozenset[str], list[Problem]]:
    """The rows that can be understood, the codes of the others, and everything wrong with those."""
    rows, problems = read_rows(path, COLUMNS)
    spans = [span for row in rows if (span := read_span(row, problems)) is not None]
    used = {span.row.line for span in spans}
    return spans, frozenset(row["code"] for row in rows if row.line not in used), problems


def read_span(row: Row, problems: list[Problem]) -> Span | None:
    """One row; None, with all its problems added, where it cannot be used."""
    before = len(problems)
    kind, level = read_kind(row, problems), read_level(row, problems)
    valid = read_interval(row, problems)
    for column in ("code", "name"):
        if not row[column]:
            problems.append(row.problem(f"orgunits.{column}_missing", column, code=row["code"]))
    if kind is not None and level is not None:
        problems += level_problems(row, kind, level)
    if level is not None and level > 1 and not row["parent"]:
        problems.append(row.problem("orgunits.orphan", "parent", code=row["code"], level=str(level)))
    if kind is None or level is None or valid is None or len(problems) > before:
        return None
    return Span(
        row=row,
        code=row["code"],
        name=" ".join(row["name"].split()),
        kind=kind,
        level=level,
        parent=row["parent"] or None,
        valid=valid,
    )


def read_kind(row: Row, problems: list[Problem]) -> OrgUnitKind | None:
    """The kind of a row."""
    if row["kind"] in set(OrgUnitKind):
        return OrgUnitKind(row["kind"])
    problems.append(row.problem("orgunits.kind_unknown", "kind", value=row["kind"], known=one_of(list(OrgUnitKind))))
    return None


def read_level(row: Row, problems: list[Problem]) -> int | None:
    """The level of a row."""
    if row["level"] not in LEVELS:
        problems.append(row.problem("orgunits.level_unknown", "level", value=row["level"]))
    return LEVELS.get(row["level"])


def level_problems(row: Row, kind: OrgUnitKind, level: int) -> list[Problem]:
    """A territorial unit stands at the level of its kind."""
    expected = LEVEL_OF_KIND.get(kind, level)
    if level == expected:
        return []
    fields = {"code": row["code"], "kind": kind.value, "value": str(level), "expected": str(expected)}
    return [row.problem("orgunits.level_of_kind", "level", **fields)]


def read_interval(row: Row, problems: list[Problem]) -> Interval | None:
    """The days of a row; an empty valid_to means that the unit is still there."""
    start = read_date(row, "valid_from", problems)
    end = read_date(row, "valid_to", problems) if row["valid_to"] else date.max
    if start is None or end is None:
        return None
    if end <= start:
        fields = {"code": row["code"], "valid_from": row["valid_from"], "valid_to": row["valid_to"]}
        problems.append(row.problem("orgunits.ends_before_start", "valid_to", **fields))
        return None
    return Interval(start=start, end=end if row["valid_to"] else None)


def one_of(values: Sequence[str]) -> str:
    """Known words, as a list to be read."""
    return ", ".join(values)
