"""The script: what who leads the conference says, from the first word to the last."""

from collections.abc import Callable, Iterator

from tongket.commendation import Nominee
from tongket.conference.model import AgendaItem, Conference
from tongket.conference.papers.commend import Praise, achieved, form_of
from tongket.conference.papers.shared import capital, given, paper, person, table_of, title_of
from tongket.dossier.papers import OfficialPaper, PaperBlock, PaperKind, PaperParagraph, Text, bound, plain
from tongket.dossier.papers.text import BindingKind
from tongket.dossier.wording import count_of, said
from tongket.law import Citation
from tongket.orgunits import Hierarchy
from tongket.problems import translate

ON_STAGE = 7
"""So many are called to the stage at a time."""


def script(conference: Conference, citation: Citation | None, praise: Praise, hierarchy: Hierarchy) -> OfficialPaper:
    """A row for each item of the programme: when, who leads, what is said."""
    heads = ("Time", "Content", "Words of the lead")
    rows = [_row(conference, citation, praise, hierarchy, i) for i in range(len(conference.agenda))]
    opening = PaperParagraph(
        text=plain(translate("For the lead of the conference. Names and titles are those of the day.", "vi"))
    )
    blocks: tuple[PaperBlock, ...] = (opening, table_of(heads, rows, (0.1, 0.25, 0.65)))
    subject = said("of the conference of the {title}", title=title_of(conference, citation))
    return paper(conference, "script", PaperKind.INTERNAL, translate("SCRIPT", "vi"), subject, blocks)


def _row(
    conference: Conference, citation: Citation | None, praise: Praise, hierarchy: Hierarchy, place: int
) -> tuple[Text, ...]:
    item = conference.agenda[place]
    said_there: Callable[[], list[Text]] = {
        "introduction": lambda: _introduction(conference, citation),
        "contributions": lambda: _contributions(conference, hierarchy, item, place),
        "discussion": lambda: [_led(conference, item, place)],
        "awards": lambda: _awards(praise),
    }.get(item.kind, lambda: [_invited(conference, item, place)])
    return (
        given(conference, item.at, f"agenda[{place}].at"),
        given(conference, item.text, f"agenda[{place}].text"),
        _lines(said_there()),
    )


def _lines(words: list[Text]) -> Text:
    out: Text = ()
    for i, one in enumerate(w for w in words if w):
        out += (*(plain("\n") if i else ()), *one)
    return out


def _invited(conference: Conference, item: AgendaItem, place: int) -> Text:
    text = given(conference, item.text[:1].lower() + item.text[1:], f"agenda[{place}].text")
    if item.by is None:
        return said("Next: {text}.", text=text)
    return said("I respectfully invite {who}: {text}.", who=person(conference, item.by), text=text)


def _led(conference: Conference, item: AgendaItem, place: int) -> Text:
    """A part of the programme that somebody leads rather than says."""
    text = given(conference, item.text[:1].lower() + item.text[1:], f"agenda[{place}].text")
    if item.by is None:
        return said("Next: {text}.", text=text)
    return said("Next: {text}, led by {who}.", text=text, who=person(conference, item.by))


def _introduction(conference: Conference, citation: Citation | None) -> list[Text]:
    """The reason, then the delegates in the order of protocol, each with the titles of the day."""
    reason = said(
        "Today {issuer} holds the conference of the {title}.",
        issuer=_host(conference),
        title=title_of(conference, citation),
    )
    lines = [said("Dear delegates,"), reason, said("Allow me to introduce:")]
    lines += [(*plain("- "), *capital(person(conference, one)), *plain(";")) for one in conference.delegates]
    if conference.attendance:
        lines.append((*plain("- "), *capital(given(conference, conference.attendance, "attendance")), *plain(".")))
    chair = person(conference, conference.chair)
    return [*lines, said("The conference is chaired by {chair}. Let us welcome.", chair=chair)]


def _host(conference: Conference) -> str:
    return next(iter(conference.issued.values())).issuer_words


def _contributions(conference: Conference, hierarchy: Hierarchy, item: AgendaItem, place: int) -> list[Text]:
    tree = hierarchy.on(conference.held_on)
    lines = [_led(conference, item, place)]
    for i, one in enumerate(conference.papers):
        unit = tree.get(one.org_unit)
        who = given(conference, one.by or (unit.name if unit else one.org_unit), f"contributions[{i}].by")
        title = given(conference, one.title, f"contributions[{i}].title")
        slot = given(conference, f"{one.slot} ", f"contributions[{i}].slot") if one.slot else ()
        lines.append((*plain("- "), *slot, *said("I invite {who} on “{title}”.", who=who, title=title)))
    return lines


def _awards(praise: Praise) -> list[Text]:
    """The decision, then who comes to the stage, group by group, in the hand's order."""
    if not praise.awarded:
        return [said("No award is given.")]
    lines = [
        said(
            "I announce the decision to award {form} to {counts} with {achieved}.",
            form=form_of(praise), counts=praise.counts(), achieved=achieved(praise),
        )
    ]  # fmt: skip
    lines += list(_groups(praise))
    return [*lines, said("Let us congratulate.")]


def _groups(praise: Praise) -> Iterator[Text]:
    turn = 0
    for nominee in (Nominee.COLLECTIVE, Nominee.INDIVIDUAL):
        own = praise.of(nominee)
        for first in range(0, len(own), ON_STAGE):
            turn += 1
            called = own[first : first + ON_STAGE]
            names = "; ".join(", ".join(p for p in (one.name, one.post) if p) for one in called)
            yield said(
                "Group {turn} to the stage ({count}): {names}.",
                turn=bound(str(turn), BindingKind.COUNT, "stage"),
                count=count_of(len(called), "stage"),
                names=given(praise.conference, names, "commendation"),
            )


def award_list(praise: Praise) -> OfficialPaper:
    """Who is called to receive, in reading order, with the group on the stage."""
    rows: list[tuple[Text, ...]] = []
    turn = 0
    for nominee in (Nominee.COLLECTIVE, Nominee.INDIVIDUAL):
        for place, one in enumerate(praise.of(nominee)):
            turn += place % ON_STAGE == 0
            key = f"commendation[{praise.conference.nominations.index(one)}]"
            name = (*given(praise.conference, one.name, f"{key}.name"),)
            post = given(praise.conference, one.post, f"{key}.post")
            stage = bound(str(turn), BindingKind.COUNT, "stage")
            rows.append((count_of(len(rows) + 1, "award_list"), name, post, stage, ()))
    table = table_of(
        ("No.", "Name", "Post, unit", "Group on the stage", "Received"), rows, (0.08, 0.36, 0.34, 0.1, 0.12), (0, 3)
    )
    subject = said("of those who receive {form}, in reading order", form=form_of(praise))
    blocks: tuple[PaperBlock, ...] = (table,)
    return paper(praise.conference, "award_list", PaperKind.INTERNAL, translate("LIST", "vi"), subject, blocks)
