"""The reading order of a PDF: lines and tables of all pages as one flow of blocks."""

from collections.abc import Sequence

from tongket.reading.blocks import Block
from tongket.reading.formats.pdf_columns import reading_order, without_tables
from tongket.reading.formats.pdf_forms import without_forms
from tongket.reading.formats.pdf_grid import grids
from tongket.reading.formats.pdf_lines import Line, line_of, page_lines
from tongket.reading.formats.pdf_margins import split_margins
from tongket.reading.formats.pdf_page import Page
from tongket.reading.formats.pdf_paragraphs import Measure, breaks, measure, paragraph
from tongket.reading.formats.pdf_tables import DrawnTable, continues, cut_at_edges, join, place_words
from tongket.reading.formats.pdf_runs import Run

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
    drawn = grids(page)
    page = cut_at_edges(page, drawn)
    own, outside = place_words(page, drawn)
    return own, visible_lines(page, outside)


def visible_lines(page: Page, outside: Sequence[Run]) -> list[Line]:
    """The printed lines without the words in tables; numbers and offsets count the whole printed line."""
    lines = page_lines(page)
    if len(outside) == len(page.runs):
        return lines
    shown = {id(part) for run in outside for part in (run, *run.looked_up)}
    return [part for line in lines for part in visible(line, [i for i, w in enumerate(line.runs) if id(w) in shown])]


def visible(line: Line, kept: list[int]) -> list[Line]:
    """The line of those of its words, none where there are none."""
    if len(kept) == len(line.runs) or not kept:
        return [line] if kept else []
    offset = sum(len(word.text) + 1 for word in line.runs[: kept[0]])
    return [line_of(line.page, line.number, [line.runs[i] for i in kept], offset)]


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
