"""Pictures of pages read by Tesseract: words with their boxes and how sure each is, then laid out as any page."""

import os
import re
from collections.abc import Iterator
from operator import attrgetter

import pypdfium2 as pdfium

from tongket.problems import Problem, Severity, Where
from tongket.reading.blocks import Doubt
from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.letters import clean
from tongket.reading.formats.outside import call
from tongket.reading.formats.pdf_flow import flow
from tongket.reading.formats.pdf_grid import grids
from tongket.reading.formats.pdf_lines import page_lines
from tongket.reading.formats.pdf_page import Page
from tongket.reading.formats.pdf_rulings import Ruling
from tongket.reading.formats.pdf_runs import Run
from tongket.reading.formats.pdf_tables import place_words
from tongket.reading.programs import Programs

POINTS = 72
DPI = 200
"""Enough for letters of 10 points; every page costs a second or two."""
LARGEST = 6_000
"""Pixels along a side: a page that would be larger is rendered coarser."""
ONE_CORE = () if os.name == "nt" else ("/usr/bin/env", "OMP_THREAD_LIMIT=1")
"""Several files are worked on at once already: Tesseract on all cores for one page takes more than twice the time."""
LEAST_SURE = 0.3
LETTER = 0.95
"""A recognised word is about so many sizes of its letters high."""
DARK = bytes(0 if shade < 128 else 1 for shade in range(256))
RULE = re.compile(rb"\x00{%d,}" % (DPI // 2))
CHECK = Problem(code="recognised", severity=Severity.NOTICE, where=Where())
RULED = " \t|_¦‖"
"""What Tesseract takes the lines around cells for."""
THICK = 6
"""More rows of dark pixels than this are a bar or a picture, no ruled line."""


def recognised_pdf(data: bytes, limits: Limits, programs: Programs) -> Content:
    """The blocks of a PDF whose pages are pictures."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise FormatError("file_damaged") from error
    try:
        if len(document) > limits.scanned:
            raise FormatError("too_many_scans", {"limit": str(limits.scanned)})
        return content([recognised_page(document, index, programs) for index in range(len(document))])
    finally:
        document.close()


def recognised_image(data: bytes, programs: Programs) -> Content:
    """The blocks of a picture of one page."""
    words = tuple(read_words(recognised(data, programs), 1.0, 0.0))
    return content([page_of(1, words, (), ())])


def content(pages: list[tuple[Page, dict[int, float]]]) -> Content:
    """The blocks of the pages, and the words that are not sure."""
    doubts = [doubt for page, sure in pages for doubt in (*page_doubts(page, sure), *table_doubts(page, sure))]
    return Content(blocks=tuple(flow([page for page, _ in pages])), problems=(CHECK,), pages=len(pages),
                   doubts=tuple(doubts))  # fmt: skip


def page_doubts(page: Page, sure: dict[int, float]) -> Iterator[Doubt]:
    """Each word with its place in its line and how sure it is."""
    for line in page_lines(page):
        start = 0
        for word in line.runs:
            end = start + len(word.text)
            yield Doubt(anchor=line.anchor, start=start, end=end, confidence=sure[id(word)])
            start = end + 1


def table_doubts(page: Page, sure: dict[int, float]) -> Iterator[Doubt]:
    """Each word in a ruled table with its cell: a cell is as sure as its least sure word."""
    drawn = grids(page)
    for grid, placed in zip(drawn, place_words(page, drawn)[0], strict=True):
        cells = {(cell.row, cell.column): cell for cell in placed.table.cells}
        for word in page.runs:
            cell = cells.get(grid.place(*word.centre) or (-1, -1))
            if cell is not None:
                yield Doubt(anchor=cell.anchor, start=0, end=len(cell.text), confidence=sure[id(word)])


def recognised_page(document: pdfium.PdfDocument, index: int, programs: Programs) -> tuple[Page, dict[int, float]]:
    """One page, rendered in shades of grey."""
    page = document[index]
    try:
        width, height = page.get_size()
        scale = min(DPI / POINTS, LARGEST / max(width, height, 1.0))
        bitmap = page.render(scale=scale, grayscale=True)
        shades, columns, rows = pixels(bitmap), bitmap.width, bitmap.height
        bitmap.close()
    finally:
        page.close()
    picture = b"P5 %d %d 255\n" % (columns, rows) + shades
    words = tuple(read_words(recognised(picture, programs), 1 / scale, height))
    dark = shades.translate(DARK)
    across = rulings([dark[row * columns : (row + 1) * columns] for row in range(rows)], 1 / scale)
    down = rulings([dark[column::columns] for column in range(columns)], 1 / scale)
    horizontal = tuple(Ruling(at=height - at, low=low, high=high) for at, low, high in across)
    vertical = tuple(Ruling(at=at, low=height - high, high=height - low) for at, low, high in down)
    return page_of(index + 1, words, horizontal, vertical, (width, height))


def pixels(bitmap: pdfium.PdfBitmap) -> bytes:
    """The shades row by row without the bytes that only fill up a row."""
    raw = bytes(bitmap.buffer)
    return b"".join(raw[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))


def rulings(strips: list[bytes], unit: float) -> Iterator[tuple[float, float, float]]:
    """Long dark stretches of strips of pixels, those side by side as one: (at, from, to)."""
    open_runs: list[list[int]] = []
    for place, strip in enumerate([*strips, b""]):
        runs = [found.span() for found in RULE.finditer(strip)]
        going_on = []
        for run in open_runs:
            match = next((r for r in runs if r[0] < run[3] and run[2] < r[1]), None)
            if match is not None:
                runs.remove(match)
                going_on.append([run[0], place, min(run[2], match[0]), max(run[3], match[1])])
            elif run[1] - run[0] < THICK:
                yield (run[0] + run[1] + 1) / 2 * unit, run[2] * unit, run[3] * unit
        open_runs = going_on + [[place, place, *run] for run in runs]


def page_of(
    number: int,
    words: tuple[tuple[Run, float], ...],
    horizontal: tuple[Ruling, ...],
    vertical: tuple[Ruling, ...],
    size: tuple[float, float] = (0.0, 0.0),
) -> tuple[Page, dict[int, float]]:
    """A page of recognised words, and how sure each is by its identity."""
    width, height = size if size[0] else (max((w.right for w, _ in words), default=1.0), 0.0)
    page = Page(number=number, width=width, height=height, runs=tuple(sorted((w for w, _ in words), key=attrgetter("left"))),
                horizontal=horizontal, vertical=vertical, picture=0.0)  # fmt: skip
    return page, {id(word): sure for word, sure in words}


def recognised(picture: bytes, programs: Programs) -> str:
    """What Tesseract finds, one word on a line."""
    command = [*ONE_CORE, programs.tesseract, "stdin", "stdout", "-l", "vie", "--dpi", str(DPI), "tsv"]
    return call(command, data=picture, seconds=programs.seconds).decode("utf-8", "replace")


def read_words(table: str, unit: float, height: float) -> Iterator[tuple[Run, float]]:
    """The words of Tesseract's table; those of one line share a base."""
    bases: dict[tuple[str, ...], float] = {}
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) < 12 or fields[0] not in ("4", "5"):
            continue
        left, top, width, tall = (int(f) * unit for f in fields[6:10])
        line = tuple(fields[1:5])
        if fields[0] == "4":
            bases[line] = height - top - tall
            continue
        text, sure = clean(fields[11]).strip(RULED), float(fields[10]) / 100
        if text and sure >= LEAST_SURE:
            base = bases.get(line, height - top - tall)
            yield Run(text, left, left + width, base, (height - top - base) / LETTER), sure
