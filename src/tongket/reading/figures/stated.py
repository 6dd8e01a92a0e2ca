"""A figure as found in a document, before it is tied to an org unit and a period."""

from dataclasses import dataclass
from decimal import Decimal

from tongket.framework import Part
from tongket.reports import ValueState


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFigure:
    """One stated number: which indicator and part, its value in the indicator's unit, and where it stands.

    ``org_unit`` and ``period`` are codes, and set only where the place itself names them (an annex by commune,
    a column of a year).
    """

    indicator: str
    part: Part
    value: Decimal
    unit_of_measure: str
    anchor: str
    text: str
    confidence: float
    state: ValueState = ValueState.REPORTED
    org_unit: str | None = None
    period: str | None = None
