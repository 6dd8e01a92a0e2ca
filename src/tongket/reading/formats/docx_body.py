"""A part of a Word document from its tokens: text and properties, and what is left out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tongket.reading.blocks import Block
from tongket.reading.formats.docx_attributes import CHAR, TYPE, characters, closed, get
from tongket.reading.formats.docx_flow import FlowReader
from tongket.reading.formats.docx_numbering import Numbering
from tongket.reading.formats.docx_paragraph import Look, symbol
from tongket.reading.formats.docx_parse import token_pattern, tokens
from tongket.reading.formats.docx_properties import (
    NO_RUN_PROPERTIES,
    PARAGRAPH,
    RUN,
    ParagraphProperties,
    paragraph_properties,
    run_properties,
)
from tongket.reading.formats.docx_styles import Styles

SKIPPED = ("w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange",
           "w:sectPrChange", "w:sectPr", "w:instrText", "w:delText", "w:rubyPr", "w:rt")  # fmt: skip
"""What is not there once all changes are accepted, and what is never printed."""


class BodyReader(FlowReader):
    """Reads one part."""

    def __init__(self, root: str, styles: Styles, numbering: Numbering, kind: str, max_cells: int) -> None:
        super().__init__(root, styles, numbering, kind, max_cells)
        self.skipping = b""
        self.depth = 0
        self.choices: list[bool] = []
        # What properties say that were met before: few are written only once.
        self.looks: dict[tuple[bytes, str], Look] = {}
        self.own: dict[bytes, ParagraphProperties] = {}

    def read(self, xml: bytes) -> list[Block]:
        """The blocks of a part in reading order."""
        for some in tokens(xml, TOKEN):
            for run, words, properties, text, name, attributes in some:
                if self.depth:
                    self.pass_over(name, attributes)
                elif name:
                    HANDLERS[name](self, attributes)
                elif words:
                    self.whole_run(run, words)
                elif text:
                    self.sign(characters(text))
                elif properties and self.paragraph:
                    self.paragraph.own = self.paragraph_properties(properties)
        self.flush(self.flows[0])
        return self.flows[0].blocks

    def skip(self, name: bytes, attributes: bytes) -> None:
        """Leave an element out, unless it ends at once."""
        if not closed(attributes):
            self.skipping, self.depth = name, 1

    def pass_over(self, name: bytes, attributes: bytes) -> None:
        """A tag inside an element that is left out: only another of its name, or its end, matters."""
        if name == self.skipping and not closed(attributes):
            self.depth += 1
        elif name[1:] == self.skipping:
            self.depth -= 1

    def deleted(self, attributes: bytes) -> None:
        """A deletion; one noted in properties marks the paragraph or the row."""
        if self.in_properties and self.paragraph:
            self.paragraph.mark_deleted = True
        elif self.paragraph is None and self.table and not self.table.cell_ordinal:
            self.table.row_dropped = True
        self.skip(b"w:del", attributes)

    def whole_run(self, properties: bytes, words: bytes) -> None:
        """A run of one text."""
        if self.paragraph is not None and not self.in_properties:
            key = properties, self.paragraph.own.style
            look = self.looks.get(key)
            if look is None:
                look = self.looks[key] = self.paragraph.look(run_properties(properties), self.styles)
            self.paragraph.add(characters(words), look)

    def paragraph_properties(self, properties: bytes) -> ParagraphProperties:
        """The properties of a paragraph, worked out once for all that are written alike."""
        known = self.own.get(properties)
        if known is None:
            known = self.own[properties] = paragraph_properties(properties)
        return known

    def line_break(self, attributes: bytes) -> None:
        """A break inside a paragraph; page and column breaks leave no trace in the text."""
        if get(attributes, TYPE) not in ("page", "column"):
            self.sign("\n")

    def symbol(self, attributes: bytes) -> None:
        """A character of a symbol font."""
        self.sign(symbol(get(attributes, CHAR)))

    def start_run(self, attributes: bytes) -> None:
        self.run = NO_RUN_PROPERTIES

    def end_run(self, attributes: bytes = b"") -> None:
        self.run = NO_RUN_PROPERTIES

    def start_properties(self, attributes: bytes) -> None:
        self.in_properties = not closed(attributes)

    def end_properties(self, attributes: bytes = b"") -> None:
        self.in_properties = False

    def start_choices(self, attributes: bytes) -> None:
        self.choices.append(False)
        if closed(attributes):
            self.end_choices()

    def end_choices(self, attributes: bytes = b"") -> None:
        self.choices.pop()

    def start_choice(self, attributes: bytes) -> None:
        self.choose(b"mc:Choice", attributes)

    def start_fallback(self, attributes: bytes) -> None:
        self.choose(b"mc:Fallback", attributes)

    def choose(self, name: bytes, attributes: bytes) -> None:
        """The first alternative is read, the others say the same for older programs."""
        if self.choices and self.choices[-1]:
            self.skip(name, attributes)
        elif self.choices:
            self.choices[-1] = True

    def pass_by(self, attributes: bytes) -> None:
        """The end of what needs none."""


Handler = Callable[[BodyReader, bytes], None]


def of_run(field: str, read: Callable[[bytes], Any]) -> Handler:
    """The handler of a property of a run."""

    def handle(reader: BodyReader, attributes: bytes) -> None:
        if not reader.in_properties:
            reader.run = replace(reader.run, **{field: read(attributes)})

    return handle


def of_paragraph(field: str, read: Callable[[bytes], Any]) -> Handler:
    """The handler of a property of a paragraph."""

    def handle(reader: BodyReader, attributes: bytes) -> None:
        if reader.in_properties and reader.paragraph:
            reader.paragraph.own = replace(reader.paragraph.own, **{field: read(attributes)})

    return handle


def sign(text: str) -> Handler:
    """The handler of an element that stands for a character."""
    return lambda reader, attributes: reader.sign(text)


def leave_out(name: str) -> Handler:
    """The handler of an element that is left out with all that is in it."""
    return lambda reader, attributes: reader.skip(name.encode(), attributes)


STARTS: dict[str, Handler] = {
    "w:p": BodyReader.start_paragraph, "w:r": BodyReader.start_run, "w:pPr": BodyReader.start_properties,
    "w:tc": BodyReader.start_cell, "w:tr": BodyReader.start_row, "w:tbl": BodyReader.start_table,
    "w:txbxContent": BodyReader.start_textbox, "w:gridBefore": BodyReader.grid_before,
    "w:tab": sign("\t"), "w:ptab": sign("\t"), "w:cr": sign("\n"), "w:noBreakHyphen": sign("-"),
    "w:br": BodyReader.line_break, "w:sym": BodyReader.symbol, "v:textpath": BodyReader.word_art,
    "mc:AlternateContent": BodyReader.start_choices, "mc:Choice": BodyReader.start_choice,
    "mc:Fallback": BodyReader.start_fallback,
    "w:hidden": BodyReader.hide_row, "w:gridSpan": BodyReader.set_colspan, "w:vMerge": BodyReader.set_merge,
    **{name.decode(): of_run(*told) for name, told in RUN.items()},
    **{name.decode(): of_paragraph(*told) for name, told in PARAGRAPH.items()},
    **{name: leave_out(name) for name in SKIPPED}, "w:del": BodyReader.deleted,
}  # fmt: skip
ENDS: dict[str, Handler] = {
    "w:p": BodyReader.end_paragraph, "w:r": BodyReader.end_run, "w:pPr": BodyReader.end_properties,
    "w:tc": BodyReader.end_cell, "w:tr": BodyReader.end_row, "w:tbl": BodyReader.end_table,
    "w:txbxContent": BodyReader.end_textbox, "mc:AlternateContent": BodyReader.end_choices,
    **dict.fromkeys((*SKIPPED, "mc:Choice", "mc:Fallback"), BodyReader.pass_by),
}  # fmt: skip
HANDLERS: dict[bytes, Handler] = {
    **{name.encode(): handler for name, handler in STARTS.items()},
    **{b"/" + name.encode(): handler for name, handler in ENDS.items()},
}
TOKEN = token_pattern(name.decode() for name in HANDLERS)
