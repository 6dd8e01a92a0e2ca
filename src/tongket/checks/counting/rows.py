"""Rows that claim to be the sum of other rows: totals, sub-totals, numbered rows with the rows below them.

A row counts as a total by its word ("Tổng cộng", "Cộng"), by its number ("I" above "1", "2"), or because sub-rows of it
end in "khác": only then do they claim to be everything. "Trong đó" claims nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checks.counting.grid import NumberGrid
from tongket.checks.counting.model import Equation
from tongket.checks.rounding import sum_slack
from tongket.vietnamese import search_key

TOTAL = re.compile(
    r"(tong|tong cong|tong so|cong|cong chung|tong chung|luy ke|toan (tinh|huyen|xa|thanh pho|quan|thi xa|nganh|quoc)|ca (nam|nuoc|tinh|huyen))\b[^0-9]*"
)
SECTION_TOTAL = re.compile(
    r"(cong|tong|tong cong|tong so|cong tieu muc)( muc| phan| nhom| khoi)? \(?([ivx]{1,4}|[a-h]|\d{1,2})\)?[^0-9]*"
)
FORMULA = re.compile(r"\(?[ivx\da-h]+( ?[+] ?[ivx\da-h]+)+\)?")
CARRIED = re.compile(r"\b(mang sang|chuyen sang|trang truoc|chuyen trang)\b")
PARTIAL = re.compile(r"trong (do|so)|rieng|ke ca|bao gom ca|gom ca|tinh ca")
OTHERS = re.compile(r"\bkhac\b|\bcon lai\b")
LEAST_PARTS = 2
NEAREST = Decimal("0.5")
"""A total that is further from the sum than this share is no total of it."""
LEAST_SURE = 2
"""Where a total holds in so many columns it is one also in a column where it is far off."""
MOST_WIDE = Decimal("0.6")
"""Numbered rows claim to be sums where so large a share of them are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSum:
    """A claim: the row ``total`` is the sum of the rows ``parts``, in every column that is added up."""

    total: int
    parts: tuple[int, ...]


def row_equations(grid: NumberGrid) -> Iterator[Equation]:
    """The sums of rows that the table as a whole obeys."""
    if not grid.added:
        return
    for alternatives in _total_rows(grid):
        yield from _best(grid, alternatives)
    for claim in _breakdowns(grid):
        yield from _best(grid, [claim])
    yield from _numbered(grid)


def _best(grid: NumberGrid, alternatives: Sequence[RowSum]) -> list[Equation]:
    """The equations of the reading that most columns obey, where any does or there is one column only."""
    tried = [
        (equations, sum(holds(grid, e) for e in equations)) for claim in alternatives if (equations := _of(grid, claim))
    ]
    if not tried:
        return []
    equations, held = max(tried, key=lambda pair: (pair[1], -len(pair[0])))
    broken = len(equations) - held
    if held == 0:
        equations = tried[0][0]
        return equations if len(equations) == 1 and near(grid, equations[0]) else []
    if held < broken:
        return []
    return equations if held >= LEAST_SURE else [e for e in equations if holds(grid, e) or near(grid, e)]


def _of(grid: NumberGrid, claim: RowSum) -> list[Equation]:
    """One equation for each column in which the total and two of its parts are there."""
    found = []
    for column in grid.added:
        parts = tuple((1, (i, column)) for i in claim.parts if grid.numbers[i][column] is not None)
        if grid.numbers[claim.total][column] is not None and len(parts) >= LEAST_PARTS:
            found.append(Equation(total=(claim.total, column), parts=parts))
    return found


def holds(grid: NumberGrid, equation: Equation) -> bool:
    """Whether a sum is what it claims, up to rounding."""
    stated, terms = _terms(grid, equation)
    return abs(stated - sum(terms, Decimal(0))) <= sum_slack((stated, *terms))


def near(grid: NumberGrid, equation: Equation) -> bool:
    """Whether the total is of the size of the sum."""
    stated, terms = _terms(grid, equation)
    computed = sum(terms, Decimal(0))
    return abs(stated - computed) <= NEAREST * abs(computed)


def _terms(grid: NumberGrid, equation: Equation) -> tuple[Decimal, list[Decimal]]:
    stated = grid.numbers[equation.total[0]][equation.total[1]] or Decimal(0)
    return stated, [sign * (grid.numbers[r][c] or Decimal(0)) for sign, (r, c) in equation.parts]


