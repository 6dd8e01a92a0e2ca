"""05: the register of tasks after the conclusions, a row for each, parts under the task they belong to."""

from collections.abc import Iterator, Mapping, Sequence

from tongket.conference.model import Conference
from tongket.exchange import (
    CellLook,
    Column,
    Condition,
    ConditionKind,
    Sheet,
    SheetCell,
    Workbook,
    number,
    words,
)
from tongket.problems import translate
from tongket.tasks import Task

HEADER, GROUP, INPUT = CellLook.HEADER, CellLook.GROUP, CellLook.INPUT
STATES = ("not begun", "in progress", "done", "not possible")
COLUMNS = (
    ("Code", 10), ("Who (lead)", 20), ("What", 30), ("By when", 11), ("Answerable", 17), ("Product", 17), ("Authority", 15),
    ("With", 13), ("State", 11), ("Evidence", 13), ("Parts done", 8),
)  # fmt: skip
STATE, DEADLINE = 8, 3
TOP = 2
"""Rows above the header."""


def task_register(conference: Conference, tasks: Sequence[Task]) -> Workbook:
    """The register, and how many tasks each lead has."""
    title = translate("TASKS AFTER THE CONCLUSIONS", "vi")
    sheets = (_register(conference, tasks, title), _by_lead(tasks))
    return Workbook(title=title, sheets=sheets)


def _states() -> tuple[str, ...]:
    return tuple(translate(one, "vi") for one in STATES)


def _register(conference: Conference, tasks: Sequence[Task], title: str) -> Sheet:
    head = tuple(words(translate(name, "vi"), HEADER) for name, _ in COLUMNS)
    note = translate("Overdue rows are red, finished ones green. Fill in the state and the evidence.", "vi")
    rows: list[tuple[SheetCell, ...]] = [
        (words(title, CellLook.TITLE, columns=len(COLUMNS)),),
        (words(f"{note} {_statement(conference)}".strip(), CellLook.NOTE, columns=len(COLUMNS)),),
        head,
    ]
    lines = list(_lines(conference, tasks))
    places = {one.id: TOP + 2 + i for i, one in enumerate(lines) if isinstance(one, Task)}
    for one in lines:
        rows.append(_row(one, tasks, places) if isinstance(one, Task) else (words(one, GROUP, columns=len(COLUMNS)),))
    states = _states()
    columns = tuple(
        Column(width=width, choices=states if i == STATE else (), prompt=translate("Choose the state", "vi"))
        for i, (_, width) in enumerate(COLUMNS)
    )
    done = Condition(kind=ConditionKind.EQUAL, column=STATE, text=states[2], tone="good")
    late = Condition(kind=ConditionKind.PAST, column=DEADLINE, tone="bad")
    return Sheet(
        name=translate("Tasks", "vi"),
        columns=columns,
        rows=tuple(rows),
        header=TOP,
        filter=True,
        frozen_columns=2,
        conditions=(done, late),
    )


def _statement(conference: Conference) -> str:
    return "Tài liệu minh họa – số liệu giả định." if conference.illustrative else ""


def _lines(conference: Conference, tasks: Sequence[Task]) -> Iterator[Task | str]:
    """Each conclusion with its tasks below it; one that gives none says why."""
    for i, clause in enumerate(conference.conclusions):
        yield f"{i + 1}. {clause.text}" + (f" ({clause.no_task})" if clause.no_task else "")
        yield from (task for task in tasks if task.source.endswith(f"#conclusions[{i}]"))


def _row(task: Task, tasks: Sequence[Task], places: Mapping[str, int]) -> tuple[SheetCell, ...]:
    parts = [places[one.id] for one in tasks if one.parent == task.id]
    look = CellLook.TOTAL if parts else CellLook.PLAIN
    until: SheetCell = SheetCell(value=task.deadline, look=look)
    if task.deadline is None and task.settle_before is not None:
        until = words(translate("to be set", "vi"), look)
    return (
        words(task.id, look),
        words(task.lead, look),
        words(task.deed, look),
        until,
        words(task.responsibility, look),
        words(task.product, look),
        words(task.authority, look),
        words(", ".join(task.coordinators), look),
        words("" if parts else _states()[0], look if parts else INPUT),
        words("", look if parts else INPUT),
        _parts_done(parts, look),
    )


def _parts_done(parts: Sequence[int], look: CellLook) -> SheetCell:
    if not parts:
        return words("", look)
    letter = chr(65 + STATE)
    text = f'=COUNTIF({letter}{parts[0]}:{letter}{parts[-1]},"{_states()[2]}")&"/{len(parts)}"'
    return SheetCell(formula=text, look=look, centred=True)


def _by_lead(tasks: Sequence[Task]) -> Sheet:
    """Each lead with the tasks it answers for; a task given to many counts at each of them."""
    parents = {task.parent for task in tasks if task.parent}
    own = [task for task in tasks if task.id not in parents]
    leads = sorted({task.lead for task in own})
    name = translate("Tasks", "vi")
    rows: list[tuple[SheetCell, ...]] = [
        (words(translate("TASKS BY LEAD", "vi"), CellLook.TITLE, columns=3),),
        (words("", CellLook.NOTE, columns=3),),
        tuple(words(translate(one, "vi"), HEADER) for one in ("Who (lead)", "Tasks", "Codes")),
    ]
    for lead in leads:
        mine = [task for task in own if task.lead == lead]
        listed = ", ".join(task.id for task in mine)
        row = (words(lead), number(len(mine), decimals=0), words(listed, link=f"internal:'{name}'!A1"))
        rows.append(row)
    return Sheet(
        name=translate("By lead", "vi"),
        columns=(Column(width=40), Column(width=12), Column(width=60)),
        rows=tuple(rows),
        header=TOP,
        landscape=False,
    )
