"""What a scanner gives: a PDF that holds nothing but pictures of its pages."""

import io

import pypdfium2 as pdfium

DPI = 200


def scanned(data: bytes, *, pages: int = 1) -> bytes:
    """The first pages of a PDF as pictures."""
    source, target = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    for index in range(min(pages, len(source))):
        size = source[index].get_size()
        picture = pdfium.PdfImage.new(target)
        picture.set_bitmap(source[index].render(scale=DPI / 72, grayscale=True))
        picture.set_matrix(pdfium.PdfMatrix().scale(*size))
        page = target.new_page(*size)
        page.insert_obj(picture)
        page.gen_content()
    buffer = io.BytesIO()
    target.save(buffer)
    return buffer.getvalue()
