"""PDF (text): lines with their boxes, joined into paragraphs, and ruled tables."""

from contextlib import ExitStack
from itertools import compress

import pypdfium2 as pdfium

from tongket.problems import Problem, Severity, Where
from tongket.reading.blocks import Block, DigitalSignature
from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.pdf_flow import flow
from tongket.reading.formats.pdf_layer import Fonts
from tongket.reading.formats.pdf_page import Page, in_words, read_page
from tongket.reading.formats.pdf_signature import signatures

SPAN = 30
"""After so many pages the document is opened anew: PDFium keeps the fonts of all it has read until it is closed."""
PICTURE = 0.4
FEW_LETTERS = 250
"""A page covered by a picture with fewer letters than this over it (a signature stamp) is a scan."""
SOUND = 0.6
SAMPLE = 20


def read_pdf(data: bytes, limits: Limits) -> Content:
    """The blocks of a PDF; ``needs_ocr`` where its pages are pictures or its letters mean nothing."""
    with ExitStack() as opened:
        document = opened_document(data, opened)
        if len(document) > limits.pages:
            raise FormatError("too_many_parts")
        if not len(document):
            raise FormatError("file_damaged")
        pages: list[Page] = []
        fonts = Fonts()
        for index in range(len(document)):
            if index and index % SPAN == 0:
                pages[-SPAN:] = map(in_words, pages[-SPAN:])
                opened.close()
                document, fonts = opened_document(data, opened), Fonts()
            pages.append(opened.enter_context(read_page(document, index, fonts)))
        return content(pages, signatures(document))


def opened_document(data: bytes, opened: ExitStack) -> pdfium.PdfDocument:
    """The document, open as long as ``opened`` is."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise FormatError("file_encrypted" if "assword" in str(error) else "file_damaged") from error
    opened.callback(document.close)
    return document


def content(pages: list[Page], signed: tuple[DigitalSignature, ...]) -> Content:
    """The blocks of the pages."""
    scanned = [page for page in pages if is_scan(page)]
    if len(scanned) * 2 > len(pages) or not readable(pages):
        raise FormatError("needs_ocr")
    blocks: list[Block] = flow(pages)
    return Content(
        blocks=tuple(blocks),
        problems=(*scan_notice(scanned), *map(signed_notice, signed)),
        pages=len(pages),
        signatures=signed,
    )


def is_scan(page: Page) -> bool:
    """Whether a page is a picture with no text, or but a stamp, over it."""
    if page.picture > PICTURE:
        return sum(len(run.text) - run.text.count(" ") for run in page.runs) < FEW_LETTERS
    return page.picture > PICTURE / 4 and not page.runs


def readable(pages: list[Page]) -> bool:
    """Whether the text layer holds letters, and not the codes of fonts without a key: so many lines of a page tell."""
    runs = (run.text for page in pages for run in page.runs[:: 1 + len(page.runs) // SAMPLE])
    words = " ".join(runs).split()
    enough = sum(map(len, words)) * SOUND
    sound = sum(compress(map(len, words), map(str.isalnum, words)))
    if sound < enough:
        sound = sum(1 for word in words for sign in word if sign.isalnum() or sign in ".,;:()-/%\"'")
    return bool(words) and sound >= enough


def scan_notice(scanned: list[Page]) -> tuple[Problem, ...]:
    """Which pages among readable ones are pictures."""
    if not scanned:
        return ()
    numbers = ", ".join(str(page.number) for page in scanned)
    anchor = Where(anchor=f"page[{scanned[0].number}]")
    return (Problem(code="pages_need_ocr", severity=Severity.WARNING, where=anchor, fields={"pages": numbers}),)


def signed_notice(signature: DigitalSignature) -> Problem:
    """Who signed the file and when, as it says itself."""
    when = f"{signature.here:%d/%m/%Y %H:%M}" if signature.here else "?"
    fields = {"signer": signature.signer or "?", "time": when}
    return Problem(code="signed_digitally", severity=Severity.NOTICE, where=Where(), fields=fields)
