"""Columns that claim to be the sum, the difference or the share of other columns: found where most rows obey it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checks.counting.grid import NumberGrid
from tongket.checks.counting.model import Equation
from tongket.checks.counting.rows import holds
from tongket.checks.rounding import agrees

WHOLE = re.compile(r"\btổng\b|\bcộng\b|\bts\b|\btoàn bộ\b|\bchung\b|\bsố lượng\b")
OF_WHICH = re.compile(r"\btrong đó\b|\btrong số\b|\briêng\b")
SHARE = re.compile(r"\W*(?:%\W*$|t[ỷỉ] lệ\b|t[ỷỉ] trọng\b)", re.IGNORECASE)
"""A row of shares: nothing in it adds up."""
LONGEST = 12
"""So many columns, at most, make a group."""
SAMPLE = 400
"""So many rows show the structure of a long table."""
LEAST_TOLD, LEAST_UNTOLD = 2, 4
"""Rows that must obey where a title says "tổng", and where none does."""
TOLD, UNTOLD = Decimal("0.6"), Decimal("0.8")
"""The share of the rows that must."""

Columns = tuple[tuple[int, int], ...]
"""Signed columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSum:
    """A claim: in each row the column ``total`` is the sum of ``parts``."""

    total: int
    parts: Columns
    told: bool
    """Whether its title says that it is a total."""


def column_equations(grid: NumberGrid) -> Iterator[Equation]:
    """The sums and shares across columns that most rows obey."""
    yield from _sums(grid)
    yield from _shares(grid)


def _sums(grid: NumberGrid) -> Iterator[Equation]:
    taken: set[frozenset[int]] = set()
    shares = {c.row for c in grid.table.cells if SHARE.match(c.text)}
    rows = [row for row in range(grid.head, grid.table.rows) if row not in shares]
    for total in grid.added:
        best = max(
            (scored for claim in _claims(grid, total) if (scored := _scored(grid, claim, rows)) is not None),
            key=lambda one: (one[0], len(one[1].parts)),
            default=None,
        )
        if best is None:
            continue
        columns = frozenset((total, *(column for _, column in best[1].parts)))
        if columns not in taken:
            taken.add(columns)
            yield from _of(grid, best[1], rows)


def _claims(grid: NumberGrid, total: int) -> Iterator[ColumnSum]:
    """What a column may be the sum of: the columns after it, or before it, up to so many; opening plus in less out."""
    told = bool(grid.titles[total]) and WHOLE.search(grid.titles[total][-1]) is not None
    place = grid.added.index(total)
    for line in (grid.added[place + 1 :], grid.added[:place][::-1]):
        for size in range(2, min(LONGEST, len(line)) + 1):
            yield ColumnSum(total=total, parts=tuple((1, column) for column in line[:size]), told=told)
        parts = [
            column for column in line if grid.titles[column][:1] and grid.titles[column][:-1] == _group(grid, line)
        ]
        if len(parts) >= 2 and parts != line[: len(parts)]:
            yield ColumnSum(total=total, parts=tuple((1, column) for column in parts), told=told)
    if place >= 3:
        opening, more, less = grid.added[place - 3 : place]
        yield ColumnSum(total=total, parts=((1, opening), (1, more), (-1, less)), told=False)
    if told:
        yield from _of_totals(grid, total, place)


def _group(grid: NumberGrid, line: Sequence[int]) -> tuple[str, ...]:
    return grid.titles[line[0]][:-1] if line else ()


def _of_totals(grid: NumberGrid, total: int, place: int) -> Iterator[ColumnSum]:
    """A grand total before groups that have totals of their own."""
    heads = [c for c in grid.added[place + 1 :] if grid.titles[c] and WHOLE.search(grid.titles[c][-1])]
    if len(heads) >= 2:
        yield ColumnSum(total=total, parts=tuple((1, column) for column in heads), told=True)


def _scored(grid: NumberGrid, claim: ColumnSum, rows: Sequence[int]) -> tuple[int, ColumnSum] | None:
    """How many rows obey a claim; None where it is not the structure of the table."""
    equations = _of(grid, claim, rows[:SAMPLE])
    telling = [e for e in equations if _telling(grid, e)]
    held = sum(holds(grid, e) for e in telling)
    partial = any(OF_WHICH.search(" ".join(grid.titles[c])) for _, c in claim.parts)
    least, share = (LEAST_TOLD, TOLD) if claim.told and not partial else (LEAST_UNTOLD, UNTOLD)
    if held < least or held < share * len(telling):
        return None
    return held, claim


def _telling(grid: NumberGrid, equation: Equation) -> bool:
    """Whether a row says something: at least two of its parts are not zero."""
    return sum(bool(grid.numbers[r][c]) for _, (r, c) in equation.parts) >= 2


def _of(grid: NumberGrid, claim: ColumnSum, rows: Sequence[int]) -> list[Equation]:
    found = []
    for row in rows:
        parts = tuple((sign, (row, column)) for sign, column in claim.parts if grid.numbers[row][column] is not None)
        if grid.numbers[row][claim.total] is not None and len(parts) >= 2:
            found.append(Equation(total=(row, claim.total), parts=parts))
    return found


def _shares(grid: NumberGrid) -> Iterator[Equation]:
    """A column of percentages that are one column in another, where most rows say so."""
    rows = range(grid.head, grid.table.rows)
    for column in grid.shares:
        pairs = sorted(
            ((a, b) for a in grid.added for b in grid.added if a != b),
            key=lambda pair: (abs(column - pair[0]) + abs(column - pair[1]), pair[0] > pair[1]),
        )[: LONGEST * LONGEST]
        tried = [_share_equations(grid, column, pair, rows) for pair in pairs]
        best = max(tried, key=lambda equations: sum(share_holds(grid, e) for e in equations), default=[])
        telling = [e for e in best if grid.share(e.total) not in (None, Decimal(0), Decimal(100))]
        held = sum(share_holds(grid, e) for e in telling)
        if held >= LEAST_TOLD and held >= Decimal("0.7") * len(telling):
            yield from best


def _share_equations(grid: NumberGrid, column: int, pair: tuple[int, int], rows: Sequence[int]) -> list[Equation]:
    found = []
    for row in rows:
        whole = grid.numbers[row][pair[1]]
        if grid.share((row, column)) is not None and grid.numbers[row][pair[0]] is not None and whole:
            parts = tuple((1, (row, c)) for c in pair)
            found.append(Equation(total=(row, column), parts=parts, share=True))
    return found


def share_holds(grid: NumberGrid, equation: Equation) -> bool:
    """Whether a percentage is the share of its two numbers."""
    stated = grid.share(equation.total)
    (_, (r, a)), (_, (_, b)) = equation.parts
    above, below = grid.numbers[r][a], grid.numbers[r][b]
    return stated is not None and above is not None and bool(below) and agrees(stated, above, below or Decimal(1))
