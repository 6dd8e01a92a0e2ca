"""Who reported: a cell for each org unit and year."""

from collections.abc import Callable, Sequence

from tongket.charts.model import Chart, ChartKind, ChartPoint, ChartSeries
from tongket.consolidation import Coverage, CoverageStatus
from tongket.periods import Period
from tongket.problems import translate

STATES = {
    CoverageStatus.ON_TIME: ("on time", 0),
    CoverageStatus.UNDATED: ("undated", 1),
    CoverageStatus.ELSEWHERE: ("by another way", 1),
    CoverageStatus.LATE: ("late", 2),
    CoverageStatus.MISSING: ("missing", 3),
}
"""In a word (msgid), and how dark."""


def coverage_chart(
    coverage: Coverage, org_units: Sequence[str], name_of: Callable[[str], str], *, code: str, language: str = "vi"
) -> Chart:
    """The grid of ``org_units``; a cell is empty where no report was due."""
    owed = {(one.org_unit, one.period): one for one in coverage.entries if one.org_unit in set(org_units)}
    years: tuple[Period, ...] = tuple(sorted({period for _, period in owed}))
    series = []
    for year in years:
        points = []
        for unit in org_units:
            entry = owed.get((unit, year))
            word, tone = STATES[entry.status] if entry else ("", 0)
            points.append(
                ChartPoint(text=translate(word, language), ref=f"coverage[{unit}/{year}]", tone=tone) if entry else None
            )
        series.append(ChartSeries(name=str(year), points=tuple(points)))
    silent = [one for one in owed.values() if one.status is CoverageStatus.MISSING]
    names = ", ".join(dict.fromkeys(name_of(one.org_unit) for one in silent))
    told = translate(
        "Grid of who reported: {reported} of {expected} reports came in.",
        language, reported=len(owed) - len(silent), expected=len(owed),
    )  # fmt: skip
    absent = translate("Missing reports: {units}.", language, units=names) if names else ""
    return Chart(
        code=code,
        kind=ChartKind.GRID,
        title=translate("Reports received, by unit and year", language),
        alternative=f"{told} {absent}".strip(),
        categories=tuple(name_of(unit) for unit in org_units),
        category_name=translate("Org unit", language),
        series=tuple(series),
        base=told.partition(": ")[2][:1].upper() + told.partition(": ")[2][1:],
    )
