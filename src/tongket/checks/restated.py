"""Two reports of one org unit that give different figures of one year, and five-year totals that their years deny."""

from collections.abc import Iterator
from decimal import Decimal

from tongket.checks.findings import finding
from tongket.checks.intake import Intake
from tongket.checks.model import Finding, Notice
from tongket.checks.notices import notice
from tongket.checks.rounding import rounds, sum_slack
from tongket.checks.settings import Restated
from tongket.framework import Aggregation, Part
from tongket.periods import Period
from tongket.reports import DataValue, Report, Stated, stated, version_order
from tongket.vietnamese import format_number

NEAREST = Decimal("0.5")


def restated_figures(intake: Intake) -> Iterator[Notice]:
    """One for each yearly figure that a report on several years gives differently than the report of the year."""
    annual = {(r.org_unit, r.period): r for r in intake.current if r.period and not r.period.is_span}
    for report in intake.current:
        if report.period is None or not report.period.is_span:
            continue
        for (org_unit, period, indicator), figure in stated(report).items():
            other = annual.get((org_unit, period))
            earlier = stated(other).get((org_unit, period, indicator)) if other is not None else None
            pair = _different(figure, earlier) if earlier is not None else None
            if other is not None and pair is not None:
                yield _notice(intake, report, other, period, indicator, pair)


def _different(figure: Stated, earlier: Stated) -> tuple[DataValue, DataValue] | None:
    """The first part that both state and that is not the same, nor a rounding."""
    for one, two in (
        (figure.numerator, earlier.numerator),
        (figure.denominator, earlier.denominator),
        (figure.value, earlier.value),
    ):
        if one is not None and two is not None and not rounds(one.value, two.value):
            return one, two
    return None


def _notice(
    intake: Intake, span: Report, annual: Report, period: Period, indicator: str, pair: tuple[DataValue, DataValue]
) -> Notice:
    later = version_order(span) > version_order(annual) and intake.settings.restated is Restated.LATER
    fields = {
        "span": span.period.code if span.period else "",
        "restated": format_number(pair[0].value),
        "annual": format_number(pair[1].value),
        "place": pair[0].source.anchor,
        "annual_place": pair[1].source.anchor,
    }
    return notice(
        "restated",
        span,
        fields=fields,
        org_unit=pair[0].org_unit,
        period=period,
        indicator=indicator,
        others=(annual,),
        note="restated_span_counts" if later else "restated_annual_counts",
    )


def span_totals(intake: Intake) -> Iterator[Finding]:
    """One for each total over several years that is not the sum of all the years in the same report."""
    for report in intake.current:
        if report.period is None or not report.period.is_span:
            continue
        figures = stated(report)
        for (org_unit, period, indicator), figure in figures.items():
            if not period.is_span or intake.framework[indicator].over_time is Aggregation.LAST:
                continue
            years = [figures.get((org_unit, year, indicator)) for year in period.years()]
            for part, total in ((Part.VALUE, figure.value), (Part.NUMERATOR, figure.numerator)):
                parts = [_part(year, part) for year in years]
                if total is None or (part is Part.VALUE and intake.framework[indicator].is_ratio):
                    continue
                if all(one is not None for one in parts):
                    yield from _total(report, total, [one.value for one in parts if one is not None])


def _part(figure: Stated | None, part: Part) -> DataValue | None:
    if figure is None:
        return None
    return figure.value if part is Part.VALUE else figure.numerator


def _total(report: Report, total: DataValue, years: list[Decimal]) -> Iterator[Finding]:
    computed = sum(years, Decimal(0))
    gap = abs(total.value - computed)
    if gap > sum_slack((total.value, *years)) and gap <= NEAREST * abs(computed):
        yield finding(
            "total_mismatch",
            files=(report.file,),
            org_unit=total.org_unit,
            period=total.period.code,
            indicator=total.indicator,
            fields={
                "stated": format_number(total.value),
                "computed": format_number(computed),
                "sum": " + ".join(format_number(one) for one in years),
                "place": total.source.anchor,
            },
        )
