"""What a file of ``registers/*.yaml`` may hold, key by key; nothing else is allowed.

There is no kind of field for an address, an account, a post or a place: what is not in the list cannot be collected.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from tongket.packs.entries import Entry, FactEntry, Level
from tongket.packs.leaves import Code, Number, Snake, Text, TrueFalse

FieldKindName: TypeAlias = Literal["text", "whole", "decimal", "day", "choice", "yes_no", "computed"]
Names: TypeAlias = Annotated[dict[Code, Text], Field(min_length=1)]
Where: TypeAlias = dict[Snake, list[Text]]


class ComputedEntry(Entry):
    """How a field is worked out; each way has its own keys."""

    way: Literal["on_time", "days_late", "at_most", "share", "total", "reached_on"]
    due: Snake | None = None
    done: Snake | None = None
    value: Snake | None = None
    part: Snake | None = None
    whole: Snake | None = None
    limit: Number | None = None
    lines: Snake | None = None
    on: Snake | None = None
    where: Where = Field(default_factory=dict)
    until: Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")] | None = None
    year: Snake | None = None


class FieldEntry(Entry):
    """One field."""

    name: Text
    kind: FieldKindName
    required: TrueFalse = False
    choices: dict[Code, Text] = Field(default_factory=dict)
    unit_of_measure: str = ""
    computed: ComputedEntry | None = None
    planned: Snake | None = None


class LinesEntry(Entry):
    """A table of lines below each record."""

    name: Text
    fields: Annotated[dict[Snake, FieldEntry], Field(min_length=1)]


class MoveEntry(Entry):
    """One way from a state to the next."""

    from_: Annotated[Code, Field(alias="from")]
    verb: Code
    to: Code


class LifecycleEntry(Entry):
    """States with their names, the first of them, and the moves."""

    initial: Code
    states: Names
    moves: list[MoveEntry]


class OrderEntry(Entry):
    """Two days of which the second is not earlier."""

    first: Snake
    then: Snake


class FollowUpEntry(Entry):
    """What is still to be done, by which fields."""

    lines: Snake | None = None
    deed: Snake
    owner: Snake
    due: Snake
    product: Snake | None = None
    done: Snake | None = None


class EvaluationEntry(Entry):
    """The lines in which a record is judged."""

    lines: Snake
    objective: Snake
    rating: Snake
    strength: Snake
    improvement: Snake


class TimelineEntry(Entry):
    """A budget line in time."""

    planned: Snake
    due: Snake
    lines: Snake
    on: Snake
    amount: Snake
    movement: Snake
    allocated: Code
    disbursed: Code


class RecordsOfEntry(Entry):
    """Which records a formula takes."""

    record_type: Snake
    lines: Snake | None = None
    field: Snake | None = None
    where: Where = Field(default_factory=dict)
    dated_by: Snake | None = None


class RecordFormulaEntry(Entry):
    """A data element from records: one of the four keys."""

    count: RecordsOfEntry | None = None
    sum: RecordsOfEntry | list[Snake] | None = None
    distinct: RecordsOfEntry | None = None


class RegisterEntry(FactEntry):
    """``registers/*.yaml``."""

    code: Snake
    name: Text
    name_en: Text
    purpose: Text
    kept_by: Annotated[list[Level], Field(min_length=1)]
    seen_by: Annotated[list[Level], Field(min_length=1)]
    dated_by: Annotated[list[Snake], Field(min_length=1)]
    lifecycle: LifecycleEntry
    fields: Annotated[dict[Snake, FieldEntry], Field(min_length=1)]
    lines: dict[Snake, LinesEntry] = Field(default_factory=dict)
    orders: list[OrderEntry] = Field(default_factory=list)
    follow_up: FollowUpEntry | None = None
    evaluation: EvaluationEntry | None = None
    timeline: TimelineEntry | None = None
    public_where: list[Snake] = Field(default_factory=list)
    figures: dict[Snake, RecordFormulaEntry] = Field(default_factory=dict)