def _total_rows(grid: NumberGrid) -> Iterator[list[RowSum]]:
    """For each total the rows it may be the sum of, the likeliest first."""
    filled = _filled(grid)
    totals = [i for i in filled if is_total(grid, i)]
    for place, total in enumerate(totals):
        before = totals[place - 1] if place else -1
        after = totals[place + 1] if place + 1 < len(totals) else grid.table.rows
        above = [i for i in filled if before < i < total]
        below = [i for i in filled if total < i < after]
        everything_above = [i for i in filled if i < total and i not in totals]
        blocks = [below, above] if total == filled[0] or not above else [above, below]
        if place:
            blocks += [totals[:place], everything_above]
        if total == filled[0] and len(totals) > 1:
            blocks += [totals[1:], [i for i in filled if i > total and i not in totals]]
        yield [claim for block in blocks for claim in _readings(grid, total, block)]


def _readings(grid: NumberGrid, total: int, block: Sequence[int]) -> Iterator[RowSum]:
    """The rows of a block that a total may add up: all but sub-rows, or those of the highest rank."""
    whole = [i for i in block if grid.marks[i] != "-" and not PARTIAL.match(grid.labels[i])]
    ranks = {rank for i in whole if (rank := _rank(grid.marks[i])) is not None}
    tops = [i for i in whole if _rank(grid.marks[i]) == min(ranks)] if ranks else []
    for parts in dict.fromkeys((tuple(whole), tuple(tops))):
        if len(parts) >= LEAST_PARTS:
            yield RowSum(total=total, parts=parts)


def is_total(grid: NumberGrid, row: int) -> bool:
    """Whether a row says that it is a total."""
    label = FORMULA.sub("", grid.labels[row]).strip()
    return TOTAL.fullmatch(label) is not None or SECTION_TOTAL.fullmatch(label) is not None


def _filled(grid: NumberGrid) -> list[int]:
    return [
        i
        for i in range(grid.head, grid.table.rows)
        if any(grid.numbers[i][c] is not None for c in grid.added) and not CARRIED.search(grid.labels[i])
    ]


def _breakdowns(grid: NumberGrid) -> Iterator[RowSum]:
    """Rows with sub-rows of which the last is "khác": they claim to be everything."""
    parent: int | None = None
    subs: list[int] = []
    for i in [*_filled(grid), -1]:
        if i >= 0 and _is_sub_row(grid.raw_labels[i]):
            subs.append(i)
            continue
        if parent is not None and len(subs) >= LEAST_PARTS and OTHERS.search(search_key(grid.raw_labels[subs[-1]])):
            yield RowSum(total=parent, parts=tuple(subs))
        parent, subs = i, []


SUB_ROW = re.compile(r"\s*([-+–•*]|[a-zđ]\)|[a-zđ]\.)\s*\S")


def _is_sub_row(label: str) -> bool:
    return SUB_ROW.match(label) is not None


def _numbered(grid: NumberGrid) -> Iterator[Equation]:
    """Numbered rows with the rows of the next rank below them, where most such rows of the table are their sums."""
    equations = [e for claim in _families(grid) for e in _of(grid, claim)]
    held = sum(holds(grid, e) for e in equations)
    if held >= LEAST_PARTS and held >= MOST_WIDE * len(equations):
        yield from equations


def _families(grid: NumberGrid) -> Iterator[RowSum]:
    filled = [i for i in _filled(grid) if not is_total(grid, i)]
    for place, parent in enumerate(filled):
        rank = _rank(grid.marks[parent])
        if rank is None or _partial_between(grid, parent, filled[place + 1 :]):
            continue
        children: list[int] = []
        child_rank: int | None = None
        for i in filled[place + 1 :]:
            own = _rank(grid.marks[i])
            if own is None or own <= rank:
                break
            child_rank = own if child_rank is None else child_rank
            if own == child_rank and not PARTIAL.match(grid.labels[i]):
                children.append(i)
        if len(children) >= LEAST_PARTS:
            yield RowSum(total=parent, parts=tuple(children))


def _partial_between(grid: NumberGrid, parent: int, after: Sequence[int]) -> bool:
    """Whether "trong đó" stands between a row and the next: what follows is not all of it."""
    end = after[0] if after else grid.table.rows
    between = [grid.labels[i] for i in range(parent + 1, end)]
    return any(PARTIAL.match(label) for label in between) or grid.labels[parent].endswith("trong do:")


def _rank(mark: str) -> int | None:
    """How high a row stands by what numbers it: roman numerals and capitals, then figures, then letters and dashes."""
    if not mark:
        return None
    if mark == "-":
        return 9
    if mark[0].isdigit():
        return 2 + mark.count(".")
    if re.fullmatch(r"[IVX]+", mark):
        return 1
    return 0 if mark.isupper() else 8
