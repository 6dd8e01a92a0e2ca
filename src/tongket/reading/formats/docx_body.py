"""The flow of a Word document: paragraphs, tables and text boxes from the events of a part."""

from collections.abc import Callable, Sequence
from functools import partial

from tongket.reading.blocks import Block
from tongket.reading.formats.content import FormatError
from tongket.reading.formats.docx_attributes import get, whole
from tongket.reading.formats.docx_numbering import Numbering
from tongket.reading.formats.docx_paragraph import OpenParagraph, OpenRun, symbol
from tongket.reading.formats.docx_state import SETTERS, Flow, State
from tongket.reading.formats.docx_styles import Styles
from tongket.reading.formats.docx_table import OpenTable
from tongket.reading.formats.letters import clean

SKIPPED = frozenset({"w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:tcPrChange",
                     "w:trPrChange", "w:sectPrChange", "w:sectPr", "w:instrText", "w:delText", "w:rubyPr",
                     "w:rt"})  # fmt: skip
"""What is not there once all changes are accepted, and what is never printed."""
HANDLED = {"w:t": "text", "w:r": "run", "w:p": "paragraph", "w:tbl": "table", "w:tr": "row", "w:tc": "cell",
           "w:txbxContent": "textbox", "mc:AlternateContent": "choices", "w:pPr": "properties"}  # fmt: skip


