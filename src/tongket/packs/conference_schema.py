"""What conference.yaml may hold, key by key; nothing else is allowed."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from tongket.packs.entries import Entry, Some, Texts
from tongket.packs.leaves import Code, Day, Number, Snake, Text, TrueFalse, Whole


class PostEntry(Entry):
    """A title and the days on which it is held; without ``to`` it still is."""

    title: Text
    from_: Annotated[Day, Field(alias="from")]
    to: Day | None = None


class PersonEntry(Entry):
    """A person: name, rank, posts in the order in which they are said."""

    name: Text
    rank: str = ""
    posts: list[PostEntry] = Field(default_factory=list)


class IssuerEntry(Entry):
    """A body that issues papers."""

    profile: Literal["peoples_committee", "steering_committee", "military_command"]
    name: Some
    words: Text
    symbol: Text
    place: Text
    superior: Texts = Field(default_factory=list)
    archive: str = ""


class SignerEntry(Entry):
    """Who signs, and on whose authority."""

    person: Code
    authority: Some


class IssuedEntry(Entry):
    """Who issues and signs one of the papers, and to whom it goes."""

    issuer: Code
    signer: SignerEntry | None = None
    addressees: Texts = Field(default_factory=list)
    recipients: Texts = Field(default_factory=list)
    legal_bases: Texts = Field(default_factory=list)


class AgendaEntry(Entry):
    """A line of the programme."""

    text: Text
    at: Annotated[str, Field(pattern=r"^([01]?[0-9]|2[0-3])[:h][0-5][0-9]$")] | None = None
    by: Code | None = None
    kind: Literal["introduction", "contributions", "discussion", "awards"] | None = None


class ContributionEntry(Entry):
    """A contribution of an org unit."""

    org_unit: Text
    title: Text
    by: str = ""
    slot: str = ""
    received_on: Day | None = None
    due: Day | None = None


class InstructionEntry(Entry):
    """What a superior said."""

    by: Code
    text: Text


class TaskEntry(Entry):
    """What a conclusion orders: six fields; ``settle_before`` where the deadline is still to be set."""

    lead: Text
    deed: Text
    responsibility: str = ""
    product: str = ""
    authority: str = ""
    deadline: Day | None = None
    settle_before: Day | None = None
    coordinators: Texts = Field(default_factory=list)


class ConclusionEntry(Entry):
    """A clause: with a task, or with the reason why there is none."""

    text: Text
    task: TaskEntry | None = None
    no_task: str = ""
    about: Texts = Field(default_factory=list)


class NextTargetEntry(Entry):
    """A target for the next period."""

    indicator: Code
    period: Text
    basis: Text
    value: Number | None = None
    org_unit: str = ""


class NominationEntry(Entry):
    """A nomination."""

    name: Text
    criterion: Code
    achievement: Text
    post: str = ""
    org_unit: str | None = None
    evidence: Texts = Field(default_factory=list)
    discipline: str = ""
    verification: str = ""
    reason: str = ""


class EarlierEntry(Entry):
    """An award given before."""

    name: Text
    theme: Text
    achieved: Text
    paper: Text


class CommendationEntry(Entry):
    """What is commended, and who is nominated, in the order of the hand."""

    theme: Text
    achieved: Text
    collectives: list[NominationEntry] = Field(default_factory=list)
    individuals: list[NominationEntry] = Field(default_factory=list)
    earlier: list[EarlierEntry] = Field(default_factory=list)


class StepEntry(Entry):
    """A step of the preparation."""

    text: Text
    lead: Text
    due: Day | None = None


class PreparationEntry(Entry):
    """What the review is for, until when units report, and what is done in which order."""

    aims: Texts = Field(default_factory=list)
    reports_due: Day | None = None
    steps: list[StepEntry] = Field(default_factory=list)


class CouncilEntry(Entry):
    """The meeting of the council that weighs the nominations."""

    met_on: Day | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    members: Texts = Field(default_factory=list)


class BlankFieldEntry(Entry):
    """Where a line stands on a printed blank, in millimetres and points."""

    name: Literal["name", "post", "achievement", "decision", "date"]
    x: Annotated[float, Field(ge=0)]
    y: Annotated[float, Field(ge=0)]
    width: Annotated[float, Field(gt=0)]
    size: Annotated[float, Field(ge=9, le=72)]
    bold: TrueFalse = False


class BlankEntry(Entry):
    """A printed blank and what the printer is off by, in millimetres."""

    width: Annotated[float, Field(gt=0, le=1000)]
    height: Annotated[float, Field(gt=0, le=1000)]
    fields: Annotated[list[BlankFieldEntry], Field(min_length=1)]
    offset_x: float = 0
    offset_y: float = 0


PaperName: TypeAlias = Literal[
    "programme", "report", "notice", "submission", "decision", "communique", "letters", "plan", "request",
    "invitation", "script", "brief", "region", "minutes", "opinions", "award_list",
]  # fmt: skip


class ConferenceEntry(Entry):
    """``conference.yaml``."""

    label: Text
    span_label: Text
    held_on: Day
    venue: Text
    org_unit: Text
    chair: Code
    cut_off: Day | None = None
    draft: Annotated[Whole, Field(ge=1, le=99)] | None = None
    illustrative: TrueFalse = False
    issuers: Annotated[dict[Code, IssuerEntry], Field(min_length=1)]
    issued: dict[PaperName, IssuedEntry]
    people: Annotated[dict[Code, PersonEntry], Field(min_length=1)]
    delegates: list[Code] = Field(default_factory=list)
    attendance: str = ""
    agenda: list[AgendaEntry] = Field(default_factory=list)
    contributions: list[ContributionEntry] = Field(default_factory=list)
    instructions: list[InstructionEntry] = Field(default_factory=list)
    forecast: str = ""
    assessment: Texts = Field(default_factory=list)
    conclusions: list[ConclusionEntry] = Field(default_factory=list)
    next_targets: list[NextTargetEntry] = Field(default_factory=list)
    commendation: CommendationEntry | None = None
    report: dict[Snake, Some] = Field(default_factory=dict)
    preparation: PreparationEntry = Field(default_factory=PreparationEntry)
    council: CouncilEntry = Field(default_factory=CouncilEntry)
    blank: BlankEntry | None = None
    targets: str = ""
    previous: str = ""


def conference_json_schema() -> dict[str, Any]:
    """The JSON Schema of ``conference.yaml``, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **ConferenceEntry.model_json_schema(by_alias=True),
    }
