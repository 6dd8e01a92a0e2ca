"""Tables and what stands beside them: a total told in the text, a figure carried over to the next table."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checks.counting.grid import NumberGrid
from tongket.checks.counting.model import Miscount, MiscountKind
from tongket.checks.counting.rows import CARRIED, is_total
from tongket.checks.rounding import rounds
from tongket.reading import Block, Paragraph, Table
from tongket.vietnamese import NumberMention, accent_fold, find_numbers, format_number

BEFORE, AFTER = 3, 1
"""So many paragraphs before and after a table speak of it."""
TOTAL_WORD = re.compile(r"\b(?:tổng số|tổng cộng|tổng|cộng|toàn (?:tỉnh|huyện|xã|ngành|thành phố))\b[^.;]{0,80}$")
NOUN = re.compile(r"\s*([^\W\d_]+)")
SIZE = Decimal("0.5")


def carried_miscounts(blocks: Sequence[Block]) -> Iterator[Miscount]:
    """A row "mang sang" that is not the last row of the table before it."""
    last: NumberGrid | None = None
    for block in blocks:
        if not isinstance(block, Table):
            continue
        grid = NumberGrid(block)
        first = next((i for i in range(grid.table.rows) if any(grid.numbers[i])), None)
        if last is not None and first is not None and CARRIED.search(grid.labels[first]):
            yield from _carried(last, grid, first)
        last = grid


def _carried(before: NumberGrid, grid: NumberGrid, row: int) -> Iterator[Miscount]:
    closing = before.table.rows - 1
    if before.table.columns != grid.table.columns or not (
        CARRIED.search(before.labels[closing]) or is_total(before, closing)
    ):
        return
    for column in range(1, grid.table.columns):
        was, now = before.numbers[closing][column], grid.numbers[row][column]
        cells = before.cells[closing][column], grid.cells[row][column]
        if was is not None and now is not None and was != now and cells[0] is not None and cells[1] is not None:
            yield Miscount(
                kind=MiscountKind.CARRIED,
                place=cells[1].anchor,
                label=" ".join(grid.raw_labels[row].split()),
                stated=now,
                right=was,
                shown=format_number(was),
                others=(cells[0].anchor,),
            )


def text_table_miscounts(blocks: Sequence[Block]) -> Iterator[Miscount]:
    """A total told in the text right before or after a table, against the total row of the one column that counts the
    same thing."""
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            grid = NumberGrid(block)
            totals = [i for i in range(grid.head, block.rows) if is_total(grid, i) and any(grid.numbers[i])]
            if totals:
                for paragraph in _around(blocks, place):
                    yield from _against(paragraph, grid, totals[-1])


def _around(blocks: Sequence[Block], place: int) -> Iterator[Paragraph]:
    """The paragraphs that speak of a table: no other table between."""
    for step, most in ((-1, BEFORE), (1, AFTER)):
        for i in range(1, most + 1):
            at = place + step * i
            if not 0 <= at < len(blocks) or isinstance(found := blocks[at], Table):
                break
            yield found


def _against(paragraph: Paragraph, grid: NumberGrid, total: int) -> Iterator[Miscount]:
    folded = accent_fold(paragraph.text)
    for number in find_numbers(paragraph.text):
        noun = NOUN.match(folded, number.end)
        if noun is None or number.percent or number.denominator is not None or number.money is not None:
            continue
        if not TOTAL_WORD.search(folded[: number.start]) or _elsewhere(grid, number):
            continue
        columns = [c for c in grid.added if any(re.search(rf"\b{noun[1]}\b", t) for t in grid.titles[c])]
        stated = grid.numbers[total][columns[0]] if len(columns) == 1 else None
        cell = grid.cells[total][columns[0]] if stated is not None else None
        if stated is None or cell is None or not (SIZE * stated <= number.value <= stated / SIZE):
            continue
        yield Miscount(
            kind=MiscountKind.TEXT_TABLE,
            place=paragraph.locate(number.start, number.end),
            label=grid.title(columns[0]),
            stated=number.value,
            right=stated,
            shown=format_number(stated),
            others=(cell.anchor,),
        )


def _elsewhere(grid: NumberGrid, number: NumberMention) -> bool:
    """Whether the number, or what it rounds, stands anywhere in the table."""
    return any(n is not None and rounds(number.value, n) for row in grid.numbers for n in row)