class BodyReader:
    """Takes the events of one part; :meth:`finish` gives its blocks."""

    def __init__(self, root: str, styles: Styles, numbering: Numbering, kind: str, max_cells: int) -> None:
        self.styles, self.numbering, self.kind, self.cells_left = styles, numbering, kind, max_cells
        self.root = Flow(anchor=root)
        self.state = State(flows=[self.root])
        self.in_text = False
        self.skipping = 0
        self.choices: list[bool] = []
        self.starts: dict[str, Callable[[Sequence[str]], None]] = {
            **{name: getattr(self, f"start_{method}") for name, method in HANDLED.items()},
            **{name: partial(setter, self.state) for name, setter in SETTERS.items()},
            "mc:Choice": self.start_choice, "mc:Fallback": self.start_choice,
            "w:tab": lambda a: self.sign("\t"), "w:ptab": lambda a: self.sign("\t"),
            "w:br": self.line_break, "w:cr": lambda a: self.sign("\n"),
            "w:noBreakHyphen": lambda a: self.sign("-"), "w:sym": lambda a: self.sign(symbol(get(a, "w:char"))),
            "v:textpath": self.word_art, "w:gridBefore": self.grid_before,
        }  # fmt: skip
        self.ends = {name: getattr(self, f"end_{method}") for name, method in HANDLED.items()}

    def start(self, name: str, attributes: Sequence[str], /) -> None:
        """An element begins."""
        if self.skipping:
            self.skipping += 1
        elif name in SKIPPED:
            self.skip(name)
        else:
            handler = self.starts.get(name)
            if handler is not None:
                handler(attributes)

    def end(self, name: str, /) -> None:
        """An element ends."""
        if self.skipping:
            self.skipping -= 1
            return
        handler = self.ends.get(name)
        if handler is not None:
            handler()

    def text(self, data: str, /) -> None:
        """Characters."""
        if self.in_text and not self.skipping:
            self.sign(data)

    def finish(self) -> list[Block]:
        """The blocks in reading order."""
        self.flush(self.root)
        return self.root.blocks

    def skip(self, name: str) -> None:
        """Leave an element out; a deletion noted in properties marks the paragraph or the row instead."""
        if name == "w:del" and self.state.in_properties and self.state.paragraph:
            self.state.paragraph.mark_deleted = True
        elif (
            name == "w:del" and self.state.paragraph is None and self.state.table and not self.state.table.cell_ordinal
        ):
            self.state.table.row_dropped = True
        self.skipping = 1

    def sign(self, text: str) -> None:
        """Add characters to the open paragraph."""
        if self.state.paragraph is not None and not self.state.in_properties:
            self.state.paragraph.add(text, self.state.run, self.styles, self.styles.default)

    def line_break(self, attributes: Sequence[str]) -> None:
        """A break inside a paragraph; page and column breaks leave no trace in the text."""
        if get(attributes, "w:type") not in ("page", "column"):
            self.sign("\n")

    def start_text(self, attributes: Sequence[str]) -> None:
        self.in_text = True

    def end_text(self) -> None:
        self.in_text = False

    def start_run(self, attributes: Sequence[str]) -> None:
        self.state.run = OpenRun()

    def end_run(self) -> None:
        self.state.run = OpenRun()

    def start_properties(self, attributes: Sequence[str]) -> None:
        self.state.in_properties = True

    def end_properties(self) -> None:
        self.state.in_properties = False

    def start_paragraph(self, attributes: Sequence[str]) -> None:
        flow = self.state.flows[-1]
        flow.paragraphs += 1
        self.state.paragraph = OpenParagraph(anchor=f"{flow.anchor}/p[{flow.paragraphs}]")

    def end_paragraph(self) -> None:
        flow, paragraph = self.state.flows[-1], self.state.paragraph
        self.state.paragraph = None
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
        done = paragraph.finish(self.styles, self.styles.default, self.numbering.label, self.kind)
        if flow.cell is None:
            flow.blocks += [done, *flow.after] if done else flow.after
            flow.after = []
            return
        if done:
            flow.cell.lines.append(f"{done.label} {done.text}" if done.label else done.text)
            flow.cell.bold.append(done.bold)
        elif flow.cell.lines:
            flow.cell.lines.append("")

    def flush(self, flow: Flow) -> None:
        """A flow ends: nothing follows the paragraph whose mark was deleted."""
        if flow.carried:
            self.close(flow, flow.carried)
            flow.carried = None
        flow.blocks += flow.after
        flow.after = []

    def start_table(self, attributes: Sequence[str]) -> None:
        flow = self.state.flows[-1]
        flow.tables += 1
        flow.table, self.state.table = self.state.table, OpenTable(anchor=f"{flow.anchor}/table[{flow.tables}]")

    def end_table(self) -> None:
        flow, table = self.state.flows[-1], self.state.table
        if table is None:
            return
        outer = self.state.table = flow.table
        flow.table = None
        done = table.finish()
        if flow.cell is not None and outer is not None:
            outer.after += done
        else:
            flow.blocks += done

    def start_row(self, attributes: Sequence[str]) -> None:
        if self.state.table:
            self.state.table.start_row()

    def end_row(self) -> None:
        if self.state.table:
            self.state.table.end_row()

    def grid_before(self, attributes: Sequence[str]) -> None:
        """Columns left free before the first cell of a row."""
        if self.state.table:
            self.state.table.column = whole(get(attributes, "w:val"), 0)

    def start_cell(self, attributes: Sequence[str]) -> None:
        self.cells_left -= 1
        if self.cells_left < 0:
            raise FormatError("too_many_parts")
        if self.state.table:
            cell = self.state.table.start_cell()
            self.state.flows.append(Flow(anchor=cell.anchor, cell=cell))

    def end_cell(self) -> None:
        if self.state.table and self.state.flows[-1].cell is not None:
            flow = self.state.flows.pop()
            self.flush(flow)
            self.state.table.after += flow.blocks
            if flow.cell:
                self.state.table.end_cell(flow.cell)

    def start_textbox(self, attributes: Sequence[str]) -> None:
        host = self.state.paragraph
        anchor = f"{self.state.flows[-1].anchor}/textbox[1]"
        if host:
            host.textboxes += 1
            anchor = f"{host.anchor}/textbox[{host.textboxes}]"
        self.state.flows.append(Flow(anchor=anchor, host=host, run=self.state.run, table=self.state.table))
        self.state.paragraph = self.state.table = None

    def end_textbox(self) -> None:
        if len(self.state.flows) < 2 or self.state.flows[-1].cell is not None:
            return
        flow = self.state.flows.pop()
        self.flush(flow)
        self.state.paragraph, self.state.run, self.state.table = flow.host, flow.run or OpenRun(), flow.table
        self.state.flows[-1].after += flow.blocks

    def word_art(self, attributes: Sequence[str]) -> None:
        """The text of a watermark or other WordArt."""
        words = clean(get(attributes, "string"))
        host = self.state.paragraph
        if words.strip() and host:
            self.start_textbox(())
            self.start_paragraph(())
            self.state.run = OpenRun()
            self.sign(words)
            self.end_paragraph()
            self.end_textbox()

    def start_choices(self, attributes: Sequence[str]) -> None:
        self.choices.append(False)

    def end_choices(self) -> None:
        self.choices.pop()

    def start_choice(self, attributes: Sequence[str]) -> None:
        """The first alternative is read, the others say the same for older programs."""
        if self.choices and self.choices[-1]:
            self.skipping = 1
        elif self.choices:
            self.choices[-1] = True
