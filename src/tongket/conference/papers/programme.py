"""01: the programme of the conference."""

from collections.abc import Iterator

from tongket.conference.model import Conference
from tongket.conference.papers.shared import capital, day_words, given, paper, person, title_of
from tongket.dossier.papers import (
    Alignment,
    Heading,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    PaperRow,
    PaperTable,
    ParagraphRole,
    Text,
    plain,
)
from tongket.dossier.wording import count_of, said
from tongket.law import Citation
from tongket.orgunits import Hierarchy
from tongket.problems import translate


def programme(conference: Conference, citation: Citation | None, hierarchy: Hierarchy) -> OfficialPaper:
    """The programme: when and where, who comes, what happens when, which contributions are heard."""
    subject = said("Conference of the {title}", title=title_of(conference, citation))
    blocks = list(_blocks(conference, hierarchy))
    return paper(conference, "programme", PaperKind.PROGRAMME, translate("PROGRAMME", "vi"), subject, blocks)


def _blocks(conference: Conference, hierarchy: Hierarchy) -> Iterator[PaperBlock]:
    yield _heading(1, "Time and place")
    day = day_words(conference, conference.held_on, "held_on")
    at = next((item.at for item in conference.agenda if item.at), "")
    if at:
        time = given(conference, at, "agenda[0].at")
        yield PaperParagraph(text=said("Time: {time}, {day}.", time=time, day=day))
    else:
        yield PaperParagraph(text=said("Time: {day}.", day=day))
    yield PaperParagraph(text=said("Place: {place}.", place=given(conference, conference.venue, "venue")))
    yield from _delegates(conference)
    if conference.agenda:
        yield _heading(3, "Course")
        yield _course(conference)
    if conference.papers:
        yield _heading(4, "Contributions")
        yield _contributions(conference, hierarchy)


def _heading(number: int, msgid: str) -> Heading:
    return Heading(level=2, number=f"{number}.", text=plain(translate(msgid, "vi")))


def _delegates(conference: Conference) -> Iterator[PaperBlock]:
    yield _heading(2, "Delegates")
    for one in conference.delegates:
        text = (*plain("- "), *capital(person(conference, one)), *plain(";"))
        yield PaperParagraph(text=text, role=ParagraphRole.ITEM)
    if conference.attendance:
        also = given(conference, conference.attendance, "attendance")
        yield PaperParagraph(text=(*plain("- "), *capital(also), *plain(".")), role=ParagraphRole.ITEM)


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
                count_of(i + 1, "contributions"),
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
