"""A page of a PDF: its words with their boxes, its ruled lines, and how much of it is a picture."""

from dataclasses import dataclass

import pypdfium2 as pdfium

from tongket.reading.formats.pdf_calls import opened_page, page_size
from tongket.reading.formats.pdf_pieces import whole
from tongket.reading.formats.pdf_rulings import Ruling, read_drawn
from tongket.reading.formats.pdf_turn import turning
from tongket.reading.formats.pdf_words import Word, read_words, shown_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands on a page."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    horizontal: tuple[Ruling, ...]
    vertical: tuple[Ruling, ...]
    picture: float
    """The share of the page that its largest picture covers."""


def read_page(document: pdfium.PdfDocument, index: int) -> Page:
    """One page of an open document."""
    with opened_page(document, index) as (page, text):
        width, height = page_size(page)
        words, way = page_words(text, width, height)
        horizontal, vertical, picture = read_drawn(page, turning(way, width, height))
        picture /= max(1.0, width * height)
        width, height = (height, width) if way % 2 else (width, height)
        return Page(number=index + 1, width=width, height=height, words=words, horizontal=tuple(horizontal),
                    vertical=tuple(vertical), picture=picture)  # fmt: skip


def page_words(page: int, width: float, height: float) -> tuple[tuple[Word, ...], int]:
    """The words of a text page, and which way most of them run on the page as it is stored."""
    text = shown_text(page)
    words, way = read_words(page, text, width, height)
    return tuple(whole(words, text)), way
