"""Tables on slides."""

from typing import Any

from tongket.dossier.papers import Alignment, PaperTable, text_of
from tongket.dossier.writers.pptx import measures
from tongket.dossier.writers.pptx.words import write_text

ALIGN = {Alignment.LEFT: "left", Alignment.CENTRE: "center", Alignment.RIGHT: "right"}
PADDING = 0.12


def draw_table(page: Any, table: PaperTable) -> None:
    """A table over the width of the slide, in the largest type at which it fits."""
    from pptx.util import Inches

    room = measures.WIDTH - 2 * measures.MARGIN
    total = sum(table.widths) or 1
    widths = [room * one / total for one in table.widths]
    rows = [*table.header, *table.rows]
    texts = [[(text_of(cell), max(w - 0.2, 0.3)) for cell, w in zip(row.cells, widths, strict=False)] for row in rows]
    size = measures.size_for(texts, measures.BODY_HEIGHT, PADDING)
    shape = page.shapes.add_table(
        len(rows),
        len(widths),
        Inches(measures.MARGIN),
        Inches(measures.BODY_TOP),
        Inches(room),
        Inches(0.4 * len(rows)),
    )
    made = shape.table
    for i, width in enumerate(widths):
        made.columns[i].width = Inches(width)
    for r, row in enumerate(rows):
        for c, cell in enumerate(row.cells):
            header = r < len(table.header)
            align = "center" if header else ALIGN[table.alignments[min(c, len(table.alignments) - 1)]]
            _cell(made.cell(r, c), cell, size, header=header, align=align, shaded=r % 2 == 0)


def _cell(cell: Any, text: Any, size: int, *, header: bool, align: str, shaded: bool) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Inches

    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    colour = measures.DARK if header else measures.PALE if shaded else "FFFFFF"
    cell.fill.fore_color.rgb = RGBColor.from_string(colour)
    write_text(cell.text_frame, text, size, bold=header, colour="FFFFFF" if header else "000000", align=align)
