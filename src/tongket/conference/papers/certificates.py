"""What is printed on the blanks of certificates, in the order of the list, and a sheet to try the printer with."""

from collections.abc import Iterator
from dataclasses import replace

from tongket.commendation import Nomination, Nominee
from tongket.conference.model import BlankField, CertificateBlank
from tongket.conference.papers.commend import Praise, achieved
from tongket.dossier.papers import OverlayPage, PlacedLine, text_of
from tongket.problems import translate

LETTERS = (
    "aáàảãạăắằẳẵặâấầẩẫậ AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬ",
    "eéèẻẽẹêếềểễệ EÉÈẺẼẸÊẾỀỂỄỆ iíìỉĩị IÍÌỈĨỊ",
    "oóòỏõọôốồổỗộơớờởỡợ OÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢ",
    "uúùủũụưứừửữự UÚÙỦŨỤƯỨỪỬỮỰ yýỳỷỹỵ YÝỲỶỸỴ đĐ",
)
"""Every Vietnamese letter with every tone."""


FIELDS = {
    "name": "name",
    "post": "post",
    "achievement": "achievement",
    "decision": "number of the decision",
    "date": "place and day",
}
"""The fields in a word (msgids)."""


def certificates(praise: Praise) -> tuple[OverlayPage, ...]:
    """A page for each of those to be commended, in the hand's order; none where the blank is not given."""
    blank = praise.conference.blank
    if blank is None:
        return ()
    named = (*praise.of(Nominee.COLLECTIVE), *praise.of(Nominee.INDIVIDUAL))
    return tuple(_page(blank, _words(praise, one)) for one in named)


def try_sheet(praise: Praise) -> OverlayPage | None:
    """A sheet of the blank's size: a scale along its edges, the frame of every field, and every letter in its type."""
    blank = praise.conference.blank
    if blank is None:
        return None
    fields = _page(
        blank, {one.name: f"{translate(FIELDS[one.name], 'vi')}: {one.x:g} × {one.y:g} mm" for one in blank.fields}
    )
    size = max(one.size for one in blank.fields)
    letters = [line for bold in (False, True) for line in _letters(blank, min(size, 16), bold)]
    return replace(fields, lines=(*fields.lines, *letters), ruled=True)


def _letters(blank: CertificateBlank, size: float, bold: bool) -> Iterator[PlacedLine]:
    height = size * 0.55
    first = 12 + (len(LETTERS) + 0.5) * height * bold
    for i, text in enumerate(LETTERS):
        yield PlacedLine(text=text, x=10, y=first + i * height, width=blank.width - 20, size=size, bold=bold)


def _page(blank: CertificateBlank, words: dict[str, str]) -> OverlayPage:
    lines = tuple(_line(blank, one, words[one.name]) for one in blank.fields if words.get(one.name))
    return OverlayPage(width=blank.width, height=blank.height, lines=lines)


def _line(blank: CertificateBlank, one: BlankField, text: str) -> PlacedLine:
    x, y = one.x + blank.offset_x, one.y + blank.offset_y
    return PlacedLine(text=text, x=x, y=y, width=one.width, size=one.size, bold=one.bold)


def _words(praise: Praise, one: Nomination) -> dict[str, str]:
    conference = praise.conference
    issuer = conference.issued["decision" if "decision" in conference.issued else "report"].issuer
    year = conference.held_on.year
    day = translate("day … month … year {year}", "vi", year=year)
    had = text_of(achieved(praise))
    return {
        "name": one.name,
        "post": one.post,
        "achievement": translate("For {achieved}", "vi", achieved=had),
        "decision": translate("Decision No. ……/QĐ-{symbol} of {day}", "vi", symbol=issuer.symbol, day=day),
        "date": f"{issuer.place}, {day}",
    }
