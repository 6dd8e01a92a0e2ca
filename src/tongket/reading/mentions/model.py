"""What a text mentions: event, figures, statements, people, awards, legal references, administrative units."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The event a text tells of. ``type``: sơ kết, tổng kết, hội nghị, diễn tập, khác; empty where it tells of none."""

    type: str = ""
    date: datetime.date | None = None
    instrument: str = ""
    """The number of the legal instrument under review."""
    org_unit: str = ""
    """The administrative unit that holds it, with its kind."""
    period: tuple[int, int] | None = None
    anchor: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that measures something, in base units (đồng); n/m has a ``denominator``, a range a ``maximum``."""

    text: str
    value: Decimal
    unit_of_measure: str
    """What is counted or measured, as written."""
    about: str
    anchor: str
    confidence: float
    denominator: Decimal | None = None
    maximum: Decimal | None = None
    approximately: str = ""
    """The word before it that makes it approximate ("hơn", "gần")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage:
    """A share in percent."""

    text: str
    value: Decimal
    about: str
    anchor: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMention:
    """A piece of text found in the document: a duration, the number of a legal document, an administrative unit."""

    text: str
    anchor: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence or clause; ``kind``: result, limitation, cause, task."""

    kind: str
    text: str
    anchor: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """A named person with ranks and posts, in the order in which they are written."""

    name: str
    titles: tuple[str, ...]
    anchor: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardCounts:
    """How many were commended, in which form and by whom."""

    collectives: int | None = None
    individuals: int | None = None
    form: str = ""
    by: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """Everything a document mentions."""

    event: Event = field(default_factory=Event)
    quantities: tuple[Quantity, ...] = ()
    percentages: tuple[Percentage, ...] = ()
    durations: tuple[TextMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    people: tuple[NamedPerson, ...] = ()
    awards: AwardCounts = field(default_factory=AwardCounts)
    legal_refs: tuple[TextMention, ...] = ()
    units: tuple[TextMention, ...] = ()
