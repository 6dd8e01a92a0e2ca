"""Tables whose rows are org units below the reporting one: an annex by commune."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.framework import Indicator, Part
from tongket.reading.figures.cells import CellNumber, cell_number
from tongket.reading.figures.columns import Column, ColumnRole, Grid
from tongket.reading.figures.rows import ENOUGH, TOTAL_ROW, RowReader, row_parts, stated
from tongket.reading.figures.stated import StatedFigure
from tongket.reading.recognition import UnitOfMeasure, unit_of_measure
from tongket.vietnamese import accent_key

Resolve = Callable[[str], str | None]
"""The code of the org unit below the reporting one that a name means, or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitColumn:
    """A column that states an indicator for the unit of each row."""

    column: Column
    indicator: Indicator
    unit: UnitOfMeasure | None
    confidence: float


def names_column(grid: Grid, header: int, resolve: Resolve) -> int | None:
    """The column that names org units in most of its rows, if there is one."""
    width = max(map(len, grid), default=0)
    for place in range(min(width, 3)):
        texts = [c.text.strip() for r in grid[header:] if (c := r[place]) is not None and c.text.strip()]
        names = [t for t in texts if not TOTAL_ROW.match(accent_key(t)) and any(ch.isalpha() for ch in t)]
        if len(names) >= 2 and sum(resolve(n) is not None for n in names) >= 0.6 * len(names):
            return place
    return None


def unit_columns(
    cols: Sequence[Column], names: int, reader: RowReader, caption: str, pillar: str | None
) -> list[UnitColumn]:
    """The columns that state an indicator, by their header's words; else by the table's title."""
    found = []
    for column in cols:
        if column.place <= names or column.role in (ColumnRole.NOTE, ColumnRole.CODE, ColumnRole.ASIDE):
            continue
        text = " ".join(column.header)
        match = _best(reader, text, pillar) or _best(reader, caption, pillar)
        if match is not None:
            found.append(UnitColumn(column=column, indicator=match[0], unit=_unit(column), confidence=match[1]))
    return found


def _best(reader: RowReader, text: str, pillar: str | None) -> tuple[Indicator, float] | None:
    matches = reader.lexicon.matches(reader.lexicon.tokens(text))
    if not matches or matches[0].score < ENOUGH or not matches[0].exact:
        return None
    return matches[0].indicator, 0.9 if len(matches) == 1 or matches[0].score - matches[1].score > 0.5 else 0.75


def _unit(column: Column) -> UnitOfMeasure | None:
    if column.unit is not None:
        return column.unit
    inside = [text[text.rfind("(") + 1 : -1] for text in column.header if text.endswith(")") and "(" in text]
    return unit_of_measure(inside[-1]) if inside else None


def read_by_unit(
    grid: Grid, header: int, names: int, found: Sequence[UnitColumn], reader: RowReader, resolve: Resolve
) -> Iterator[StatedFigure]:
    """The figures of each row's org unit; a total row is the reporting unit's own."""
    for line in grid[header:]:
        name = next(
            (c.text.strip() for c in line[: names + 1] if c is not None and any(ch.isalpha() for ch in c.text)), ""
        )
        total = bool(TOTAL_ROW.match(accent_key(name)))
        code = None if total else resolve(name)
        if not total and code is None:
            continue
        for entry in found:
            cell = line[entry.column.place]
            if cell is None or (number := cell_number(cell)) is None:
                continue
            for part, value in _parts(entry, number):
                yield stated(
                    reader.lexicon.framework, entry.indicator, part, value, number, cell, entry.unit,
                    confidence=entry.confidence, column=entry.column, org_unit=code,
                )  # fmt: skip


def _parts(entry: UnitColumn, number: CellNumber) -> list[tuple[Part, Decimal]]:
    if not entry.indicator.is_ratio:
        return [(Part.VALUE, number.value)]
    return list(row_parts(entry.indicator, entry.column, number, entry.unit))
