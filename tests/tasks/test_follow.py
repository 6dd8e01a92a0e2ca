"""Four official states from evidence; what a unit says of itself stands beside them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registers.cast import change, org_unit
from tongket.orgunits import ChangeKind, Hierarchy, OrgUnitKind
from tongket.packs import load_pack
from tongket.periods import WorkCalendar
from tongket.tasks import (
    DeclaredState,
    Extension,
    Task,
    TaskEvent,
    TaskStanding,
    TaskState,
    TaskUpdate,
    UnitGroup,
    Verdict,
    fan_out,
    hand_over,
    not_independent,
    standings,
    sum_problem,
    tally,
)

TASK = Task(
    id="KL1", source="conference.yaml#conclusions[0]", lead="Sở Tài chính", deed="Hướng dẫn", responsibility="Giám đốc",
    product="Văn bản", authority="UBND tỉnh", deadline=date(2024, 9, 30),
)  # fmt: skip
GIVEN = date(2024, 7, 25)
WEEK = WorkCalendar()


def stands(*events: TaskEvent, on: date, task: Task = TASK, calendar: WorkCalendar = WEEK) -> TaskStanding:
    return standings([task], events, on=on, calendar=calendar, given_on={task.id: GIVEN})[0]


def update(day: date, *, evidence: str = "", declared: DeclaredState | None = None, by: str = "Nguyễn A") -> TaskUpdate:
    return TaskUpdate(task="KL1", on=day, by=by, evidence=evidence, declared=declared)


def verdict(day: date, *, adequate: bool = True, by: str = "Trần B") -> Verdict:
    return Verdict(task="KL1", on=day, by=by, adequate=adequate)


def test_what_a_unit_declares_decides_nothing() -> None:
    found = stands(update(date(2024, 9, 1), declared=DeclaredState.DONE), on=date(2024, 9, 15))
    assert (found.state, found.declared, found.done) == (TaskState.OPEN_IN_TIME, DeclaredState.DONE, False)


def test_evidence_waits_for_somebody_independent() -> None:
    paper = update(date(2024, 9, 20), evidence="12/HD-STC")
    assert stands(paper, on=date(2024, 9, 25)).waits_for == "verdict"
    own = verdict(date(2024, 9, 21), by="Nguyễn A")
    assert stands(paper, own, on=date(2024, 9, 25)).state is TaskState.OPEN_IN_TIME
    assert not_independent(TASK, [paper, own]) == (own,)


def test_done_is_dated_by_the_evidence_not_by_who_looked_at_it() -> None:
    found = stands(update(date(2024, 9, 30), evidence="12/HD-STC"), verdict(date(2024, 10, 20)), on=date(2024, 11, 1))
    assert (found.state, found.done_on) == (TaskState.DONE_IN_TIME, date(2024, 9, 30))
    late = stands(update(date(2024, 10, 1), evidence="12/HD-STC"), verdict(date(2024, 10, 20)), on=date(2024, 11, 1))
    assert (late.state, late.late) == (TaskState.DONE_LATE, 1)


def test_a_product_that_does_not_do_leaves_the_task_open_until_a_better_one() -> None:
    first, no = update(date(2024, 9, 1), evidence="nháp"), verdict(date(2024, 9, 5), adequate=False)
    assert stands(first, no, on=date(2024, 9, 10)).waits_for == "better"
    better, yes = update(date(2024, 9, 12), evidence="bản ký"), verdict(date(2024, 9, 15))
    assert stands(first, no, better, yes, on=date(2024, 9, 20)).done_on == date(2024, 9, 12)


def test_more_time_counts_only_where_it_was_granted() -> None:
    asked = replace(update(date(2024, 9, 1)), wanted_until=date(2024, 10, 31), reason="chờ hướng dẫn")
    assert stands(asked, on=date(2024, 10, 10)).state is TaskState.OPEN_OVERDUE
    granted = Extension(
        task="KL1", on=date(2024, 9, 5), until=date(2024, 10, 31), by="Chủ tịch", reason="chờ hướng dẫn"
    )
    assert stands(asked, granted, on=date(2024, 10, 10)).state is TaskState.OPEN_IN_TIME


def test_not_updated_is_told_apart_from_not_done() -> None:
    silent = stands(on=date(2024, 9, 15))
    said = stands(update(date(2024, 9, 10), declared=DeclaredState.IN_PROGRESS), on=date(2024, 9, 15))
    assert (silent.not_updated, said.not_updated) == (True, False)
    assert silent.state is said.state is TaskState.OPEN_IN_TIME


@pytest.mark.parametrize(("days", "rung"), [(0, 0), (1, 1), (5, 1), (6, 2), (20, 2), (21, 3), (60, 3), (61, 4)])
def test_the_ladder_goes_by_working_days(days: int, rung: int) -> None:
    found = stands(on=WEEK.add(date(2024, 9, 30), days))
    assert (found.late, found.rung) == (days, rung)


def test_holidays_are_no_working_days() -> None:
    calendar = load_pack("nd21").work_calendar
    assert not calendar.is_workday(date(2024, 9, 2))
    assert calendar.workdays(date(2024, 4, 29), date(2024, 5, 2)) == 1
    assert calendar.workdays(date(2025, 1, 24), date(2025, 2, 3)) == 1
    assert calendar.unknown(date(2026, 1, 1), date(2031, 1, 1)) == (2028, 2029, 2030, 2031)


days = st.dates(date(2019, 1, 1), date(2027, 12, 31))


@given(days, st.integers(0, 500), st.lists(days, max_size=30))
def test_working_days_are_what_counting_them_gives(first: date, length: int, off: list[date]) -> None:
    calendar = WorkCalendar(days_off=frozenset(off))
    last = first + timedelta(days=length)
    by_hand = sum(calendar.is_workday(first + timedelta(days=i)) for i in range(1, length + 1))
    assert calendar.workdays(first, last) == by_hand
    assert calendar.workdays(first, calendar.add(first, 7)) == 7


def counted(done: int, in_time: int, overdue: int) -> list[TaskStanding]:
    plain = TaskStanding(task=TASK, state=TaskState.OPEN_IN_TIME, deadline=None)
    states = [TaskState.DONE_IN_TIME] * done + [TaskState.OPEN_IN_TIME] * in_time + [TaskState.OPEN_OVERDUE] * overdue
    return [replace(plain, state=state) for state in states]


def test_the_sums_of_quang_nam_add_up() -> None:
    counts = tally(counted(585, 67, 181))
    assert (counts.total, counts.done) == (833, 585)
    assert sum_problem(833, [585, 67, 181]) is None


def test_the_sums_of_hai_phong_are_one_off_and_that_is_told() -> None:
    problem = sum_problem(2414, [2065, 348])
    assert problem is not None
    assert problem.fields == {"total": "2414", "parts": "2065 + 348", "sum": "2413"}
    counts = tally(counted(13119, 2065, 349))
    assert (counts.total, f"{counts.share_done:.2f}") == (15533, "84.46")


COMMUNE = OrgUnitKind.COMMUNE


@st.composite
def provinces(draw: st.DrawFn) -> Hierarchy:
    spans = [org_unit("T", OrgUnitKind.PROVINCE, 1, None, 2000)]
    for i in range(draw(st.integers(1, 6))):
        start = draw(st.integers(2001, 2020))
        end = draw(st.none() | st.integers(start + 1, 2030))
        spans.append(org_unit(f"c{i}", COMMUNE, 2, "T", start, end))
    return Hierarchy(spans)


@given(provinces(), st.dates(date(2001, 1, 1), date(2031, 1, 1)), st.data())
def test_a_task_to_all_has_a_part_for_each_unit_of_that_day_and_adds_up(
    hierarchy: Hierarchy, day: date, data: st.DataObject
) -> None:
    parts = fan_out(TASK, UnitGroup.COMMUNES, hierarchy, "T", day)
    there = {unit.code for unit in hierarchy.on(day) if unit.kind is COMMUNE}
    assert {part.org_unit for part in parts} == there
    done = [part for part in parts if data.draw(st.booleans())]
    events: list[TaskEvent] = []
    for part in done:
        events.append(TaskUpdate(task=part.id, on=day, by="A", evidence="x"))
        events.append(Verdict(task=part.id, on=day, by="B", adequate=True))
    found = standings([TASK, *parts], events, on=day, calendar=WEEK, given_on={})
    if parts:
        assert (found[0].parts_done, found[0].parts) == (len(done), len(parts))
        assert found[0].done == (len(done) == len(parts))
        assert tally(found).total == len(parts)
        assert tally(found).done == len(done)


def test_the_task_of_an_abolished_commune_goes_to_who_took_all_of_it_or_is_an_orphan() -> None:
    spans = [org_unit("A", COMMUNE, 2, None, 2010, 2025), org_unit("B", COMMUNE, 2, None, 2010, 2025)]
    spans += [org_unit("C", COMMUNE, 2, None, 2025), org_unit("D", COMMUNE, 2, None, 2025)]
    changes = [
        change(ChangeKind.MERGE, 2025, ("A", "C", 1)),
        change(ChangeKind.SPLIT, 2025, ("B", "C", None), ("B", "D", None)),
    ]
    tasks = [replace(TASK, id=code, org_unit=code, lead=f"Xã {code}") for code in "AB"]
    made, moved, orphans = hand_over(
        tasks, Hierarchy(spans, changes), on=date(2025, 7, 1), given_on=dict.fromkeys("AB", GIVEN)
    )
    assert [(task.org_unit, task.lead) for task in made] == [("C", "Xã C"), ("B", "Xã B")]
    assert [(m.task, m.after) for m in moved] == [("A", "C")]
    assert [task.id for task in orphans] == ["B"]
