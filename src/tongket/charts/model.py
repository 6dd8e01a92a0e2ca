"""A chart before any format: what is on its axes, every point with what supports it, and what it says in words."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChartKind(StrEnum):
    """How the points are drawn."""

    GRID = "grid"
    """A cell for each category and series, with a word or a mark in it."""
    BARS = "bars"
    """A bar for each category, the first on top; a second series is drawn as a tick across it."""
    LINES = "lines"
    """A line for each series over the categories, which are periods."""
    MAP = "map"
    """Areas shaded by the only series; categories are areas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """A number or a word of a chart. ``text`` is what is printed, ``ref`` names what it is computed from: the code of a
    figure or of a comparison, or what was counted."""

    text: str
    ref: str
    value: Decimal | None = None
    tone: int = 0
    """In a grid: how dark the cell is, from 0 (white) to 3 (black)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSeries:
    """One row of points: a point for each category, None where nothing is stated."""

    name: str
    points: tuple[ChartPoint | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBreak:
    """Where a line may not be read through: before the category at ``before`` something was reorganised."""

    before: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a page, a paper and a slide draw alike; ``base`` says of whom, ``alternative`` tells it to who cannot see it."""

    code: str
    kind: ChartKind
    title: str
    alternative: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    category_name: str
    """What the categories are: "Đơn vị", "Năm"."""
    unit_of_measure: str = ""
    base: str = ""
    breaks: tuple[ChartBreak, ...] = ()
    groups: tuple[str, ...] = ()
    """The group of each category, in order; empty where there are none."""
    areas: "tuple[tuple[str, dict[str, object]], ...]" = ()
    """Of a map: every area's code or name as drawn, with its GeoJSON geometry, those without a figure too."""

    @property
    def refs(self) -> tuple[str, ...]:
        """What all points are computed from, each once."""
        return tuple(dict.fromkeys(p.ref for one in self.series for p in one.points if p is not None))
