"""The invitations: a page for each delegate, and one with the name left to the hand."""

from tongket.conference.model import Conference, Person
from tongket.conference.papers.shared import (
    day_words,
    given,
    issuer_words,
    item_of,
    paper,
    paragraph_of,
    title_of,
)
from tongket.dossier.papers import OfficialPaper, PaperBlock, PaperKind, PaperParagraph, Text, plain
from tongket.dossier.wording import said
from tongket.law import Citation
from tongket.problems import translate

NAME = "…" * 30


def invitations(conference: Conference, citation: Citation | None) -> tuple[OfficialPaper, ...]:
    """In the order of the delegates; the chair invites and is not invited."""
    guests = [one for one in conference.delegates if one.code != conference.chair.code]
    return tuple(_invitation(conference, citation, one) for one in (*guests, None))


def _invitation(conference: Conference, citation: Citation | None, guest: Person | None) -> OfficialPaper:
    subject = said("to the conference of the {title}", title=title_of(conference, citation))
    blocks = tuple(_blocks(conference, citation, guest))
    return paper(conference, "invitation", PaperKind.INVITATION, translate("INVITATION", "vi"), subject, blocks)


def _blocks(conference: Conference, citation: Citation | None, guest: Person | None) -> list[PaperBlock]:
    whom: Text = plain(NAME)
    if guest is not None:
        whom = given(conference, guest.introduced(conference.held_on), f"people.{guest.code}")
    at = next((item.at for item in conference.agenda if item.at), "")
    day = day_words(conference, conference.held_on, "held_on")
    if at:
        time = said("Time: {time}, {day}.", time=given(conference, at, "agenda[0].at"), day=day)
    else:
        time = said("Time: {day}.", day=day)
    chair = given(conference, conference.chair.introduced(conference.held_on), f"people.{conference.chair.code}")
    lines = (
        time,
        said("Place: {place}.", place=given(conference, conference.venue, "venue")),
        said("Chair: {chair}.", chair=chair),
    )
    asked = paragraph_of(
        "{issuer} respectfully invites {whom} to the conference of the {title}.",
        issuer=issuer_words(conference, "invitation"), whom=whom, title=title_of(conference, citation),
    )  # fmt: skip
    end = PaperParagraph(text=plain(translate("Your presence is an honour to the conference.", "vi")))
    return [asked, *(item_of(line) for line in lines), end]
