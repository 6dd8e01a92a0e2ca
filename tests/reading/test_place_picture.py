"""A strip of the page on which a figure stands, with the figure boxed."""

import pypdfium2 as pdfium
import pytest

from tongket.reading import Programs, pdfs_of, place_pictures
from tongket.reading.formats.place_picture import png


def blank() -> bytes:
    import io

    document = pdfium.PdfDocument.new()
    document.new_page(200, 200)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_nothing_is_drawn_of_what_is_not_found() -> None:
    place = {"1": ("Đã ban hành 12 văn bản", 12, 14, 1)}
    assert place_pictures(blank(), place) == {}
    assert place_pictures(b"no pdf", place) == {}
    assert pdfs_of({"a": ("docx", b"")}, Programs()) == {}


def test_a_png_is_what_its_rows_are() -> None:
    Image = pytest.importorskip("PIL.Image")
    import io

    picture = Image.open(io.BytesIO(png([bytes([0, 255]), bytes([128, 7])], 2)))
    assert (picture.size, [picture.getpixel((x, y)) for y in (0, 1) for x in (0, 1)]) == ((2, 2), [0, 255, 128, 7])
