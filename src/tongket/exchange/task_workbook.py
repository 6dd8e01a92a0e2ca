"""Tasks as a workbook: what is to be done, what the unit reports, what the office decides; out and in."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from tongket.exchange.labelled_rows import LabelledRow, labelled_rows, open_workbook
from tongket.exchange.workbook import (
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
from tongket.problems import Problem, Where, register, translate
from tongket.tasks import (
    DeclaredState,
    Extension,
    Task,
    TaskEvent,
    TaskStanding,
    TaskState,
    TaskTally,
    TaskUpdate,
    Verdict,
    by_lead,
    tally,
)
from tongket.vietnamese import search_key

register(
    {
        "tasks.unknown": "There is no task {id}; correct the code.",
        "tasks.state": "“{value}” is no state; choose one of: {allowed}.",
        "tasks.day": "“{value}” is no day; write it as 05/01/2024.",
        "tasks.nobody": "Nobody is named for what is reported on this row; write who reports.",
        "tasks.extension_reason": "More time is asked for or granted without a reason; write it.",
        "tasks.verdict_by": "It is not said who judged the product; write who, other than who reported it.",
    }
)
HEADER, INPUT, NOTE, TITLE, GROUP, TOTAL = (
    CellLook.HEADER, CellLook.INPUT, CellLook.NOTE, CellLook.TITLE, CellLook.GROUP, CellLook.TOTAL
)  # fmt: skip
GIVEN = (
    ("Code", 12), ("Lead", 24), ("What is to be done", 44), ("Product", 24), ("By when", 12), ("Answerable", 20), ("Authority", 20),
    ("Coordinating bodies", 20), ("From", 22),
)  # fmt: skip
REPORTED = (
    ("State as declared", 14), ("Evidence (paper, product)", 28), ("Day of the evidence", 12), ("Who reports", 18),
    ("More time asked until", 12), ("Reason", 24), ("Remark", 24),
)  # fmt: skip
DECIDED = (
    ("Is the product adequate", 12), ("Who judged it", 18), ("Day of the judgement", 12), ("What is still lacking", 24), ("More time granted until", 12),
)  # fmt: skip
SHOWN = (
    ("Official state", 16), ("Working days overdue", 10), ("Urging", 26), ("Not updated", 12), ("Declared so far", 14), ("Evidence so far", 26),
)  # fmt: skip
RUNGS = ("", "remind the lead", "urge the head of the lead", "report to the chairman", "propose an inspection")
"""What is done on each rung of the ladder."""
TOP = 2


def label(name: str) -> str:
    """The name above a column."""
    return translate(name, "vi")


def task_workbook(found: Sequence[TaskStanding], *, title: str, note: str, on: date, office: bool) -> Workbook:
    """The tasks to be followed; ``office``: with the columns in which the office decides, and the sums."""
    columns = (*GIVEN, *REPORTED, *(DECIDED if office else ()), *SHOWN)
    rows: list[tuple[SheetCell, ...]] = [
        (words(title.upper(), TITLE, columns=len(columns)),),
        (words(note, NOTE, columns=len(columns)),),
        tuple(words(label(name), HEADER) for name, _ in columns),
    ]
    rows += [_row(one, office) for one in found]
    late = Condition(
        kind=ConditionKind.EQUAL, column=len(columns) - len(SHOWN), text=label(TaskState.OPEN_OVERDUE.value), tone="bad"
    )
    done = Condition(
        kind=ConditionKind.EQUAL,
        column=len(columns) - len(SHOWN),
        text=label(TaskState.DONE_IN_TIME.value),
        tone="good",
    )
    sheet = Sheet(
        name=label("Tasks"), columns=tuple(_column(name, width) for name, width in columns), rows=tuple(rows), header=TOP,
        filter=True, frozen_columns=3, conditions=(late, done),
    )  # fmt: skip
    return Workbook(title=title, sheets=(sheet, _sums(found)) if office else (sheet,))


def _column(name: str, width: int) -> Column:
    choices: tuple[str, ...] = ()
    if name == "State as declared":
        choices = tuple(label(one.value) for one in DeclaredState)
    if name == "Is the product adequate":
        choices = (label("yes"), label("no"))
    return Column(width=width, choices=choices)


def _row(one: TaskStanding, office: bool) -> tuple[SheetCell, ...]:
    task, look = one.task, TOTAL if one.parts else CellLook.PLAIN
    given = (
        words(task.id, look), words(task.lead, look), words(task.deed, look), words(task.product, look),
        SheetCell(value=one.deadline, look=look), words(task.responsibility, look), words(task.authority, look),
        words("; ".join(task.coordinators), look), words(task.source, look),
    )  # fmt: skip
    declared = label(one.declared.value) if one.declared else ""
    days = {2, 4} if not office else {2, 4, 9, 11}
    width = len(REPORTED) + (len(DECIDED) if office else 0)
    blank = tuple(SheetCell(look=look if one.parts else INPUT, day=i in days) for i in range(width))
    shown = (
        words(label(one.state.value), look),
        number(one.late or None, look, decimals=0),
        words(label(RUNGS[one.rung]) if one.rung else "", look),
        words(label("not updated") if one.not_updated else "", look),
        words(f"{one.parts_done}/{one.parts}" if one.parts else declared, look),
        words(one.evidence, look),
    )
    return (*given, *blank, *shown)


def _sums(found: Sequence[TaskStanding]) -> Sheet:
    head = ("Lead", "Tasks", *(state.value for state in TaskState), "Not updated", "Most working days overdue")
    rows: list[tuple[SheetCell, ...]] = [
        (words(label("TASKS BY LEAD"), TITLE, columns=len(head)),),
        (
            words(
                label("A task given to many counts by its parts; the four states make the total."),
                NOTE,
                columns=len(head),
            ),
        ),
        tuple(words(label(name), HEADER) for name in head),
    ]
    rows += [_tally(lead, counts, CellLook.PLAIN) for lead, counts in by_lead(found).items()]
    rows.append(_tally(label("Total"), tally(found), TOTAL))
    columns = (Column(width=44), *(Column(width=14) for _ in head[1:]))
    return Sheet(name=label("By lead"), columns=columns, rows=tuple(rows), header=TOP)


def _tally(name: str, counts: TaskTally, look: CellLook) -> tuple[SheetCell, ...]:
    values = [counts.total, *(counts.counts[state] for state in TaskState), counts.not_updated, counts.longest]
    return (words(name, look), *(number(value, look, decimals=0) for value in values))


def read_task_workbook(
    path: Path, known: Sequence[Task], on: date
) -> tuple[tuple[Task, ...], tuple[TaskEvent, ...], tuple[Problem, ...]]:
    """New tasks (rows whose code is empty or unknown and that say what is to be done), events on known ones, and what
    is wrong with single rows. ``on`` is the day of what bears no day."""
    book = open_workbook(path)
    if isinstance(book, Problem):
        return (), (), (book,)
    labels = [label(name) for name, _ in (*GIVEN, *REPORTED, *DECIDED)]
    needed = [label("Code"), label("What is to be done")]
    rows = labelled_rows(book, labels, needed, file=path.name)
    if not rows:
        fields = {"columns": ", ".join(needed)}
        return (), (), (Problem(code="workbook.no_table", where=Where(file=path.name), fields=fields),)
    reader = _TaskReader(known, on)
    for row in rows:
        reader.take(row)
    return tuple(reader.tasks), tuple(reader.events), tuple(reader.problems)


class _TaskReader:
    def __init__(self, known: Sequence[Task], on: date) -> None:
        self.tasks: list[Task] = []
        self.events: list[TaskEvent] = []
        self.problems: list[Problem] = []
        self._on = on
        self._known = {task.id for task in known}
        self._parents = {task.parent for task in known if task.parent}

    def take(self, row: LabelledRow) -> None:
        """A row: a new task, or what is said of a known one."""
        code = row.text(label("Code"))
        if code in self._parents:
            return
        if code not in self._known:
            if not row.text(label("What is to be done")):
                return
            task = self._task(row, code)
            self.tasks.append(task)
            self._known.add(task.id)
            code = task.id
        self.events += self._events(row, code)

    def _task(self, row: LabelledRow, code: str) -> Task:
        number_ = len([one for one in self._known if one.startswith("NV")]) + 1
        return Task(
            id=code or f"NV{number_}",
            source=row.text(label("From")) or f"{row.file}#{row.sheet}!{row.line}",
            lead=row.text(label("Lead")),
            deed=row.text(label("What is to be done")),
            responsibility=row.text(label("Answerable")),
            product=row.text(label("Product")),
            authority=row.text(label("Authority")),
            deadline=self._day(row, "By when"),
            coordinators=tuple(p.strip() for p in row.text(label("Coordinating bodies")).split(";") if p.strip()),
        )

    def _day(self, row: LabelledRow, name: str) -> date | None:
        value = row.cells.get(label(name))
        if value is None or isinstance(value, date):
            return value
        parts = row.text(label(name)).replace("-", "/").replace(".", "/").split("/")
        try:
            return date(int(parts[2]), int(parts[1]), int(parts[0]))
        except (ValueError, IndexError):
            self.problems.append(row.problem("tasks.day", label(name), value=row.text(label(name))))
            return None

    def _events(self, row: LabelledRow, code: str) -> Iterator[TaskEvent]:
        declared, evidence = self._declared(row), row.text(label("Evidence (paper, product)"))
        by, reason = row.text(label("Who reports")), row.text(label("Reason"))
        wanted, note = self._day(row, "More time asked until"), row.text(label("Remark"))
        granted = self._day(row, "More time granted until")
        if (wanted or granted) and not reason:
            self.problems.append(row.problem("tasks.extension_reason", label("Reason")))
            wanted = granted = None
        if by and (declared is not None or evidence or wanted or note):
            on = self._day(row, "Day of the evidence") or self._on
            yield TaskUpdate(
                task=code, on=on, by=by, declared=declared, evidence=evidence, note=note, wanted_until=wanted, reason=reason
            )  # fmt: skip
        elif declared is not None or wanted:
            self.problems.append(row.problem("tasks.nobody", label("Who reports")))
        judge, judged_on = row.text(label("Who judged it")), self._day(row, "Day of the judgement") or self._on
        if granted is not None:
            yield Extension(task=code, on=judged_on, until=granted, by=judge, reason=reason)
        yield from self._verdict(row, code, judge, judged_on)

    def _declared(self, row: LabelledRow) -> DeclaredState | None:
        text = row.text(label("State as declared"))
        for state in DeclaredState:
            if text and search_key(text) == search_key(label(state.value)):
                return state
        if text:
            allowed = ", ".join(label(state.value) for state in DeclaredState)
            self.problems.append(row.problem("tasks.state", label("State as declared"), value=text, allowed=allowed))
        return None

    def _verdict(self, row: LabelledRow, code: str, judge: str, on: date) -> Iterator[TaskEvent]:
        text = search_key(row.text(label("Is the product adequate")))
        if not text:
            return
        if not judge:
            self.problems.append(row.problem("tasks.verdict_by", label("Who judged it")))
            return
        adequate = text == search_key(label("yes"))
        yield Verdict(task=code, on=on, by=judge, adequate=adequate, reason=row.text(label("What is still lacking")))
