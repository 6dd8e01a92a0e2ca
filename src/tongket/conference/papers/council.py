"""The minutes of the council that weighs the nominations; what is known is filled in, the rest left to the hand."""

from collections.abc import Iterator

from tongket.commendation import Nomination, Nominee
from tongket.conference.papers.commend import Praise, form_of, objection
from tongket.conference.papers.shared import day_words, given, item_of, paper, paragraph_of, table_of, title_of
from tongket.dossier.papers import (
    Heading,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    ParagraphRole,
    Text,
    plain,
)
from tongket.dossier.wording import count_of, fact, said
from tongket.problems import translate

BLANK = "…" * 12
BLANK_DAY = "ngày … tháng … năm ……"


def council_minutes(praise: Praise) -> OfficialPaper | None:
    """The minutes; None where nobody is nominated."""
    if not praise.conference.nominations:
        return None
    subject = said("of the meeting on awarding {form}", form=form_of(praise))
    blocks = tuple(_blocks(praise))
    return paper(praise.conference, "minutes", PaperKind.MINUTES, translate("MINUTES", "vi"), subject, blocks)


def _blocks(praise: Praise) -> Iterator[PaperBlock]:
    conference, council = praise.conference, praise.conference.council
    day = (
        (*plain(translate("day", "vi") + " "), *day_words(conference, council.met_on, "council.met_on"))
        if council.met_on
        else plain(BLANK_DAY)
    )
    place = given(conference, council.place, "council.place") if council.place else plain(BLANK)
    yield paragraph_of(
        "On {day}, at {place}, the council met on the commendation for the {title}.",
        day=day,
        place=place,
        title=title_of(conference, praise.citation),
    )
    yield _heading(1, "Present")
    yield item_of(said("Chair: {chair}.", chair=_person(praise, council.chair, "chair")))
    yield item_of(said("Secretary: {name}.", name=_person(praise, council.secretary, "secretary")))
    members = [given(conference, one, f"council.members[{i}]") for i, one in enumerate(council.members)] or [
        plain(BLANK)
    ]
    yield from (item_of(said("Member: {name}.", name=member)) for member in members)
    yield _heading(2, "Nominations weighed")
    everybody = conference.nominations
    yield paragraph_of(
        "{count} nominations came in; criteria and conflicts were looked at one by one.",
        count=count_of(len(everybody), "commendation"),
    )
    for one in praise.objections:
        yield PaperParagraph(text=objection(praise, one), role=ParagraphRole.ITEM)
    yield _heading(3, "Votes")
    rows = [_row(praise, one, i) for i, one in enumerate(_in_order(praise), start=1)]
    yield table_of(("No.", "Name", "Ground", "For", "Against"), rows, (0.08, 0.44, 0.24, 0.12, 0.12), (0, 3, 4))
    yield _heading(4, "Conclusion")
    yield paragraph_of(
        "The council proposes to award {form} to {counts}.", form=form_of(praise), counts=praise.counts()
    )
    yield PaperParagraph(text=plain(translate("The minutes were read and agreed to.", "vi")))


def _heading(number: int, msgid: str) -> Heading:
    return Heading(level=2, number=f"{number}.", text=plain(translate(msgid, "vi")))


def _person(praise: Praise, name: str, key: str) -> Text:
    return given(praise.conference, name, f"council.{key}") if name else plain(BLANK)


def _in_order(praise: Praise) -> tuple[Nomination, ...]:
    return (*praise.of(Nominee.COLLECTIVE), *praise.of(Nominee.INDIVIDUAL))


def _row(praise: Praise, one: Nomination, number: int) -> tuple[Text, ...]:
    key = f"commendation[{praise.conference.nominations.index(one)}]"
    ground = praise.ground(one)
    name = ", ".join(part for part in (one.name, one.post) if part)
    cited = fact(ground.provision, f"criteria#{ground.code}") if ground else ()
    return (
        count_of(number, "commendation"),
        given(praise.conference, name, f"{key}.name"),
        cited,
        plain("…/…"),
        plain("…/…"),
    )
