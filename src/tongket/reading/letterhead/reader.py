"""Reading the head and the signature of a document."""

import re
from collections.abc import Mapping, Sequence

from tongket.reading.blocks import Document
from tongket.reading.letterhead.addressees import find_addressees
from tongket.reading.letterhead.fallback import Mentioned, from_reference, speaker
from tongket.reading.letterhead.issuer import agencies, head_of_page, issuer_of_authority
from tongket.reading.letterhead.lines import Line, printed_lines
from tongket.reading.letterhead.model import Header
from tongket.reading.letterhead.number import find_number, type_of_symbol
from tongket.reading.letterhead.place_date import PlaceDate, find_place_date
from tongket.reading.letterhead.signature import RECEIVERS, Signature, find_signature
from tongket.reading.letterhead.zones import Zones, find_zones, form_title, title_text

ABOUT = re.compile(r"(?:V/v|Về việc)\s*:?\s*", re.IGNORECASE)


def read_header(document: Document) -> Header:
    """What the head and the foot of ``document`` say of it; texts are empty where they say nothing."""
    lines = printed_lines(document.blocks)
    zones = find_zones(lines)
    head = lines[: zones.head]
    number, at = find_number(head)
    if not number and zones.title >= 0:
        number, late = find_number(lines[zones.title + 1 : zones.title + 2])
        at = zones.title + 1 + late if number else at
    when = _place_date(lines, zones)
    heads = agencies(head[: at if 0 <= at < zones.head else _before_date(head, when)])
    official = bool(number or at >= 0 or head_of_page(head))
    if not (official or zones.title >= 0 or find_addressees(lines)[1] >= 0 or _is_announced(lines)):
        return Header()
    return _assemble(lines, zones, (number, at), when, heads if official else [])


def _is_announced(lines: Sequence[Line]) -> bool:
    """Whether a notice of issue stands above a text that is signed: the letterhead was cut off."""
    receivers = any(RECEIVERS.match(line.text) for line in lines)
    return receivers and bool(from_reference(lines, "").number and find_signature(lines, 0).name)


def _place_date(lines: Sequence[Line], zones: Zones) -> PlaceDate:
    """Place and date from the head, else from the lines between the title and the body."""
    found = find_place_date(lines[: zones.head])
    return found if found.line >= 0 else PlaceDate()


def _before_date(head: Sequence[Line], when: PlaceDate) -> int:
    """How far agencies are looked for where no line of the number ends them."""
    return when.line if when.line >= 0 else len(head)


def _assemble(
    lines: Sequence[Line],
    zones: Zones,
    numbered: tuple[str, int],
    when: PlaceDate,
    heads: Sequence[tuple[str, str]],
) -> Header:
    number, at = numbered
    signature = find_signature(lines, zones.head)
    addressees, sent = find_addressees(lines)
    told = from_reference(lines, number) if not (number and when.date and heads) else Mentioned()
    issuer, anchor = heads[-1] if heads else _issuer_elsewhere(lines, zones, signature, told)
    about = _about(lines[: zones.head])
    kind = zones.type or told.type or ("Công văn" if about else "") or type_of_symbol(number)
    title = title_text(lines, zones, issuer) or about or form_title(lines[: zones.head], max(at, when.line))
    anchors = {
        "number": lines[at].anchor if number else told.anchor if told.number else "",
        "type": lines[zones.title].anchor if zones.title >= 0 else "",
        "issuer": anchor,
        "date": lines[when.line].anchor if when.date else told.anchor if told.date else "",
        "place": lines[when.line].anchor if when.place else "",
        "signer": lines[signature.line].anchor if signature.name else "",
        "addressees": lines[sent].anchor if sent >= 0 else "",
    }
    return Header(
        number=number or told.number,
        type=kind or ("Công văn" if sent >= 0 else ""),
        issuer=issuer,
        parent_issuer=heads[-2][0] if len(heads) > 1 else "",
        signer=signature.name,
        signer_title=signature.title,
        date=when.date or told.date,
        place=when.place,
        addressees=addressees,
        title=title,
        anchors=_kept(anchors),
    )


def _kept(anchors: Mapping[str, str]) -> dict[str, str]:
    return {field: anchor for field, anchor in anchors.items() if anchor}


def _issuer_elsewhere(lines: Sequence[Line], zones: Zones, signature: Signature, told: Mentioned) -> tuple[str, str]:
    """The issuer from the authority under the title, an annex, the signature or the letter's own words."""
    for line in lines[zones.title + 1 : zones.title + 12] if zones.title >= 0 else ():
        issuer = issuer_of_authority(line.text) if line.text == line.text.upper() else ""
        if issuer:
            return issuer, line.anchor
    if told.issuer:
        return told.issuer, told.anchor
    if signature.authority:
        return signature.authority, lines[signature.line].anchor
    issuer = speaker(lines)
    return issuer, lines[0].anchor if issuer else ""


def _about(head: Sequence[Line]) -> str:
    """The abstract of a letter: after "V/v", up to the end of its column."""
    for i, line in enumerate(head):
        found = ABOUT.match(line.text)
        if found:
            rest = [line.text[found.end() :]]
            for following in head[i + 1 :]:
                if following.box != line.box or find_place_date([following]).line >= 0 or head_of_page([following]):
                    break
                rest.append(following.text)
            return " ".join(rest).strip(" .")
    return ""
