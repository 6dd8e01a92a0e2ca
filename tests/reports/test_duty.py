"""The reports that were due."""

from datetime import date
from pathlib import Path

import pytest

from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.periods import Period
from tongket.problems import MalformedError
from tongket.reports import ReportDuty, load_duties


@pytest.fixture(scope="module")
def hierarchy(bac_kan: Path) -> Hierarchy:
    return load_hierarchy(bac_kan / "orgunits.csv", bac_kan / "changes.csv")


def test_the_duties_of_the_example(bac_kan: Path, hierarchy: Hierarchy) -> None:
    duties = load_duties(bac_kan / "duties.csv", hierarchy)
    assert len(duties) == 125
    assert duties[0] == ReportDuty(org_unit="058", period=Period.parse("2019"), due=date(2019, 12, 20))


@pytest.mark.parametrize(
    ("row", "code", "key"),
    [
        ("999;2019;2019-12-20", "duties.unit_unknown", "org_unit"),
        ("01966;2020;2020-12-20", "duties.unit_not_there", "org_unit"),
        ("066;2019H3;2019-12-20", "duties.period", "period"),
        ("066;2019;20/12/2019", "table.date", "due"),
        ("058;2021;2021-12-31", "duties.twice", "org_unit"),
        ("066;2019", "table.row_width", ""),
    ],
)
def test_a_faulty_row(tmp_path: Path, hierarchy: Hierarchy, row: str, code: str, key: str) -> None:
    path = tmp_path / "duties.csv"
    path.write_text(f"org_unit;period;due\n058;2021;2021-12-20\n{row}\n", encoding="utf-8")
    with pytest.raises(MalformedError) as caught:
        load_duties(path, hierarchy)
    told = [(problem.code, problem.where.line, problem.where.key) for problem in caught.value.problems]
    assert told == [(code, 3, key)]


def test_all_problems_at_once(tmp_path: Path, hierarchy: Hierarchy) -> None:
    path = tmp_path / "duties.csv"
    path.write_text("org_unit;period;due\n999;never;soon\n066;2020;2020-12-20\n066;2020;2020-12-21\n", encoding="utf-8")
    with pytest.raises(MalformedError) as caught:
        load_duties(path, hierarchy)
    assert sorted(problem.code for problem in caught.value.problems) == [
        "duties.period",
        "duties.twice",
        "duties.unit_unknown",
        "table.date",
    ]
