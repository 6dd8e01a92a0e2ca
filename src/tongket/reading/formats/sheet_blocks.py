"""A sheet cut into blocks: lines of text stand as paragraphs, fields of cells as tables."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tongket.reading.blocks import Block, Cell, Paragraph, Segment, Table

WIDE = 3
"""From so many cells on a row belongs to a table for certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a cell holds: its text as stored, and the number where it is one."""

    text: str
    number: Decimal | None = None
    percent: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A merged range, both ends included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCells:
    """The cells of a sheet that are shown and not blank."""

    name: str
    values: dict[tuple[int, int], Value]
    spans: list[Span]
    hidden_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row and its cells from left to right."""

    index: int
    cells: tuple[tuple[int, Value], ...]


def sheet_blocks(sheet: SheetCells) -> list[Block]:
    """The blocks of a sheet, top to bottom."""
    spans = {(s.top, s.left): s for s in sheet.spans}
    blocks: list[Block] = []
    for region in regions(sheet_rows(sheet), spans, sheet.hidden_rows):
        for part in divided(region):
            blocks += [table(sheet.name, part, spans)] if is_table(part) else lines(sheet.name, part)
    return blocks


def sheet_rows(sheet: SheetCells) -> list[Row]:
    """The rows that hold anything."""
    found: defaultdict[int, list[tuple[int, Value]]] = defaultdict(list)
    for (row, column), value in sheet.values.items():
        found[row].append((column, value))
    return [Row(index=i, cells=tuple(sorted(found[i], key=lambda c: c[0]))) for i in sorted(found)]


def regions(rows: list[Row], spans: dict[tuple[int, int], Span], hidden: frozenset[int]) -> list[list[Row]]:
    """Runs of rows without a blank row between; a merged cell holds its rows together, hidden rows part none."""
    found: list[list[Row]] = []
    reach = -2
    for row in rows:
        while reach + 1 in hidden:
            reach += 1
        if row.index > reach + 1:
            found.append([])
        found[-1].append(row)
        bottoms = [spans[row.index, c].bottom for c, _ in row.cells if (row.index, c) in spans]
        reach = max(reach, row.index, *[min(b, row.index + 50) for b in bottoms])
    return found


def divided(region: list[Row]) -> list[list[Row]]:
    """A region cut into heading lines, what stands above the table, the table, and the lines below it."""
    single = [len(row.cells) == 1 for row in region]
    if all(single):
        return [[row] for row in region]
    first, last = single.index(False), len(single) - 1 - single[::-1].index(False)
    before, body, after = region[:first], region[first : last + 1], region[last + 1 :]
    return [*[[r] for r in before], *above_table(body), *[[r] for r in after]]


def above_table(body: list[Row]) -> list[list[Row]]:
    """Letterhead and title that stand on a table without a blank row are taken off it."""
    wide = next((i for i, row in enumerate(body) if len(row.cells) >= WIDE), 0)
    lone = next((i for i in range(wide - 1, 0, -1) if len(body[i].cells) == 1), -1)
    if lone < 0:
        return [body]
    return [*divided(body[: lone + 1]), body[lone + 1 :]]


def is_table(part: list[Row]) -> bool:
    """Whether the rows make a table."""
    return any(len(row.cells) > 1 for row in part)


def lines(sheet: str, part: list[Row]) -> list[Block]:
    """Rows of one cell as paragraphs."""
    return [line(sheet, row.index, *row.cells[0]) for row in part]


def line(sheet: str, row: int, column: int, value: Value) -> Paragraph:
    """One cell as a paragraph."""
    text = value.text.strip()
    offset = len(value.text) - len(value.text.lstrip())
    segment = Segment(start=0, end=len(text), anchor=f"{sheet}!{name(row, column)}", offset=offset)
    return Paragraph(text=text, segments=(segment,), bold=value.bold)


def table(sheet: str, part: list[Row], spans: dict[tuple[int, int], Span]) -> Table:
    """Rows as a table; places count from its upper left corner, columns that hold nothing at all do not count."""
    top = part[0].index
    used = sorted({c for row in part for c, _ in row.cells})
    place = {column: index for index, column in enumerate(used)}
    height = {row.index: index for index, row in enumerate(part)}
    cells = [cell(sheet, row.index, column, value, spans.get((row.index, column)), place, height)
             for row in part for column, value in row.cells]  # fmt: skip
    right = max([used[-1], *[s.right for row in part for c, _ in row.cells if (s := spans.get((row.index, c)))]])
    anchor = f"{sheet}!{name(top, used[0])}:{name(part[-1].index, right)}"
    return Table(anchor=anchor, cells=tuple(cells), rows=len(part), columns=len(used), sheet=sheet)


def cell(
    sheet: str, row: int, column: int, value: Value, span: Span | None, place: dict[int, int], height: dict[int, int]
) -> Cell:
    """One cell with its spans."""
    rowspan = sum(1 for r in height if span.top <= r <= span.bottom) if span else 1
    colspan = sum(1 for c in place if span.left <= c <= span.right) if span else 1
    return Cell(text=value.text, anchor=f"{sheet}!{name(row, column)}", row=height[row], column=place[column],
                rowspan=max(1, rowspan), colspan=max(1, colspan), number=value.number, percent=value.percent,
                bold=value.bold)  # fmt: skip


def name(row: int, column: int) -> str:
    """``C12`` of (11, 2)."""
    return f"{letters(column)}{row + 1}"


@cache
def letters(column: int) -> str:
    """``C`` of 2."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
