"""Ruled tables of a PDF page: from the lines drawn to cells with their spans."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from tongket.reading.formats.pdf_page import Page
from tongket.reading.formats.pdf_rulings import Ruling

SNAP = 2.5
REACH = 4.0
MAX_EDGES = 400


class Box(NamedTuple):
    """A cell of the grid: first row and column, and how far it reaches."""

    row: int
    column: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as drawn: column edges from left to right, row edges from top to bottom."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]
    depths: tuple[float, ...]
    """The row edges again, measured downwards."""
    covered: Mapping[tuple[int, int], tuple[int, int]]
    """Where the cell begins that covers a field of the grid, for those of several fields."""

    def touches(self, left: float, right: float, y: float) -> bool:
        """Whether what reaches from left to right at that height touches the table."""
        return self.ys[-1] < y <= self.ys[0] and left < self.xs[-1] and self.xs[0] <= right

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The first row and column of the cell at a point; None outside the grid."""
        if not (self.xs[0] <= x < self.xs[-1] and self.ys[-1] < y <= self.ys[0]):
            return None
        spot = bisect_right(self.depths, -y) - 1, bisect_right(self.xs, x) - 1
        return self.covered.get(spot, spot)


def grids(page: Page) -> list[Grid]:
    """The tables drawn on a page, top to bottom; a single frame is none."""
    if len(page.horizontal) < 2 or len(page.vertical) < 2:
        return []
    horizontal, vertical = joined(page.horizontal), joined(page.vertical)
    found = []
    for rows, cols in components(horizontal, vertical):
        xs = edges([v.at for v in cols])
        ys = edges([h.at for h in rows])[::-1]
        if len(xs) > 2 and len(ys) >= 2 and len(xs) + len(ys) < MAX_EDGES:
            boxes = merged(xs, ys, rows, cols)
            if len(boxes) > 1:
                found.append(Grid(xs=tuple(xs), ys=tuple(ys), boxes=tuple(boxes), depths=tuple(-y for y in ys),
                                  covered=dict(covered(boxes))))  # fmt: skip
    return sorted(found, key=lambda grid: -grid.ys[0])


def covered(boxes: Iterable[Box]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The fields of the grid that cells of several fields cover, with where the cell begins."""
    for row, column, rowspan, colspan in boxes:
        if rowspan > 1 or colspan > 1:
            for field in product(range(row, row + rowspan), range(column, column + colspan)):
                yield field, (row, column)


def joined(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Pieces of one line put together."""
    done: list[Ruling] = []
    for group in clusters(sorted(rulings, key=lambda r: r.at)):
        at = sum(r.at for r in group) / len(group)
        low = high = None
        for ruling in sorted(group, key=lambda r: r.low):
            if low is None or high is None or ruling.low > high + REACH:
                if low is not None and high is not None:
                    done.append(Ruling(at=at, low=low, high=high))
                low, high = ruling.low, ruling.high
            high = max(high, ruling.high)
        if low is not None and high is not None:
            done.append(Ruling(at=at, low=low, high=high))
    return done


def clusters(rulings: list[Ruling]) -> list[list[Ruling]]:
    """Lines that lie (almost) on each other."""
    groups: list[list[Ruling]] = []
    for ruling in rulings:
        if groups and ruling.at - groups[-1][0].at <= SNAP:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return groups


def components(horizontal: list[Ruling], vertical: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Lines that touch each other, directly or through others."""
    parents = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    apart = True
    for i, (at, low, high) in enumerate(horizontal):
        for j, (x, foot, head) in enumerate(vertical, len(horizontal)):
            if low - REACH <= x <= high + REACH and foot - REACH <= at <= head + REACH:
                parents[root(i)] = root(j)
                if not apart:
                    break
        apart = apart and len({root(j) for j in range(len(horizontal), len(parents))}) > 1
    found: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for index in range(len(parents)):
        rows, cols = found.setdefault(root(index), ([], []))
        if index < len(horizontal):
            rows.append(horizontal[index])
        else:
            cols.append(vertical[index - len(horizontal)])
    return [(rows, cols) for rows, cols in found.values() if len(rows) > 1 and len(cols) > 1]


def edges(values: list[float]) -> list[float]:
    """The places of lines, those that lie on each other once, ascending."""
    done: list[float] = []
    for value in sorted(values):
        if not done or value - done[-1] > SNAP:
            done.append(value)
    return done


def merged(xs: list[float], ys: list[float], rows: list[Ruling], cols: list[Ruling]) -> list[Box]:
    """The cells: fields of the grid that no line parts are one cell."""
    height, width = len(ys) - 1, len(xs) - 1
    across, down = [near(rows, y) for y in ys], [near(cols, x) for x in xs]
    taken: set[tuple[int, int]] = set()
    boxes: list[Box] = []
    for row in range(height):
        top, bottom = ys[row], ys[row + 1]
        for column in range(width):
            if (row, column) in taken:
                continue
            end, below = column + 1, row + 1
            while end < width and not drawn(down[end], bottom, top) and (row, end) not in taken:
                end += 1
            while below < height and not any(drawn(across[below], xs[c], xs[c + 1]) for c in range(column, end)):
                below += 1
            if end - column > 1 or below - row > 1:
                taken.update(product(range(row, below), range(column, end)))
            boxes.append(Box(row, column, below - row, end - column))
    return boxes


def near(rulings: list[Ruling], at: float) -> list[Ruling]:
    """The lines that run at ``at``."""
    return [r for r in rulings if abs(r.at - at) <= SNAP]


def drawn(rulings: list[Ruling], low: float, high: float) -> bool:
    """Whether the lines cover at least half of the way from ``low`` to ``high``."""
    missing = (high - low) / 2
    for _, start, end in rulings:
        if start < high and low < end:
            missing -= (end if end < high else high) - (start if start > low else low)
            if missing <= 0:
                return True
    return False
