"""The styles of a paper in Word: real headings, so that the navigation pane works."""

from copy import deepcopy
from datetime import datetime
from functools import cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tongket.dossier.writers.docx import measures

LANGUAGE = "vi-VN"
NEVER = datetime(2000, 1, 1)
"""The day every file says it was made on: the same input gives the same bytes."""
BLACK = RGBColor(0, 0, 0)
HEADINGS = {1: (True, False), 2: (True, False), 3: (True, True)}
"""Level -> bold, italic."""


def new_document() -> Any:
    """An empty document with the styles; a copy is made three times faster than the first."""
    return deepcopy(_empty())


@cache
def _empty() -> Any:
    document = Document()
    _normal(document)
    for level, (bold, italic) in HEADINGS.items():
        style = document.styles[f"Heading {level}"]
        _font(style, measures.BODY, bold=bold, italic=italic)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(measures.GAP)
        style.paragraph_format.first_line_indent = Mm(measures.FIRST_LINE)
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    part = document.styles.add_style("PartHeading", WD_STYLE_TYPE.PARAGRAPH)
    part.base_style = document.styles["Normal"]
    _font(part, measures.BODY, bold=True)
    part.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    part.paragraph_format.first_line_indent = Mm(0)
    _table_text(document)
    _properties(document)
    return document


def _normal(document: Any) -> None:
    style = document.styles["Normal"]
    _font(style, measures.BODY)
    form = style.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    form.first_line_indent = Mm(measures.FIRST_LINE)
    form.space_before, form.space_after = Pt(0), Pt(measures.GAP)
    form.line_spacing = measures.LINE
    form.widow_control = True


def _table_text(document: Any) -> None:
    style = document.styles.add_style("TableText", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    form = style.paragraph_format
    form.first_line_indent = Mm(0)
    form.alignment = WD_ALIGN_PARAGRAPH.LEFT
    form.space_before = form.space_after = Pt(2)
    form.line_spacing = 1.0


def _font(style: Any, size: float, *, bold: bool = False, italic: bool = False) -> None:
    style.font.name, style.font.size = measures.FONT, Pt(size)
    style.font.bold, style.font.italic, style.font.color.rgb = bold, italic, BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), measures.FONT)
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(name), None)


def _properties(document: Any) -> None:
    core = document.core_properties
    core.author, core.last_modified_by, core.comments = "", "", ""
    core.created = core.modified = NEVER
    core.language = LANGUAGE
    for element in document.styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia", "w:bidi"):
            element.set(qn(name), LANGUAGE)
