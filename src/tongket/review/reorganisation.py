"""What a planned reorganisation does to units, duties, tasks, figures and their comparability, before it is decided."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tongket.exchange import TaskStore
from tongket.exchange import load_tasks as task_store
from tongket.framework import Aggregation, Framework
from tongket.orgunits import Crosswalk, Hierarchy, OrgUnit, ReorganisationPlan, Tree, tree_difference
from tongket.orgunits.tables import read_date, read_rows
from tongket.packs import load_pack
from tongket.periods import Period, WorkCalendar
from tongket.problems import MalformedError
from tongket.reports import ReportDuty
from tongket.tasks import standings

DAY = timedelta(days=1)
TASK_COLUMNS = ("id", "org_unit", "deed", "deadline")
CONVERTING = frozenset({Aggregation.SUM, Aggregation.RATIO_OF_SUMS})

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedTask:
    """A task as the preview needs it: who has it, what it is, and until when."""

    id: str
    org_unit: str
    deed: str
    deadline: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The units on the last day before a plan and on its last day of effect, and what becomes of whom."""

    before: Tree
    after: Tree
    crosswalk: Crosswalk

    def heirs(self, code: str) -> list[Row]:
        """Who takes a unit over, each with its share; None where nobody knows it."""
        return [
            {"code": edge.target, "name": self.after[edge.target].name, "share": share_text(edge.share)}
            for edge in self.crosswalk.targets(code)
        ]

    def touched(self, code: str) -> bool:
        """Whether the unit is another afterwards, or in parts."""
        one, other = self.before.get(code), self.after.get(code)
        return one is not None and (other is None or one.uid != other.uid or len(self.crosswalk.targets(code)) > 1)


def load_tasks(path: Path, on: date) -> tuple[AssignedTask, ...]:
    """The tasks that are open on a day: of an office's file of tasks (.json), or all of a table
    ``id;org_unit;deed;deadline``, in which a task without a day keeps its deadline empty."""
    if path.suffix == ".json":
        return tuple(_open_tasks(task_store(path), on))
    rows, problems = read_rows(path, TASK_COLUMNS)
    found = [
        AssignedTask(
            id=row["id"],
            org_unit=row["org_unit"],
            deed=row["deed"],
            deadline=read_date(row, "deadline", problems) if row["deadline"] else None,
        )
        for row in rows
    ]
    if problems:
        raise MalformedError(problems)
    return tuple(found)


def _open_tasks(store: TaskStore, on: date) -> Iterator[AssignedTask]:
    """The tasks of a store that nobody has done by a day and that a unit of the tables has."""
    for one in standings(store.tasks, store.events, on=on, calendar=WorkCalendar(), given_on=store.given_on):
        task = one.task
        if one.done_on is None and task.org_unit is not None:
            yield AssignedTask(id=task.id, org_unit=task.org_unit, deed=task.deed, deadline=one.deadline)


def reorganisation_preview(
    after: Hierarchy,
    plan: ReorganisationPlan,
    *,
    duties: Sequence[ReportDuty] = (),
    tasks: Sequence[AssignedTask] = (),
    review: Mapping[str, Any] | None = None,
    framework: Framework | None = None,
) -> Row:
    """Everything as JSON; ``review`` is a review.json whose stated figures are told by what becomes of them."""
    first, last = plan.days[0] - DAY, plan.days[-1]
    turn = Turn(before=after.on(first), after=after.on(last), crosswalk=after.crosswalk(first, last))
    changed = tree_difference(after, first, last)
    return {
        "days": [day.isoformat() for day in plan.days],
        "counts": list(counts(turn)),
        "ended": [unit_row(unit, turn.heirs(unit.code)) for unit in changed.ended],
        "begun": [unit_row(unit, sources(unit, turn)) for unit in changed.begun],
        "renamed": [{"code": one.code, "before": one.name, "after": other.name} for one, other in changed.renamed],
        "moved": [{"code": one.code, "before": one.parent, "after": other.parent} for one, other in changed.moved],
        "duties": list(shifted_duties(duties, turn, last)),
        "tasks": list(shifted_tasks(tasks, turn, last)),
        "figures": figures(review, framework, turn, after) if review is not None and framework is not None else None,
        "comparability": list(comparability(turn)),
    }


