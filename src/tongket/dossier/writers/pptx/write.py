"""From slides as data to the bytes of a PowerPoint file."""

from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from tongket.charts import Chart
from tongket.dossier.papers import PaperTable, Text, plain, text_of
from tongket.dossier.slides import Bullets, Slide, SlideDeck
from tongket.dossier.writers.archive import dateless
from tongket.dossier.writers.pptx import measures
from tongket.dossier.writers.pptx.drawn import draw_chart
from tongket.dossier.writers.pptx.table import draw_table
from tongket.dossier.writers.pptx.words import write_runs, write_text

ILLUSTRATIVE = "Tài liệu minh họa – số liệu giả định"


def can_write_slides() -> bool:
    """Whether the library that writes slides is installed."""
    return find_spec("pptx") is not None


def write_slides(deck: SlideDeck, path: Path) -> None:
    """Write the slides; the same slides give the same bytes."""
    path.write_bytes(slides_bytes(deck))


def slides_bytes(deck: SlideDeck) -> bytes:
    """The file of a deck."""
    from pptx import Presentation
    from pptx.util import Inches

    file = Presentation()
    file.slide_width, file.slide_height = Inches(measures.WIDTH), Inches(measures.HEIGHT)
    core = file.core_properties
    core.title, core.author, core.last_modified_by, core.language = text_of(deck.title)[:200], "", "", "vi-VN"
    core.created = core.modified = datetime(2000, 1, 1)
    for number, one in enumerate(deck.slides, start=1):
        _slide(file, one, number, illustrative=deck.illustrative)
    out = BytesIO()
    file.save(out)
    return dateless(out.getvalue())


def _slide(file: Any, one: Slide, number: int, *, illustrative: bool) -> None:
    page = file.slides.add_slide(file.slide_layouts[5])
    if one.opening:
        _opening(page, one)
    else:
        _title(page, one.title)
        _content(page, one)
        if one.under:
            _box(page, one.under, measures.UNDER_TOP, measures.UNDER_HEIGHT, measures.SMALLEST, italic=True)
    foot = f"{ILLUSTRATIVE}   |   {number}" if illustrative else str(number)
    _foot(page, foot)
    if one.notes:
        page.notes_slide.notes_text_frame.text = "\n".join(text_of(line) for line in one.notes if line)


def _title(page: Any, title: Text) -> None:
    shape = page.shapes.title
    _place(shape, measures.TITLE_TOP, measures.TITLE_HEIGHT)
    size = measures.TITLE if len(text_of(title)) < 90 else 26
    write_text(shape.text_frame, title, size, bold=True, colour=measures.DARK, align="left")
    _anchor(shape.text_frame, "middle")


def _opening(page: Any, one: Slide) -> None:
    shape = page.shapes.title
    _place(shape, 2.0, 2.4)
    write_text(shape.text_frame, one.title, 36, bold=True, colour=measures.DARK, align="center")
    _anchor(shape.text_frame, "middle")
    if one.under:
        _box(page, one.under, 4.6, 0.9, 26, align="center")


def _content(page: Any, one: Slide) -> None:
    if isinstance(one.content, Bullets):
        _bullets(page, one.content)
    elif isinstance(one.content, PaperTable):
        draw_table(page, one.content)
    elif isinstance(one.content, Chart):
        draw_chart(page, one.content)


def _bullets(page: Any, bullets: Bullets) -> None:
    from pptx.util import Inches, Pt

    width = measures.WIDTH - 2 * measures.MARGIN
    gap = 0.14
    size = measures.size_for([[(text_of(line), width - 0.5)] for line in bullets.lines], measures.BODY_HEIGHT, gap)
    box = page.shapes.add_textbox(
        Inches(measures.MARGIN), Inches(measures.BODY_TOP), Inches(width), Inches(measures.BODY_HEIGHT)
    )
    frame = box.text_frame
    frame.word_wrap = True
    for i, line in enumerate(bullets.lines):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(gap * 72)
        write_runs(paragraph, (*plain("•  "), *line), size)


def _box(
    page: Any, text: Text, top: float, height: float, size: float, *, italic: bool = False, align: str = "left"
) -> None:
    from pptx.util import Inches

    box = page.shapes.add_textbox(
        Inches(measures.MARGIN), Inches(top), Inches(measures.WIDTH - 2 * measures.MARGIN), Inches(height)
    )
    write_text(box.text_frame, text, size, italic=italic, align=align)


def _foot(page: Any, text: str) -> None:
    from pptx.util import Inches

    box = page.shapes.add_textbox(Inches(measures.WIDTH - 6.1), Inches(7.02), Inches(5.6), Inches(0.4))
    write_text(box.text_frame, plain(text), measures.SMALLEST, italic=True, colour="555555", align="right")


def _place(shape: Any, top: float, height: float) -> None:
    from pptx.util import Inches

    shape.left, shape.top = Inches(measures.MARGIN), Inches(top)
    shape.width, shape.height = Inches(measures.WIDTH - 2 * measures.MARGIN), Inches(height)


def _anchor(frame: Any, place: str) -> None:
    from pptx.enum.text import MSO_ANCHOR

    frame.vertical_anchor = {"middle": MSO_ANCHOR.MIDDLE, "top": MSO_ANCHOR.TOP}[place]
