"""The annex of charts: each with its caption, of whom it speaks, and the table of its points."""

from collections.abc import Callable, Iterable, Iterator

from tongket.charts import Chart, ChartKind, ChartPicture
from tongket.dossier.chart_tables import chart_table
from tongket.dossier.papers import (
    Annex,
    BindingKind,
    PaperBlock,
    PaperParagraph,
    PaperPicture,
    ParagraphRole,
    bound,
    plain,
)
from tongket.problems import translate

Paint = Callable[[Chart], ChartPicture | None]
"""Draws a chart; None where nothing here can draw."""
ROWS = 12
"""A grid of more rows is for pages, not for paper."""


def charts_annex(charts: Iterable[Chart], paint: Paint) -> tuple[Annex, ...]:
    """The annex, where there is any chart."""
    shown = [one for one in charts if one.kind is not ChartKind.GRID or len(one.categories) <= ROWS]
    blocks = tuple(block for i, one in enumerate(shown, start=1) for block in _chart(one, i, paint(one)))
    return (Annex(title=plain(translate("Charts", "vi")), blocks=blocks),) if blocks else ()


def _chart(chart: Chart, number: int, picture: ChartPicture | None) -> Iterator[PaperBlock]:
    ref = f"charts[{chart.code}]"
    caption = translate("Chart {number}. {title}", "vi", number=number, title=chart.title)
    yield PaperParagraph(text=bound(caption, BindingKind.COUNT, ref), role=ParagraphRole.CAPTION)
    if picture is not None:
        yield PaperPicture(picture=picture)
    unit = translate("Unit of measure: {unit}.", "vi", unit=chart.unit_of_measure) if chart.unit_of_measure else ""
    breaks = " ".join(f"{one.text}." for one in chart.breaks)
    words = " ".join(part for part in (unit, chart.base, breaks) if part)
    yield PaperParagraph(text=bound(words, BindingKind.COUNT, ref), role=ParagraphRole.NOTE)
    if picture is None or chart.kind is not ChartKind.GRID:
        yield chart_table(chart)
