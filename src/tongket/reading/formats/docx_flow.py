"""The flow of a Word document: paragraphs, tables and text boxes as their elements begin and end."""

from dataclasses import dataclass, field

from tongket.reading.blocks import Block
from tongket.reading.formats.content import FormatError
from tongket.reading.formats.docx_attributes import STRING, VALUE, closed, get, whole
from tongket.reading.formats.docx_numbering import Numbering
from tongket.reading.formats.docx_paragraph import OpenParagraph
from tongket.reading.formats.docx_properties import NO_RUN_PROPERTIES, RunProperties, on
from tongket.reading.formats.docx_styles import Styles
from tongket.reading.formats.docx_table import OpenCell, OpenTable
from tongket.reading.formats.letters import clean


@dataclass(slots=True, kw_only=True)
class Flow:
    """Where paragraphs go: the body, a cell, or a text box."""

    anchor: str
    blocks: list[Block] = field(default_factory=list)
    cell: OpenCell | None = None
    host: OpenParagraph | None = None
    """The paragraph that was open when this flow began."""
    run: RunProperties | None = None
    table: OpenTable | None = None
    paragraphs: int = 0
    tables: int = 0
    after: list[Block] = field(default_factory=list)
    """Text boxes of the paragraph that is open; they follow it."""
    carried: OpenParagraph | None = None
    """A paragraph whose mark was deleted: the next one continues it."""


class FlowReader:
    """Puts a part together. The innermost flow is the last; ``in_properties`` tells that properties of a paragraph are
    being read."""

    def __init__(self, root: str, styles: Styles, numbering: Numbering, kind: str, max_cells: int) -> None:
        self.styles, self.numbering, self.kind, self.cells_left = styles, numbering, kind, max_cells
        self.flows = [Flow(anchor=root)]
        self.paragraph: OpenParagraph | None = None
        self.table: OpenTable | None = None
        self.run = NO_RUN_PROPERTIES
        self.in_properties = False

    def sign(self, text: str) -> None:
        """Add characters to the open paragraph."""
        if self.paragraph is not None and not self.in_properties:
            self.paragraph.add(text, self.paragraph.look(self.run, self.styles))

    def start_paragraph(self, attributes: bytes) -> None:
        flow = self.flows[-1]
        flow.paragraphs += 1
        self.paragraph = OpenParagraph(anchor=f"{flow.anchor}/p[{flow.paragraphs}]")
        if closed(attributes):
            self.end_paragraph()

    def end_paragraph(self, attributes: bytes = b"") -> None:
        flow, paragraph = self.flows[-1], self.paragraph
        self.paragraph = None
        if paragraph is None:
            return
        if flow.carried:
            paragraph.continue_from(flow.carried)
            flow.carried = None
        if paragraph.mark_deleted:
            flow.carried = paragraph
        else:
            self.close(flow, paragraph)

    def close(self, flow: Flow, paragraph: OpenParagraph) -> None:
        """A paragraph is complete: into its cell, or among the blocks with its text boxes behind it."""
        if flow.cell is None:
            done = paragraph.finish(self.styles, self.numbering, self.kind)
            flow.blocks += [done, *flow.after] if done else flow.after
            flow.after = []
        else:
            flow.cell.add(paragraph.line(self.styles, self.numbering))

    def flush(self, flow: Flow) -> None:
        """A flow ends: nothing follows the paragraph whose mark was deleted."""
        if flow.carried:
            self.close(flow, flow.carried)
            flow.carried = None
        flow.blocks += flow.after
        flow.after = []

    def start_table(self, attributes: bytes) -> None:
        flow = self.flows[-1]
        flow.tables += 1
        flow.table, self.table = self.table, OpenTable(anchor=f"{flow.anchor}/table[{flow.tables}]")
        if closed(attributes):
            self.end_table()

    def end_table(self, attributes: bytes = b"") -> None:
        flow, table = self.flows[-1], self.table
        if table is None:
            return
        outer = self.table = flow.table
        flow.table = None
        done = table.finish()
        if flow.cell is not None and outer is not None:
            outer.after += done
        else:
            flow.blocks += done

    def start_row(self, attributes: bytes) -> None:
        if self.table:
            self.table.start_row()
        if closed(attributes):
            self.end_row()

    def end_row(self, attributes: bytes = b"") -> None:
        if self.table:
            self.table.end_row()

    def grid_before(self, attributes: bytes) -> None:
        """Columns left free before the first cell of a row."""
        if self.table:
            self.table.column = whole(get(attributes, VALUE), 0)

    def start_cell(self, attributes: bytes) -> None:
        self.cells_left -= 1
        if self.cells_left < 0:
            raise FormatError("too_many_parts")
        if self.table:
            cell = self.table.start_cell()
            self.flows.append(Flow(anchor=cell.anchor, cell=cell))
        if closed(attributes):
            self.end_cell()

    def end_cell(self, attributes: bytes = b"") -> None:
        if self.table and self.flows[-1].cell is not None:
            flow = self.flows.pop()
            self.flush(flow)
            self.table.after += flow.blocks
            if flow.cell:
                self.table.end_cell(flow.cell)

    def hide_row(self, attributes: bytes) -> None:
        """A row that is not shown is dropped like one whose deletion is tracked."""
        if self.paragraph is None and self.table and not self.table.cell_ordinal and on(attributes):
            self.table.row_dropped = True

    def set_colspan(self, attributes: bytes) -> None:
        cell = self.flows[-1].cell
        if cell and self.table:
            cell.colspan = max(1, whole(get(attributes, VALUE), 1))

    def set_merge(self, attributes: bytes) -> None:
        cell = self.flows[-1].cell
        if cell:
            cell.merge = "restart" if get(attributes, VALUE) == "restart" else "continue"

    def start_textbox(self, attributes: bytes) -> None:
        host = self.paragraph
        anchor = f"{self.flows[-1].anchor}/textbox[1]"
        if host:
            host.textboxes += 1
            anchor = f"{host.anchor}/textbox[{host.textboxes}]"
        self.flows.append(Flow(anchor=anchor, host=host, run=self.run, table=self.table))
        self.paragraph = self.table = None
        if closed(attributes):
            self.end_textbox()

    def end_textbox(self, attributes: bytes = b"") -> None:
        if len(self.flows) < 2 or self.flows[-1].cell is not None:
            return
        flow = self.flows.pop()
        self.flush(flow)
        self.paragraph, self.run, self.table = flow.host, flow.run or NO_RUN_PROPERTIES, flow.table
        self.flows[-1].after += flow.blocks

    def word_art(self, attributes: bytes) -> None:
        """The text of a watermark or other WordArt."""
        words = clean(get(attributes, STRING))
        host = self.paragraph
        if words.strip() and host:
            self.start_textbox(b"")
            self.start_paragraph(b"")
            self.run = NO_RUN_PROPERTIES
            self.sign(words)
            self.end_paragraph()
            self.end_textbox()
