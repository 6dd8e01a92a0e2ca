"""The reading order of a PDF: lines and tables of all pages as one flow of blocks."""

from collections.abc import Sequence

from tongket.reading.blocks import Block
from tongket.reading.formats.pdf_columns import reading_order, without_tables
from tongket.reading.formats.pdf_forms import without_forms
from tongket.reading.formats.pdf_grid import grids
from tongket.reading.formats.pdf_lines import Line, line_of
from tongket.reading.formats.pdf_margins import split_margins
from tongket.reading.formats.pdf_page import Page
from tongket.reading.formats.pdf_paragraphs import Measure, breaks, measure, paragraph
from tongket.reading.formats.pdf_rows import baselines
from tongket.reading.formats.pdf_runs import Run
from tongket.reading.formats.pdf_tables import DrawnTable, continues, join, place_words

Item = list[Line] | DrawnTable


def flow(pages: Sequence[Page]) -> list[Block]:
    """The blocks of the document; what stands in the margins comes last."""
    tables, lines = [], []
    for page in pages:
        own, outside = lines_and_tables(page)
        tables.append(own)
        lines.append(outside)
    bodies, margins = split_margins(pages, lines)
    area = measure([line for body in bodies for line in body])
    items: list[Item] = []
    for body, own in zip(bodies, tables, strict=True):
        rows, more = without_tables(body, len(own))
        rows, blank = without_forms(rows, len(own) + len(more), area)
        placed = sorted([*own, *more, *blank], key=lambda t: -t.top)
        add_page(items, reading_order(rows, area), placed, area)
    blocks: list[Block] = [i.table if isinstance(i, DrawnTable) else paragraph(i, area) for i in items]
    return blocks + [paragraph([line], area, "footer") for line in margins]


def lines_and_tables(page: Page) -> tuple[list[DrawnTable], list[Line]]:
    """The ruled tables of a page and the printed lines outside."""
    own, outside, page = place_words(page, grids(page))
    return own, visible_lines(page, outside)


def visible_lines(page: Page, outside: Sequence[Run]) -> list[Line]:
    """The printed lines without the words in tables; numbers and offsets count the whole printed line."""
    rows = baselines(page.runs)
    if len(outside) == len(page.runs):
        return [line_of(page.number, number, runs) for number, runs in enumerate(rows, 1)]
    shown = {id(part) for run in outside for part in (run, *run.looked_up)}
    found = []
    for number, runs in enumerate(rows, 1):
        kept = [i for i, run in enumerate(runs) if id(run) in shown]
        if kept:
            offset = sum(len(run.text) + 1 for run in runs[: kept[0]])
            found.append(line_of(page.number, number, [runs[i] for i in kept], offset))
    return found


def add_page(items: list[Item], lines: list[Line], tables: list[DrawnTable], area: Measure) -> None:
    """Append the lines and tables of a page in reading order, joined to what came before."""
    waiting = list(tables)
    first = True
    for line in lines:
        while waiting and waiting[0].top > line.base:
            add_table(items, waiting.pop(0), first)
            first = False
        last = items[-1] if items else None
        if isinstance(last, list) and not breaks(last, line, area):
            last.append(line)
        else:
            items.append([line])
        first = False
    for table in waiting:
        add_table(items, table, first)
        first = False


def add_table(items: list[Item], table: DrawnTable, first: bool) -> None:
    """Append a table, or put it to the one that it continues from the page before."""
    last = items[-1] if items else None
    if first and isinstance(last, DrawnTable) and continues(last, table):
        items[-1] = join(last, table)
    else:
        items.append(table)
