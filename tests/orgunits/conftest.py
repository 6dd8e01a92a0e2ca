"""Tables of units as text, made into hierarchies."""

from pathlib import Path

import pytest

from orgunits.tables import Faults, Load, load_text
from tongket.orgunits import Hierarchy, UnitFinder, load_hierarchy
from tongket.problems import MalformedError, Problem


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """``load(rows, changes)``: the hierarchy of two tables given as text without their header lines."""

    def from_text(rows: str, changes: str | None = None) -> Hierarchy:
        return load_text(tmp_path, rows, changes)

    return from_text


@pytest.fixture
def faults(load: Load) -> Faults:
    """``faults(rows, changes)``: the problems that loading them tells."""

    def of_text(rows: str, changes: str | None = None) -> tuple[Problem, ...]:
        with pytest.raises(MalformedError) as caught:
            load(rows, changes)
        return caught.value.problems

    return of_text


@pytest.fixture(scope="session")
def bac_kan_units(bac_kan: Path) -> Hierarchy:
    """The units of the example: 122 communes before 2020-02-01, 108 after, 37 after 2025-07-01."""
    return load_hierarchy(bac_kan / "orgunits.csv", bac_kan / "changes.csv")


@pytest.fixture(scope="session")
def finder(bac_kan_units: Hierarchy) -> UnitFinder:
    """A finder for the units of the example."""
    return UnitFinder(bac_kan_units)
