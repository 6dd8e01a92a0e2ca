"""Where the tasks stand, on paper: counts that add up, what is overdue, what changed hands, what has nobody."""

from collections.abc import Iterator, Sequence
from datetime import date

from tongket.dossier.papers import (
    Alignment,
    BindingKind,
    Heading,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    PaperRow,
    PaperTable,
    ParagraphRole,
    Text,
    bound,
    plain,
)
from tongket.dossier.responsibility import NOBODY
from tongket.exchange import RUNGS
from tongket.problems import translate
from tongket.tasks import Handover, Task, TaskStanding, TaskState, TaskTally, by_lead, tally

LONGEST_LIST = 60
"""So many overdue tasks are listed; the rest stands in the workbook."""


def task_report(
    found: Sequence[TaskStanding],
    moved: Sequence[Handover],
    orphans: Sequence[Task],
    *,
    on: date,
    illustrative: bool = False,
) -> OfficialPaper:
    """A working paper on all tasks as of a day."""
    day = f"{on.day:02d}/{on.month:02d}/{on.year}"
    return OfficialPaper(
        kind=PaperKind.INTERNAL,
        issuer=NOBODY,
        title=translate("WHERE THE TASKS STAND", "vi"),
        subject=_count(translate("As of {day}", "vi", day=day)),
        blocks=tuple(_blocks(found, moved, orphans)),
        draft=None,
        illustrative=illustrative,
    )


def _count(words: str) -> Text:
    return bound(words, BindingKind.COUNT, "tasks")


def _said(sentence: str, **fields: object) -> PaperParagraph:
    return PaperParagraph(text=_count(translate(sentence, "vi", **fields)))


def _blocks(found: Sequence[TaskStanding], moved: Sequence[Handover], orphans: Sequence[Task]) -> Iterator[PaperBlock]:
    counts = tally(found)
    states = {state.name.lower(): counts.counts[state] for state in TaskState}
    yield _said(
        "{total} tasks: {done_in_time} done in time, {done_late} done late, {open_in_time} open and in time, {open_overdue} open and overdue.",
        total=counts.total,
        **states,
    )
    yield _said(
        "{count} open tasks have not been updated; that is told apart from tasks not done.", count=counts.not_updated
    )
    yield _table(by_lead(found), counts)
    overdue = sorted((one for one in found if one.rung and not one.parts), key=lambda one: (-one.late, one.task.id))
    if overdue:
        yield Heading(level=1, number="I.", text=plain(translate("To be urged", "vi")))
        for one in overdue[:LONGEST_LIST]:
            yield _item(one)
    for title, lines in (("Changed hands", _moved(found, moved)), ("Without a unit", _orphans(orphans))):
        if lines:
            yield Heading(
                level=1, number="II." if title == "Changed hands" else "III.", text=plain(translate(title, "vi"))
            )
            yield from (PaperParagraph(text=_count(f"- {line}"), role=ParagraphRole.ITEM) for line in lines)


def _item(one: TaskStanding) -> PaperParagraph:
    text = translate(
        "- {id}, {lead}: {deed}; {late} working days overdue: {rung}.",
        "vi",
        id=one.task.id,
        lead=one.task.lead,
        deed=one.task.deed,
        late=one.late,
        rung=translate(RUNGS[one.rung], "vi"),
    )
    return PaperParagraph(text=_count(text), role=ParagraphRole.ITEM)


def _moved(found: Sequence[TaskStanding], moved: Sequence[Handover]) -> list[str]:
    names = {one.task.id: one.task.lead for one in found}
    sentence = "{id}: from {before} to {after}, which took over all of it."
    return [translate(sentence, "vi", id=m.task, before=m.before, after=names.get(m.task, m.after)) for m in moved]


def _orphans(orphans: Sequence[Task]) -> list[str]:
    sentence = "{id}: {lead} is no more and no unit took over all of it; name who goes on."
    return [translate(sentence, "vi", id=task.id, lead=task.lead) for task in orphans]


def _table(leads: dict[str, TaskTally], counts: TaskTally) -> PaperTable:
    head = ("Lead", "Tasks", *(state.value for state in TaskState), "Not updated")
    rows = [_row(lead, one, bold=False) for lead, one in leads.items()]
    return PaperTable(
        header=(PaperRow(cells=tuple(plain(translate(name, "vi"), bold=True) for name in head), bold=True),),
        rows=(*rows, _row(translate("Total", "vi"), counts, bold=True)),
        widths=(0.34, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11),
        alignments=(Alignment.LEFT, *(Alignment.RIGHT,) * 6),
    )


def _row(name: str, one: TaskTally, *, bold: bool) -> PaperRow:
    numbers = [one.total, *(one.counts[state] for state in TaskState), one.not_updated]
    return PaperRow(cells=(_count(name), *(_count(str(value)) for value in numbers)), bold=bold)
