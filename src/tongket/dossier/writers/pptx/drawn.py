"""Charts on slides, as PowerPoint's own: their data can be edited."""

from typing import Any

from tongket.charts import Chart, ChartKind, ChartSeries
from tongket.dossier.writers.pptx import measures

COLOURS = (measures.MIDDLE, measures.DARK)


def draw_chart(page: Any, chart: Chart) -> None:
    """Bars or lines; every point bears its number as it is printed in the papers."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    bars = chart.kind is ChartKind.BARS
    series = chart.series[:2][:: -1 if bars else 1]  # the last one stands on top
    order = range(len(chart.categories))[:: -1 if bars else 1]
    data = CategoryChartData()
    data.categories = [chart.categories[i] for i in order]
    for one in series:
        values = [float(p.value) if (p := one.points[i]) is not None and p.value is not None else None for i in order]
        data.add_series(one.name, values)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if bars else XL_CHART_TYPE.LINE_MARKERS
    frame = page.shapes.add_chart(
        kind, Inches(measures.MARGIN), Inches(measures.BODY_TOP),
        Inches(measures.WIDTH - 2 * measures.MARGIN), Inches(measures.BODY_HEIGHT), data,
    )  # fmt: skip
    frame._element.nvGraphicFramePr.cNvPr.set("descr", chart.alternative)
    _looks(frame.chart, series, list(order), bars=bars)


def _looks(made: Any, series: tuple[ChartSeries, ...], order: list[int], *, bars: bool) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    made.font.size, made.font.name = Pt(measures.SMALLEST), measures.FONT
    made.has_title = False
    made.has_legend = len(series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    made.value_axis.visible = made.value_axis.has_major_gridlines = False
    made.value_axis.minimum_scale = 0
    made.category_axis.format.line.width = Pt(0.75)
    made.category_axis.has_major_gridlines = False
    plot = made.plots[0]
    if bars:
        plot.gap_width, plot.overlap = 45, 0
    for number, one in enumerate(series):
        _series(plot.series[number], one, order, COLOURS[len(series) - 1 - number], bars=bars)


def _series(made: Any, one: ChartSeries, order: list[int], colour: str, *, bars: bool) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    tone = RGBColor.from_string(colour)
    if bars:
        made.format.fill.solid()
        made.format.fill.fore_color.rgb = tone
    else:
        made.smooth = False
        made.format.line.color.rgb, made.format.line.width = RGBColor.from_string(measures.DARK), Pt(3)
    for place, i in enumerate(order):
        point = one.points[i]
        if point is None:
            continue
        label = made.points[place].data_label
        label.has_text_frame = True
        label.text_frame.text = point.text
        label.position = XL_LABEL_POSITION.OUTSIDE_END if bars else XL_LABEL_POSITION.ABOVE
        run = label.text_frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold = Pt(measures.SMALLEST), True
