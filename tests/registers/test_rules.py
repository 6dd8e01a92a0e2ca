"""Fields that are worked out, states that may follow, and what no register may collect."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.packs import check_pack, find_pack, load_pack
from tongket.registers import Computation, ComputationKind, FieldKind, Record
from tongket.registers.computation import compute
from tongket.registers.rules import is_public, plan_shares
from tongket.workflow import Lifecycle, Move

LINES = (
    {"on": date(2024, 2, 1), "a": Decimal(3)},
    {"on": date(2024, 5, 1), "a": Decimal(2)},
    {"on": None, "a": Decimal(9)},
)


@pytest.mark.parametrize(
    ("way", "values", "expected"),
    [
        (
            Computation(kind=ComputationKind.ON_TIME, due="d", done="e"),
            {"d": date(2024, 1, 2), "e": date(2024, 1, 2)},
            True,
        ),
        (
            Computation(kind=ComputationKind.ON_TIME, due="d", done="e"),
            {"d": date(2024, 1, 2), "e": date(2024, 1, 3)},
            False,
        ),
        (Computation(kind=ComputationKind.ON_TIME, due="d", done="e"), {"d": date(2024, 1, 2)}, None),
        (
            Computation(kind=ComputationKind.DAYS_LATE, due="d", done="e"),
            {"d": date(2024, 1, 2), "e": date(2024, 2, 2)},
            31,
        ),
        (Computation(kind=ComputationKind.AT_MOST, value="h", limit=Decimal(24)), {"h": Decimal(24)}, True),
        (Computation(kind=ComputationKind.SHARE, part="p", whole="w"), {"p": Decimal(1), "w": Decimal(4)}, 25),
        (Computation(kind=ComputationKind.SHARE, part="p", whole="w"), {"p": Decimal(1), "w": Decimal(0)}, None),
        (Computation(kind=ComputationKind.TOTAL, lines="l", value="a", on="on"), {}, 14),
        (
            Computation(kind=ComputationKind.TOTAL, lines="l", value="a", on="on", until=(3, 31), year="y"),
            {"y": Decimal(2024)},
            3,
        ),
        (
            Computation(kind=ComputationKind.REACHED_ON, lines="l", value="a", on="on", whole="w"),
            {"w": Decimal(5)},
            date(2024, 5, 1),
        ),
        (
            Computation(kind=ComputationKind.REACHED_ON, lines="l", value="a", on="on", whole="w"),
            {"w": Decimal(6)},
            None,
        ),
    ],
)
def test_each_way_of_working_out(way: Computation, values: dict[str, object], expected: object) -> None:
    assert compute(way, values, LINES) == expected  # type: ignore[arg-type]


states = st.sampled_from("abcde")
moves = st.lists(st.builds(Move, start=states, verb=st.sampled_from("xyz"), end=states), max_size=12)


@given(moves, st.lists(st.sampled_from("xyz"), max_size=8))
def test_whatever_verbs_are_said_the_state_was_reachable(ways: list[Move], verbs: list[str]) -> None:
    lifecycle = Lifecycle(initial="a", states=dict.fromkeys("abcde", ""), moves=tuple(ways))
    state = "a"
    for verb in verbs:
        if verb in lifecycle.verbs(state):
            state = lifecycle.after(state, verb)
        else:
            with pytest.raises(ValueError, match="in state"):
                lifecycle.after(state, verb)
        assert state in lifecycle.reachable("a")


@given(moves)
def test_reachable_is_closed(ways: list[Move]) -> None:
    lifecycle = Lifecycle(initial="a", states=dict.fromkeys("abcde", ""), moves=tuple(ways))
    found = lifecycle.reachable("a")
    assert all(lifecycle.reachable(state) <= found for state in found)


def test_every_register_of_the_issue_is_there() -> None:
    assert set(load_pack("nd21").registers) == {
        "dissemination", "training_classes", "exercises", "inspections", "works", "budget_lines", "entitlements", "situations",
        "limitations", "security_incidents", "photos",
    }  # fmt: skip


def test_persons_and_attendances_are_two_fields() -> None:
    measures = {f.code: f.unit_of_measure for f in load_pack("nd21").registers["training_classes"].fields}
    assert (measures["persons"], measures["attendances"]) == ("người", "lượt người")


def test_no_field_takes_a_link_a_place_or_a_person() -> None:
    assert {kind.value for kind in FieldKind} == {"text", "whole", "decimal", "day", "choice", "yes_no", "computed"}


@pytest.fixture
def pack(tmp_path: Path) -> Callable[[str, str], Path]:
    """The pack with one line of its register of works changed."""

    def made(old: str, new: str) -> Path:
        root = tmp_path / "nd21"
        source = find_pack("nd21")
        for file in source.rglob("*.yaml"):
            target = root / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
        works = root / "registers" / "works.yaml"
        text = works.read_text(encoding="utf-8")
        assert old in text
        works.write_text(text.replace(old, new, 1), encoding="utf-8")
        return root

    return made


@pytest.mark.parametrize(
    "field",
    [
        "  posts: {name: Số bài đăng, kind: whole}",
        "  who: {name: Tài khoản mạng xã hội, kind: text}",
        "  said: {name: Ý kiến của người dân, kind: text}",
        "  where_it_is: {name: Tọa độ, kind: text}",
        "  site: {name: Địa điểm xây dựng, kind: text}",
        "  drawing: {name: Hồ sơ, kind: text}",
        "  guns: {name: Số vũ khí, kind: whole}",
        "  account: {name: Người đăng, kind: text}",
    ],
)
def test_a_register_cannot_take_what_citizens_say_or_where_works_stand(
    pack: Callable[[str, str], Path], field: str
) -> None:
    found = check_pack(pack("fields:\n  title:", f"fields:\n{field}\n  title:"))
    assert "pack.register_forbidden" in {p.code for p in found}


@pytest.mark.parametrize("kind", ["url", "place", "account", "file"])
def test_there_is_no_kind_of_field_for_it(pack: Callable[[str, str], Path], kind: str) -> None:
    found = check_pack(pack("progress: {name: Tiến độ, kind: decimal", f"progress: {{name: Tiến độ, kind: {kind}"))
    assert "pack.not_one_of" in {p.code for p in found}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("part: disbursed", "part: nothing"),
        ("dated_by: [planned_on]", "dated_by: [nowhere]"),
        ("to: building}", "to: moon}"),
        ("field: capital", "field: gold"),
    ],
)
def test_a_name_that_leads_nowhere_is_told(pack: Callable[[str, str], Path], old: str, new: str) -> None:
    assert "pack.register_field" in {p.code for p in check_pack(pack(old, new))}


def test_a_photo_without_consent_is_for_no_public_paper() -> None:
    kind = load_pack("nd21").registers["photos"]
    for consent, approved, public in ((True, True, True), (True, None, False), (False, True, False)):
        record = Record(
            id="1",
            record_type="photos",
            org_unit="06",
            state="collected",
            values={"consent": consent, "approved": approved},
        )
        assert is_public(record, kind) is public


def test_actual_stands_beside_plan() -> None:
    kind = load_pack("nd21").registers["training_classes"]
    record = Record(
        id="1",
        record_type=kind.code,
        org_unit="06",
        state="held",
        values={"quota": Decimal(80), "persons": Decimal(60)},
    )
    assert plan_shares(record, kind) == {"persons": 75}
