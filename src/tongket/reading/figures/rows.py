"""The rows of a table below its header: label, unit of measure, org unit, time and numbers of each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.reading.figures.cells import CellNumber, Notes, all_alone, cell_numbers, plan_alone, share_alone
from tongket.reading.figures.header_words import OTHER_TIME, SPAN, ColumnRole, bare_role, is_average, time_of
from tongket.reading.figures.headers import Column
from tongket.reading.figures.stubs import Resolve, holds_fractions
from tongket.reading.recognition import UnitOfMeasure, unit_of_measure
from tongket.reading.recognition.measure import money_in
from tongket.reading.table_cells import Cell, Grid, GridOnDemand
from tongket.vietnamese import accent_key

VALUES = (ColumnRole.WHOLE, ColumnRole.COUNT, ColumnRole.PERCENT)
TOTAL_ROW = re.compile(
    r"^((tổng( cộng| số| toàn \w+| chung)?|cộng|chung|toàn (huyện|tỉnh|xã|thành phố|thị xã|quận|phường|thị trấn))( \(.*\))?"
    r"|(tổng|cộng|tổng cộng|tổng số) (toàn |cả |chung )?(huyện|tỉnh|xã|thành phố|thị xã|quận|phường|thị trấn|ngành|giai đoạn|\d+ năm|kỳ))\W*$"
)
_SUB = re.compile(r"^\s*([-–+•*]|trong đó|[a-zđ]\)|\d+\.\d+)", re.IGNORECASE)
_SUB_INDEX = re.compile(r"^([a-zđ]|\d+\.\d+(\.\d+)*|[-–+•])\.?\)?$")
_AMOUNTS = re.compile(r"\b(?:kinh phí|ngân sách|tài chính|vốn|thu,? chi|số tiền|dự toán|quyết toán)\b")
_TOLD = re.compile(r"\d|\bkhông\b")
_DIVIDED = re.compile(r"\w+ \w+ ?/ ?\w+ \w+")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\s*:?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A data row: what its stub says, and the numbers of its value columns."""

    label: str
    label_cell: Cell | None
    index: str
    unit: UnitOfMeasure | None
    numbers: tuple[tuple[Column, Cell, CellNumber], ...]
    is_amount: bool = False
    """Whether its numbers are amounts of money."""
    section: bool = False
    words: tuple[Cell, ...] = ()
    """Cells right of the label that tell in words what came of it, where no cell states a number alone."""
    role: ColumnRole | None = None
    """Plan, result or rate, where the row says it and not the column."""
    time: str | None = None
    org_unit: str | None = None
    total: bool = False
    named: bool = False
    """Whether the row names whom or when it is about: an org unit, a time, the total of them."""

    @property
    def is_sub(self) -> bool:
        """Whether it looks like a part of the row above."""
        return bool(_SUB.match(self.label) or _SUB_INDEX.match(self.index.strip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowMaker:
    """Makes rows of the lines of a grid with the settled columns."""

    cols: Sequence[Column]
    caption_unit: UnitOfMeasure | None
    amounts: bool
    """Whether the title or a header says that the table is about money."""
    resolve: Resolve
    notes: Notes
    fractions: frozenset[int]

    @classmethod
    def of(cls, cols: Sequence[Column], body: Grid, caption: str, resolve: Resolve, notes: Notes) -> "RowMaker":
        """A maker for the columns of a table under the title ``caption``; ``body`` are rows that show what they hold."""
        fractions = frozenset(c.place for c in cols if holds_fractions(body, c))
        unit = money_in(caption)
        titles = (caption, *(t for c in cols for t in c.header))
        amounts = unit is not None and any(_AMOUNTS.search(accent_key(t)) for t in titles)
        return cls(cols=cols, caption_unit=unit, amounts=amounts, resolve=resolve, notes=notes, fractions=fractions)

    def all_rows(self, body: Grid) -> Iterable[Row]:
        """The data rows, to be gone through as often as needed; those of a large table are made anew each time."""
        return RowsOnDemand(maker=self, body=body) if isinstance(body, GridOnDemand) else tuple(self.rows(body))

    def rows(self, body: Grid) -> Iterator[Row]:
        """The data rows; a blank label where years or parts go on is that of the row before."""
        carried: Cell | None = None
        name = ""
        for line in body:
            cells = [c for c in dict.fromkeys(line) if c is not None and c.text.strip()]
            if not cells:
                continue
            if len(cells) == 1 and (cells[0].colspan > 1 or not cell_numbers(cells[0], self.notes)):
                yield Row(label=cells[0].text, label_cell=cells[0], index="", unit=None, numbers=(), section=True)
                carried = cells[0] if self._at(ColumnRole.LABEL) == cells[0].column else None
                continue
            row = self._row(line, carried, name)
            carried, name = row.label_cell or carried, self._text(line, ColumnRole.NAMES) or name
            yield row

    def _at(self, role: ColumnRole) -> int | None:
        return next((c.place for c in self.cols if c.role is role), None)

    def _text(self, line: Sequence[Cell | None], role: ColumnRole) -> str:
        place = self._at(role)
        cell = line[place] if place is not None else None
        return cell.text.strip() if cell is not None else ""

    def _row(self, line: Sequence[Cell | None], carried: Cell | None, name: str) -> Row:
        at = self._at(ColumnRole.LABEL)
        label = line[at] if at is not None else None
        when, part = self._text(line, ColumnRole.TIME), self._text(line, ColumnRole.PARTS)
        if (label is None or not label.text.strip()) and carried is not None and (when or part):
            label = carried
        words = label.text.strip() if label is not None else ""
        unit = unit_of_measure(self._text(line, ColumnRole.UNIT)) or unit_in_label(words)
        row = Row(
            label=words, label_cell=label, index=self._text(line, ColumnRole.INDEX), unit=unit or self.caption_unit,
            is_amount=unit.money is not None if unit is not None else self.amounts,
            numbers=tuple(self._numbers(line, label)), role=bare_role(part) if part else None,
        )  # fmt: skip
        if not row.numbers and label is not None:
            row = replace(row, words=tuple(self._words(line, label)))
        return self._placed(row, line, when, name)

    def _words(self, line: Sequence[Cell | None], label: Cell) -> Iterator[Cell]:
        for col in self.cols:
            cell = line[col.place]
            told = col.role in (ColumnRole.COUNT, ColumnRole.OTHER) and col.place > label.column
            if told and cell is not None and cell is not label and _TOLD.search(accent_key(cell.text)):
                yield cell

    def _placed(self, row: Row, line: Sequence[Cell | None], when: str, name: str) -> Row:
        """The row with whom and when its stub names."""
        if self._at(ColumnRole.NAMES) is not None:
            name = self._text(line, ColumnRole.NAMES) or self._first_words(line) or (name if when else "")
            total = bool(TOTAL_ROW.match(accent_key(name)))
            code = None if total else self.resolve(name)
            row = replace(row, org_unit=code, total=total, named=total or code is not None)
        if when:
            time = OTHER_TIME if is_average(when) else time_of(when)
            row = replace(row, time=time, total=row.total or time == SPAN,
                          named=(row.named or self._at(ColumnRole.NAMES) is None) and time is not None)  # fmt: skip
        elif self._at(ColumnRole.TIME) is not None and TOTAL_ROW.match(accent_key(self._first_words(line))):
            row = replace(row, time=SPAN, total=True, named=True)
        return row

    def _first_words(self, line: Sequence[Cell | None]) -> str:
        return next((c.text.strip() for c in line[:3] if c is not None and any(ch.isalpha() for ch in c.text)), "")

    def _numbers(self, line: Sequence[Cell | None], label: Cell | None) -> Iterator[tuple[Column, Cell, CellNumber]]:
        taken = {label}
        for col in self.cols:
            cell = line[col.place]
            if cell is None or cell in taken:
                continue
            if col.role is ColumnRole.NOTE:
                if (share := share_alone(cell.text)) is not None:
                    yield replace(col, role=ColumnRole.PERCENT), cell, share
                elif (plan := plan_alone(cell.text)) is not None:
                    yield replace(col, role=ColumnRole.WHOLE), cell, plan
                elif (every := all_alone(cell.text)) is not None:
                    yield replace(col, role=ColumnRole.ALL), cell, every
            elif col.role in VALUES or col.role is ColumnRole.OTHER:
                taken.add(cell)
                for number in cell_numbers(cell, self.notes):
                    yield col, cell, self._whole_percent(col, number)

    def _whole_percent(self, col: Column, number: CellNumber) -> CellNumber:
        if col.place in self.fractions and not number.percent:
            return replace(number, value=number.value.scaleb(2), percent=True)
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsOnDemand:
    """The data rows of a large table, made one by one."""

    maker: RowMaker
    body: Grid

    def __iter__(self) -> Iterator[Row]:
        return self.maker.rows(self.body)


def unit_in_label(label: str) -> UnitOfMeasure | None:
    """The unit of measure in brackets at the end of a label or header; not what is divided by what, nor a remark."""
    inside = _IN_BRACKETS.search(label)
    if inside is None:
        return None
    words = accent_key(inside[1])
    remark = len(words) > 25 or len(words.split()) > 4 or _DIVIDED.search(words) or "công khai" in words
    return None if remark else unit_of_measure(inside[1].split(":")[-1])


__all__ = ["TOTAL_ROW", "VALUES", "Row", "RowMaker", "money_in", "unit_in_label"]
