"""The roll-up of the example from the figures that a careful clerk finds in it, so that no reader has a part in it."""

import json
import re
from collections import defaultdict
from datetime import date
from decimal import Decimal
from math import isclose
from pathlib import Path
from typing import Any

import pytest

from tongket.checks import Finding
from tongket.consolidation import EXCLUDING_CODES, Figure, roll_up
from tongket.framework import Part
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.periods import Period
from tongket.problems import Severity
from tongket.reports import DataValue, Report, Source, load_duties

NUMBER = re.compile(r"\d+(?:\.\d+)?")
Key = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def truth(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "tests/cases/bac-kan/truth.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def figures(truth: dict[str, Any], bac_kan: Path) -> dict[Key, Figure]:
    hierarchy = load_hierarchy(bac_kan / "orgunits.csv", bac_kan / "changes.csv")
    found = roll_up(
        reports_of(counted(truth), later_versions(truth)),
        [excluding(one) for one in truth["findings"] if one["code"] in EXCLUDING_CODES],
        framework=load_pack("nd21").framework,
        hierarchy=hierarchy,
        review_period=Period.parse("2019/2023"),
        duties=load_duties(bac_kan / "duties.csv", hierarchy),
    ).figures
    return {(one.org_unit, one.period.code, one.indicator, one.basis.value): one for one in found}


def counted(truth: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures without those of running text that a table contradicts: the table counts."""
    prose = {
        (one["files"][0], one["indicator"], float(number))
        for one in truth["findings"]
        if one["code"] == "prose_table_mismatch"
        for number in set(NUMBER.findall(one["note"].split("table")[0]))
        - set(NUMBER.findall(one["note"].split("table")[1]))
    }
    return [row for row in truth["values"] if (row["file"], row["indicator"], row["value"]) not in prose]


def later_versions(truth: dict[str, Any]) -> set[str]:
    """The last file of each duplicate, which replaces the others."""
    return {one["files"][-1] for one in truth["findings"] if one["code"] == "duplicate_report"}


def reports_of(rows: list[dict[str, Any]], later: set[str]) -> list[Report]:
    """One report for each file, of the highest unit it has figures of."""
    files: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        files[row["file"]].append(row)
    return [report(file, found, later=file in later) for file, found in files.items()]


def report(file: str, rows: list[dict[str, Any]], *, later: bool) -> Report:
    period = Period.parse(str(rows[0]["period"]))
    return Report(
        file=file,
        sha256=file,
        org_unit=min((row["org_unit"] for row in rows), key=lambda code: (code.isdigit(), len(code))),
        period=period,
        document_date=date(period.last_year, 12, 10 if later else 1),
        values=tuple(value(file, number, row) for number, row in enumerate(rows)),
    )


def value(file: str, number: int, row: dict[str, Any]) -> DataValue:
    source = Source(file=file, sha256=file, anchor=f"body/p[{number}]", text=row["text"], reader="truth")
    return DataValue(
        org_unit=row["org_unit"],
        period=Period.parse(str(row["period"])),
        indicator=row["indicator"],
        part=Part(row["part"]),
        value=Decimal(str(row["value"])),
        unit_of_measure="",
        source=source,
    )


def excluding(row: dict[str, Any]) -> Finding:
    return Finding(
        code=row["code"],
        severity=Severity.ERROR,
        files=tuple(row["files"]),
        org_unit=row["org_unit"],
        period=str(row["period"]),
        indicator=row["indicator"],
    )


def right(figure: Figure | None, row: dict[str, Any]) -> bool:
    """To the last digit of the truth, which has six decimals, of percentages four."""
    if figure is None:
        return False
    digits = 4 if row["numerator"] is not None else 6
    pairs = (
        (figure.value, "value", digits),
        (figure.numerator, "numerator", 6),
        (figure.denominator, "denominator", 6),
    )
    return all(same(found, row[part], places) for found, part, places in pairs)


def same(found: Decimal | None, wanted: float | None, places: int) -> bool:
    """Floats are what the truth is written in."""
    if found is None or wanted is None:
        return found is wanted
    return isclose(round(found, places), wanted)


@pytest.mark.parametrize("basis", ["as_reported", "current"])
def test_every_roll_up_is_right_on_both_maps(truth: dict[str, Any], figures: dict[Key, Figure], basis: str) -> None:
    rows = [row for row in truth["rollups"] if row["basis"] == basis]
    wrong = [
        (key, row["value"], figures[key].value if key in figures else None)
        for row in rows
        if not right(figures.get(key := (row["org_unit"], str(row["period"]), row["indicator"], basis)), row)
    ]
    assert (len(rows) > 200, wrong) == (True, [])


def test_no_roll_up_is_made_up(truth: dict[str, Any], figures: dict[Key, Figure]) -> None:
    wanted = {(row["org_unit"], str(row["period"]), row["indicator"], row["basis"]) for row in truth["rollups"]}
    assert set(figures) - wanted == set()
