"""The rules tried by planting: one fault in a clean report of the example, written with another pen."""

import pytest
from benchmarks.planting import FAULTS, Outcome, World, clean_world, planted

ROUNDS = 2


@pytest.fixture(scope="module")
def world() -> World:
    return clean_world(seed=11)


@pytest.fixture(scope="module")
def outcomes(world: World) -> list[Outcome]:
    return list(planted(world, ROUNDS * len(FAULTS), seed=3))


def test_the_clean_originals_stay_quiet(world: World) -> None:
    assert len(world.reports) > 60
    assert [f for f in world.checked({}).findings if f.code != "not_comparable"] == []


def test_every_fault_can_be_planted_and_is_found(outcomes: list[Outcome]) -> None:
    assert {one.plant.code for one in outcomes} == {fault.__name__ for fault in FAULTS}
    missed = [(one.plant.code, one.plant.file, one.plant.told) for one in outcomes if not one.found]
    assert missed == []


FOLLOWS = {
    "over_100": {"percent_mismatch"},
    "unit_unresolved": {"missing_report"},
    "secrecy_mark": {"missing_report"},
    "unreadable": {"missing_report"},
}


def test_nothing_else_is_said_but_what_follows(outcomes: list[Outcome]) -> None:
    for one in outcomes:
        assert {f.code for f in one.besides} <= FOLLOWS.get(one.plant.code, set()), one.plant.told
