"""Rolled-up figures: a number, what it was added up from, and of whom it speaks."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tongket.consolidation.figure_code import Basis, FigureCode
from tongket.framework import Target
from tongket.periods import Period
from tongket.reports import DataValue


class AbsenceReason(StrEnum):
    """Why an org unit is not in a figure; where a finding excludes its value the reason is the finding's code."""

    NO_REPORT = "no_report"
    NOT_STATED = "not_stated"
    INCOMPLETE = "incomplete"
    """A ratio given as a bare percentage, or with only one of its two numbers."""
    NOT_COMPARABLE = "not_comparable"
    """Nobody knows which share of the org unit went where."""
    NOT_IN_EVERY_DISTRICT = "not_in_every_district"
    """What only communes report, in a year in which some district has none of it."""
    OUT_OF_RANGE = "out_of_range"
    """A number that no count or amount of this kind can reach."""
    UNSURE = "unsure"
    """Read so unsurely that a person must confirm it first."""
    NOT_ACCEPTED = "not_accepted"
    """Of accepted figures alone: something about its value is left to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """An org unit that owes a figure and is not in it; ``periods`` are the periods in which it is absent."""

    org_unit: str
    reason: str
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """Of whom a figure speaks: codes of the org units that state it, of those that owe it, and who is absent.

    In a span a reporter states it in at least one period; it may be absent in others.
    """

    reporters: tuple[str, ...]
    expected: tuple[str, ...]
    absent: tuple[Absence, ...] = ()

    @property
    def full(self) -> bool:
        """Whether nobody is absent in any period."""
        return not self.absent


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one org unit adds in one period: its values (one, or numerator and denominator) times ``share``."""

    org_unit: str
    period: Period
    share: Fraction
    values: tuple[DataValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedValue:
    """A value left out of a figure, and the code of the finding that excludes it."""

    value: DataValue
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedUnit:
    """What one org unit adds to a figure (its share, where that is a ratio) and its place among the others; equal ones
    share a place."""

    org_unit: str
    value: Decimal
    place: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """A number with its numerator and denominator where it is a ratio."""

    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A rolled-up number of one org unit, period, indicator and basis.

    ``value`` of a ratio is 100 * numerator / denominator, None where the denominator is zero.
    """

    org_unit: str
    period: Period
    indicator: str
    basis: Basis
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    base: Base
    as_of: Period | None = None
    """The year that a span's figure is the latest value of; None where years are added up."""
    expression: tuple[Contribution, ...] = ()
    excluded: tuple[ExcludedValue, ...] = ()
    units: tuple[RankedUnit, ...] = ()
    """The best first."""
    target: Target | None = None
    gap: Decimal | None = None
    """How far it is from the target, in the direction that is better; negative where it is missed."""

    @property
    def code(self) -> str:
        """Its name on paper and in links: ``06/2019-2023/A01@as_reported``."""
        return str(FigureCode(org_unit=self.org_unit, period=self.period, indicator=self.indicator, basis=self.basis))
