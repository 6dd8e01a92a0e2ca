"""PDF (text): lines with their boxes, joined into paragraphs, and ruled tables."""

from itertools import compress

import pypdfium2 as pdfium

from tongket.problems import Problem, Severity, Where
from tongket.reading.blocks import Block, DigitalSignature
from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.pdf_flow import flow
from tongket.reading.formats.pdf_page import Page, read_page
from tongket.reading.formats.pdf_signature import signatures

RUN = 50
"""After so many pages the document is opened anew: PDFium keeps the fonts of all it has read until it is closed."""
PICTURE = 0.4
FEW_LETTERS = 250
"""A page covered by a picture with fewer letters than this over it (a signature stamp) is a scan."""
SOUND = 0.6
SAMPLE = 100


def read_pdf(data: bytes, limits: Limits) -> Content:
    """The blocks of a PDF; ``needs_ocr`` where its pages are pictures or its letters mean nothing."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise FormatError("file_encrypted" if "assword" in str(error) else "file_damaged") from error
    try:
        if len(document) > limits.pages:
            raise FormatError("too_many_parts")
        pages = []
        for index in range(len(document)):
            if index and index % RUN == 0:
                document.close()
                document = pdfium.PdfDocument(data)
            pages.append(read_page(document, index))
        signed = signatures(document)
    finally:
        document.close()
    if not pages:
        raise FormatError("file_damaged")
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
        return sum(len(word.text) for word in page.words) < FEW_LETTERS
    return page.picture > PICTURE / 4 and not page.words


def readable(pages: list[Page]) -> bool:
    """Whether the text layer holds letters, and not the codes of fonts without a key: so many words of a page tell."""
    words = [word.text for page in pages for word in page.words[:: 1 + len(page.words) // SAMPLE]]
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
