"""Text on slides."""

from typing import Any

from tongket.dossier.papers import Text
from tongket.dossier.writers.pptx import measures


def write_text(
    frame: Any,
    text: Text,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: str = "",
    align: str = "left",
) -> None:
    """Put a text into a frame."""
    from pptx.enum.text import PP_ALIGN

    frame.word_wrap = True
    paragraph = frame.paragraphs[0]
    paragraph.alignment = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}[align]
    write_runs(paragraph, text, size, bold=bold, italic=italic, colour=colour)


def write_runs(
    paragraph: Any, text: Text, size: float, *, bold: bool = False, italic: bool = False, colour: str = ""
) -> None:
    """Put a text at the end of a paragraph."""
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    for one in text:
        run = paragraph.add_run()
        run.text = one.text
        font = run.font
        font.name, font.size, font.bold, font.italic = measures.FONT, Pt(size), bold or one.bold, italic or one.italic
        font.language_id = _vietnamese()
        if colour:
            font.color.rgb = RGBColor.from_string(colour)


def _vietnamese() -> Any:
    from pptx.enum.lang import MSO_LANGUAGE_ID

    return MSO_LANGUAGE_ID.VIETNAMESE
