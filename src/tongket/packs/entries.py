"""What all mappings of pack files have in common."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from tongket.packs.leaves import Day, Text

Certainty: TypeAlias = Literal["confirmed", "unconfirmed"]
Publishable: TypeAlias = Literal["yes", "ask", "internal"]
Level: TypeAlias = Literal["commune", "district", "agency", "province"]
Texts: TypeAlias = list[Text]
Some: TypeAlias = Annotated[list[Text], Field(min_length=1)]


class Entry(BaseModel):
    """Any mapping of a pack file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FactEntry(Entry):
    """A mapping that states a fact: where it stands and who looked when are required."""

    reference: Text
    verified_on: Day
    certainty: Certainty = "confirmed"


class InForceEntry(Entry):
    """The first day in force and the first day no longer in force."""

    from_: Annotated[Day, Field(alias="from")]
    to: Day | None = None
    certainty: Certainty = "confirmed"
