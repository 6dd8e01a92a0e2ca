"""What the papers of a conference have in common."""

from collections.abc import Sequence
from datetime import date

from tongket.conference.model import Conference, Given, Person
from tongket.dossier.papers import (
    Alignment,
    BindingKind,
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
from tongket.dossier.wording import fact, said
from tongket.law import Citation
from tongket.problems import translate


def given(conference: Conference, text: str, key: str) -> Text:
    """Words of the conference's file."""
    return bound(text, BindingKind.GIVEN, f"{conference.file}#{key}")


def title_of(conference: Conference, citation: Citation | None) -> Text:
    """What the conference is about: "sơ kết 05 năm thực hiện Nghị định số …"."""
    return (
        *given(conference, conference.label, "label"),
        *plain(" "),
        *said("of carrying out {instrument}", instrument=instrument(citation)),
    )


def instrument(citation: Citation | None) -> Text:
    """The instrument in running text."""
    if citation is None:
        return plain(translate("the instrument under review", "vi"))
    title = citation.original.title
    return fact(f"{citation.short()} {title[:1].lower()}{title[1:]}", f"law#{citation.original.number}")


def day_words(conference: Conference, day: date, key: str) -> Text:
    """A day in words: "ngày 25/7/2024"."""
    return given(
        conference,
        f"{day.day:02d}/{day.month:02d}/{day.year}" if day.month < 3 else f"{day.day:02d}/{day.month}/{day.year}",
        key,
    )


def person(conference: Conference, one: Person) -> Text:
    """A person with the titles of the day."""
    return given(conference, one.introduced(conference.held_on), f"people.{one.code}")


def paper(
    conference: Conference,
    key: str,
    kind: PaperKind,
    title: str,
    subject: Text,
    blocks: Sequence[PaperBlock],
) -> OfficialPaper:
    """A paper as issued by whom the file says."""
    by = issued(conference, key)
    named = conference.issued.get(key)
    addressees, recipients = (named.addressees, named.recipients) if named else ((), ())
    return OfficialPaper(
        kind=kind,
        issuer=by.issuer,
        title=title,
        subject=subject,
        blocks=tuple(blocks),
        year=conference.held_on.year,
        draft=conference.draft,
        addressees=tuple(given(conference, one, f"issued.{key}.addressees") for one in addressees),
        signature=by.signature,
        recipients=tuple(given(conference, one, f"issued.{key}.recipients") for one in recipients),
        illustrative=conference.illustrative,
    )


def issued(conference: Conference, key: str) -> Given:
    """Who issues a paper; the issuer of the report where nobody is named for it."""
    found = conference.issued.get(key) or conference.issued.get("report")
    return found or next(iter(conference.issued.values()))


def issuer_words(conference: Conference, key: str) -> str:
    """The issuer of a paper in running text, with a large first letter."""
    words = issued(conference, key).issuer_words
    return words[:1].upper() + words[1:]


def paragraph_of(msgid: str, **slots: Text | str) -> PaperParagraph:
    """A paragraph of the body from a sentence with slots."""
    return PaperParagraph(text=said(msgid, "vi", **slots))


def item_of(text: Text) -> PaperParagraph:
    """A line of a list."""
    return PaperParagraph(text=(*plain("- "), *text), role=ParagraphRole.ITEM)


def table_of(
    heads: Sequence[str], rows: Sequence[Sequence[Text]], widths: tuple[float, ...], centred: Sequence[int] = (0,)
) -> PaperTable:
    """A table with heads (msgids); columns of ``centred`` stand in the middle, the others at the left."""
    return PaperTable(
        header=(PaperRow(cells=tuple(plain(translate(one, "vi")) for one in heads), bold=True),),
        rows=tuple(PaperRow(cells=tuple(row)) for row in rows),
        widths=widths,
        alignments=tuple(Alignment.CENTRE if i in centred else Alignment.LEFT for i in range(len(widths))),
    )


def capital(text: Text) -> Text:
    """The text with its first letter large."""
    if not text:
        return text
    first = text[0]
    shown = first.text[:1].upper() + first.text[1:]
    return (*(bound(shown, first.binding.kind, first.binding.ref) if first.binding else plain(shown)), *text[1:])
