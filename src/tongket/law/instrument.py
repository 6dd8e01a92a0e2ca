"""A legal text as a work, with the days on which it is in force and how sure we are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tongket.periods import Interval


class Certainty(StrEnum):
    """How sure a fact is; an unconfirmed one is used and shown to the administrator, and never printed."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


class InstrumentKind(StrEnum):
    """What sort of legal text it is."""

    RESOLUTION = "resolution"
    CONCLUSION = "conclusion"
    LAW = "law"
    DECREE = "decree"
    DECISION = "decision"
    CIRCULAR = "circular"
    DIRECTIVE = "directive"
    PLAN = "plan"
    CONSOLIDATED_TEXT = "consolidated_text"


class RelationKind(StrEnum):
    """What an instrument does to another."""

    AMENDS = "amends"
    REPLACES = "replaces"
    CONSOLIDATES = "consolidates"
    IMPLEMENTS = "implements"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What an instrument does to another, which is named by its number."""

    kind: RelationKind
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A legal text. ``in_force`` is None where nobody has looked it up; such a text is never in force."""

    number: str
    kind: InstrumentKind
    title: str
    issued_on: date
    in_force: Interval | None
    reference: str
    verified_on: date
    issued_by: str = ""
    relations: tuple[Relation, ...] = ()
    certainty: Certainty = Certainty.CONFIRMED
    in_force_certainty: Certainty = Certainty.CONFIRMED
    """Of the days in force alone: a confirmed text may take effect on a day that is not."""

    def related(self, kind: RelationKind) -> tuple[str, ...]:
        """The numbers of the instruments to which it does ``kind``."""
        return tuple(relation.number for relation in self.relations if relation.kind is kind)

    def is_in_force(self, day: date) -> bool:
        """Whether it is in force on ``day``."""
        return self.in_force is not None and self.in_force.contains(day)

    @property
    def is_printable(self) -> bool:
        """Whether it may be named in print."""
        return self.certainty is Certainty.CONFIRMED
