"""The table that stands with a chart: the same points with what supports them."""

from tongket.charts import Chart, ChartKind, ChartPoint
from tongket.dossier.papers import Alignment, BindingKind, PaperRow, PaperTable, Text, bound, plain

KINDS = {"growth(": BindingKind.COMPARISON, "trend(": BindingKind.COMPARISON, "gap(": BindingKind.COMPARISON}
FIRST = 0.4
"""The share of the width that the first column takes where there are few others."""


def chart_table(chart: Chart, *, rows: int = 0) -> PaperTable:
    """A row for each category, a column for each series; with ``rows`` no more than so many."""
    shown = range(len(chart.categories))[: rows or None]
    if chart.kind is ChartKind.LINES:
        return _turned(chart)
    empty = "" if chart.kind is ChartKind.GRID else "–"
    names = tuple(bound(one.name, BindingKind.COUNT, f"charts[{chart.code}]") for one in chart.series)
    lines = tuple(
        PaperRow(
            cells=(
                bound(chart.categories[i], BindingKind.COUNT, f"charts[{chart.code}]"),
                *(point_text(one.points[i], empty) for one in chart.series),
            )
        )
        for i in shown
    )
    first = max(FIRST, 1 - 0.14 * len(chart.series)) if len(chart.series) > 3 else 0.55
    rest = (1 - first) / max(len(chart.series), 1)
    return PaperTable(
        header=(PaperRow(cells=(plain(chart.category_name), *names), bold=True),),
        rows=lines,
        widths=(first, *(rest for _ in chart.series)),
        alignments=(Alignment.LEFT, *(Alignment.CENTRE for _ in chart.series)),
    )


def _turned(chart: Chart) -> PaperTable:
    """Periods across, a row for each line."""
    heads = tuple(bound(one, BindingKind.COUNT, "period") for one in chart.categories)
    lines = tuple(
        PaperRow(
            cells=(
                bound(one.name, BindingKind.FACT, f"charts[{chart.code}]"),
                *(point_text(point) for point in one.points),
            )
        )
        for one in chart.series
    )
    rest = (1 - FIRST) / max(len(heads), 1)
    return PaperTable(
        header=(PaperRow(cells=(plain(chart.category_name), *heads), bold=True),),
        rows=lines,
        widths=(FIRST, *(rest for _ in heads)),
        alignments=(Alignment.LEFT, *(Alignment.CENTRE for _ in heads)),
    )


def point_text(point: ChartPoint | None, empty: str = "–") -> Text:
    """A point as text, bound to what it is computed from; a dark one is bold; ``empty`` where nothing is stated."""
    if point is None:
        return plain(empty)
    kind = next((k for start, k in KINDS.items() if point.ref.startswith(start)), None)
    if kind is None:
        kind = BindingKind.GIVEN if point.ref.startswith("targets.csv") else BindingKind.COUNT
        kind = BindingKind.FIGURE if "@" in point.ref and "#" not in point.ref else kind
    return bound(point.text, kind, point.ref, bold=point.tone > 1) if point.text else ()
