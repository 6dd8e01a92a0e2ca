"""The second pack, on another topic: it loads, and its expected figures can be checked by hand, that is, by adding."""

import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tongket.packs import load_pack, run_sentences

EXAMPLE = Path(__file__).parents[2] / "examples" / "nong-thon-moi"
EXPECTED: dict[str, Any] = json.loads((EXAMPLE / "expected.json").read_text(encoding="utf-8"), parse_float=Decimal)
MERGED = {"N0108": {"N0103", "N0104"}}


def stated(indicator: str, part: str, periods: Iterable[str], units: set[str] | None) -> Decimal:
    return sum(
        (
            Decimal(row["value"])
            for row in EXPECTED["values"]
            if (row["indicator"], row["part"]) == (indicator, part)
            and row["period"] in periods
            and (units is None or row["org_unit"] in units)
        ),
        Decimal(0),
    )


def test_the_pack_loads_without_a_warning_and_its_sentences_hold() -> None:
    pack = load_pack(EXAMPLE / "packs" / "nong-thon-moi")
    assert len(pack.framework.indicators) == 6
    assert not pack.warnings
    assert not run_sentences(pack)


def test_it_shares_no_code_with_the_pack_of_the_decree() -> None:
    other, own = load_pack("nd21").framework, load_pack(EXAMPLE / "packs" / "nong-thon-moi").framework
    assert not set(own.indicators) & set(other.indicators)
    assert not set(own.pillars) & set(other.pillars)


@pytest.mark.parametrize(
    "row", EXPECTED["rollups"], ids=lambda r: f"{r['org_unit']}-{r['period']}-{r['indicator']}-{r['basis']}"
)
def test_an_expected_rollup_is_the_sum_of_what_was_stated(row: dict[str, Any]) -> None:
    units, years = MERGED.get(row["org_unit"]), row["period"].split("/")
    if row["numerator"] is None:
        assert stated(row["indicator"], "value", years, units) == row["value"]
    else:  # a ratio is that of the last year
        numerator, denominator = (stated(row["indicator"], p, years[-1:], units) for p in ("numerator", "denominator"))
        assert (numerator, denominator) == (row["numerator"], row["denominator"])
        assert round(numerator * 100 / denominator, 4) == row["value"]


def test_every_expected_figure_comes_from_a_report_that_is_there() -> None:
    files = {path.relative_to(EXAMPLE).as_posix() for path in (EXAMPLE / "reports").rglob("*.*")}
    assert len(files) == EXPECTED["coverage"]["reported"] == 12
    assert {row["file"] for row in EXPECTED["values"]} == files
