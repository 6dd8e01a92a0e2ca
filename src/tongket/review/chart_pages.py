"""The page of charts: each drawn, with its base and its table."""

from collections.abc import Sequence

from markupsafe import Markup

from tongket.charts import Chart, ChartPicture
from tongket.dossier.chart_tables import chart_table
from tongket.dossier.papers import text_of
from tongket.dossier.writers.html import render
from tongket.problems import translate
from tongket.review.names import START_PAGE


def render_charts(
    charts: Sequence[tuple[Chart, ChartPicture | None]], footer: str, language: str, *, illustrative: bool
) -> str:
    """The page; a chart that could not be drawn shows its table."""
    return render(
        "charts.html",
        language,
        title=translate("Charts of the review, each with its table", language),
        charts=[_chart(one, picture) for one, picture in charts],
        root="../",
        start=START_PAGE,
        illustrative=illustrative,
        footer=footer,
    )


def _chart(chart: Chart, picture: ChartPicture | None) -> dict[str, object]:
    table = chart_table(chart)
    unit = translate("Unit of measure: {unit}.", "vi", unit=chart.unit_of_measure) if chart.unit_of_measure else ""
    return {
        "code": chart.code,
        "title": chart.title,
        "svg": Markup(picture.svg) if picture else "",
        "alternative": chart.alternative,
        "words": " ".join(part for part in (unit, chart.base, *(f"{b.text}." for b in chart.breaks)) if part),
        "header": [text_of(cell) for cell in table.header[0].cells],
        "rows": [[text_of(cell) for cell in row.cells] for row in table.rows],
    }
