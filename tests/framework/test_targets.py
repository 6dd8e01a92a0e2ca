"""Targets as a table: all that is wrong is told at once."""

from decimal import Decimal
from pathlib import Path

import pytest

from consolidation.cast import FRAMEWORK, hierarchy
from tongket.framework import load_targets
from tongket.problems import MalformedError, message

HEAD = "org_unit;indicator;period;value;basis\n"


def test_targets_are_read_in_order(tmp_path: Path) -> None:
    file = tmp_path / "targets.csv"
    file.write_text(HEAD + "1;SUM;2019/2021;1.234,5;Kế hoạch 12/KH\nD1;WHOLE;2020;95;Nghị quyết\n", encoding="utf-8")
    first, second = load_targets(file, FRAMEWORK, hierarchy())
    assert (first.value, str(first.period), first.basis, first.line) == (
        Decimal("1234.5"),
        "2019/2021",
        "Kế hoạch 12/KH",
        2,
    )
    assert (second.org_unit, second.indicator) == ("D1", "WHOLE")


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "targets.csv"
    rows = ["X;NONE;when;many;", "1;SUM;2020;5;KH", "1;SUM;2020;6;KH"]
    file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(MalformedError) as error:
        load_targets(file, FRAMEWORK, hierarchy())
    codes = [p.code for p in error.value.problems]
    assert sorted(codes) == sorted(
        f"targets.{c}" for c in ("indicator", "org_unit", "period", "value", "basis", "twice")
    )
    assert all(f"targets.csv, dòng {p.where.line}" in message(p) for p in error.value.problems)
