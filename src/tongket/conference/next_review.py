"""What a review leaves to the next one: conclusions and what became of their tasks, and targets with a baseline."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.conference.model import Conference, NextTarget
from tongket.consolidation import Basis, Figure
from tongket.problems import translate
from tongket.tasks import TaskStanding, TaskState
from tongket.vietnamese import format_number


def previous_json(
    label: str, limitations: Sequence[str], conclusions: Sequence[str], found: Iterable[TaskStanding]
) -> str:
    """previous.json for the next review; a task given to many stands there once, with how many of its parts are done."""
    content = {
        "label": label,
        "limitations": list(limitations),
        "conclusions": list(conclusions),
        "tasks": [_task(one) for one in found if one.task.parent is None],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _task(one: TaskStanding) -> dict[str, str]:
    return {
        "text": one.task.deed,
        "lead": one.task.lead,
        "state": "done" if one.done else "open",
        "result": "; ".join(_result(one)),
    }


def _result(one: TaskStanding) -> Iterator[str]:
    if one.parts:
        yield translate("{done}/{total} parts done", "vi", done=one.parts_done, total=one.parts)
    if one.evidence:
        yield one.evidence
    if one.state in (TaskState.DONE_LATE, TaskState.OPEN_OVERDUE):
        yield translate(one.state.value, "vi")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """A target for the next period with where it starts from: the last value, of which year; None where there is none."""

    target: NextTarget
    baseline: Decimal | None
    baseline_year: str


def next_targets(conference: Conference, figures: Sequence[Figure]) -> tuple[TargetRow, ...]:
    """The targets that conclusions set, each with the last value of the org unit at the top."""
    return tuple(_row(one, conference.org_unit, figures) for one in conference.next_targets)


def _row(one: NextTarget, org_unit: str, figures: Sequence[Figure]) -> TargetRow:
    own = [
        f
        for f in figures
        if f.org_unit == (one.org_unit or org_unit)
        and f.indicator == one.indicator
        and f.basis is Basis.AS_REPORTED
        and f.value is not None
        and not f.period.is_span
    ]
    last = max(own, key=lambda f: f.period, default=None)
    return TargetRow(target=one, baseline=last.value if last else None, baseline_year=last.period.code if last else "")


def targets_csv(conference: Conference, rows: Sequence[TargetRow]) -> str:
    """targets.csv for the next review; targets without a value are left out, they are still to be set."""
    lines = ["org_unit;indicator;period;value;basis"]
    for row in rows:
        if row.target.value is None:
            continue
        start = (
            f"{format_number(round(row.baseline, 2).normalize())} ({row.baseline_year})"
            if row.baseline is not None
            else "–"
        )
        basis = f"{row.target.basis}; {translate('starting from {value}', 'vi', value=start)}".replace(";", ",")
        unit = row.target.org_unit or conference.org_unit
        lines.append(f"{unit};{row.target.indicator};{row.target.period};{row.target.value:f};{basis}")
    return "\n".join(lines) + "\n"
