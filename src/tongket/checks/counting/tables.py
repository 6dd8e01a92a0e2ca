"""The figures of a table that break what the rest of it obeys, each with the figure that would be right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.checks.counting.columns import column_equations, share_holds
from tongket.checks.counting.formulas import stated_equations
from tongket.checks.counting.grid import NumberGrid
from tongket.checks.counting.model import Equation, Miscount, MiscountKind, Spot
from tongket.checks.counting.rows import holds, row_equations
from tongket.checks.rounding import sum_slack
from tongket.reading import Table
from tongket.vietnamese import format_number

MOST_SHOWN = 8
"""So many parts are written out in the sum that is shown."""
PLACES = 2
LARGEST = 100_000
"""Cells of a table; a larger one is a register, and nobody adds up its columns by hand."""


@dataclass(slots=True)
class Ledger:
    """The equations of a table, by whether they hold and by the numbers they speak of."""

    grid: NumberGrid
    holding: dict[Spot, list[Equation]] = field(default_factory=dict)
    broken: list[Equation] = field(default_factory=list)

    def add(self, equation: Equation) -> None:
        """Take up an equation."""
        kept = share_holds(self.grid, equation) if equation.share else holds(self.grid, equation)
        if kept:
            for spot in equation.spots:
                self.holding.setdefault(spot, []).append(equation)
        elif equation not in self.broken:
            self.broken.append(equation)


def table_miscounts(table: Table) -> tuple[Miscount, ...]:
    """What does not add up in a table, in the order of its rows."""
    if table.rows * table.columns > LARGEST or table.columns < 2:
        return ()
    grid = NumberGrid(table)
    ledger = Ledger(grid)
    for equation in (*stated_equations(grid), *row_equations(grid), *column_equations(grid)):
        ledger.add(equation)
    found = sorted(_explained(ledger), key=lambda pair: pair[0])
    return tuple(dict.fromkeys(miscount for _, miscount in found))


def _explained(ledger: Ledger) -> Iterator[tuple[Spot, Miscount]]:
    """One figure for each group of broken sums that it alone explains; else the total of each."""
    rest = list(ledger.broken)
    while rest:
        equation, spot, right, fixed = max(
            (one for equation in rest for one in _candidates(ledger, rest, equation)),
            key=lambda one: (len(one[3]) - _harm(ledger, one[1]), one[1] == one[0].total),
        )
        yield spot, _miscount(ledger.grid, equation, spot, right)
        rest = [e for e in rest if e not in fixed and e is not equation]


Candidate = tuple[Equation, Spot, Decimal, list[Equation]]
"""A broken equation, the figure to change, what it would be, and the equations that this mends."""


def _candidates(ledger: Ledger, rest: Sequence[Equation], equation: Equation) -> Iterator[Candidate]:
    if equation.share:
        above, below = (_number(ledger.grid, spot) for _, spot in equation.parts)
        yield equation, equation.total, round(100 * above / below, PLACES), [equation]
        return
    stated, computed = _number(ledger.grid, equation.total), _sum(ledger.grid, equation)
    yield equation, equation.total, computed, _mended(ledger.grid, rest, equation.total, computed)
    for sign, spot in equation.parts:
        if sum(spot in other.spots for other in rest if not other.share) >= 2:
            right = _number(ledger.grid, spot) + sign * (stated - computed)
            mended = _mended(ledger.grid, rest, spot, right)
            if len(mended) >= 2 and right >= 0:
                yield equation, spot, right, mended


def _mended(grid: NumberGrid, rest: Sequence[Equation], spot: Spot, right: Decimal) -> list[Equation]:
    return [e for e in rest if not e.share and spot in e.spots and _holds_with(grid, e, spot, right)]


def _holds_with(grid: NumberGrid, equation: Equation, spot: Spot, right: Decimal) -> bool:
    stated = right if equation.total == spot else _number(grid, equation.total)
    terms = [sign * (right if s == spot else _number(grid, s)) for sign, s in equation.parts]
    return abs(stated - sum(terms, Decimal(0))) <= sum_slack((stated, *terms))


def _harm(ledger: Ledger, spot: Spot) -> int:
    """How many sums that hold now would not, were the figure changed."""
    return len(ledger.holding.get(spot, ()))


def _number(grid: NumberGrid, spot: Spot) -> Decimal:
    return grid.numbers[spot[0]][spot[1]] or Decimal(0)


def _sum(grid: NumberGrid, equation: Equation) -> Decimal:
    return sum((sign * _number(grid, spot) for sign, spot in equation.parts), Decimal(0))


def _miscount(grid: NumberGrid, equation: Equation, spot: Spot, right: Decimal) -> Miscount:
    stated = (grid.share(spot) if equation.share else None) or _number(grid, spot)
    return Miscount(
        kind=MiscountKind.PERCENT if equation.share else MiscountKind.TOTAL,
        place=_anchor(grid, spot),
        label=_label(grid, spot),
        stated=stated,
        right=right,
        shown=_shown(grid, equation, spot, right),
        others=tuple(_anchor(grid, other) for other in equation.spots if other != spot),
    )


def _shown(grid: NumberGrid, equation: Equation, spot: Spot, right: Decimal) -> str:
    if equation.share:
        above, below = (format_number(_number(grid, part)) for _, part in equation.parts)
        return f"{above} : {below} × 100 = {format_number(right)}"
    if spot == equation.total:
        terms = [(sign, _number(grid, part)) for sign, part in equation.parts]
    else:
        own = next(sign for sign, part in equation.parts if part == spot)
        others = ((-own * sign, _number(grid, part)) for sign, part in equation.parts if part != spot)
        terms = [(own, _number(grid, equation.total)), *others]
    return f"{sum_shown(terms)} = {format_number(right)}"


def sum_shown(terms: Sequence[tuple[int, Decimal]]) -> str:
    """A sum as people write it, a long one cut: "585 + 67 + 181"."""
    first, *rest = [(sign, format_number(number)) for sign, number in terms]
    shown = [first[1] if first[0] > 0 else f"− {first[1]}"]
    shown += [f"{'+' if sign > 0 else '−'} {number}" for sign, number in rest[: MOST_SHOWN - 1]]
    return " ".join(shown) + (" + …" if len(terms) > MOST_SHOWN else "")


def _anchor(grid: NumberGrid, spot: Spot) -> str:
    cell = grid.cells[spot[0]][spot[1]]
    return cell.anchor if cell is not None else grid.table.anchor


def _label(grid: NumberGrid, spot: Spot) -> str:
    """The words of a figure's row and column."""
    parts = (" ".join(grid.raw_labels[spot[0]].split()), grid.title(spot[1]))
    return "; ".join(part for part in parts if part)
