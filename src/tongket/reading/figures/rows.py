"""Tables whose rows are indicators and whose columns are plan, result, rate or years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.framework import Framework, Indicator, IndicatorKind, Part
from tongket.reading.blocks import Cell
from tongket.reading.figures.cells import CellNumber, cell_number
from tongket.reading.figures.columns import Column, ColumnRole, Grid
from tongket.reading.figures.fit import (
    NOUN_CLASHES,
    NOUN_FITS,
    Nouns,
    converted,
    element_of,
    elements_of,
    is_money,
    money_unit,
)
from tongket.reading.figures.stated import StatedFigure
from tongket.reading.recognition import Lexicon, Match, UnitOfMeasure, unit_of_measure
from tongket.reading.recognition.measure import money_in
from tongket.reports import ValueState
from tongket.vietnamese import accent_key

ENOUGH = 2.2
PILLAR_BONUS = 1.2
STRONG = 4.0
UNIT_CLASHES = -4.0
_SUB = re.compile(r"^\s*([-–+•*]|trong đó|[a-zđ]\)|\d+\.\d+)", re.IGNORECASE)
_SUB_INDEX = re.compile(r"^([a-zđ]|\d+\.\d+(\.\d+)*|[-–+•])\.?\)?$")
TOTAL_ROW = re.compile(r"^(tổng( cộng| số| toàn \w+)?|cộng|toàn (huyện|tỉnh|xã|thành phố|thị xã))\W*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A data row: its label, unit and the numbers of its value columns."""

    label: str
    label_cell: Cell | None
    index: str
    unit: UnitOfMeasure | None
    numbers: tuple[tuple[Column, Cell, CellNumber], ...]
    section: bool = False

    @property
    def is_sub(self) -> bool:
        """Whether it looks like a part of the row above."""
        return bool(_SUB.match(self.label) or _SUB_INDEX.match(self.index.strip()))


def rows(grid: Grid, header: int, cols: Sequence[Column], caption_unit: UnitOfMeasure | None) -> Iterator[Row]:
    """The data rows below the header."""
    label_at = next((c.place for c in cols if c.role is ColumnRole.LABEL), None)
    if label_at is None:
        return
    for line in grid[header:]:
        cells = [c for c in dict.fromkeys(line) if c is not None and c.text.strip()]
        if not cells:
            continue
        if len(cells) == 1 and (cells[0].colspan > 1 or cell_number(cells[0]) is None):
            yield Row(label=cells[0].text, label_cell=cells[0], index="", unit=None, numbers=(), section=True)
            continue
        yield _row(line, label_at, cols, caption_unit)


def _row(line: Sequence[Cell | None], label_at: int, cols: Sequence[Column], caption: UnitOfMeasure | None) -> Row:
    def text(role: ColumnRole) -> str:
        return next((c.text for col in cols if col.role is role and (c := line[col.place]) is not None), "")

    label = line[label_at]
    taken = {id(label)}
    numbers = []
    for col in cols:
        cell = line[col.place]
        if cell is None or id(cell) in taken or col.role not in _VALUES:
            continue
        if (number := cell_number(cell)) is not None:
            taken.add(id(cell))
            numbers.append((col, cell, number))
    words = label.text if label is not None else ""
    unit = unit_of_measure(text(ColumnRole.UNIT)) or _unit_in_label(words) or caption
    return Row(label=words, label_cell=label, index=text(ColumnRole.INDEX), unit=unit, numbers=tuple(numbers))


_VALUES = (ColumnRole.WHOLE, ColumnRole.COUNT, ColumnRole.PERCENT)


