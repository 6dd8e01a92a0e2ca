"""01: the programme of the conference."""

from collections.abc import Iterator

from tongket.conference.model import Conference
from tongket.conference.papers.shared import capital, day_words, given, issued, paper, person, title_of
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
from tongket.dossier.wording import said
from tongket.law import Citation
from tongket.orgunits import Hierarchy
from tongket.problems import translate


def programme(conference: Conference, citation: Citation | None, hierarchy: Hierarchy) -> OfficialPaper:
    """The programme: when and where, who comes, what happens when, which contributions are heard."""
    subject = said("Conference of the {title}", title=title_of(conference, citation))
    blocks = list(_blocks(conference, hierarchy))
    return paper(conference, "programme", PaperKind.PROGRAMME, translate("PROGRAMME", "vi"), subject, blocks)


def _blocks(conference: Conference, hierarchy: Hierarchy) -> Iterator[PaperBlock]:
    parts = [("Time and place", list(_when_and_where(conference)))]
    parts.append(("Delegates", list(_delegates(conference))))
    if conference.agenda:
        parts.append(("Course", [_course(conference)]))
    if conference.papers:
        parts.append(("Contributions", [_contributions(conference, hierarchy)]))
    for number, (msgid, blocks) in enumerate(((m, b) for m, b in parts if b), start=1):
        yield Heading(level=2, number=f"{number}.", text=plain(translate(msgid, "vi")))
        yield from blocks
    closing = "{issuer} asks the delegates kindly to come as the programme says."
    yield PaperParagraph(text=said(closing, issuer=issued(conference, "programme").issuer_words))


def _when_and_where(conference: Conference) -> Iterator[PaperBlock]:
    day = day_words(conference, conference.held_on, "held_on")
    place, at = next(((i, item.at) for i, item in enumerate(conference.agenda) if item.at), (0, ""))
    if at:
        time = given(conference, at, f"agenda[{place}].at")
        yield PaperParagraph(text=said("Time: {time}, {day}.", time=time, day=day))
    else:
        yield PaperParagraph(text=said("Time: {day}.", day=day))
    yield PaperParagraph(text=said("Place: {place}.", place=given(conference, conference.venue, "venue")))


def _delegates(conference: Conference) -> Iterator[PaperBlock]:
    lines = [capital(person(conference, one)) for one in conference.delegates]
    if conference.attendance:
        lines.append(capital(given(conference, conference.attendance, "attendance")))
    for i, one in enumerate(lines, start=1):
        end = plain("." if i == len(lines) else ";")
        yield PaperParagraph(text=(*plain("- "), *one, *end), role=ParagraphRole.ITEM)


def _row(*cells: Text, bold: bool = False) -> PaperRow:
    return PaperRow(cells=cells, bold=bold)


def _head(*msgids: str) -> tuple[PaperRow, ...]:
    return (_row(*(plain(translate(one, "vi")) for one in msgids), bold=True),)


def _course(conference: Conference) -> PaperTable:
    rows = tuple(
        _row(
            given(conference, item.at, f"agenda[{i}].at"),
            given(conference, item.text, f"agenda[{i}].text"),
            given(conference, item.by.called, f"people.{item.by.code}") if item.by else (),
        )
        for i, item in enumerate(conference.agenda)
    )
    return PaperTable(
        header=_head("Time", "Content", "By"),
        rows=rows,
        widths=(0.14, 0.52, 0.34),
        alignments=(Alignment.CENTRE, Alignment.LEFT, Alignment.LEFT),
    )


def _contributions(conference: Conference, hierarchy: Hierarchy) -> PaperTable:
    tree = hierarchy.on(conference.held_on)
    rows = []
    for i, one in enumerate(conference.papers):
        unit = tree.get(one.org_unit)
        late = plain(" " + translate("(came late)", "vi"), italic=True) if one.late else ()
        rows.append(
            _row(
                bound(str(i + 1), BindingKind.COUNT, "contributions"),
                given(conference, one.slot, f"contributions[{i}].slot"),
                given(conference, unit.name if unit else one.org_unit, f"contributions[{i}].org_unit"),
                (*given(conference, one.title, f"contributions[{i}].title"), *late),
                given(conference, one.by, f"contributions[{i}].by"),
            )
        )
    return PaperTable(
        header=_head("No.", "Time", "Org unit", "Topic", "By"),
        rows=tuple(rows),
        widths=(0.08, 0.11, 0.2, 0.4, 0.21),
        alignments=(Alignment.CENTRE, Alignment.CENTRE, Alignment.LEFT, Alignment.LEFT, Alignment.LEFT),
    )
