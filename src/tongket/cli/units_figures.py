"""``tongket units convert``: a table of figures on the map of any day."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

from tongket.cli.units_text import cut, left
from tongket.consolidation import TerritoryFigure, TerritoryStore, round_to_add_up
from tongket.orgunits import Hierarchy, OrgUnitKind
from tongket.orgunits.tables import Row, read_rows
from tongket.periods import Period
from tongket.problems import MalformedError, Problem, translate

COLUMNS = ("org_unit", "period", "indicator", "value")
RESULT = ("org_unit", "name", "year", "indicator", "value", "rounded", "figures", "not_comparable")
LARGEST, DIGITS = Decimal(10) ** 13, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFigure:
    """A row of the table: a sum that one unit states for one period."""

    org_unit: str
    day: date
    indicator: str
    value: Decimal


def read_figures(path: Path, hierarchy: Hierarchy) -> list[StatedFigure]:
    """The figures of a table; :class:`MalformedError` carries all that is wrong with it."""
    rows, problems = read_rows(path, COLUMNS)
    found = [figure for row in rows if (figure := read_figure(row, hierarchy, problems)) is not None]
    if not rows and not problems:
        problems = [Problem(code="table.empty")]
    if problems:
        raise MalformedError(problems)
    return found


def read_figure(row: Row, hierarchy: Hierarchy, problems: list[Problem]) -> StatedFigure | None:
    """One row; None, with all its problems added, where it cannot be used."""
    period, value = read_period(row, problems), read_value(row, problems)
    if period is None or value is None:
        return None
    if row["org_unit"] not in hierarchy.on(period.last_day):
        fields = {"code": row["org_unit"], "day": period.last_day.isoformat()}
        problems.append(row.problem("units.not_there", "org_unit", **fields))
        return None
    return StatedFigure(org_unit=row["org_unit"], day=period.last_day, indicator=row["indicator"], value=value)


def read_period(row: Row, problems: list[Problem]) -> Period | None:
    """The period of a row, no longer than a year."""
    try:
        period = Period.parse(row["period"])
    except ValueError:
        period = None
    if period is None or period.is_span:
        problems.append(row.problem("units.period", "period", value=row["period"]))
        return None
    return period


def read_value(row: Row, problems: list[Problem]) -> Decimal | None:
    """The number of a row: a point or a comma before the decimals, nothing between the thousands."""
    try:
        value = Decimal(row["value"].replace(",", "."))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value) >= LARGEST or round(value, DIGITS) != value:
        problems.append(row.problem("units.value", "value", value=row["value"]))
        return None
    return value


def convert(
    hierarchy: Hierarchy, figures: Sequence[StatedFigure], day: date | None, level: OrgUnitKind
) -> list[dict[str, Any]]:
    """The sums by unit of ``level`` and year, on the map of ``day`` (of each period's end if None); whole numbers are
    rounded so that the parts of an indicator add up."""
    store = TerritoryStore(hierarchy)
    store.add([(one.org_unit, one.indicator, one.day, one.value) for one in figures])
    found = list(store.as_reported(level) if day is None else store.on(day, level))
    whole = {one.indicator for one in figures} - {one.indicator for one in figures if one.value % 1}
    rounded = rounded_parts(found, whole)
    return [
        {
            "org_unit": one.org_unit,
            "name": name_of(hierarchy, one.org_unit, day or date(one.year, 12, 31)),
            "year": one.year,
            "indicator": one.indicator,
            "value": number_text(one.value),
            "rounded": rounded.get((one.org_unit, one.year, one.indicator)),
            "figures": one.figures,
            "not_comparable": list(one.not_comparable),
        }
        for one in found
    ]


def rounded_parts(found: Iterable[TerritoryFigure], whole: set[str]) -> dict[tuple[str, int, str], str]:
    """The rounded parts of each indicator and year whose stated figures are all whole numbers."""
    groups: dict[tuple[str, int], list[TerritoryFigure]] = defaultdict(list)
    for one in found:
        if one.indicator in whole:
            groups[one.indicator, one.year].append(one)
    return {
        (one.org_unit, year, indicator): f"{part:f}"
        for (indicator, year), group in groups.items()
        for one, part in zip(group, round_to_add_up([one.value for one in group]), strict=True)
    }


def number_text(value: Fraction) -> str:
    """An exact number: decimals where they end, else a fraction."""
    places = next((n for n in range(13) if (value * 10**n).denominator == 1), None)
    if places is None:
        return str(value)
    return f"{Decimal(int(value * 10**places)).scaleb(-places):f}"


def name_of(hierarchy: Hierarchy, code: str, day: date) -> str:
    """The name on a day, the last one where the unit is not there then."""
    unit = hierarchy.on(day).get(code)
    return unit.name if unit else hierarchy.history(code)[-1].name


def result_table(rows: Iterable[dict[str, Any]]) -> str:
    """The rows as a table with semicolons; with a byte order mark, so that Excel reads it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(RESULT)
    for row in rows:
        writer.writerow([", ".join(cell) if isinstance(cell := row[key], list) else cell for key in RESULT])
    return "\ufeff" + text.getvalue()


def result_lines(rows: Sequence[dict[str, Any]], language: str) -> Iterator[str]:
    """The rows in lines."""
    for row in cut(rows):
        value = row["rounded"] or row["value"]
        yield f"{row['name']} ({row['org_unit']}) · {row['year']} · {row['indicator']}: {value}"
        if row["not_comparable"]:
            yield "  " + translate(
                "without {units}: the share that belongs here is not known; give it in the table of changes, or the "
                "figures by the units of that day.",
                language,
                units=", ".join(row["not_comparable"]),
            )
    yield from left(rows, language)
