"""What is drawn on a PDF page: the straight lines of its tables, and pictures."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import pypdfium2.raw as raw

from tongket.reading.formats.pdf_calls import Matrix, bounds, matrix, parts, path_is_stroked, path_points, path_size
from tongket.reading.formats.pdf_turn import Edges, combined, moved

THIN = 2.5
DEEPEST = 3
MAX_OBJECTS = 50_000
MAX_SEGMENTS = 5_000
OUTLINE = 20
"""A path that is only filled and has fewer points is a shading; with more it is lines drawn as one thin shape."""
Drawn = tuple[int, int, Matrix | None]


class Ruling(NamedTuple):
    """A straight line along one axis: at ``at``, from ``low`` to ``high``."""

    at: float
    low: float
    high: float


def read_drawn(page: int, turn: Matrix | None) -> tuple[list[Ruling], list[Ruling], float]:
    """The horizontal and vertical lines drawn on the page as it is turned, and the area of its largest picture."""
    drawn = objects(page, turn)
    if not drawn:
        return [], [], 0.0
    lines: list[Edges] = []
    picture = 0.0
    for (item, kind, outer), box in zip(drawn, bounds([item for item, _, _ in drawn]), strict=True):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            lines += strokes(item, outer, moved(box, outer))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = moved(box, outer)
            picture = max(picture, (right - left) * (top - bottom))
    horizontal = [Ruling((top + bottom) / 2, left, right) for left, bottom, right, top in lines
                  if top - bottom <= THIN < right - left]  # fmt: skip
    vertical = [Ruling((left + right) / 2, bottom, top) for left, bottom, right, top in lines
                if right - left <= THIN < top - bottom]  # fmt: skip
    return horizontal, vertical, picture


def objects(page: int, turn: Matrix | None) -> list[Drawn]:
    """What is drawn on a page, in its forms, and in the forms within: address, type, and what brings it to its place."""
    level: list[Drawn] = [(item, kind, turn) for item, kind in parts(page)[:MAX_OBJECTS]]
    found = level
    for _ in range(1, DEEPEST):
        forms = ((item, combined(matrix(item), outer)) for item, kind, outer in level if kind == raw.FPDF_PAGEOBJ_FORM)
        within = ((item, kind, place) for form, place in forms for item, kind in parts(form, form=True))
        level = list(islice(within, MAX_OBJECTS - len(found)))
        found = found + level
    return found


def strokes(item: int, outer: Matrix | None, box: Edges) -> Iterable[Edges]:
    """The boxes of the straight lines of a path with that box: the path itself where it is thin, else its sides."""
    left, bottom, right, top = box
    if right - left <= THIN or top - bottom <= THIN:
        return (box,)
    size = path_size(item)
    if size <= MAX_SEGMENTS and (size >= OUTLINE or path_is_stroked(item)):
        return (moved(edges, outer) for edges in sides(path_points(item)))
    return ()


def sides(points: list[tuple[float, float, int, bool]]) -> Iterator[Edges]:
    """The boxes of the straight sides of a path."""
    start = None
    for index, (x, y, kind, closes) in enumerate(points):
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = (x, y)
        elif kind == raw.FPDF_SEGMENT_LINETO and index:
            yield side(points[index - 1][:2], (x, y))
        if closes and start:
            yield side((x, y), start)


def side(a: tuple[float, float], b: tuple[float, float]) -> Edges:
    """The box of a line from a to b."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
