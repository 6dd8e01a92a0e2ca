"""Lines placed on printed blanks, a page for each."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tongket.dossier.papers import OverlayPage, PlacedLine
from tongket.dossier.writers.docx.measures import SMALLEST
from tongket.dossier.writers.typst.markup import quoted
from tongket.dossier.writers.typst.write import Typeface, compiled

FIT = f"""#let fit(wide, size, weight, words) = context {{
  let found = measure(text(size: size, weight: weight, words)).width
  let shown = if found > wide {{ calc.max({SMALLEST}pt, size * (wide / found)) }} else {{ size }}
  align(center, par(leading: 0.3em, text(size: shown, weight: weight, words)))
}}
"""
TICK = 10
"""Millimetres between the marks of the scale."""


def write_overlay(pages: Sequence[OverlayPage], path: Path, face: Typeface) -> None:
    """Write the pages in their order."""
    text = f'#set text(font: {quoted(face.family)}, lang: "vi", fallback: false, hyphenate: false)\n{FIT}'
    for page in pages:
        text += f"#page(width: {page.width:g}mm, height: {page.height:g}mm, margin: 0mm)[\n{''.join(_lines(page))}]\n"
    path.write_bytes(compiled(text, {}, face))


def _lines(page: OverlayPage) -> Iterator[str]:
    for one in page.lines:
        yield _line(one, framed=page.ruled)
    if page.ruled:
        yield from _scale(page)


def _line(one: PlacedLine, *, framed: bool) -> str:
    weight = '"bold"' if one.bold else '"regular"'
    words = f"fit({one.width:g}mm, {one.size:g}pt, {weight}, {quoted(one.text)})"
    stroke = "stroke: 0.3pt + gray, " if framed else ""
    return f"#place(top + left, dx: {one.x:g}mm, dy: {one.y:g}mm, block(width: {one.width:g}mm, {stroke}{words}))\n"


def _scale(page: OverlayPage) -> Iterator[str]:
    """Marks along the top and the left edge, every centimetre with its millimetres."""
    for place in range(TICK, int(page.width), TICK):
        yield f"#place(top + left, dx: {place}mm, line(length: 3mm, angle: 90deg, stroke: 0.4pt))\n"
        yield f"#place(top + left, dx: {place}mm, dy: 3.5mm, text(size: 7pt, {quoted(str(place))}))\n"
    for place in range(TICK, int(page.height), TICK):
        yield f"#place(top + left, dy: {place}mm, line(length: 3mm, stroke: 0.4pt))\n"
        yield f"#place(top + left, dx: 3.5mm, dy: {place}mm, text(size: 7pt, {quoted(str(place))}))\n"