def preview_framework(review: Mapping[str, Any]) -> Framework:
    """The framework of the pack that a review was made with."""
    return load_pack(review["pack"].split()[0]).framework


def counts(turn: Turn) -> Iterator[Row]:
    """How many units of each kind there are before and after."""
    one, other = (Counter(unit.kind.value for unit in tree) for tree in (turn.before, turn.after))
    for kind in dict.fromkeys((*one, *other)):
        yield {"kind": kind, "before": one[kind], "after": other[kind]}


def unit_row(unit: OrgUnit, kin: list[Row]) -> Row:
    """A unit with those it goes into or comes from."""
    return {"code": unit.code, "name": unit.name, "kind": unit.kind.value, "kin": kin}


def sources(unit: OrgUnit, turn: Turn) -> list[Row]:
    """What a unit is made of."""
    return [
        {"code": edge.source, "name": turn.before[edge.source].name, "share": share_text(edge.share)}
        for edge in turn.crosswalk.sources(unit.code)
    ]


def shifted_duties(duties: Iterable[ReportDuty], turn: Turn, day: date) -> Iterator[Row]:
    """The reports that are due of a unit for a period after whose end it is not there any more: who owes them then."""
    for duty in duties:
        if duty.period.last_day >= day and turn.touched(duty.org_unit):
            name = turn.before[duty.org_unit].name
            yield {
                "org_unit": duty.org_unit,
                "name": name,
                "period": str(duty.period),
                "due": duty.due.isoformat(),
                "heirs": turn.heirs(duty.org_unit),
            }


def shifted_tasks(tasks: Iterable[AssignedTask], turn: Turn, day: date) -> Iterator[Row]:
    """The tasks of units that change, still open on the day: the heirs take them over; with several somebody decides."""
    for task in tasks:
        if (task.deadline is None or task.deadline >= day) and turn.touched(task.org_unit):
            deadline = task.deadline.isoformat() if task.deadline else None
            yield {
                "id": task.id,
                "org_unit": task.org_unit,
                "deed": task.deed,
                "deadline": deadline,
                "heirs": turn.heirs(task.org_unit),
            }


def figures(review: Mapping[str, Any], framework: Framework, turn: Turn, hierarchy: Hierarchy) -> Row:
    """The stated figures of units that change: converted whole, by known shares, or not, and why not. Figures of units
    that other reorganisations have ended since are not among them, even where another unit bears their code."""
    found = Counter[str]()
    for org_unit, indicator, code in {(v["org_unit"], v["indicator"], v["period"]) for v in review["values"]}:
        period = Period.parse(code)
        then, now = hierarchy.on(period.last_day).get(org_unit), turn.before.get(org_unit)
        if period.is_span or then is None or now is None or then.uid != now.uid or not turn.touched(org_unit):
            continue
        found[fate(org_unit, indicator, framework, turn)] += 1
    return {
        name: found[name] for name in ("whole", "by_shares", "share_unknown", "indicator_does_not_convert", "no_heir")
    }


def fate(org_unit: str, indicator: str, framework: Framework, turn: Turn) -> str:
    """What becomes of a stated figure on the new map."""
    edges = turn.crosswalk.targets(org_unit)
    if not edges:
        return "no_heir"
    if framework[indicator].over_units not in CONVERTING:
        return "indicator_does_not_convert"
    if any(edge.share is None for edge in edges):
        return "share_unknown"
    return "whole" if len(edges) == 1 else "by_shares"


def comparability(turn: Turn) -> Iterator[Row]:
    """Every unit that is another afterwards: whether its earlier figures can be made from those of its predecessors,
    and what is missing where they cannot."""
    for unit in turn.after:
        edges = turn.crosswalk.sources(unit.code)
        before = turn.before.get(unit.code)
        alone = len(edges) == 1 and edges[0].whole
        if alone and before is not None and before.uid == unit.uid:
            continue
        missing = [edge.source for edge in edges if edge.share is None]
        if not edges and before is not None and before.uid == unit.uid:
            continue
        yield {
            "code": unit.code,
            "name": unit.name,
            "comparable": bool(edges) and not missing,
            "sources": sources(unit, turn),
            "shares_needed": missing,
        }


def share_text(share: object) -> str | None:
    """A share as a fraction; None where nobody knows it."""
    return None if share is None else str(share)
