"""Half-open intervals of days, and values that hold for a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The days from ``start`` up to and without ``end``; ``end`` None is open."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueError(f"an interval must end after it begins: {self.start} to {self.end}")

    def contains(self, day: date) -> bool:
        """Whether ``day`` lies inside."""
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two share a day."""
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)


@dataclass(frozen=True, slots=True)
class Timeline(Generic[T]):
    """Values that hold one after another; no two at once."""

    entries: tuple[tuple[Interval, T], ...]

    @classmethod
    def of(cls, entries: Iterable[tuple[Interval, T]]) -> "Timeline[T]":
        """The entries in order of time; ValueError where two overlap."""
        ordered = tuple(sorted(entries, key=lambda entry: entry[0].start))
        for (earlier, _), (later, _) in pairwise(ordered):
            if earlier.overlaps(later):
                raise ValueError(f"two values at once from {later.start}")
        return cls(ordered)

    def on(self, day: date) -> T | None:
        """The value that holds on ``day``, or None."""
        return next((value for interval, value in self.entries if interval.contains(day)), None)
