"""The values of rows in bulk: stretches of cells of one kind are made in one step, by what their shape says of them."""

import math
from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

from tongket.reading.formats.legacy_fonts import modern_text
from tongket.reading.formats.sheet_rows import RowInBulk
from tongket.reading.formats.xlsx_shapes import Shape, ShapedCell
from tongket.reading.formats.xlsx_values import CellValues
from tongket.reading.table_cells import CellFormat

Make = Callable[[str], str | float]


class Stretch(NamedTuple):
    """Neighbouring cells of one kind, and what makes their values; ``numbers`` where these are numbers."""

    start: int
    stop: int
    make: Make
    numbers: bool


class Plan(NamedTuple):
    """How the values of a shape are made, from left to right, and how they are formatted."""

    stretches: tuple[Stretch, ...]
    formats: tuple[CellFormat, ...]


class Bulk:
    """Makes the values of rows of known shapes; one for each sheet."""

    def __init__(self, values: CellValues) -> None:
        self.values = values
        self.plans: dict[Shape, Plan] = {}

    def row(self, shape: Shape, text: str) -> RowInBulk | None:
        """The values of a row; None where a cell does not hold what its kind says."""
        plan = self.plans.get(shape)
        if plan is None:
            plan = self.plans[shape] = self.plan(shape)
        raws, found = shape.values(text), list[str | float]()
        try:
            for start, stop, make, numbers in plan.stretches:
                found += map(make, raws[start:stop])
                if numbers and not math.isfinite(sum(found[start:stop])):  # type: ignore[arg-type]
                    return None
        except ValueError:
            return None
        return RowInBulk(found, plan.formats)

    def plan(self, shape: Shape) -> Plan:
        """How the values of a shape are made."""
        stretches, at = [], 0
        for numbers, group in groupby(shape.cells, key=self.is_number):
            cells = list(group)
            if numbers:
                stretches.append(Stretch(at, at + len(cells), float, True))
            else:
                stretches += [Stretch(at + i, at + i + 1, self.text_maker(cell), False) for i, cell in enumerate(cells)]
            at += len(cells)
        formats = tuple(map(self.format, shape.cells))
        return Plan(tuple(stretches), formats)

    def is_number(self, cell: ShapedCell) -> bool:
        """Whether a cell holds a number, and not a day."""
        return cell.kind == "n" and not self.values.styles.get(cell.style).date

    def text_maker(self, cell: ShapedCell) -> Make:
        """What makes the text of a cell of words, or of a day."""
        kind, style, make = cell.kind, cell.style, self.values.value

        def text(raw: str) -> str:
            value = make(kind, style, raw)
            if value.number is not None:
                raise ValueError(raw)
            return modern_text(value.text)

        return text

    def format(self, cell: ShapedCell) -> CellFormat:
        """What the format of a cell says of its value."""
        style = self.values.styles.get(cell.style)
        return CellFormat(percent=style.percent and self.is_number(cell), bold=style.bold)
