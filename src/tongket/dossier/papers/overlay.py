"""Lines to be printed on a blank that is there already: each with its place in millimetres."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLine:
    """A line in the middle of ``width`` millimetres, its left top corner at ``x`` and ``y``; type in points. One too long
    for the width is set smaller, never under nine points."""

    text: str
    x: float
    y: float
    width: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayPage:
    """What is printed on one blank of that many millimetres."""

    width: float
    height: float
    lines: tuple[PlacedLine, ...]
    ruled: bool = False
    """Whether the edges bear a scale and every line its frame: a sheet to find out what the printer is off by."""
