"""Charts: one specification for page, paper and slide, a table and an alternative text for each. The only door to Altair."""

from tongket.charts.boundaries import Boundaries, load_boundaries, map_chart
from tongket.charts.coverage import coverage_chart
from tongket.charts.model import Chart, ChartBreak, ChartKind, ChartPoint, ChartSeries
from tongket.charts.money import money_chart
from tongket.charts.paint import ChartPicture, can_paint, paint
from tongket.charts.progress import Attainment, progress_chart
from tongket.charts.ranks import contribution_chart, rank_chart
from tongket.charts.themes import theme_counts_chart, themes_chart
from tongket.charts.years import trend_chart

__all__ = [
    "Attainment",
    "Boundaries",
    "Chart",
    "ChartBreak",
    "ChartKind",
    "ChartPicture",
    "ChartPoint",
    "ChartSeries",
    "can_paint",
    "contribution_chart",
    "coverage_chart",
    "load_boundaries",
    "map_chart",
    "money_chart",
    "paint",
    "progress_chart",
    "rank_chart",
    "theme_counts_chart",
    "themes_chart",
    "trend_chart",
]
