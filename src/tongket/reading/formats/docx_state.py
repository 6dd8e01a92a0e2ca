"""What is open while a part of a Word document is read, and the elements that set its properties."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tongket.reading.blocks import Block
from tongket.reading.formats.docx_attributes import get, on, whole
from tongket.reading.formats.docx_paragraph import OpenParagraph, OpenRun
from tongket.reading.formats.docx_table import OpenCell, OpenTable


@dataclass(slots=True, kw_only=True)
class Flow:
    """Where paragraphs go: the body, a cell, or a text box."""

    anchor: str
    blocks: list[Block] = field(default_factory=list)
    cell: OpenCell | None = None
    host: OpenParagraph | None = None
    """The paragraph that was open when this flow began."""
    run: OpenRun | None = None
    table: OpenTable | None = None
    paragraphs: int = 0
    tables: int = 0
    after: list[Block] = field(default_factory=list)
    """Text boxes of the paragraph that is open; they follow it."""
    carried: OpenParagraph | None = None
    """A paragraph whose mark was deleted: the next one continues it."""


@dataclass(slots=True, kw_only=True)
class State:
    """The innermost flow is the last; ``in_properties`` tells that properties of a paragraph are being read."""

    flows: list[Flow]
    paragraph: OpenParagraph | None = None
    table: OpenTable | None = None
    run: OpenRun = field(default_factory=OpenRun)
    in_properties: bool = False


def set_bold(state: State, attributes: Sequence[str]) -> None:
    if not state.in_properties:
        state.run.bold = on(attributes)


def set_caps(state: State, attributes: Sequence[str]) -> None:
    if not state.in_properties:
        state.run.caps = on(attributes)


def set_hidden(state: State, attributes: Sequence[str]) -> None:
    if not state.in_properties:
        state.run.hidden = on(attributes)


def set_font(state: State, attributes: Sequence[str]) -> None:
    if not state.in_properties:
        state.run.font = get(attributes, "w:ascii")


def set_run_style(state: State, attributes: Sequence[str]) -> None:
    if not state.in_properties:
        state.run.style = get(attributes, "w:val")


def set_paragraph(name: str) -> Callable[[State, Sequence[str]], None]:
    """A setter of a paragraph's property."""

    def setter(state: State, attributes: Sequence[str]) -> None:
        if state.in_properties and state.paragraph:
            setattr(state.paragraph, name, get(attributes, "w:val"))

    return setter


def set_level(state: State, attributes: Sequence[str]) -> None:
    if state.in_properties and state.paragraph:
        state.paragraph.level = whole(get(attributes, "w:val"), 0)


def set_row_hidden(state: State, attributes: Sequence[str]) -> None:
    """A row that is not shown is dropped like one whose deletion is tracked."""
    if state.paragraph is None and state.table and not state.table.cell_ordinal and on(attributes):
        state.table.row_dropped = True


def set_colspan(state: State, attributes: Sequence[str]) -> None:
    cell = state.flows[-1].cell
    if cell and state.table:
        cell.colspan = max(1, whole(get(attributes, "w:val"), 1))


def set_merge(state: State, attributes: Sequence[str]) -> None:
    cell = state.flows[-1].cell
    if cell:
        cell.merge = "restart" if get(attributes, "w:val") == "restart" else "continue"


SETTERS: dict[str, Callable[[State, Sequence[str]], None]] = {
    "w:b": set_bold,
    "w:caps": set_caps,
    "w:vanish": set_hidden,
    "w:rFonts": set_font,
    "w:rStyle": set_run_style,
    "w:pStyle": set_paragraph("style"),
    "w:numId": set_paragraph("number"),
    "w:outlineLvl": set_paragraph("outline"),
    "w:jc": set_paragraph("align"),
    "w:ilvl": set_level,
    "w:hidden": set_row_hidden,
    "w:gridSpan": set_colspan,
    "w:vMerge": set_merge,
}
