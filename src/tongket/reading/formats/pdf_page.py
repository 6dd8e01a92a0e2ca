"""A page of a PDF: its text with the boxes, its ruled lines, and how much of it is a picture."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from sys import intern

import pypdfium2 as pdfium

from tongket.reading.formats.pdf_calls import opened_page, page_size
from tongket.reading.formats.pdf_layer import Fonts, read_runs, shown_text
from tongket.reading.formats.pdf_rulings import Ruling, read_drawn
from tongket.reading.formats.pdf_runs import Run, TextLayer, words
from tongket.reading.formats.pdf_turn import turning


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands on a page. ``runs`` whose words can still be looked up are good as long as the page is open."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    horizontal: tuple[Ruling, ...]
    vertical: tuple[Ruling, ...]
    picture: float
    """The share of the page that its largest picture covers."""


@contextmanager
def read_page(document: pdfium.PdfDocument, index: int, fonts: Fonts) -> Iterator[Page]:
    """One page of an open document, itself open; ``fonts`` are those met on pages of it that are still open."""
    with opened_page(document, index) as (page, text):
        width, height = page_size(page)
        layer = TextLayer(page=text, text=shown_text(text), widths=fonts.widths)
        runs, way = read_runs(layer, fonts, width, height)
        horizontal, vertical, picture = read_drawn(page, turning(way, width, height))
        picture /= max(1.0, width * height)
        width, height = (height, width) if way % 2 else (width, height)
        try:
            yield Page(number=index + 1, width=width, height=height, runs=tuple(runs), horizontal=tuple(horizontal),
                       vertical=tuple(vertical), picture=picture)  # fmt: skip
        finally:
            layer.close()


def in_words(page: Page) -> Page:
    """The page with all its words looked up, so that it need not stay open."""
    return replace(page, runs=tuple(word._replace(text=intern(word.text), layer=None) for word in words(page.runs)))
