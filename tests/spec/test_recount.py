"""Every total follows from the values, to the last digit, by a file that needs Python alone."""

import copy
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tongket.review import ReviewResult, load_review, recount_review

pytestmark = pytest.mark.xdist_group("example")

FILE = Path(__file__).parents[2] / "src" / "tongket" / "review" / "recount.py"


@pytest.fixture(scope="module")
def review(reviewed: tuple[ReviewResult, Path]) -> dict[str, Any]:
    return load_review(reviewed[1], exact=True)


def test_every_total_agrees_to_the_last_digit(review: dict[str, Any]) -> None:
    assert len(review["rollups"]) > 500
    assert recount_review(review) == []


def test_it_needs_nothing_but_python(reviewed: tuple[ReviewResult, Path]) -> None:
    """In a process that cannot see the program or any library."""
    call = [sys.executable, "-I", "-S", str(FILE), str(reviewed[1])]
    done = subprocess.run(call, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": ""}, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" 0 faults\n")


@pytest.mark.parametrize("harm", ["digit", "twice", "excluded", "reporter", "other"])
def test_it_finds_what_does_not_add_up(review: dict[str, Any], harm: str) -> None:
    wrong = copy.deepcopy(review)
    row = next(r for r in wrong["rollups"] if r["indicator"] == "K01" and r["period"] == "2021")
    first = row["expression"][0]
    if harm == "digit":
        row["value"] += type(row["value"])("1e-9")
    elif harm == "twice":
        row["expression"].append(first)
    elif harm == "excluded":
        row["excluded"].append({**first, "finding": "outlier"})
    elif harm == "reporter":
        row["reporters"].append("999")
    else:
        first["value"] = next(i for i, v in enumerate(wrong["values"]) if v["indicator"] == "A01")
    faults = recount_review(wrong)
    assert {fault["figure"] for fault in faults} == {"06/2021/K01@as_reported"}
