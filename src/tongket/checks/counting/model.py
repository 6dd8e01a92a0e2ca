"""What does not add up, and what claims to."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class MiscountKind(StrEnum):
    """What sort of claim does not hold."""

    TOTAL = "total"
    """A total, or a figure that others add up to."""
    PERCENT = "percent"
    """A share that its two numbers do not give."""
    CARRIED = "carried"
    """A figure carried over from one table to the next."""
    TEXT_TABLE = "text_table"
    """A total in the text against the table beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miscount:
    """A figure that breaks what it is part of, with the sum shown and what would be right."""

    kind: MiscountKind
    place: str
    """The anchor of the figure."""
    label: str
    """The words of its row and column, or the words around it."""
    stated: Decimal
    right: Decimal
    shown: str
    """The sum as people write it: "2.065 + 348 = 2.413"."""
    others: tuple[str, ...] = field(default=())
    """The anchors of the other figures of the sum."""


Spot = tuple[int, int]
"""Row and column of a number in a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """A claim about numbers of a table: ``total`` is the sum of ``parts``, each added or taken off; with ``share`` it is
    instead the percentage of the first part in the second."""

    total: Spot
    parts: tuple[tuple[int, Spot], ...]
    share: bool = False

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All numbers it speaks of."""
        return (self.total, *(spot for _, spot in self.parts))
