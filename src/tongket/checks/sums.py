"""Sums in a table that do not add up: the structure is found first, then the cells that break it.

A total counts as one by its word ("Tổng cộng", "Cộng"), or because sub-rows of it end in "khác": only then do they claim
to be everything. "Trong đó" claims nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading import Cell, Table
from tongket.vietnamese import parse_number, search_key

TOTAL = re.compile(r"(tong( cong| so)?|cong|cong chung|toan (tinh|huyen|xa|thanh pho|quan|thi xa)|ca nam)\b[^0-9]*")
PARTIAL = re.compile(r"trong do|rieng|ke ca|bao gom ca")
OTHERS = re.compile(r"\bkhac\b")
SUB_ROW = re.compile(r"\s*([-+–•*]|[a-zđ]\)|[a-zđ]\.)\s*\S")
NOT_ADDED = re.compile(r"%|ty le|binh quan|\bstt\b|^tt$|nam|thoi gian|xep hang|mat do|toc do|ghi chu")
"""Headers of columns that nobody adds up."""
LEAST_PARTS = 2
NEAREST = Decimal("0.5")
"""A single column's total that is further from the sum than this share is no total of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenSum:
    """A total that is not the sum of its parts."""

    total: Cell
    parts: tuple[Cell, ...]
    stated: Decimal
    computed: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A claim: the row ``total`` is the sum of the rows ``parts``."""

    total: int
    parts: tuple[int, ...]


def broken_sums(table: Table) -> tuple[BrokenSum, ...]:
    """Every total of a table that its parts do not give, by more than rounding."""
    grid = table.grid()
    columns = _added_columns(grid)
    if not columns:
        return ()
    return tuple(found for claim in _claims(grid, columns) for found in _broken(grid, columns, claim))


def number_of(cell: Cell | None) -> Decimal | None:
    """The number a cell holds, None where it holds none or a share."""
    if cell is None or cell.percent:
        return None
    return cell.number if cell.number is not None else parse_number(cell.text.strip())


def _label(row: Sequence[Cell | None]) -> str:
    """The words of a row: the first cell that holds more than a number."""
    texts = (cell.text for cell in row if cell is not None and number_of(cell) is None and cell.text.strip())
    return next((text for text in texts if len(text.strip()) > 1 or text.strip().isalpha()), "")


def _header_rows(grid: Sequence[Sequence[Cell | None]]) -> int:
    """How many rows stand above the first one with a number in it beside its own number in the list."""
    for i, row in enumerate(grid):
        if sum(number_of(cell) is not None for cell in dict.fromkeys(row)) and any(
            number_of(cell) is not None for cell in row[1:]
        ):
            return i
    return len(grid)


def _added_columns(grid: Sequence[Sequence[Cell | None]]) -> list[int]:
    """The columns of numbers that may be added up."""
    head = _header_rows(grid)
    if head == len(grid):
        return []
    found = []
    for column in range(1, len(grid[head])):
        title = " ".join(search_key(cell.text) for row in grid[:head] if (cell := row[column]) is not None)
        numbers = [number_of(row[column]) for row in grid[head:]]
        if not NOT_ADDED.search(_own_title(title)) and sum(n is not None for n in numbers) > LEAST_PARTS:
            found.append(column)
    return found


def _own_title(title: str) -> str:
    """A title without a year in it: "năm 2020 (triệu đồng)" is a column of amounts."""
    return re.sub(r"nam \d{4}", "", title)


def _claims(grid: Sequence[Sequence[Cell | None]], columns: Sequence[int]) -> Iterator[Sum]:
    head = _header_rows(grid)
    labels = [search_key(_label(row)) for row in grid]
    filled = [i for i in range(head, len(grid)) if any(number_of(grid[i][c]) is not None for c in columns)]
    yield from _total_rows(labels, filled, [_label(row) for row in grid])
    yield from _breakdowns([_label(row) for row in grid], filled)


def _total_rows(labels: Sequence[str], filled: Sequence[int], raw: Sequence[str]) -> Iterator[Sum]:
    totals = [i for i in filled if TOTAL.fullmatch(labels[i])]
    for place, total in enumerate(totals):
        after = totals[place - 1] if place else -1
        above = [i for i in filled if after < i < total]
        first_of_all = place == 0 and total == filled[0] and len(totals) == 1
        block = [i for i in filled if i > total] if first_of_all else above
        parts = tuple(i for i in block if not _is_sub_row(raw[i]) and not PARTIAL.match(labels[i]))
        if len(parts) >= LEAST_PARTS:
            yield Sum(total=total, parts=parts)


def _breakdowns(labels: Sequence[str], filled: Sequence[int]) -> Iterator[Sum]:
    """Rows with sub-rows of which the last is "khác": they claim to be everything."""
    parent: int | None = None
    subs: list[int] = []
    for i in [*filled, -1]:
        if i >= 0 and _is_sub_row(labels[i]):
            subs.append(i)
            continue
        if parent is not None and len(subs) >= LEAST_PARTS and OTHERS.search(search_key(labels[subs[-1]])):
            yield Sum(total=parent, parts=tuple(subs))
        parent, subs = i, []


def _is_sub_row(label: str) -> bool:
    return SUB_ROW.match(label) is not None


def _broken(grid: Sequence[Sequence[Cell | None]], columns: Sequence[int], claim: Sum) -> Iterator[BrokenSum]:
    judged = [(column, _judge(grid, column, claim)) for column in columns]
    held = sum(found is None for _, found in judged if found is not NO_CLAIM)
    claimed = sum(found is not NO_CLAIM for _, found in judged)
    for _, found in judged:
        if not isinstance(found, BrokenSum):
            continue
        near = abs(found.stated - found.computed) <= NEAREST * abs(found.computed)
        if near and (held or claimed == 1):
            yield found


class NoClaim:
    """A column in which a total says nothing of its parts."""


NO_CLAIM = NoClaim()


def _judge(grid: Sequence[Sequence[Cell | None]], column: int, claim: Sum) -> BrokenSum | NoClaim | None:
    """None where the sum holds."""
    total = grid[claim.total][column]
    stated = number_of(total)
    pairs = [(cell, n) for i in claim.parts if (n := number_of(cell := grid[i][column])) is not None and cell]
    if total is None or stated is None or len(pairs) < LEAST_PARTS:
        return NO_CLAIM
    computed = sum((n for _, n in pairs), Decimal(0))
    if abs(stated - computed) <= _rounding(stated, [n for _, n in pairs]):
        return None
    return BrokenSum(total=total, parts=tuple(cell for cell, _ in pairs), stated=stated, computed=computed)


def _rounding(stated: Decimal, parts: Iterable[Decimal]) -> Decimal:
    """What rounding may make of a sum: half a unit of the last decimal of each number; nothing of whole numbers."""
    return sum((_half_unit(n) for n in (stated, *parts)), Decimal(0))


def _half_unit(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) and exponent < 0 else Decimal(0)
