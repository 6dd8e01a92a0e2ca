"""What a pack holds beyond law, framework and the papers: facts' standing, due dates, sentences that test it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from tongket.framework import Part
from tongket.law import Certainty
from tongket.periods import DayOfMonth, Interval, PeriodType
from tongket.problems import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Where a fact of the pack stands, and who looked when. ``where`` is its file, line and key."""

    where: Where
    reference: str
    verified_on: date
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """Until when a level sends its report of a period to whom; ``due`` counts from the period's last month."""

    level: str
    addressee: str
    period_type: PeriodType
    profile: str
    due: DayOfMonth
    in_force: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceSentence:
    """On that day the instrument is in force; if ``to_cite``, it is moreover the text to cite."""

    where: Where
    on: date
    number: str
    to_cite: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSentence:
    """The pack holds that many of them."""

    where: Where
    count_of: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFigure:
    """A figure that a text gives."""

    indicator: str
    part: Part
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSentence:
    """A text under a heading gives these figures and no others."""

    where: Where
    text: str
    heading: str
    gives: tuple[GivenFigure, ...]


Sentence: TypeAlias = InForceSentence | CountSentence | TextSentence
