"""Pictures of the places that figures were read at: a strip of the page, with the figure boxed."""

import tempfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from struct import pack

import pypdfium2 as pdfium

from tongket.reading.formats.content import FormatError
from tongket.reading.formats.office import write_profile
from tongket.reading.formats.outside import call
from tongket.reading.formats.pdf_layer import CUT
from tongket.reading.programs import Programs

SCALE = 1.6
ABOVE, BELOW = 46.0, 30.0
"""Points of the page shown above and below the figure."""
DARK = 0
Box = tuple[float, float, float, float]


def pdfs_of(files: Mapping[str, tuple[str, bytes]], programs: Programs) -> dict[str, bytes]:
    """Word and Excel files (name -> kind and content) as LibreOffice prints them; those it cannot are left out."""
    if not programs.office or not files:
        return {}
    with tempfile.TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        write_profile(folder / "profile")
        sources = {key: folder / f"{i}.{kind}" for i, (key, (kind, _)) in enumerate(files.items())}
        for key, source in sources.items():
            source.write_bytes(files[key][1])
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        fixed = [programs.office, profile, "--headless", "--norestore", "--nolockcheck", "--nodefault"]
        try:
            call(
                [*fixed, "--convert-to", "pdf", "--outdir", str(folder / "saved"), *map(str, sources.values())],
                seconds=programs.seconds + 2 * len(files),
            )
        except FormatError:
            return {}
        made = {key: folder / "saved" / f"{source.stem}.pdf" for key, source in sources.items()}
        return {key: file.read_bytes() for key, file in made.items() if file.is_file()}


def place_pictures(data: bytes, places: Mapping[str, tuple[str, int, int, int]]) -> dict[str, bytes]:
    """PNG of each place (key -> passage, start and end of the figure in it, page from 1 or 0) that is found in a PDF."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return {}
    found: dict[str, bytes] = {}
    try:
        for index in range(len(document)):
            wanted = {k: p for k, p in places.items() if k not in found and p[3] in (0, index + 1)}
            if wanted:
                found |= dict(_on_page(document[index], wanted))
    finally:
        document.close()
    return found


def _on_page(page: pdfium.PdfPage, wanted: Mapping[str, tuple[str, int, int, int]]) -> Iterator[tuple[str, bytes]]:
    if page.get_rotation():
        return  # The boxes of its letters are not those of its picture.
    text = page.get_textpage()
    shown = text.get_text_range().replace(CUT, "-")
    letters = [(letter, i) for i, letter in enumerate(shown) if not letter.isspace()]
    solid = "".join(letter for letter, _ in letters)
    bitmap = None
    for key, (passage, start, end, _) in wanted.items():
        before, figure = ("".join(part.split()).replace("|", "") for part in (passage[:start], passage[start:end]))
        at = solid.find(before + figure) if before or len(figure) > 3 else -1
        if at >= 0 and figure:
            first, last = (letters[at + len(before) + n][1] for n in (0, len(figure) - 1))
            bitmap = bitmap or page.render(scale=SCALE, grayscale=True)
            yield key, _strip(bitmap, page.get_height(), text.get_charbox(first), text.get_charbox(last))


def _strip(bitmap: pdfium.PdfBitmap, height: float, first: Box, last: Box) -> bytes:
    """The rows of the page around the figure, with a frame around it."""
    left, bottom, right, top = first[0], min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])
    raw, stride, width = bytearray(bytes(bitmap.buffer)), bitmap.stride, bitmap.width
    x1, x2 = (round(v * SCALE) for v in (left - 2, right + 2))
    y1, y2 = (round((height - v) * SCALE) for v in (top + 2, bottom - 2))
    for x in range(max(x1, 0), min(x2, width - 1) + 1):
        for y in (y1, y1 + 1, y2, y2 + 1):
            if 0 <= y < bitmap.height:
                raw[y * stride + x] = DARK
    for y in range(max(y1, 0), min(y2 + 1, bitmap.height - 1) + 1):
        for x in (x1, x1 + 1, x2 - 1, x2):
            if 0 <= x < width:
                raw[y * stride + x] = DARK
    begin = max(0, round((height - top - ABOVE) * SCALE))
    stop = min(bitmap.height, round((height - bottom + BELOW) * SCALE))
    return png([bytes(raw[y * stride : y * stride + width]) for y in range(begin, stop)], width)


def png(rows: list[bytes], width: int) -> bytes:
    """A PNG file of shades of grey, a byte for each."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))

    head = pack(">IIBBBBB", width, len(rows), 8, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
