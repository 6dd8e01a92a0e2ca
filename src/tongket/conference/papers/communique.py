"""08: the communiqué, from approved data only: what may be published, and nothing that is not in the review."""

from collections.abc import Iterator, Sequence

from tongket.conference.model import Conference
from tongket.conference.papers.commend import Praise
from tongket.conference.papers.shared import day_words, given, paper, person, title_of
from tongket.dossier.papers import OfficialPaper, PaperBlock, PaperKind, PaperParagraph, Text, plain
from tongket.dossier.wording import said
from tongket.law import Citation
from tongket.problems import translate


def communique(
    conference: Conference,
    citation: Citation | None,
    *,
    results: Sequence[Text],
    limitations: Sequence[Text],
    praise: Praise,
) -> OfficialPaper:
    """The communiqué; ``results`` and ``limitations`` are whole sentences with what supports them."""
    title = title_of(conference, citation)
    subject = said("Conference of the {title}", title=title)
    blocks = [PaperParagraph(text=text) for text in _texts(conference, citation, results, limitations, praise)]
    made: list[PaperBlock] = list(blocks)
    return paper(conference, "communique", PaperKind.COMMUNIQUE, translate("COMMUNIQUÉ", "vi"), subject, made)


def _texts(
    conference: Conference,
    citation: Citation | None,
    results: Sequence[Text],
    limitations: Sequence[Text],
    praise: Praise,
) -> Iterator[Text]:
    yield _opening(conference, citation)
    if results:
        yield _joined("The report says:", results)
    if limitations:
        yield _joined("Some limitations remain:", limitations)
    if conference.papers:
        yield _contributions(conference)
    if conference.instructions:
        yield from _instructions(conference)
    yield from _conclusions(conference)
    if praise.awarded:
        sentence = "On this occasion {form} was awarded to {counts} with {achieved}."
        yield said(sentence, form=_form(praise), counts=praise.counts(), achieved=_theme(praise))


def _opening(conference: Conference, citation: Citation | None) -> Text:
    guests: Text = ()
    for i, one in enumerate(conference.delegates):
        guests += (*(plain("; ") if i else ()), *person(conference, one))
    return said(
        "On {day}, at {place}, the conference of the {title} was held. Present were: {delegates}.",
        day=day_words(conference, conference.held_on, "held_on"),
        place=given(conference, conference.venue, "venue"),
        title=title_of(conference, citation),
        delegates=guests or plain(translate("the delegates invited", "vi")),
    )


def _joined(lead: str, sentences: Sequence[Text]) -> Text:
    out = plain(translate(lead, "vi"))
    for one in sentences:
        out += (*plain(" "), *one)
    return out


def _contributions(conference: Conference) -> Text:
    topics: Text = ()
    for i, one in enumerate(conference.papers):
        title = one.title[:1].lower() + one.title[1:]
        topics += (*(plain("; ") if i else ()), *given(conference, title, f"contributions[{i}].title"))
    return said("Delegates spoke on: {topics}.", topics=topics)


def _instructions(conference: Conference) -> Iterator[Text]:
    speakers = list(dict.fromkeys(one.by.code for one in conference.instructions))
    for code in speakers:
        own = [(i, one) for i, one in enumerate(conference.instructions) if one.by.code == code]
        said_: Text = ()
        for i, one in own:
            said_ += (*plain(" "), *given(conference, one.text, f"instructions[{i}].text"))
        yield (*said("Speaking at the conference, {speaker} said:", speaker=person(conference, own[0][1].by)), *said_)


def _conclusions(conference: Conference) -> Iterator[Text]:
    speaker = person(conference, conference.chair)
    if conference.forecast:
        forecast = given(conference, conference.forecast, "forecast")
        yield (*said("Concluding, {speaker} stressed:", speaker=speaker), *plain(" "), *forecast)
    if conference.conclusions:
        clauses: Text = ()
        for i, one in enumerate(conference.conclusions):
            clauses += (*plain(" "), *given(conference, one.text, f"conclusions[{i}].text"))
        lead = plain(translate("The chairman asked:", "vi"))
        yield (*(lead if conference.forecast else said("Concluding, {speaker} asked:", speaker=speaker)), *clauses)


def _form(praise: Praise) -> Text:
    from_list = next((g for one in praise.awarded if (g := praise.ground(one)) is not None), None)
    return plain(from_list.form if from_list else translate("the commendation", "vi"))


def _theme(praise: Praise) -> Text:
    conference = praise.conference
    return said(
        "outstanding achievements in {theme}, {span}",
        theme=given(conference, conference.award_theme, "commendation.theme"),
        span=given(conference, praise.awarded[0].achieved, "commendation.achieved"),
    )
