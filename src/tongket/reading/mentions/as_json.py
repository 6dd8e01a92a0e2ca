"""Header and mentions as plain data for JSON."""

from collections.abc import Sequence
from decimal import Decimal

from tongket.reading.blocks import DigitalSignature
from tongket.reading.letterhead import Header
from tongket.reading.mentions.model import (
    AwardCounts,
    Event,
    Mentions,
    NamedPerson,
    Percentage,
    Quantity,
    Statement,
    TextMention,
)

Plain = dict[str, object]


def mentions_json(header: Header, mentions: Mentions, signatures: Sequence[DigitalSignature] = ()) -> Plain:
    """What ``tongket read FILE --json`` prints: event, figures, statements, people, awards, references, units, header."""
    return {
        "header": header_json(header),
        "event": _event(mentions.event),
        "quantities": [_quantity(q) for q in mentions.quantities],
        "percentages": [_percentage(p) for p in mentions.percentages],
        "durations": [d.text for d in mentions.durations],
        "statements": [_statement(s) for s in mentions.statements],
        "people": [_person(p) for p in mentions.people],
        "awards": _awards(mentions.awards),
        "legal_refs": [r.text for r in mentions.legal_refs],
        "units": [u.text for u in mentions.units],
        "signatures": [{"signer": s.signer, "signed_at": s.here.isoformat() if s.here else None} for s in signatures],
        "places": {
            "durations": [_place(d) for d in mentions.durations],
            "legal_refs": [_place(r) for r in mentions.legal_refs],
            "units": [_place(u) for u in mentions.units],
        },
    }


def header_json(header: Header) -> Plain | None:
    """The letterhead and signature; None where the document has none."""
    if not (header.number or header.type or header.issuer or header.signer):
        return None
    return {
        "number": header.number,
        "type": header.type,
        "issuer": header.issuer,
        "parent_issuer": header.parent_issuer,
        "signer": header.signer,
        "signer_title": header.signer_title,
        "date": header.date.isoformat() if header.date else None,
        "place": header.place,
        "addressees": list(header.addressees),
        "title": header.title,
        "anchors": dict(header.anchors),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _event(event: Event) -> Plain:
    return {
        "type": event.type or None,
        "date": event.date.isoformat() if event.date else None,
        "instrument": event.instrument or None,
        "unit": event.org_unit or None,
        "period": list(event.period) if event.period else None,
        "anchor": event.anchor,
        "confidence": event.confidence,
    }


def _quantity(quantity: Quantity) -> Plain:
    found: Plain = {
        "text": quantity.text,
        "value": _number(quantity.value),
        "denominator": _number(quantity.denominator),
        "unit": quantity.unit_of_measure,
        "about": quantity.about,
        "anchor": quantity.anchor,
        "confidence": quantity.confidence,
    }
    if quantity.maximum is not None:
        found["value_max"] = _number(quantity.maximum)
    if quantity.approximately:
        found["approx"] = quantity.approximately
    return found


def _percentage(share: Percentage) -> Plain:
    return {
        "text": share.text,
        "value": _number(share.value),
        "about": share.about,
        "anchor": share.anchor,
        "confidence": share.confidence,
    }


def _statement(statement: Statement) -> Plain:
    return {
        "kind": statement.kind,
        "text": statement.text,
        "anchor": statement.anchor,
        "confidence": statement.confidence,
    }


def _person(person: NamedPerson) -> Plain:
    return {
        "name": person.name,
        "titles": list(person.titles),
        "anchor": person.anchor,
        "confidence": person.confidence,
    }


def _awards(awards: AwardCounts) -> Plain:
    return {
        "collectives": awards.collectives,
        "individuals": awards.individuals,
        "form": awards.form or None,
        "by": awards.by or None,
        "anchor": awards.anchor,
    }


def _place(mention: TextMention) -> Plain:
    return {"text": mention.text, "anchor": mention.anchor, "confidence": mention.confidence}
