"""Tables of units as text."""

from collections.abc import Callable
from pathlib import Path

from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.problems import Problem

UNITS = "code;name;kind;level;parent;valid_from;valid_to"
CHANGES = "date;kind;from;to;share;legal_basis"

Load = Callable[..., Hierarchy]
Faults = Callable[..., tuple[Problem, ...]]


def load_text(folder: Path, rows: str, changes: str | None = None) -> Hierarchy:
    """The hierarchy of two tables given without their header lines."""
    units, moves = folder / "orgunits.csv", folder / "changes.csv"
    units.write_text(f"{UNITS}\n{rows.strip()}\n", encoding="utf-8")
    if changes is None:
        return load_hierarchy(units, None)
    moves.write_text(f"{CHANGES}\n{changes.strip()}\n", encoding="utf-8")
    return load_hierarchy(units, moves)
