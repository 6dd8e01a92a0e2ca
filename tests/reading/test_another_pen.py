"""Provinces and pens of their own (tests/cases/dong-thap, nghe-an): the half of the reports that is worked on."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, read_document
from tongket.reading.door import Admitted, admit_bytes
from tongket.reports import Report

CASES = Path(__file__).parents[1] / "cases"
SERVES_TWO = {
    ("F02", "value"): ("F03", "denominator"), ("J01", "value"): ("J02", "denominator"),
    ("K01", "value"): ("K02", "numerator"), ("H02", "value"): ("H03", "numerator"),
}  # fmt: skip
"""One figure that is also a part of a ratio: telling it for the other too is neither right nor wrong."""
Figure = tuple[str, str, str, str, str, Decimal]


@pytest.fixture(scope="module", params=["dong-thap", "nghe-an"])
def case(request: pytest.FixtureRequest) -> Path:
    return CASES / str(request.param)


def files(case: Path) -> list[str]:
    return sorted(f.relative_to(case).as_posix() for f in (case / "reports").rglob("*") if f.is_file())[1::2]


@pytest.fixture(scope="module")
def reports(case: Path) -> dict[str, Report]:
    reader = ReportReader.of(load_pack("nd21").framework, load_hierarchy(case / "orgunits.csv", case / "changes.csv"))
    found = {}
    for name in files(case):
        admitted = admit_bytes((case / name).read_bytes(), name=name)
        assert isinstance(admitted, Admitted)
        document = read_document(admitted)
        assert isinstance(document, Document)
        found[name] = reader.read(document)
    return found


def labels(case: Path) -> Counter[Figure]:
    rows = json.loads((case / "truth.json").read_text(encoding="utf-8"), parse_float=Decimal)["values"]
    half = files(case)
    return Counter(
        (r["file"], r["org_unit"], r["period"], r["indicator"], r["part"], Decimal(r["value"]).normalize())
        for r in rows
        if r["file"] in half
    )


def test_the_half_worked_on_is_read(case: Path, reports: dict[str, Report]) -> None:
    told = Counter(
        (name, v.org_unit, str(v.period), v.indicator, v.part.value, v.value.normalize())
        for name, report in reports.items()
        for v in report.values
    )
    wanted = labels(case)
    right = sum((told & wanted).values())
    serves_two = {(*f[:3], *SERVES_TWO[f[3], f[4]], f[5]) for f in wanted if (f[3], f[4]) in SERVES_TWO}
    extra = sum(n for figure, n in (told - wanted).items() if figure not in serves_two)
    assert right / sum(wanted.values()) >= 0.97
    assert right / (right + extra) >= 0.98


def test_each_report_is_given_to_its_unit_and_period(case: Path, reports: dict[str, Report]) -> None:
    own = {(figure[0], figure[1]) for figure in labels(case)}
    assert [name for name, report in reports.items() if (name, report.org_unit) not in own] == []
