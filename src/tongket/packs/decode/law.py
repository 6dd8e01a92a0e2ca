"""Instruments, and the criteria that laws set."""

from collections.abc import Iterable, Mapping

from tongket.commendation import Criterion, Nominee
from tongket.law import Certainty, Instrument, InstrumentFamily, InstrumentKind, Mandate, Relation, RelationKind
from tongket.packs.entries import InForceEntry
from tongket.packs.schema import CriterionEntry, InstrumentEntry, RoleEntry
from tongket.periods import Interval


def decode_family(number: str, rows: Iterable[InstrumentEntry]) -> InstrumentFamily:
    """The instruments of the pack, seen from the one that it is about."""
    return InstrumentFamily(number=number, instruments=tuple(map(_instrument, rows)))


def interval(entry: InForceEntry) -> Interval:
    """``{from, to}``."""
    return Interval(start=entry.from_, end=entry.to)


def decode_criteria(entries: Mapping[str, CriterionEntry]) -> tuple[Criterion, ...]:
    """The criteria of commendation in their order."""
    return tuple(
        Criterion(
            code=code,
            form=entry.form,
            nominee=Nominee(entry.nominee),
            text=entry.text,
            provision=entry.provision,
            instrument=entry.instrument,
            in_force=interval(entry.in_force),
            certainty=Certainty(entry.certainty),
        )
        for code, entry in entries.items()
    )


def decode_roles(entries: Mapping[str, RoleEntry]) -> tuple[Mandate, ...]:
    """The roles that sources tell of, in their order; what is not confirmed is not among them."""
    return tuple(
        Mandate(code=code, role=one.role, body=one.body, content=one.content, reference=one.reference)
        for code, one in entries.items()
        if one.certainty == "confirmed"
    )


def _instrument(row: InstrumentEntry) -> Instrument:
    return Instrument(
        number=row.number,
        kind=InstrumentKind(row.kind),
        title=row.title,
        issued_by=row.issued_by,
        issued_on=row.issued_on,
        in_force=interval(row.in_force) if row.in_force else None,
        in_force_certainty=Certainty(row.in_force.certainty if row.in_force else "unconfirmed"),
        relations=_relations(row),
        reference=row.reference,
        verified_on=row.verified_on,
        certainty=Certainty(row.certainty),
    )


def _relations(row: InstrumentEntry) -> tuple[Relation, ...]:
    numbers = {
        RelationKind.AMENDS: row.amends,
        RelationKind.REPLACES: row.replaces,
        RelationKind.CONSOLIDATES: row.consolidates,
        RelationKind.IMPLEMENTS: row.implements,
    }
    return tuple(Relation(kind=kind, number=number) for kind, listed in numbers.items() for number in listed)
