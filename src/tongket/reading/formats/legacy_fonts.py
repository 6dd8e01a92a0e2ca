"""Text set in the fonts of the time before Unicode, told by the font's name or by the letters."""

from collections.abc import Iterable
from dataclasses import replace

from tongket.reading.blocks import Block, Paragraph, Table
from tongket.reading.formats.charset import modern
from tongket.reading.table_cells import Cell
from tongket.vietnamese import from_tcvn3, from_vni, is_modern

OLD = (".", "V", "v")


def decoded(text: str, font: str) -> str:
    """``text`` as Unicode. Fonts ".Vn…" are TCVN3 (those ending in H hold capitals only), "VNI-…" are VNI."""
    if not font.startswith(OLD):
        return text
    name = font.casefold()
    if name.startswith(".vn"):
        return from_tcvn3(text, capitals=name.endswith("h"))
    return from_vni(text) if name.startswith("vni-") else text


def modernised(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, those whose letters are of an old font though none is named put into Unicode."""
    return tuple(modern_paragraph(b) if isinstance(b, Paragraph) else modern_table(b) for b in blocks)


def modern_table(table: Table) -> Table:
    """The table with Unicode cells; cells that are made when they are asked for are so already."""
    if not isinstance(table.cells, tuple):
        return table
    if any(not t.isascii() and not is_modern(t) and modern(t) != t for t, *_ in table.cells):
        return replace(table, cells=tuple(map(modern_cell, table.cells)))
    return table


def modern_cell(cell: Cell) -> Cell:
    """The cell in Unicode; mostly itself."""
    text = modern_text(cell.text)
    return cell._replace(text=text) if text != cell.text else cell


def modern_text(text: str) -> str:
    """A text in Unicode; mostly itself."""
    return text if text.isascii() else modern(text)


def modern_paragraph(paragraph: Paragraph) -> Paragraph:
    """The paragraph in Unicode, stretch by stretch where letters join."""
    text = paragraph.text if paragraph.text.isascii() else modern(paragraph.text)
    if text == paragraph.text:
        return paragraph
    if len(text) == len(paragraph.text):
        return replace(paragraph, text=text)
    parts = [modern(paragraph.text[s.start : s.end]) for s in paragraph.segments]
    segments, start = [], 0
    for segment, part in zip(paragraph.segments, parts, strict=True):
        segments.append(replace(segment, start=start, end=start + len(part)))
        start += len(part) + 1
    return replace(paragraph, text=" ".join(parts), segments=tuple(segments))
