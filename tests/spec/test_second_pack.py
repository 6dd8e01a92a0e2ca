"""Another programme, another pack: nothing of the first decree is in the code."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.spec.conftest import ROOT

from tongket.review import ReviewRequest, run

EXAMPLE = ROOT / "examples" / "nong-thon-moi"


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Any:
    out = tmp_path_factory.mktemp("second") / "out"
    run(
        ReviewRequest(
            reports=EXAMPLE / "reports",
            orgunits=EXAMPLE / "orgunits.csv",
            changes=EXAMPLE / "changes.csv",
            duties=EXAMPLE / "duties.csv",
            pack=str(EXAMPLE / "packs" / "nong-thon-moi"),
            period="2023/2024",
            out=out,
            jobs=1,
        )
    )
    return json.loads((out / "review.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def expected() -> Any:
    return json.loads((EXAMPLE / "expected.json").read_text(encoding="utf-8"))


def key(row: Any) -> tuple[object, ...]:
    return (Path(row["file"]).name, row["org_unit"], row["period"], row["indicator"], row["part"], row["value"])


def test_every_figure_of_the_twelve_reports_is_read_and_none_besides(review: Any, expected: Any) -> None:
    assert sorted(map(key, review["values"])) == sorted(map(key, expected["values"]))


def test_every_total_is_right(review: Any, expected: Any) -> None:
    def by_place(rows: Any) -> dict[tuple[str, ...], Any]:
        return {(r["org_unit"], r["period"], r["indicator"], r["basis"]): r for r in rows}

    made = by_place(review["rollups"])
    for place, row in by_place(expected["rollups"]).items():
        assert made[place]["value"] == pytest.approx(row["value"], abs=0.051), place


def test_who_did_not_report_is_named(review: Any, expected: Any) -> None:
    assert review["coverage"]["missing"] == expected["coverage"]["missing"]