def _unit_in_label(label: str) -> UnitOfMeasure | None:
    inside = re.search(r"\(([^()]*)\)\s*$", label)
    if inside is None:
        return None
    words = accent_key(inside[1])
    return unit_of_measure(inside[1].split(":")[-1]) if len(words) <= 25 and "công khai" not in words else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Ties rows to indicators."""

    lexicon: Lexicon
    nouns: Nouns

    def match(self, row: Row, pillar: str | None) -> tuple[Match, float] | None:
        """The indicator a row is about and how sure, or None."""
        tokens = self.lexicon.tokens(row.label)
        scored = sorted(
            ((self._score(row, m, pillar), m) for m in self.lexicon.matches(tokens)),
            key=lambda s: (-s[0], s[1].indicator.code),
        )
        if not scored or scored[0][0] < ENOUGH:
            return None
        margin = scored[0][0] - (scored[1][0] if len(scored) > 1 else 0.0)
        sure = 0.7 + 0.06 * min(scored[0][0] - ENOUGH, 3.0) + 0.04 * min(margin, 3.0)
        return scored[0][1], round(min(sure, 0.99), 2)

    def _score(self, row: Row, match: Match, pillar: str | None) -> float:
        indicator = match.indicator
        score = match.score * (1.0 if match.exact else 0.75) + (PILLAR_BONUS if indicator.pillar == pillar else 0.0)
        roles = {c.role for c, _, _ in row.numbers}
        pairs = ColumnRole.WHOLE in roles or any(n.denominator is not None for _, _, n in row.numbers)
        if row.numbers:
            score += 1.5 if indicator.is_ratio == pairs else -1.5
        return score + self._unit_fit(row.unit, indicator)

    def _unit_fit(self, unit: UnitOfMeasure | None, indicator: Indicator) -> float:
        if unit is None:
            return 0.0
        money = is_money(self.lexicon.framework, indicator)
        if unit.percent:
            return 1.0 if indicator.is_ratio or indicator.kind is IndicatorKind.RATE else UNIT_CLASHES
        if (unit.money is not None) or money:
            return NOUN_FITS if (unit.money is not None) == money else UNIT_CLASHES
        elements = self.nouns.at(self.lexicon.tokens(unit.text), 0)
        if elements is None:
            return 0.0
        return NOUN_FITS if elements & elements_of(indicator) else NOUN_CLASHES

    def figures(self, row: Row, match: Match, confidence: float) -> Iterator[StatedFigure]:
        """The figures of a row that is about ``match``'s indicator."""
        indicator = match.indicator
        counts = sum(c.role is ColumnRole.COUNT and c.year is None for c, _, _ in row.numbers)
        for column, cell, number in row.numbers:
            for part, value in row_parts(indicator, column, number, row.unit):
                yield stated(
                    self.lexicon.framework, indicator, part, value, number, cell, column.unit or row.unit,
                    confidence=confidence if counts <= 1 else round(confidence * 0.7, 2), column=column,
                )  # fmt: skip


def row_parts(
    indicator: Indicator, column: Column, number: CellNumber, unit: UnitOfMeasure | None
) -> Iterator[tuple[Part, Decimal]]:
    """Which parts a cell states, by the column it stands in."""
    if not indicator.is_ratio:
        if column.role is ColumnRole.COUNT or (
            column.role is ColumnRole.PERCENT and indicator.kind is IndicatorKind.RATE
        ):
            yield Part.VALUE, number.value
        return
    if number.denominator is not None:
        yield Part.NUMERATOR, number.value
        yield Part.DENOMINATOR, number.denominator
    elif column.role is ColumnRole.PERCENT or number.percent or (unit is not None and unit.percent):
        if column.role is not ColumnRole.WHOLE:
            yield Part.VALUE, number.value
    elif column.role is ColumnRole.WHOLE:
        yield Part.DENOMINATOR, number.value
    else:
        yield Part.NUMERATOR, number.value


def stated(
    framework: Framework,
    indicator: Indicator,
    part: Part,
    value: Decimal,
    number: CellNumber,
    cell: Cell,
    unit: UnitOfMeasure | None,
    *,
    confidence: float,
    column: Column,
    org_unit: str | None = None,
) -> StatedFigure:
    """A cell's figure with its value in the indicator's unit of measure."""
    element = element_of(framework, indicator, part)
    owned = money_unit(element) if element is not None else None
    if owned is not None:
        if number.money is not None:
            value = converted(element, value, number.money)
        elif unit is not None and unit.money is not None:
            value = value * unit.money / owned
        else:
            confidence = round(confidence * 0.7, 2)
    return StatedFigure(
        indicator=indicator.code,
        part=part,
        value=value,
        unit_of_measure=element.unit_of_measure if element else "%",
        anchor=cell.anchor,
        text=cell.text.strip(),
        confidence=confidence,
        state=ValueState.NOTHING_OCCURRED if number.nothing else ValueState.REPORTED,
        org_unit=org_unit,
        period="span" if column.total else str(column.year) if column.year else None,
    )


__all__ = ["TOTAL_ROW", "Row", "RowReader", "money_in", "row_parts", "rows", "stated"]
