"""The body of a paper: headings, paragraphs and tables."""

from collections.abc import Iterable, Sequence

from tongket.dossier.papers import (
    Alignment,
    Heading,
    PageBreak,
    PaperBlock,
    PaperParagraph,
    PaperPicture,
    PaperRow,
    PaperScan,
    PaperTable,
    ParagraphRole,
    Run,
    text_of,
)
from tongket.dossier.writers.docx import measures
from tongket.dossier.writers.docx.drawing import picture
from tongket.dossier.writers.docx.xml import Pieces, cell, paragraph, row, run, runs, table

JUSTIFY = {Alignment.LEFT: "left", Alignment.CENTRE: "center", Alignment.RIGHT: "right"}
END = "./."
UNIT_OF_MEASURE = "Đơn vị tính: "


def body(blocks: Iterable[PaperBlock], pieces: Pieces, *, landscape: bool = False, signed: bool = False) -> str:
    """The blocks one after the other; above a signature the last paragraph stays with it: nobody signs an empty page."""
    found = list(blocks)
    last = found.pop() if signed and found and isinstance(found[-1], PaperParagraph) else None
    content = "".join(block(one, pieces, landscape=landscape) for one in found)
    return content + (text_block(last, pieces, keep_next=True) if isinstance(last, PaperParagraph) else "")


def block(one: PaperBlock, pieces: Pieces, *, landscape: bool) -> str:
    """One block."""
    if isinstance(one, Heading):
        return heading(one, pieces)
    if isinstance(one, PaperParagraph):
        return text_block(one, pieces)
    if isinstance(one, PaperTable):
        return data_table(one, pieces, landscape=landscape)
    if isinstance(one, PaperPicture):
        chart = one.picture.chart
        drawn = picture(one.picture.png, chart.code, chart.alternative, pieces)
        return paragraph(drawn, align="center", first_line=0, before=0, after=3, keep_next=True)
    if isinstance(one, PaperScan):
        return paragraph(picture(one.png, one.name, one.alternative, pieces), first_line=0, keep_next=True)
    if isinstance(one, PageBreak):
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    raise TypeError(one)


def heading(one: Heading, pieces: Pieces) -> str:
    """A heading with its number, never left alone at a page's foot."""
    size, gap = _compact(pieces)
    number = run(f"{one.number} ", size=size) if one.number else ""
    content = number + runs(one.text, pieces, capitals=one.level == 1, size=size)
    style = f"Heading{one.level}" if one.level else "PartHeading"
    return paragraph(content, style=style, keep_next=True, before=2 * gap, after=gap)


def _compact(pieces: Pieces) -> tuple[float, float]:
    """Type size and gap where they differ from the style's: (0, -1) where they do not."""
    return (measures.COMPACT, measures.COMPACT_GAP) if pieces.compact else (0, -1)


def text_block(one: PaperParagraph, pieces: Pieces, *, keep_next: bool = False) -> str:
    """A paragraph in the look of its role; with ``keep_next`` on the page of what follows."""
    role, keep_next = one.role, keep_next or one.with_next
    if role in (ParagraphRole.NOTE, ParagraphRole.PLACE):
        align = "left" if role is ParagraphRole.PLACE else ""
        return paragraph(runs(one.text, pieces, italic=True, size=measures.NOTE), align=align, keep_next=keep_next)
    if role is ParagraphRole.LEGAL_BASIS:
        return paragraph(runs(one.text, pieces, italic=True))
    if role is ParagraphRole.CENTRED:
        return paragraph(runs(one.text, pieces), align="center", first_line=0)
    if role is ParagraphRole.CAPTION:
        return paragraph(runs(one.text, pieces, bold=True), align="center", first_line=0, before=6, keep_next=True)
    if role is ParagraphRole.QUOTE:
        text, inset = runs(one.text, pieces, italic=True), measures.FIRST_LINE
        return paragraph(text, left=inset, right=inset, first_line=0, keep_next=keep_next)
    size, gap = _compact(pieces)
    return paragraph(runs(one.text, pieces, size=size), after=gap, keep_next=keep_next)


def ended(blocks: Sequence[PaperBlock]) -> tuple[PaperBlock, ...]:
    """The blocks with the mark that ends a body."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, PaperParagraph):
        return (*blocks, PaperParagraph(text=(Run(text=END),)))
    text = last.text
    if text and text_of(text[-1:]).rstrip().endswith("."):
        trimmed = text_of(text[-1:]).rstrip().removesuffix(".")
        text = (*text[:-1], _with(text[-1], trimmed))
    return (*blocks[:-1], PaperParagraph(text=(*text, Run(text=END)), role=last.role))


def _with(one: Run, text: str) -> Run:
    return Run(text=text, binding=one.binding, bold=one.bold, italic=one.italic, href=one.href)


def data_table(one: PaperTable, pieces: Pieces, *, landscape: bool) -> str:
    """A table with its caption and unit of measure; its header comes again on every page."""
    room = measures.text_width(landscape=landscape)
    total = sum(one.widths) or 1
    widths = [room * width / total for width in one.widths]
    size = measures.table_size(len(widths), landscape=landscape)
    head = [_row(line, one, widths, size, pieces, header=True) for line in one.header]
    rows = [_row(line, one, widths, size, pieces, header=False) for line in one.rows]
    above = ""
    if one.caption:
        above += paragraph(runs(one.caption, pieces, bold=True), align="center", first_line=0, keep_next=True)
    if one.unit_of_measure:
        unit = run(UNIT_OF_MEASURE + one.unit_of_measure, italic=True, size=measures.NOTE)
        above += paragraph(unit, align="right", first_line=0, keep_next=True)
    return above + table([*head, *rows], widths, borders=one.bordered) + paragraph("", before=0, after=0)


def _row(line: PaperRow, one: PaperTable, widths: Sequence[float], size: float, pieces: Pieces, *, header: bool) -> str:
    spans = line.spans or (1,) * len(line.cells)
    cells, column = [], 0
    for text, span in zip(line.cells, spans, strict=True):
        align = "center" if header else JUSTIFY[one.alignments[min(column, len(one.alignments) - 1)]]
        align = "left" if not header and span == len(widths) else align
        content = runs(text, pieces, bold=line.bold or header, size=size)
        looks = paragraph(content, style="TableText", align=align, keep_next=header or span == len(widths))
        cells.append(cell(looks, sum(widths[column : column + span]), span=span, middle=True))
        column += span
    return row(cells, header=header)
