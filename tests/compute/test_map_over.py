"""The same work over many inputs: order kept, nobody's failure lost or shared."""

import os
import sys
import time
from dataclasses import dataclass

import pytest

from tongket.compute import Allowance, Outcome, OverMemoryError, OverTimeError, WorkerDiedError, map_over

MANY = list(range(45))
DEADLY = 17
BAD = 23


def squared(number: int) -> int:
    return number * number


def squared_or_refused(number: int) -> int:
    if number == BAD:
        raise ValueError(f"no square of {number}")
    return number * number


def squared_or_dead(number: int) -> int:
    if number == DEADLY:
        os._exit(1)
    return number * number


def process_of(number: int) -> int:
    return os.getpid()


def values(outcomes: list[Outcome[int, int]]) -> list[int | None]:
    return [outcome.value for outcome in outcomes]


@dataclass(frozen=True)
class Ran:
    """What one call gave and what it told."""

    outcomes: list[Outcome[int, int]]
    told: list[tuple[int, int]]


@pytest.fixture(scope="module", params=[1, 2])
def ran(request: pytest.FixtureRequest) -> Ran:
    told: list[tuple[int, int]] = []
    outcomes = map_over(
        squared_or_refused, MANY, jobs=request.param, on_progress=lambda done, total: told.append((done, total))
    )
    return Ran(outcomes, told)


def test_outcomes_come_in_the_order_of_the_items(ran: Ran) -> None:
    assert [outcome.item for outcome in ran.outcomes] == MANY


def test_an_item_that_fails_takes_no_other_along(ran: Ran) -> None:
    assert values(ran.outcomes) == [None if n == BAD else n * n for n in MANY]
    assert [o.item for o in ran.outcomes if o.error is not None] == [BAD]
    assert str(ran.outcomes[BAD].error) == f"no square of {BAD}"


def test_progress_counts_from_nothing_to_all(ran: Ran) -> None:
    assert ran.told == [(done, len(MANY)) for done in range(len(MANY) + 1)]


def test_a_worker_that_dies_loses_only_its_item() -> None:
    told: list[tuple[int, int]] = []
    outcomes = map_over(squared_or_dead, MANY, jobs=2, on_progress=lambda done, total: told.append((done, total)))
    assert values(outcomes) == [None if n == DEADLY else n * n for n in MANY]
    assert isinstance(outcomes[DEADLY].error, WorkerDiedError)
    assert [o.item for o in outcomes if o.error is not None] == [DEADLY]
    assert told[-1] == (len(MANY), len(MANY))


def test_many_items_are_worked_on_elsewhere() -> None:
    outcomes = map_over(process_of, MANY, jobs=2)
    assert os.getpid() not in values(outcomes)


def test_few_items_or_one_job_stay_here() -> None:
    assert set(values(map_over(process_of, MANY[:3], jobs=2))) == {os.getpid()}
    assert set(values(map_over(process_of, MANY, jobs=1))) == {os.getpid()}


def test_no_items_give_no_outcomes() -> None:
    assert map_over(squared, [], jobs=2) == []


def test_items_may_come_from_a_generator() -> None:
    assert values(map_over(squared, (n for n in range(3)), jobs=1)) == [0, 1, 4]


def squared_or_endless(number: int) -> int:
    while number == 2:
        time.sleep(0.05)
    return number * number


def squared_or_greedy(number: int) -> int:
    held = []
    while number == 2:
        held.append(bytearray(b"x" * 10_000_000))
        time.sleep(0.02)
    return number * number


def test_an_item_that_takes_too_long_is_ended_alone() -> None:
    outcomes = map_over(squared_or_endless, range(5), jobs=2, allowance=Allowance(seconds=1.0))
    assert values(outcomes) == [0, 1, None, 9, 16]
    assert isinstance(outcomes[2].error, OverTimeError)


@pytest.mark.skipif(sys.platform == "darwin", reason="this system does not tell the memory of a process")
def test_an_item_that_takes_too_much_memory_is_ended_alone() -> None:
    outcomes = map_over(squared_or_greedy, range(5), jobs=1, allowance=Allowance(seconds=60, mebibytes=400))
    assert values(outcomes) == [0, 1, None, 9, 16]
    assert isinstance(outcomes[2].error, OverMemoryError)


HELD: list[bytearray] = []


def squared_and_kept(number: int) -> int:
    HELD.append(bytearray(b"x" * 120_000_000))
    return number * number


@pytest.mark.skipif(sys.platform == "darwin", reason="this system does not tell the memory of a process")
def test_what_earlier_items_left_in_a_process_is_not_put_down_to_the_next() -> None:
    outcomes = map_over(squared_and_kept, range(8), jobs=1, allowance=Allowance(seconds=60, mebibytes=400))
    assert values(outcomes) == [n * n for n in range(8)]


def test_processes_that_die_at_once_end_the_run_and_not_the_program() -> None:
    outcomes = map_over(dead, range(3), jobs=2, allowance=Allowance(seconds=60))
    assert [type(o.error) for o in outcomes] == [WorkerDiedError] * 3


def dead(number: int) -> int:
    os._exit(3)
