"""A page of a PDF: its words with their boxes, its ruled lines, and how much of it is a picture."""

from dataclasses import dataclass

import pypdfium2 as pdfium

from tongket.reading.formats.pdf_calls import opened_page, page_size
from tongket.reading.formats.pdf_pieces import whole
from tongket.reading.formats.pdf_rulings import Ruling, read_drawn
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
        horizontal, vertical, picture = read_drawn(page)
        return Page(number=index + 1, width=width, height=height, words=page_words(text),
                    horizontal=tuple(horizontal), vertical=tuple(vertical),
                    picture=picture / max(1.0, width * height))  # fmt: skip


def page_words(page: int) -> tuple[Word, ...]:
    """The words of a text page."""
    text = shown_text(page)
    return tuple(whole(read_words(page, text), text))
