"""A sheet cut into blocks: lines of text stand as paragraphs, fields of cells as tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from tongket.reading.blocks import Block, Paragraph, Segment, Table
from tongket.reading.formats.sheet_cells import Span, TableCells, name
from tongket.reading.formats.sheet_rows import SheetRows

LONG = 10_000
"""More rows of one cell than this without a blank row between are a list, and no text."""
WIDE = 3
"""From so many cells on a row belongs to a table for certain."""
Spans = dict[int, dict[int, Span]]
"""Merged ranges by the row and the column of their first cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCells:
    """The cells of a sheet that are shown and not blank."""

    name: str
    rows: SheetRows
    spans: list[Span]
    hidden_rows: frozenset[int] = frozenset()


def sheet_blocks(sheet: SheetCells) -> list[Block]:
    """The blocks of a sheet, top to bottom."""
    spans = by_row(sheet.spans)
    blocks: list[Block] = []
    for region in regions(sheet.rows, spans, sheet.hidden_rows):
        for part in divided(sheet.rows, region):
            blocks += [table(sheet, part, spans)] if is_table(sheet.rows, part) else lines(sheet, part)
    return blocks


def by_row(spans: list[Span]) -> Spans:
    """The spans by their first cells."""
    found: Spans = {}
    for span in spans:
        found.setdefault(span.top, {})[span.left] = span
    return found


def regions(rows: SheetRows, spans: Spans, hidden: frozenset[int]) -> list[range]:
    """Runs of rows without a blank row between; a merged cell holds its rows together, hidden rows part none."""
    found: list[range] = []
    reach, start = -2, 0
    for position, index in enumerate(rows.indexes):
        while reach + 1 in hidden:
            reach += 1
        if index > reach + 1:
            found += [range(start, position)] if position else []
            start = position
        merged = spans.get(index, {}).values()
        reach = max(reach, index, *[min(span.bottom, index + 50) for span in merged])
    return [*found, range(start, len(rows.indexes))] if rows.indexes else []


def divided(rows: SheetRows, region: range) -> list[range]:
    """A region cut into heading lines, what stands above the table, the table, and the lines below it."""
    single = [len(rows.columns[position]) == 1 for position in region]
    if all(single):
        return [*each(region)]
    first, last = single.index(False), len(single) - 1 - single[::-1].index(False)
    before, body, after = region[:first], region[first : last + 1], region[last + 1 :]
    return [*each(before), *above_table(rows, body), *each(after)]


def each(region: range) -> Iterator[range]:
    """The rows one by one; those of a list together."""
    step = len(region) if len(region) > LONG else 1
    return (region[start : start + step] for start in range(0, len(region), step))


def above_table(rows: SheetRows, body: range) -> list[range]:
    """Letterhead and title that stand on a table without a blank row are taken off it."""
    wide = next((i for i, position in enumerate(body) if len(rows.columns[position]) >= WIDE), 0)
    lone = next((i for i in range(wide - 1, 0, -1) if len(rows.columns[body[i]]) == 1), -1)
    if lone < 0:
        return [body]
    return [*divided(rows, body[: lone + 1]), body[lone + 1 :]]


def is_table(rows: SheetRows, part: range) -> bool:
    """Whether the rows make a table."""
    return len(part) > LONG or any(len(rows.columns[position]) > 1 for position in part)


def lines(sheet: SheetCells, part: range) -> list[Block]:
    """Rows of one cell as paragraphs."""
    return [line(sheet, position) for position in part]


def line(sheet: SheetCells, position: int) -> Paragraph:
    """A row of one cell as a paragraph."""
    value = sheet.rows.values(position)[0]
    text = value.text.strip()
    offset = len(value.text) - len(value.text.lstrip())
    anchor = f"{sheet.name}!{name(sheet.rows.indexes[position], sheet.rows.columns[position][0])}"
    return Paragraph(
        text=text, segments=(Segment(start=0, end=len(text), anchor=anchor, offset=offset),), bold=value.bold
    )


def table(sheet: SheetCells, part: range, spans: Spans) -> Table:
    """Rows as a table; places count from its upper left corner, columns that hold nothing at all do not count."""
    rows = sheet.rows
    used = sorted(set().union(*set(rows.columns[part.start : part.stop])))
    cells = TableCells(sheet=sheet.name, rows=rows, part=part, used=used, spans=spans)
    top, bottom = rows.indexes[part.start], rows.indexes[part[-1]]
    right = max([used[-1], *[span.right for span in cells.spans_inside()]])
    anchor = f"{sheet.name}!{name(top, used[0])}:{name(bottom, right)}"
    return Table(anchor=anchor, cells=tuple(cells) if rows.held else cells, rows=len(part), columns=len(used),
                 sheet=sheet.name)  # fmt: skip
