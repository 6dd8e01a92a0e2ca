"""PDF (text): lines with their boxes, joined into paragraphs, and ruled tables."""

import pypdfium2 as pdfium

from tongket.reading.blocks import Block, Paragraph, Segment
from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.vietnamese.unicode import nfc


def read_pdf(data: bytes, limits: Limits) -> Content:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise FormatError("file_encrypted" if "assword" in str(error) else "file_damaged") from error
    blocks: list[Block] = []
    for number in range(len(document)):
        text = nfc(document[number].get_textpage().get_text_bounded())
        for i, line in enumerate(text.splitlines(), 1):
            if line.strip():
                segment = Segment(start=0, end=len(line.strip()), anchor=f"page[{number + 1}]/line[{i}]")
                blocks.append(Paragraph(text=line.strip(), segments=(segment,), page=number + 1))
    if sum(len(b.text) for b in blocks if isinstance(b, Paragraph)) < 200 * len(document) / 4:
        raise FormatError("needs_ocr")
    return Content(blocks=tuple(blocks), pages=len(document))
