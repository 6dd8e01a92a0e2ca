"""The body of a paper: headings, paragraphs, tables and pictures."""

from collections.abc import Iterable, Sequence

from tongket.dossier.papers import (
    Alignment,
    Heading,
    PageBreak,
    PaperBlock,
    PaperParagraph,
    PaperPicture,
    PaperRow,
    PaperTable,
    ParagraphRole,
)
from tongket.dossier.writers.docx import measures
from tongket.dossier.writers.docx.body import UNIT_OF_MEASURE
from tongket.dossier.writers.typst.markup import LEAD, joined, paragraph, quoted, run, runs

ALIGN = {Alignment.LEFT: "left", Alignment.CENTRE: "center", Alignment.RIGHT: "right"}


LINE = 0.149
"""What a line of the type is higher than its size, in parts of it."""


class Files:
    """The pictures that the text refers to, by name."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}

    def picture(self, svg: str) -> str:
        """The name of a picture."""
        name = f"picture-{len(self.pictures) + 1}.svg"
        self.pictures[name] = svg.encode()
        return name


def body(blocks: Iterable[PaperBlock], files: Files, *, landscape: bool = False, compact: bool = False) -> str:
    """The blocks one after the other."""
    return "".join(_block(one, files, landscape=landscape, compact=compact) for one in blocks)


def _block(one: PaperBlock, files: Files, *, landscape: bool, compact: bool) -> str:
    if isinstance(one, Heading):
        return heading(one, compact=compact)
    if isinstance(one, PaperParagraph):
        return text_block(one, compact=compact)
    if isinstance(one, PaperTable):
        return data_table(one, landscape=landscape)
    if isinstance(one, PaperPicture):
        picture = one.picture
        shown = f"image({quoted(files.picture(picture.svg))}, alt: {quoted(picture.chart.alternative)}, width: 100%)"
        return f"#block(above: 3pt, below: 3pt, sticky: true, align(center, {shown}))\n"
    if isinstance(one, PageBreak):
        return "#pagebreak()\n"
    raise TypeError(one)


def heading(one: Heading, *, compact: bool) -> str:
    """A heading with its number; it stays with what follows."""
    size = measures.COMPACT if compact else measures.BODY
    gap = measures.COMPACT_GAP if compact else measures.GAP
    italic = one.level == 3
    number = run(f"{one.number} ", bold=True, italic=italic, size=size) if one.number else ""
    content = joined((number, runs(one.text, bold=True, italic=italic, size=size, capitals=one.level == 1)))
    shown = f"heading(level: {max(one.level, 1)}, {content})"
    place = "align(center, {})" if one.level == 0 else "par(first-line-indent: (amount: 12.7mm, all: true), {})"
    return (
        f"#block(above: {gap + LEAD:g}pt, below: {gap + LEAD:g}pt, sticky: true, width: 100%, {place.format(shown)})\n"
    )


def text_block(one: PaperParagraph, *, compact: bool) -> str:
    """A paragraph in the look of its role."""
    role, gap = one.role, measures.GAP
    if role in (ParagraphRole.NOTE, ParagraphRole.PLACE):
        return paragraph(runs(one.text, italic=True, size=measures.NOTE), after=gap, sticky=one.with_next)
    if role is ParagraphRole.LEGAL_BASIS:
        return paragraph(runs(one.text, italic=True), after=gap)
    if role is ParagraphRole.CENTRED:
        return paragraph(runs(one.text), align="center", after=gap, indent=False)
    if role is ParagraphRole.CAPTION:
        return paragraph(runs(one.text, bold=True), align="center", before=6, after=gap, indent=False, sticky=True)
    if role is ParagraphRole.QUOTE:
        side = measures.FIRST_LINE
        return paragraph(
            runs(one.text, italic=True), after=gap, indent=False, left=side, right=side, sticky=one.with_next
        )
    if compact:
        return paragraph(runs(one.text, size=measures.COMPACT), after=measures.COMPACT_GAP)
    return paragraph(runs(one.text), after=gap, sticky=one.with_next)


def data_table(one: PaperTable, *, landscape: bool) -> str:
    """A table with its caption; its header comes again on every page, and no row is split."""
    size = measures.table_size(len(one.widths), landscape=landscape)
    total = sum(one.widths) or 1
    columns = ", ".join(f"{100 * width / total:.3f}fr" for width in one.widths)
    head = "".join(_row(line, one, header=True) for line in one.header)
    rows = "".join(_row(line, one, header=False) for line in one.rows)
    above = ""
    if one.caption:
        above += paragraph(runs(one.caption, bold=True), align="center", after=6, indent=False, sticky=True)
    if one.unit_of_measure:
        unit = run(UNIT_OF_MEASURE + one.unit_of_measure, italic=True, size=measures.NOTE)
        above += paragraph(unit, align="right", after=6, indent=False, sticky=True)
    inset = (size * LINE + 4.5) / 2  # two points over and under, as in the Word file, and half a line of the grid
    stroke = "0.5pt" if one.bordered else "none"
    lead = f"table.header(repeat: true, {head})," if head else ""
    table = f"table(columns: ({columns},), stroke: {stroke}, inset: (x: 1.24mm, y: {inset:.2f}pt), {lead} {rows})"
    looks = f"set text(size: {size:g}pt); set par(first-line-indent: 0pt, justify: false, leading: {size * LINE:.2f}pt)"
    return above + f"#block(above: 0pt, below: 25pt, width: 100%, {{ {looks}; {table} }})\n"


def _row(line: PaperRow, one: PaperTable, *, header: bool) -> str:
    spans: Sequence[int] = line.spans or (1,) * len(line.cells)
    out, column = "", 0
    for text, span in zip(line.cells, spans, strict=True):
        align = "center" if header else ALIGN[one.alignments[min(column, len(one.alignments) - 1)]]
        align = "left" if not header and span == len(one.widths) else align
        content = runs(text, bold=line.bold or header)
        wide = f"colspan: {span}, " if span > 1 else ""
        out += f"table.cell({wide}align: {align} + horizon, breakable: false, {content}), "
        column += span
    return out
