"""The review as the conference's file calls it, and what that file adds to the chairman's two pages."""

from collections.abc import Iterator
from dataclasses import replace

from tongket.conference import Conference, PreviousReview, incomplete_tasks, tasks_of
from tongket.conference.papers import Praise, praise_of
from tongket.consolidation import same_matter
from tongket.dossier.chairman import Briefing
from tongket.dossier.papers import (
    Alignment,
    BindingKind,
    Heading,
    PaperBlock,
    PaperRow,
    PaperTable,
    Text,
    bound,
    plain,
)
from tongket.dossier.report import Material, Occasion
from tongket.dossier.wording import count_of, said
from tongket.problems import translate
from tongket.reports import NarrativeKind
from tongket.review.request import ReviewResult

STATES = {"done": "done", "open": "still open", "dropped": "dropped"}


def occasion_of(conference: Conference) -> Occasion:
    """What the papers of the review are called, who issues and signs them."""
    letters = occasion_for(conference, "letters") if "letters" in conference.issued else None
    return replace(occasion_for(conference, "report"), letters=letters)


def occasion_for(conference: Conference, key: str) -> Occasion:
    """The review as a paper of that name has it: by whom, to whom, who signs."""
    by = conference.issued.get(key) or next(iter(conference.issued.values()))
    return Occasion(
        label=conference.label,
        span=conference.span,
        issuer=by.issuer,
        issuer_words=by.issuer_words,
        ref=conference.file,
        cut_off=conference.cut_off,
        year=conference.held_on.year,
        draft=conference.draft,
        texts={
            code: tuple(
                bound(text, BindingKind.GIVEN, f"{conference.file}#report.{code}[{i}]") for i, text in enumerate(texts)
            )
            for code, texts in conference.report.items()
        },
        signature=by.signature,
        addressees=tuple(bound(a, BindingKind.GIVEN, f"{conference.file}#issued.{key}") for a in by.addressees),
        recipients=tuple(bound(r, BindingKind.GIVEN, f"{conference.file}#issued.{key}") for r in by.recipients),
    )


def praise_in(result: ReviewResult, conference: Conference) -> Praise:
    """Who is commended at the conference, by the criteria of the pack."""
    pack = result.pack
    citation = pack.family.citation(conference.held_on)
    return praise_of(conference, citation, pack.family, pack.criteria, result.hierarchy)


def briefing(result: ReviewResult, material: Material) -> Briefing:
    """What is to be decided about the conference, and which limitations come from the last review."""
    files = result.conference
    if files is None:
        return Briefing()
    decide = tuple(_to_decide(files.conference, result))
    return Briefing(to_decide=decide, carried_over=tuple(carried_over(files.previous, material)))


def _to_decide(conference: Conference, result: ReviewResult) -> Iterator[Text]:
    tasks = tasks_of(conference, result.hierarchy)
    if unclear := incomplete_tasks(tasks):
        number = count_of(len(unclear), "tasks.incomplete")
        yield said("{number} tasks lack one of the six clear fields and cannot be issued.", number=number)
    if open_ones := [task for task in tasks if task.deadline is None and task.settle_before is not None]:
        number = count_of(len(open_ones), "tasks.settle_before")
        yield said("{number} tasks have no deadline yet.", number=number)
    if found := praise_in(result, conference).objections:
        number = count_of(len(found), "commendation.conflicts")
        yield said("{number} nominations have something against them: see the submission.", number=number)
    if late := [paper for paper in conference.papers if paper.late]:
        number = count_of(len(late), "contributions.late")
        yield said("{number} contributions came late: hear them or not.", number=number)


def carried_over(previous: PreviousReview | None, material: Material) -> Iterator[Text]:
    """The limitations of the last review that units still name, with how many do."""
    for text, ref, many in _still_named(previous, material):
        if many:
            words = bound(text.rstrip(" .;"), BindingKind.GIVEN, ref)
            units = bound(f"{many}/{len(material.reporting_units)}", BindingKind.COUNT, f"{ref}.units")
            yield (*words, *plain(" "), *said("({many} units)", many=units), *plain("."))


def _still_named(previous: PreviousReview | None, material: Material) -> Iterator[tuple[str, str, int]]:
    """Each limitation of the last review, where it stands, and how many units name the same matter now."""
    if previous is None:
        return
    groups = material.statements.get(NarrativeKind.LIMITATION, ())
    matter = same_matter(sorted({*previous.limitations, *(g.text for g in groups)}))
    for i, text in enumerate(previous.limitations):
        units = {u for g in groups if matter[g.text] == matter[text] for u in g.org_units}
        yield text, f"{previous.file}#limitations[{i}]", len(units)


def last_review(previous: PreviousReview | None, material: Material) -> tuple[PaperBlock, ...]:
    """The first section of the report: what became of the last review's limitations and tasks."""
    if previous is None:
        return ()
    title = plain(translate("Limitations and tasks of the last review: what was done", "vi"))
    rows = [_limitation(i, *one) for i, one in enumerate(_still_named(previous, material), start=1)]
    first = PaperTable(
        header=(_head("No.", "Limitation of the last review", "Now"),),
        rows=tuple(rows),
        widths=(0.08, 0.6, 0.32),
        alignments=(Alignment.CENTRE, Alignment.LEFT, Alignment.LEFT),
    )
    second = PaperTable(
        header=(_head("No.", "Task of the last review", "Lead", "What became of it"),),
        rows=tuple(_task(previous, i) for i in range(len(previous.tasks))),
        widths=(0.08, 0.4, 0.22, 0.3),
        alignments=(Alignment.CENTRE, Alignment.LEFT, Alignment.LEFT, Alignment.LEFT),
    )
    tables = [table for table in (first, second) if table.rows]
    return (Heading(level=1, number="I.", text=title), *tables)


def _head(*msgids: str) -> PaperRow:
    return PaperRow(cells=tuple(plain(translate(one, "vi")) for one in msgids), bold=True)


def _limitation(number: int, text: str, ref: str, many: int) -> PaperRow:
    now = plain(translate("no unit names it any more", "vi"))
    if many:
        now = said("still named by {many} units", many=count_of(many, f"{ref}.units"))
    return PaperRow(cells=(bound(str(number), BindingKind.COUNT, "previous"), bound(text, BindingKind.GIVEN, ref), now))


def _task(previous: PreviousReview, place: int) -> PaperRow:
    task = previous.tasks[place]
    ref = f"{previous.file}#tasks[{place}]"
    state = translate(STATES[task.state], "vi")
    became = f"{state}: {task.result}" if task.result else state
    cells = (task.text, task.lead, became)
    return PaperRow(
        cells=(
            bound(str(place + 1), BindingKind.COUNT, "previous"),
            *(bound(one, BindingKind.GIVEN, ref) for one in cells),
        )
    )
