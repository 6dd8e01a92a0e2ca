"""06: the notice of the conclusions, from the same tasks as the register."""

from collections.abc import Iterator, Sequence
from datetime import date

from tongket.conference.model import Conclusion, Conference
from tongket.conference.papers.shared import capital, day_words, given, issued, paper, person, title_of
from tongket.dossier.bases import listed
from tongket.dossier.papers import (
    BindingKind,
    Heading,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    ParagraphRole,
    Text,
    bound,
    plain,
)
from tongket.dossier.wording import count_of, said
from tongket.law import Citation
from tongket.problems import translate
from tongket.tasks import Task


def notice_of_conclusions(conference: Conference, citation: Citation | None, tasks: Sequence[Task]) -> OfficialPaper:
    """The notice: who chaired and came, the assessment, what was said, what binds, each with who, what and by when."""
    chair = given(conference, conference.chair.introduced(conference.held_on), f"people.{conference.chair.code}")
    title = title_of(conference, citation)
    subject = said("Conclusions of {chair} at the conference of the {title}", chair=chair, title=title)
    blocks = list(_blocks(conference, citation, tasks))
    return paper(conference, "notice", PaperKind.NOTICE, translate("NOTICE", "vi"), subject, blocks)


def _blocks(conference: Conference, citation: Citation | None, tasks: Sequence[Task]) -> Iterator[PaperBlock]:
    yield PaperParagraph(text=_opening(conference, citation))
    assessed = [given(conference, text, f"assessment[{i}]") for i, text in enumerate(conference.assessment)]
    parts = [("Assessment", assessed), ("Instructions of the superior level", _instructions(conference))]
    told = [(msgid, texts) for msgid, texts in parts if texts]
    for number, (msgid, texts) in enumerate(told, start=1):
        yield Heading(level=2, number=f"{number}.", text=plain(translate(msgid, "vi")))
        yield from (PaperParagraph(text=(*plain("- "), *t), role=ParagraphRole.ITEM) for t in texts)
    if conference.conclusions:
        yield Heading(level=2, number=f"{len(told) + 1}.", text=plain(translate("Conclusions and tasks", "vi")))
        for i, clause in enumerate(conference.conclusions):
            own = [t for t in tasks if t.source == f"{conference.file}#conclusions[{i}]" and t.parent is None]
            yield from _clause(conference, i, clause, own, tasks)
    closing = "{issuer} gives notice to the agencies and units, to know and to carry out."
    yield PaperParagraph(text=said(closing, issuer=issued(conference, "notice").issuer_words))


def _opening(conference: Conference, citation: Citation | None) -> Text:
    return said(
        "On {day}, at {place}, {chair} chaired the conference of the {title}. Present were: {delegates}. "
        "After hearing {heard}, {short} concluded:",
        day=day_words(conference, conference.held_on, "held_on"),
        place=given(conference, conference.venue, "venue"),
        chair=person(conference, conference.chair),
        title=title_of(conference, citation),
        delegates=_guests(conference),
        heard=_heard(conference),
        short=given(conference, conference.chair.called, f"people.{conference.chair.code}"),
    )


def _guests(conference: Conference) -> Text:
    """Who was there beside the chair, one after the other."""
    guests = [person(conference, one) for one in conference.delegates if one.code != conference.chair.code]
    if conference.attendance:
        guests.append(given(conference, conference.attendance, "attendance"))
    out: Text = ()
    for i, one in enumerate(guests):
        out += (*(plain("; ") if i else ()), *one)
    return out or plain(translate("the delegates invited", "vi"))


def _heard(conference: Conference) -> Text:
    """What the conclusions follow on: the report, contributions and instructions as far as there were any."""
    parts = [plain(translate("the report", "vi"))]
    if conference.papers:
        parts.append(said("{papers} contributions", papers=count_of(len(conference.papers), "contributions")))
    if conference.instructions:
        parts.append(plain(translate("the instructions of the superior level", "vi")))
    return listed(parts)


def _instructions(conference: Conference) -> list[Text]:
    return [
        (*capital(person(conference, one.by)), *plain(": "), *given(conference, one.text, f"instructions[{i}].text"))
        for i, one in enumerate(conference.instructions)
    ]


def _clause(
    conference: Conference, place: int, clause: Conclusion, own: Sequence[Task], tasks: Sequence[Task]
) -> Iterator[PaperBlock]:
    letter = "abcdđeghiklmnopqrstuvxy"[place] if place < 23 else str(place + 1)
    words = given(conference, clause.text, f"conclusions[{place}].text")
    yield PaperParagraph(text=(*plain(f"{letter}) "), *words))
    if clause.no_task:
        reason = given(conference, clause.no_task, f"conclusions[{place}].no_task")
        yield PaperParagraph(text=(*plain("- "), *reason), role=ParagraphRole.ITEM)
    for task in own:
        yield PaperParagraph(text=(*plain("- "), *_order(conference, task, place, tasks)), role=ParagraphRole.ITEM)


def _order(conference: Conference, task: Task, place: int, tasks: Sequence[Task]) -> Text:
    key = f"conclusions[{place}].task"
    parts = sum(one.parent == task.id for one in tasks)
    lead = given(conference, task.lead, f"{key}.lead")
    if parts:
        many = bound(f"({parts:02d} {translate('units', 'vi')})", BindingKind.COUNT, f"tasks[{task.id}].parts")
        lead = (*lead, *plain(" "), *many)
    order = said(
        "{lead}: {deed}; product: {product}; answerable: {responsibility}; authority: {authority}",
        lead=lead,
        deed=_clear(conference, _lower(task.deed), f"{key}.deed"),
        product=_clear(conference, _lower(task.product), f"{key}.product"),
        responsibility=_clear(conference, task.responsibility, f"{key}.responsibility"),
        authority=_clear(conference, task.authority, f"{key}.authority"),
    )
    with_ = given(conference, ", ".join(task.coordinators), f"{key}.coordinators")
    joint = said("; with {coordinators}", coordinators=with_) if task.coordinators else ()
    return (*order, *joint, *_until(conference, task, key), *plain("."))


def _clear(conference: Conference, text: str, key: str) -> Text:
    """A field of a task; one that is not clear yet is marked, so that nobody signs over it."""
    return given(conference, text, key) if text else plain(translate("[to be filled in]", "vi"), bold=True)


def _until(conference: Conference, task: Task, key: str) -> Text:
    def on(day: date, field: str) -> Text:
        return day_words(conference, day, f"{key}.{field}")

    if task.deadline is not None:
        return said("; to be done by {day}", day=on(task.deadline, "deadline"))
    if task.settle_before is not None:
        return said("; the deadline is to be set before {day}", day=on(task.settle_before, "settle_before"))
    return said("; to be done by {day}", day=plain(translate("[to be filled in]", "vi"), bold=True))


def _lower(text: str) -> str:
    """The first letter small, unless the first word is all of capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
