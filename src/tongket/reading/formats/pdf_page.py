"""A page of a PDF: its words with their boxes, its ruled lines, and how much of it is a picture."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tongket.reading.formats.letters import clean

THIN = 2.5
MAX_OBJECTS = 50_000
MAX_SEGMENTS = 5_000
BLANKS = " \t\r\n\xa0\u200b\x00\ufffe\u2028"
BOLD_WEIGHT = 600
JUMP = 0.6
"""A character further than so many heights from the one before begins a new word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word; coordinates in points, y grows upwards; ``base`` is the line it stands on."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    bold: bool = False

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A straight line along one axis: at ``at``, from ``low`` to ``high``."""

    at: float
    low: float
    high: float


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
    page = document[index]
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            words = tuple(read_words(text))
        finally:
            text.close()
        horizontal, vertical, picture = read_objects(page)
        return Page(number=index + 1, width=width, height=height, words=words, horizontal=tuple(horizontal),
                    vertical=tuple(vertical), picture=picture / max(1.0, width * height))  # fmt: skip
    finally:
        page.close()


def read_words(page: pdfium.PdfTextPage) -> Iterator[Word]:
    """The words in the order of the file."""
    handle = page.raw
    box, origin = raw.FS_RECTF(), (ctypes.c_double(), ctypes.c_double())
    parts: list[tuple[str, float, float, float, float]] = []
    base, bold = 0.0, False
    for index, sign in enumerate(characters(page)):
        if sign in BLANKS:
            if parts:
                yield word(parts, base, bold)
            parts = []
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        if parts and apart(parts, box):
            yield word(parts, base, bold)
            parts = []
        if not parts:
            raw.FPDFText_GetCharOrigin(handle, index, *origin)
            base, bold = origin[1].value, is_bold(handle, index)
        parts.append((sign, box.left, box.right, box.bottom, box.top))
    if parts:
        yield word(parts, base, bold)


def characters(page: pdfium.PdfTextPage) -> Iterator[str]:
    """The characters by index; one by one where some lie outside the basic plane."""
    count = page.count_chars()
    text = page.get_text_range(errors="replace") if count else ""
    if len(text) == count:
        yield from text
        return
    for index in range(count):
        point = raw.FPDFText_GetUnicode(page.raw, index)
        yield chr(point) if 0 < point < 0xD800 or 0xDFFF < point < 0x110000 else " "


def apart(parts: list[tuple[str, float, float, float, float]], box: raw.FS_RECTF) -> bool:
    """Whether a character stands away from the one before: in another line, cell or column."""
    _, left, right, bottom, top = parts[-1]
    height = max(4.0, top - bottom)
    if box.bottom > top or box.top < bottom:
        return True
    return bool(box.left - right > height * JUMP or left - box.left > height * JUMP)


def word(parts: list[tuple[str, float, float, float, float]], base: float, bold: bool) -> Word:
    """Characters as a word."""
    return Word(text=clean("".join(p[0] for p in parts)), left=min(p[1] for p in parts), right=max(p[2] for p in parts),
                bottom=min(p[3] for p in parts), top=max(p[4] for p in parts), base=base, bold=bold)  # fmt: skip


def is_bold(handle: raw.FPDF_TEXTPAGE, index: int) -> bool:
    """Whether a character is set in a bold font."""
    if raw.FPDFText_GetFontWeight(handle, index) >= BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    size = raw.FPDFText_GetFontInfo(handle, index, name, 128, flags)
    shown: bytes = name.raw[: max(0, min(int(size), 128))]
    return b"bold" in shown.lower()


def read_objects(page: pdfium.PdfPage) -> tuple[list[Ruling], list[Ruling], float]:
    """The horizontal and vertical lines drawn on the page, and the area of its largest picture."""
    horizontal: list[Ruling] = []
    vertical: list[Ruling] = []
    picture = 0.0
    for count, item in enumerate(page.get_objects(max_depth=3)):
        if count > MAX_OBJECTS:
            break
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            for left, bottom, right, top in strokes(item):
                if top - bottom <= THIN < right - left:
                    horizontal.append(Ruling(at=(top + bottom) / 2, low=left, high=right))
                elif right - left <= THIN < top - bottom:
                    vertical.append(Ruling(at=(left + right) / 2, low=bottom, high=top))
        elif item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            picture = max(picture, (right - left) * (top - bottom))
    return horizontal, vertical, picture


def strokes(item: pdfium.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of the straight lines of a path: the path itself where it is thin, else its sides."""
    left, bottom, right, top = item.get_bounds()
    if right - left <= THIN or top - bottom <= THIN:
        yield left, bottom, right, top
        return
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item.raw, mode, stroke)
    count = raw.FPDFPath_CountSegments(item.raw)
    if (not stroke.value and count < 20) or count > MAX_SEGMENTS:
        return
    points = [p for p in (segment(item, i) for i in range(count)) if p]
    start = None
    for index, (x, y, kind, closes) in enumerate(points):
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = (x, y)
        elif kind == raw.FPDF_SEGMENT_LINETO and index:
            yield sides(points[index - 1][:2], (x, y))
        if closes and start:
            yield sides((x, y), start)


def segment(item: pdfium.PdfObject, index: int) -> tuple[float, float, int, bool] | None:
    """A point of a path, in page coordinates."""
    part = raw.FPDFPath_GetPathSegment(item.raw, index)
    x, y = ctypes.c_float(), ctypes.c_float()
    if not part or not raw.FPDFPathSegment_GetPoint(part, x, y):
        return None
    matrix = item.get_matrix()
    px, py = matrix.on_point(x.value, y.value)
    return px, py, raw.FPDFPathSegment_GetType(part), bool(raw.FPDFPathSegment_GetClose(part))


def sides(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float, float, float]:
    """The box of a line from a to b."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
