"""A PDF page turned so that its text runs from left to right: annexes printed across a page are stored on their side."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tongket.reading.formats.pdf_calls import Matrix

Edges = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def quarter(along: float, up: float) -> int:
    """Which way text runs that goes ``along`` and ``up``: 0 right, 1 up, 2 left, 3 down."""
    if abs(up) > abs(along):
        return 1 if up > 0 else 3
    return 0 if along >= 0 else 2


def usual_quarter(quarters: Iterable[int]) -> int:
    """Which way most words run."""
    counts = Counter(quarters)
    return max(counts, key=lambda way: counts[way], default=0)


def turning(way: int, width: float, height: float) -> Matrix | None:
    """The matrix that brings text of that way upright on a page of that size; None where it is."""
    matrices: dict[int, Matrix] = {
        1: (0, -1, 1, 0, 0, width),
        2: (-1, 0, 0, -1, width, height),
        3: (0, 1, -1, 0, height, 0),
    }
    return matrices.get(way)


def combined(inner: Matrix, outer: Matrix | None) -> Matrix:
    """The matrix that does what ``inner`` does and then what ``outer`` does."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, x, y = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + x, e * q + f * s + y


def moved(box: Edges, matrix: Matrix | None) -> Edges:
    """A box where the matrix brings it."""
    if matrix is None:
        return box
    (left, bottom), (right, top) = at(box[0], box[1], matrix), at(box[2], box[3], matrix)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def at(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """A point where the matrix brings it."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved_points(points: Sequence[float], matrix: Matrix | None) -> Sequence[float]:
    """Points, x and y one after the other, where the matrix brings them."""
    if matrix is None:
        return points
    return [number for x, y in zip(points[::2], points[1::2], strict=True) for number in at(x, y, matrix)]


def moved_boxes(boxes: Sequence[float], matrix: Matrix | None) -> Sequence[float]:
    """Boxes, left, top, right and bottom one after the other, where the matrix brings them."""
    if matrix is None:
        return boxes
    found: list[float] = []
    for left, top, right, bottom in zip(boxes[::4], boxes[1::4], boxes[2::4], boxes[3::4], strict=True):
        low, foot, high, head = moved((left, bottom, right, top), matrix)
        found += (low, head, high, foot)
    return found
