"""What a review draws: every chart once, for page and paper; the slides; the report as PDF; and what could not be made."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tongket.charts import Chart, ChartPicture, can_paint, paint
from tongket.compute import Allowance, map_over
from tongket.dossier.material import Material
from tongket.dossier.papers import OfficialPaper, PaperBlock
from tongket.dossier.pictures import Pictures, pictures
from tongket.dossier.slides import slide_deck
from tongket.dossier.writers.pptx import can_write_slides, write_slides
from tongket.dossier.writers.typst import Typeface, can_write_pdf, typeface, write_pdf
from tongket.review import names
from tongket.review.request import ReviewResult
from tongket.review.typefaces import font_folders

WORTH_A_PROCESS = 40
"""For fewer reports than this the charts are drawn sooner here than another process starts."""
LIMIT = Allowance(seconds=120)
"""What drawing one chart may take."""


@dataclass(slots=True)
class Studio:
    """Draws the charts of a review, each once."""

    charts: Pictures
    drawn: dict[str, ChartPicture | None] = field(default_factory=dict)
    coming: Future[dict[str, ChartPicture]] | None = None
    """By code, the charts that another process draws meanwhile."""

    def paint(self, chart: Chart) -> ChartPicture | None:
        """The picture of a chart; None where the libraries that draw are not installed."""
        if self.coming is not None:
            self.drawn |= self.coming.result()
            self.coming = None
        if chart.code not in self.drawn:
            self.drawn[chart.code] = paint(chart) if can_paint() else None
        return self.drawn[chart.code]

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Meanwhile another process draws the charts: the engine that does it lets nothing else go on beside it."""
        with ThreadPoolExecutor(max_workers=1) as waiting:
            self.coming = waiting.submit(_painted, self.charts.all)
            yield


def _painted(charts: Sequence[Chart]) -> dict[str, ChartPicture]:
    """The charts that could be drawn, by code."""
    outcomes = map_over(paint, charts, allowance=LIMIT)
    return {one.item.code: one.value for one in outcomes if one.value is not None}


def studio_of(result: ReviewResult, material: Material) -> Studio:
    """The charts of a review, none drawn yet; with a map where boundaries are given."""
    return Studio(charts=pictures(material, boundaries=result.boundaries))


def write_deck(material: Material, last_review: tuple[PaperBlock, ...], folder: Path) -> None:
    """The slides, where the library that writes them is installed."""
    if can_write_slides():
        write_slides(slide_deck(material, last_review=last_review), folder / names.SLIDES)


def write_report_pdf(report: OfficialPaper, folder: Path) -> None:
    """The report as PDF, where the library that sets it is installed."""
    if can_write_pdf():
        write_pdf(report, folder / names.REPORT_PDF, typeface(font_folders()))


def left_out() -> tuple[str, ...]:
    """Sentences (msgids) on what is not made here, and why."""
    parts = (can_paint(), can_write_slides(), can_write_pdf())
    if not all(parts):
        return (NOT_INSTALLED,)
    face: Typeface = typeface(font_folders())
    return (OWN_TYPE,) if face.own else ()


NOT_INSTALLED = (
    "Charts, slides and PDF were left out: their libraries are not installed (python -m pip install tongket[papers])."
)
OWN_TYPE = (
    "No Times New Roman or Liberation Serif with all Vietnamese letters was found; the PDF is set in Libertinus Serif."
)
