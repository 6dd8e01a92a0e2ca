"""Where the tasks of an office stand, and the files that say so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tongket.conference import previous_json
from tongket.conference.papers import task_report
from tongket.dossier.writers.docx import write_docx
from tongket.exchange import TaskStore, icalendar, task_workbook, write_workbook
from tongket.orgunits import Hierarchy
from tongket.periods import WorkCalendar
from tongket.problems import translate
from tongket.tasks import Handover, Task, TaskStanding, TaskState, hand_over, standings, tally
from tongket.vietnamese import format_number, search_key

ILLUSTRATIVE = "Tài liệu minh họa – số liệu giả định."


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The tasks on a day, with their leads of that day."""

    store: TaskStore
    found: tuple[TaskStanding, ...]
    moved: tuple[Handover, ...]
    orphans: tuple[Task, ...]
    on: date

    def lines(self, language: str) -> Iterator[str]:
        """What is said on the console."""
        counts = tally(self.found)
        share = format_number(counts.share_done, 2) if counts.share_done is not None else "–"
        yield translate(
            "{total} tasks, {done} done ({share}%).", language, total=counts.total, done=counts.done, share=share
        )
        for state in TaskState:
            yield f"  {translate(state.value, language)}: {counts.counts[state]}"
        yield f"  {translate('not updated', language)}: {counts.not_updated}"
        for one in self.moved:
            yield translate(
                "{task}: {before} is no more; {after} goes on with it.",
                language,
                task=one.task,
                before=one.before,
                after=one.after,
            )
        for task in self.orphans:
            yield translate(
                "{task}: {lead} is no more and nobody has taken over all of it; name who goes on.",
                language,
                task=task.id,
                lead=task.lead,
            )


def standing_of(store: TaskStore, hierarchy: Hierarchy, calendar: WorkCalendar, on: date) -> Standing:
    """The tasks of a store on a day."""
    tasks, moved, orphans = hand_over(store.tasks, hierarchy, on=on, given_on=store.given_on)
    found = standings(tasks, store.events, on=on, calendar=calendar, given_on=store.given_on)
    return Standing(store=store, found=found, moved=moved, orphans=orphans, on=on)


def write_report(standing: Standing, folder: Path) -> None:
    """The office's register, one workbook for each lead, the paper, the calendar, what the next review opens with."""
    day = f"{standing.on.day:02d}/{standing.on.month:02d}/{standing.on.year}"
    note = translate("As of {day}", "vi", day=day) + (f". {ILLUSTRATIVE}" if standing.store.illustrative else "")
    title = translate("Register of conclusions and tasks", "vi")
    office = task_workbook(standing.found, title=title, note=note, on=standing.on, office=True)
    write_workbook(office, folder / "so-nhiem-vu.xlsx")
    leads: dict[str, list[TaskStanding]] = {}
    for one in standing.found:
        if not one.parts:
            leads.setdefault(one.task.lead, []).append(one)
    (folder / "don-vi").mkdir()
    names: set[str] = set()
    for lead, own in leads.items():
        name = _file_name(own[0].task.org_unit or lead, names)
        book = task_workbook(own, title=f"{title}: {lead}", note=note, on=standing.on, office=False)
        write_workbook(book, folder / "don-vi" / f"nhiem-vu-{name}.xlsx")
    paper = task_report(
        standing.found, standing.moved, standing.orphans, on=standing.on, illustrative=standing.store.illustrative
    )
    write_docx(paper, folder / "bao-cao-nhiem-vu.docx")
    (folder / "han-nhiem-vu.ics").write_bytes(icalendar(standing.found, name=title, on=standing.on))
    words = standing.store.words
    conclusions = [words[code] for code in sorted(words, key=_number) if code.startswith("conclusion:")]
    text = previous_json(note, [], conclusions, standing.found)
    (folder / "previous.json").write_text(text, encoding="utf-8", newline="\n")


def _number(code: str) -> int:
    found = re.search(r"\d+$", code)
    return int(found[0]) if found else 0


def _file_name(text: str, used: set[str]) -> str:
    """A name without diacritics, fit for every file system, and not used yet."""
    base = re.sub(r"[^a-z0-9]+", "-", search_key(text)).strip("-")[:60] or "don-vi"
    name, count = base, 2
    while name in used:
        name, count = f"{base}-{count}", count + 1
    used.add(name)
    return name


def task_json(standing: Standing) -> dict[str, Any]:
    """The same for machines."""
    counts = tally(standing.found)
    return {
        "on": standing.on.isoformat(),
        "total": counts.total,
        "states": {state.name.lower(): counts.counts[state] for state in TaskState},
        "not_updated": counts.not_updated,
        "longest_overdue": counts.longest,
        "handed_over": [{"task": m.task, "before": m.before, "after": m.after} for m in standing.moved],
        "orphans": [task.id for task in standing.orphans],
        "tasks": [_task(one) for one in standing.found],
    }


def _task(one: TaskStanding) -> dict[str, Any]:
    return {
        "id": one.task.id,
        "parent": one.task.parent,
        "lead": one.task.lead,
        "org_unit": one.task.org_unit,
        "deed": one.task.deed,
        "source": one.task.source,
        "state": one.state.name.lower(),
        "declared": one.declared.name.lower() if one.declared else None,
        "deadline": one.deadline.isoformat() if one.deadline else None,
        "done_on": one.done_on.isoformat() if one.done_on else None,
        "working_days_overdue": one.late,
        "rung": one.rung,
        "updated_on": one.updated_on.isoformat() if one.updated_on else None,
        "not_updated": one.not_updated,
        "evidence": one.evidence,
        "waits_for": one.waits_for,
        "parts": one.parts,
        "parts_done": one.parts_done,
    }
