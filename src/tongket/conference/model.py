"""What people give for a conference: who, when, what is on the table, what was said and concluded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tongket.commendation import EarlierAward, Nomination
from tongket.dossier.papers import Issuer, Signature
from tongket.periods import Interval
from tongket.tasks import UnitGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A title that a person holds for a time."""

    title: str
    held: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A delegate or signer; posts in the order in which they are said."""

    code: str
    name: str
    rank: str = ""
    posts: tuple[Post, ...] = ()

    def titles(self, on: date) -> tuple[str, ...]:
        """The titles held on a day; one that ended the day before is not said."""
        return tuple(post.title for post in self.posts if post.held.contains(on))

    @property
    def called(self) -> str:
        """Rank or "đồng chí", and the name."""
        return f"{self.rank or 'đồng chí'} {self.name}"

    def introduced(self, on: date) -> str:
        """Rank, name and titles, as a programme and a communiqué introduce people."""
        return ", ".join([self.called, *self.titles(on)])


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A line of the programme; ``at`` as written ("07:30"), empty where no time is set."""

    text: str
    at: str = ""
    by: Person | None = None
    kind: str = ""
    """What is done at it, where the script must say more: ``introduction``, ``contributions``, ``discussion`` or
    ``awards``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferencePaper:
    """A contribution (tham luận): of which org unit, on what, in which slot; late where it came after it was due."""

    org_unit: str
    title: str
    by: str = ""
    slot: str = ""
    received_on: date | None = None
    due: date | None = None

    @property
    def late(self) -> bool:
        """Whether it came after it was due."""
        return self.received_on is not None and self.due is not None and self.received_on > self.due


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """What a superior said; no task by default."""

    by: Person
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGiven:
    """What a conclusion orders; ``lead`` is the code of an org unit, a group of them, or a body in words."""

    lead: str
    deed: str
    responsibility: str
    product: str
    authority: str
    deadline: date | None = None
    settle_before: date | None = None
    coordinators: tuple[str, ...] = ()

    @property
    def group(self) -> UnitGroup | None:
        """The group it is given to."""
        return UnitGroup(self.lead) if self.lead in set(UnitGroup) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """A clause of the conclusions: it orders a task, or says why it orders none."""

    text: str
    task: TaskGiven | None = None
    no_task: str = ""
    about: tuple[str, ...] = ()
    """Codes of indicators and addresses of provisions that it rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTarget:
    """What is to be reached in the next period; ``value`` None where it is still to be set, ``org_unit`` empty for the
    one that holds the conference; ``basis`` is the conclusion or paper that sets it."""

    indicator: str
    period: str
    basis: str
    value: Decimal | None = None
    org_unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """A step of the preparation: what, by whom in words, until when."""

    text: str
    lead: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """How the review is prepared: what it is for, until when units report, what is done in which order."""

    aims: tuple[str, ...] = ()
    reports_due: date | None = None
    steps: tuple[PlanStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilMeeting:
    """The meeting of the council that weighs nominations; what is not given is left blank for the hand."""

    met_on: date | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankField:
    """Where a line stands on a printed blank: millimetres from its left and top edge, the width of the line, the size
    of the type in points."""

    name: str
    """``name``, ``post``, ``achievement``, ``decision`` or ``date``."""
    x: float
    y: float
    width: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateBlank:
    """A printed blank: its size and fields in millimetres; the offset is what the printer at hand is off by."""

    width: float
    height: float
    fields: tuple[BlankField, ...]
    offset_x: float = 0
    offset_y: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Who issues and signs a paper, and to whom it goes."""

    issuer: Issuer
    issuer_words: str
    signature: Signature | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    """What a decision rests on beside the law of the pack, without "Căn cứ"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """A conference as it was given; ``delegates`` are in the hand's order, ``papers_given`` by the name of the paper."""

    file: str
    label: str
    span: str
    held_on: date
    cut_off: date | None
    venue: str
    org_unit: str
    draft: int | None
    chair: Person
    delegates: tuple[Person, ...]
    attendance: str
    agenda: tuple[AgendaItem, ...]
    papers: tuple[ConferencePaper, ...]
    instructions: tuple[Instruction, ...]
    forecast: str
    assessment: tuple[str, ...]
    conclusions: tuple[Conclusion, ...]
    nominations: tuple[Nomination, ...]
    earlier_awards: tuple[EarlierAward, ...]
    award_theme: str
    issued: Mapping[str, Given] = field(default_factory=dict)
    illustrative: bool = False
    report: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What people wrote for sections of the report, by the code of the outline."""
    preparation: Preparation = field(default_factory=Preparation)
    council: CouncilMeeting = field(default_factory=CouncilMeeting)
    blank: CertificateBlank | None = None
    next_targets: tuple[NextTarget, ...] = ()
