"""Before the reports come in: the plan of the review, and the letter that asks the units to report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.conference.model import Conference
from tongket.conference.papers.shared import (
    capital,
    day_words,
    given,
    instrument,
    issuer_words,
    paper,
    paragraph_of,
    table_of,
    title_of,
)
from tongket.dossier.outline import OutlineSection
from tongket.dossier.papers import (
    Annex,
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
from tongket.dossier.wording import count_of, fact, said
from tongket.framework import Framework, ReportForm
from tongket.law import Citation
from tongket.periods import Period
from tongket.problems import translate

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
AIMS = (
    "To judge what was done, what was reached and what was not in carrying out {instrument} {span}; to find causes and draw lessons.",
    "To set directions, tasks and measures for the time to come; to commend outstanding collectives and individuals.",
    "The review is done from the grass roots up, soberly and in substance; every figure has its source and base; nothing that is a state secret stands in reports.",
)
STEPS = (
    "Send the letter that asks for reports, with outline and forms",
    "The units report",
    "Urge, review and settle figures",
    "Draft the report, ask for opinions and take them up",
    "Prepare the papers of the conference and the commendation",
    "Hold the conference",
    "Issue the notice of conclusions and give out tasks",
)


def plan(conference: Conference, citation: Citation | None, outline: Sequence[OutlineSection]) -> OfficialPaper:
    """The plan: aims, content, steps with who and until when, the conference, how it is carried out."""
    title = translate("PLAN", "vi")
    made = tuple(_plan(conference, citation, outline))
    return paper(conference, "plan", PaperKind.PLAN, title, _subject(conference, citation), made)


def _subject(conference: Conference, citation: Citation | None) -> Text:
    return (*capital(title_of(conference, citation)), *plain(" "), *_span(conference))


def _span(conference: Conference) -> Text:
    return bound(conference.span, BindingKind.GIVEN, f"{conference.file}#span_label")


def _plan(conference: Conference, citation: Citation | None, outline: Sequence[OutlineSection]) -> Iterator[PaperBlock]:
    yield _part(0, "AIMS AND DEMANDS")
    yield from _aims(conference, citation)
    yield _part(1, "CONTENT AND FORM")
    names = "; ".join(section.name[:1].lower() + section.name[1:] for section in outline)
    yield paragraph_of("Content: {content}.", content=fact(names, "outline.yaml"))
    yield paragraph_of(
        "Form: units report in writing, with forms; the {title} is held as a conference.",
        title=title_of(conference, citation),
    )
    yield _part(2, "STEPS")
    yield _steps(conference)
    yield _part(3, "THE CONFERENCE")
    yield paragraph_of("Time: {day}.", day=day_words(conference, conference.held_on, "held_on"))
    yield paragraph_of("Place: {place}.", place=given(conference, conference.venue, "venue"))
    yield paragraph_of(
        "Chair: {chair}.",
        chair=given(conference, conference.chair.introduced(conference.held_on), f"people.{conference.chair.code}"),
    )
    if conference.attendance:
        yield paragraph_of(
            "Delegates: {attendance}.", attendance=given(conference, conference.attendance, "attendance")
        )
    yield _part(4, "CARRYING OUT")
    for msgid in CARRYING_OUT:
        yield PaperParagraph(text=plain(translate(msgid, "vi")))


CARRYING_OUT = (
    "The standing agency helps to carry out this plan: guides and urges units, puts reports together, drafts the papers and prepares the conference.",
    "The agencies and localities report on time and in full, and answer for the truth of their figures.",
    "Money: from the budgets of the agencies and units, by the levels in force.",
    "Difficulties are told to the standing agency, which puts them together and reports for guidance.",
)


def _part(place: int, msgid: str) -> Heading:
    return Heading(level=1, number=f"{ROMAN[place]}.", text=plain(translate(msgid, "vi")))


def _aims(conference: Conference, citation: Citation | None) -> Iterator[PaperBlock]:
    if conference.preparation.aims:
        for i, aim in enumerate(conference.preparation.aims):
            yield PaperParagraph(text=given(conference, aim, f"preparation.aims[{i}]"))
        return
    first, *others = AIMS
    yield paragraph_of(first, instrument=instrument(citation), span=_span(conference))
    yield from (PaperParagraph(text=plain(translate(one, "vi"))) for one in others)


def _steps(conference: Conference) -> PaperTable:
    """The steps as given; else the usual ones, their days left to the hand."""
    rows = []
    for i, one in enumerate(conference.preparation.steps):
        key = f"preparation.steps[{i}]"
        due = day_words(conference, one.due, f"{key}.due") if one.due else plain(BLANK_DAY)
        rows.append((count_of(i + 1, "steps"), given(conference, one.text, key), given(conference, one.lead, key), due))
    if not rows:
        standing = plain(translate("Standing agency", "vi"))
        rows = [
            (count_of(i, "steps"), plain(translate(one, "vi")), standing, plain(BLANK_DAY))
            for i, one in enumerate(STEPS, start=1)
        ]
    heads = ("No.", "What is done", "Lead", "Until")
    return table_of(heads, rows, (0.08, 0.48, 0.26, 0.18), (0, 3))


PROVINCE = "province"
BLANK_DAY = "…/…/……"


def request_letter(
    conference: Conference,
    citation: Citation | None,
    outline: Sequence[OutlineSection],
    framework: Framework,
    years: Sequence[Period],
) -> OfficialPaper:
    """The letter that asks for reports: until when, on what; the outline and the forms of the pack are its annexes."""
    subject = said("reporting for the {title}", title=title_of(conference, citation))
    made = paper(conference, "request", PaperKind.LETTER, "", subject, tuple(_request(conference, citation)))
    annexes = (
        _outline_annex(outline),
        *(_form_annex(form, framework, years) for form in framework.forms.values() if form.level != PROVINCE),
    )
    return replace(made, annexes=annexes)


def _request(conference: Conference, citation: Citation | None) -> Iterator[PaperBlock]:
    yield paragraph_of(
        "To prepare the {title} {span}, {issuer} asks the agencies, units and localities to do the following:",
        title=title_of(conference, citation),
        span=_span(conference),
        issuer=plain(issuer_words(conference, "request")),
    )
    due = conference.preparation.reports_due
    day = day_words(conference, due, "preparation.reports_due") if due else plain(BLANK_DAY)
    cut = conference.cut_off
    points = [
        said(
            "Review what was done by the outline attached (Annex I); say results, limitations, causes and proposals of the unit itself, with figures."
        ),
        said(
            "Fill in the forms attached for every year of the review; where nothing occurred write “không phát sinh”, leave nothing blank; give numerator and denominator of a share, not the share alone."
        ),
        said("Figures are as of {day}.", day=day_words(conference, cut, "cut_off")) if cut else (),
        said("Write nothing that is a state secret; what is one is reported by its own way."),
        said("Send the report, signed, with the files in Word and Excel, before {day}.", day=day),
    ]
    for number, point in enumerate((p for p in points if p), start=1):
        mark = bound(f"{number}. ", BindingKind.COUNT, "request.points")
        yield PaperParagraph(text=(*mark, *point), role=ParagraphRole.ITEM)
    yield paragraph_of(
        "{issuer} asks the agencies, units and localities to report in time.",
        issuer=plain(issuer_words(conference, "request")),
    )


def _outline_annex(outline: Sequence[OutlineSection]) -> Annex:
    blocks: list[PaperBlock] = []
    for i, section in enumerate(outline):
        blocks.append(Heading(level=1, number=f"{ROMAN[i]}.", text=plain(section.name)))
        blocks += [
            Heading(level=2, number=f"{k}.", text=plain(inner.name))
            for k, inner in enumerate(section.sections, start=1)
        ]
        if not section.sections:
            words = translate(ASKED.get(section.narrative, ASKED[""]), "vi")
            blocks.append(PaperParagraph(text=plain(words), role=ParagraphRole.NOTE))
    return Annex(title=plain(translate("OUTLINE OF THE REPORT", "vi")), blocks=tuple(blocks))


ASKED = {
    "": "Say what holds for the unit; give figures by the forms.",
    "result": "Say what was done and reached, with figures by the forms.",
    "limitation": "Say each limitation in a sentence: what, where, how far.",
    "cause": "Say causes, those of others and one's own.",
    "task": "Say tasks with who, what and until when.",
    "proposal": "Say to whom each proposal goes.",
}


def _form_annex(form: ReportForm, framework: Framework, years: Sequence[Period]) -> Annex:
    """A form as a table to be filled in: what, its unit of measure, and a column for each year."""
    rows = []
    for i, item in enumerate(form.items, start=1):
        element = framework.elements[item.element]
        ref = f"elements.yaml#{element.code}"
        number = bound(str(i), BindingKind.COUNT, "form.rows")
        blanks: tuple[Text, ...] = ((),) * (len(years) + 1)
        rows.append((number, fact(element.name, ref), fact(element.unit_of_measure, ref), *blanks))
    heads = ("No.", "What is collected", "Unit of measure", *("" for _ in years), "Note")
    table = table_of(heads, rows, (0.06, 0.4, 0.1, *(0.34 / len(years) for _ in years), 0.1), (0, 2))
    named = tuple(bound(str(year), BindingKind.COUNT, "period") for year in years)
    first = table.header[0].cells
    header = PaperRow(cells=(*first[:3], *named, first[-1]), bold=True)
    return Annex(
        title=fact(form.name, f"forms#{form.code}"), blocks=(replace(table, header=(header,)),), landscape=True
    )
