"""A planned reorganisation: what it makes of the units, and that it can be undone to the last row."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgunits.histories import LAST, History, histories
from orgunits.tables import Load, load_text
from tongket.orgunits import Hierarchy, ReorganisationPlan, apply_plan, read_plan, withdraw_plan
from tongket.problems import MalformedError

HEADER = "date;kind;from;to;share;legal_basis;name;parent"
ROWS = """
P;Tỉnh P;province;1;;2000-01-01;
D;Huyện D;district;2;P;2000-01-01;
E;Huyện E;district;2;P;2000-01-01;
A;Xã A;commune;3;D;2000-01-01;
B;Xã B;commune;3;D;2000-01-01;
C;Xã C;commune;3;E;2000-01-01;
"""
DAY = date(2030, 1, 1)
PlanOf = Callable[[str], ReorganisationPlan]


@pytest.fixture
def plan_of(tmp_path: Path) -> PlanOf:
    def written(rows: str) -> ReorganisationPlan:
        path = tmp_path / "plan.csv"
        path.write_text(f"{HEADER}\n{rows}\n", encoding="utf-8")
        return read_plan(path)

    return written


def codes(hierarchy: Hierarchy, day: date) -> dict[str, tuple[str, str | None]]:
    return {unit.code: (unit.name, unit.parent) for unit in hierarchy.on(day)}


def test_two_communes_become_one(load: Load, plan_of: PlanOf) -> None:
    before, plan = load(ROWS), plan_of("2030-01-01;merge;A;A;;1/NQ;Xã A mới;\n2030-01-01;merge;B;A;;1/NQ;;")
    after = apply_plan(before, plan)
    assert codes(after, date(2029, 12, 31)) == codes(before, DAY)
    assert codes(after, DAY)["A"] == ("Xã A mới", "D")
    assert "B" not in codes(after, DAY)
    assert after.on(DAY)["A"].uid == "A@2030-01-01"
    back = withdraw_plan(after, plan)
    assert (back.spans, back.changes) == (before.spans, before.changes)


def test_a_district_that_is_absorbed_takes_its_communes_with_it(load: Load, plan_of: PlanOf) -> None:
    before, plan = load(ROWS), plan_of("2030-01-01;absorb;E;D;;1/NQ;;")
    after = apply_plan(before, plan)
    assert codes(after, DAY)["C"] == ("Xã C", "D")
    back = withdraw_plan(after, plan)
    assert (back.spans, back.changes) == (before.spans, before.changes)


def test_a_commune_is_carved_out_and_another_renamed(load: Load, plan_of: PlanOf) -> None:
    plan = plan_of("2030-01-01;spin_off;A;N;0.3;1/NQ;Xã N;\n2030-01-01;rename;B;B;;1/NQ;Phường B;")
    after = apply_plan(load(ROWS), plan)
    assert codes(after, DAY)["N"] == ("Xã N", "D")
    assert codes(after, DAY)["B"] == ("Phường B", "D")
    assert after.on(DAY)["B"].uid == "B@2000-01-01"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("", "plan.empty"),
        ("2030-01-01;absorb;X;A;;1/NQ;;", "changes.code_unknown"),
        ("2030-01-01;split;A;N;0.5;1/NQ;Xã N;\n2030-01-01;split;A;M;0.4;1/NQ;Xã M;", "changes.share_sum"),
        ("2030-01-01;merge;A;N;;1/NQ;;", "plan.name_missing"),
        ("2030-01-01;establish;;N;;1/NQ;Xã N;", "plan.parent_missing"),
        ("2030-01-01;dissolve;E;;;1/NQ;;", "orgunits.parent_not_there"),
        ("2030-13-01;dissolve;E;;;1/NQ;;", "table.date"),
    ],
)
def test_what_cannot_be_carried_out_is_told(load: Load, plan_of: PlanOf, rows: str, code: str) -> None:
    with pytest.raises(MalformedError) as caught:
        apply_plan(load(ROWS), plan_of(rows))
    assert code in [problem.code for problem in caught.value.problems]


def test_only_what_was_applied_is_withdrawn(load: Load, plan_of: PlanOf) -> None:
    with pytest.raises(MalformedError) as caught:
        withdraw_plan(load(ROWS), plan_of("2030-01-01;absorb;B;A;;1/NQ;;"))
    assert [problem.code for problem in caught.value.problems] == ["plan.not_applied"]


@st.composite
def plans(draw: st.DrawFn) -> tuple[History, str]:
    """A random history and a plan on its last units."""
    history = draw(histories())
    alive = [row.split(";")[0] for row in history.rows if row.endswith(";")]
    rows = []
    while len(alive) > 1 and draw(st.booleans()):
        one, other = alive.pop(), alive.pop()
        rows.append(
            draw(
                st.sampled_from(
                    [
                        f"2040-01-01;absorb;{one};{other};;9/NQ;;",
                        f"2040-01-01;merge;{one};{other};;9/NQ;Xã mới;\n2040-01-01;merge;{other};{other};;9/NQ;Xã mới;",
                        f"2040-01-01;split;{one};{one}1;0.25;9/NQ;Xã 1;\n2040-01-01;split;{one};{one}2;0.75;9/NQ;Xã 2;",
                        f"2040-01-01;rename;{one};{one};;9/NQ;Xã khác;",
                        f"2040-01-01;dissolve;{one};;;9/NQ;;",
                    ]
                )
            )
        )
    return history, "\n".join(rows)


@settings(max_examples=40)
@given(plans())
def test_every_plan_can_be_undone(drawn: tuple[History, str]) -> None:
    history, rows = drawn
    if not rows:
        return
    with TemporaryDirectory() as folder:
        before = load_text(Path(folder), *history.text)
        path = Path(folder, "plan.csv")
        path.write_text(f"{HEADER}\n{rows}\n", encoding="utf-8")
        plan = read_plan(path)
    after = apply_plan(before, plan)
    assert codes(after, LAST) == codes(before, LAST)
    assert {span.uid for span in before.spans} <= {span.uid for span in after.spans}
    back = withdraw_plan(after, plan)
    assert (back.spans, back.changes) == (before.spans, before.changes)
