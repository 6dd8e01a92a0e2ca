"""PDFium's functions called for many places of a page at once; handles are addresses, so no call makes an object."""

import ctypes
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

NAME_SIZE = 128
TEXT = raw.FPDF_PAGEOBJ_TEXT
Matrix = tuple[float, float, float, float, float, float]


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    """The function with addresses as whole numbers; everything else about it stays."""
    plain = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    plain.restype, plain.argtypes = result, arguments
    return plain


_HANDLE, _INT = ctypes.c_void_p, ctypes.c_int
_load_page = _plain(raw.FPDF_LoadPage, _HANDLE, _HANDLE, _INT)
_close_page = _plain(raw.FPDF_ClosePage, None, _HANDLE)
_load_text = _plain(raw.FPDFText_LoadPage, _HANDLE, _HANDLE)
_close_text = _plain(raw.FPDFText_ClosePage, None, _HANDLE)
_get_width = _plain(raw.FPDF_GetPageWidthF, ctypes.c_float, _HANDLE)
_get_rotation = _plain(raw.FPDFPage_GetRotation, _INT, _HANDLE)
_get_height = _plain(raw.FPDF_GetPageHeightF, ctypes.c_float, _HANDLE)
_get_text = _plain(raw.FPDFText_GetText, _INT, _HANDLE, _INT, _INT, _HANDLE)
_count_chars = _plain(raw.FPDFText_CountChars, _INT, _HANDLE)
_get_unicode = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, _HANDLE, _INT)
_get_box = _plain(raw.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _HANDLE)
_get_origin = _plain(raw.FPDFText_GetCharOrigin, _INT, _HANDLE, _INT, _HANDLE, _HANDLE)
_get_owner = _plain(raw.FPDFText_GetTextObject, _HANDLE, _HANDLE, _INT)
_get_font = _plain(raw.FPDFTextObj_GetFont, _HANDLE, _HANDLE)
_get_size = _plain(raw.FPDFText_GetFontSize, ctypes.c_double, _HANDLE, _INT)
_get_text_matrix = _plain(raw.FPDFText_GetMatrix, _INT, _HANDLE, _INT, _HANDLE)
_get_weight = _plain(raw.FPDFText_GetFontWeight, _INT, _HANDLE, _INT)
_get_font_name = _plain(raw.FPDFText_GetFontInfo, ctypes.c_ulong, _HANDLE, _INT, _HANDLE, ctypes.c_ulong, _HANDLE)
_get_glyph_width = _plain(raw.FPDFFont_GetGlyphWidth, _INT, _HANDLE, ctypes.c_uint32, ctypes.c_float, _HANDLE)
_get_type = _plain(raw.FPDFPageObj_GetType, _INT, _HANDLE)
_get_bounds = _plain(raw.FPDFPageObj_GetBounds, _INT, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
_count_segments = _plain(raw.FPDFPath_CountSegments, _INT, _HANDLE)
_get_mode = _plain(raw.FPDFPath_GetDrawMode, _INT, _HANDLE, _HANDLE, _HANDLE)
_get_matrix = _plain(raw.FPDFPageObj_GetMatrix, _INT, _HANDLE, _HANDLE)
_get_segment = _plain(raw.FPDFPath_GetPathSegment, _HANDLE, _HANDLE, _INT)
_get_point = _plain(raw.FPDFPathSegment_GetPoint, _INT, _HANDLE, _HANDLE, _HANDLE)
_get_segment_type = _plain(raw.FPDFPathSegment_GetType, _INT, _HANDLE)
_get_close = _plain(raw.FPDFPathSegment_GetClose, _INT, _HANDLE)
_BYTES = {kind: array(kind).itemsize for kind in "BHdf"}
_PARTS = {
    False: (_plain(raw.FPDFPage_CountObjects, _INT, _HANDLE), _plain(raw.FPDFPage_GetObject, _HANDLE, _HANDLE, _INT)),
    True: (_plain(raw.FPDFFormObj_CountObjects, _INT, _HANDLE),
           _plain(raw.FPDFFormObj_GetObject, _HANDLE, _HANDLE, ctypes.c_ulong)),
}  # fmt: skip


@contextmanager
def opened_page(document: pdfium.PdfDocument, index: int) -> Iterator[tuple[int, int]]:
    """A page and its text page, closed again afterwards."""
    page = _load_page(ctypes.cast(document.raw, _HANDLE), index)
    text = _load_text(page) if page else None
    try:
        if not text:
            raise pdfium.PdfiumError("Failed to load page.")
        yield page, text
    finally:
        if text:
            _close_text(text)
        if page:
            _close_page(page)


def page_size(page: int) -> tuple[float, float]:
    """Width and height of a page, in points, as they are before it is turned for reading."""
    width, height = _get_width(page), _get_height(page)
    return (height, width) if _get_rotation(page) % 2 else (width, height)


def page_text(page: int) -> str:
    """The characters of a text page, one for each index; one by one where some lie outside the basic plane."""
    count = _count_chars(page)
    if count <= 0:
        return ""
    buffer, start = _room("H", count + 1)
    written = _get_text(page, 0, count, start)
    text = buffer[: max(0, written - 1)].tobytes().decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    points = map(_get_unicode, repeat(page), range(count))
    return "".join(chr(p) if 0 < p < 0xD800 or 0xDFFF < p < 0x110000 else " " for p in points)


def char_boxes(page: int, places: Sequence[int]) -> Sequence[float]:
    """Left, top, right and bottom of each character, one after the other."""
    boxes, start = _room("f", 4 * len(places))
    _call(_get_box, repeat(page), places, range(start, start + 16 * len(places), 16))
    return boxes


def origins(page: int, places: Sequence[int]) -> Sequence[float]:
    """Where each character is set, x and y, one after the other."""
    points, start = _room("d", 2 * len(places))
    end = start + 16 * len(places)
    _call(_get_origin, repeat(page), places, range(start, end, 16), range(start + 8, end + 8, 16))
    return points


def owners(page: int, places: Sequence[int]) -> list[int | None]:
    """The stretch of text that each character was drawn with: a number that says which are the same."""
    return list(map(_get_owner, repeat(page), places))


def fonts(owners: Iterable[int | None]) -> list[int | None]:
    """The font of each stretch of text: a number that says which are the same."""
    return list(map(_get_font, owners))


def text_matrices(page: int, places: Sequence[int]) -> Sequence[float]:
    """How each character is scaled and turned: the six numbers of its matrix, one after the other."""
    matrices, start = _room("f", 6 * len(places))
    _call(_get_text_matrix, repeat(page), places, range(start, start + 24 * len(places), 24))
    return matrices


def font_sizes(page: int, places: Sequence[int]) -> Sequence[float]:
    """The size of the font of each character, before its matrix."""
    return list(map(_get_size, repeat(page), places))


def font_weight(page: int, place: int) -> int:
    """The weight of the font of a character; 400 is regular."""
    return int(_get_weight(page, place))


def font_name(page: int, place: int) -> bytes:
    """The name of the font of a character."""
    name, start = _room("B", NAME_SIZE)
    size = _get_font_name(page, place, start, NAME_SIZE, None)
    return name[: min(size, NAME_SIZE)].tobytes()


def glyph_widths(font: int | None, signs: Iterable[str]) -> list[float]:
    """How far each letter of a font takes the next one on, in sizes; 0 for one that it has not."""
    width, start = _room("f", 1)
    return [width[0] if _get_glyph_width(font, ord(sign), 1.0, start) else 0.0 for sign in signs]


def parts(owner: int, *, form: bool = False) -> list[tuple[int, int]]:
    """What is drawn on a page or in a form, text aside: its address and its type."""
    count, get = _PARTS[form]
    found = list(filter(None, map(get, repeat(owner), range(max(0, count(owner))))))
    return [(part, kind) for part, kind in zip(found, map(_get_type, found), strict=True) if kind != TEXT]


def bounds(parts: Sequence[int]) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each that is drawn; all 0 where it has no place."""
    boxes, start = _room("f", 4 * len(parts))
    edges = [range(start + edge, start + edge + 16 * len(parts), 16) for edge in (0, 4, 8, 12)]
    _call(_get_bounds, parts, *edges)
    return zip(boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4], strict=True)


def matrix(part: int) -> Matrix:
    """How what is drawn is scaled, turned and moved: six numbers as PDF writes them."""
    numbers = raw.FS_MATRIX()
    _get_matrix(part, ctypes.addressof(numbers))
    return numbers.a, numbers.b, numbers.c, numbers.d, numbers.e, numbers.f


def path_size(path: int) -> int:
    """How many points a path has."""
    return int(_count_segments(path))


def path_is_stroked(path: int) -> bool:
    """Whether the line of a path is drawn, and not only what it encloses filled."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    _get_mode(path, ctypes.addressof(mode), ctypes.addressof(stroke))
    return bool(stroke.value)


def path_points(path: int) -> list[tuple[float, float, int, bool]]:
    """The points of a path where it is drawn: x, y, how it comes there, and whether it then goes back to its beginning."""
    point, start = _room("f", 2)
    a, b, c, d, e, f = matrix(path)
    found = []
    for index in range(path_size(path)):
        segment = _get_segment(path, index)
        if segment and _get_point(segment, start, start + 4):
            x, y = point[0], point[1]
            kind, closes = _get_segment_type(segment), bool(_get_close(segment))
            found.append((a * x + c * y + e, b * x + d * y + f, kind, closes))
    return found


def _room(kind: str, count: int) -> tuple["array[Any]", int]:
    """An array of so many numbers, and its address. An array of ctypes would make a type for each length."""
    numbers = array(kind, bytes(count * _BYTES[kind]))
    return numbers, numbers.buffer_info()[0]


def _call(function: Any, *arguments: Iterable[Any]) -> None:
    deque(map(function, *arguments), maxlen=0)
