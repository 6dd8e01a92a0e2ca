"""Figures from before a reorganisation that cannot be seen on the map of the review's end."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from tongket.checks.findings import finding
from tongket.checks.intake import Intake
from tongket.checks.model import Finding
from tongket.framework import Aggregation, Indicator
from tongket.orgunits import Crosswalk, Tree
from tongket.periods import Period
from tongket.problems import Severity
from tongket.reports import Report, Stated, stated

CONVERTIBLE = frozenset({Aggregation.SUM, Aggregation.RATIO_OF_SUMS})
"""What converts by shares; a maximum or a distinct count of the parts says nothing of the whole."""


def not_comparable(intake: Intake) -> Iterator[Finding]:
    """One for each receiving unit and yearly period where a share is unknown; else one for each figure of a
    predecessor that does not convert by itself."""
    now = intake.hierarchy.on(intake.review_period.last_day)
    reports = {(r.org_unit, r.period): r for r in intake.current}
    for period in intake.review_period.years():
        crosswalk = intake.hierarchy.crosswalk(period.last_day, intake.review_period.last_day)
        for target, shares in received(crosswalk, now).items():
            if None in shares.values():
                unknown = [source for source, share in shares.items() if share is None]
                yield _finding(target, period, None, "not_comparable", {"units": _names(intake, unknown, period)})
            else:
                yield from _by_figure(intake, reports, target, shares, period)


def received(crosswalk: Crosswalk, now: Tree) -> dict[str, dict[str, Fraction | None]]:
    """What each org unit of the last day is made of, where that is more than itself."""
    found: dict[str, dict[str, Fraction | None]] = {}
    for edge in crosswalk:
        if edge.target in now and now[edge.target].parent is not None:
            found.setdefault(edge.target, {})[edge.source] = edge.share
    return {target: shares for target, shares in found.items() if shares != {target: Fraction(1)}}


def _by_figure(
    intake: Intake,
    reports: Mapping[tuple[str | None, Period | None], Report],
    target: str,
    shares: Mapping[str, Fraction | None],
    period: Period,
) -> Iterator[Finding]:
    told: set[str] = set()
    for source in sorted(shares):
        report = reports.get((source, period))
        for (org_unit, of, indicator), figure in stated(report).items() if report is not None else ():
            why = _obstacle(intake.framework[indicator], figure)
            if why and org_unit == source and of == period and indicator not in told:
                told.add(indicator)
                yield _finding(target, period, indicator, why, {"units": _names(intake, (source,), period)})


def _obstacle(indicator: Indicator, figure: Stated) -> str:
    """Why a figure does not convert; empty where it does."""
    if indicator.over_units not in CONVERTIBLE:
        return "not_comparable_count"
    bare = indicator.is_ratio and (figure.numerator is None or figure.denominator is None)
    return "not_comparable_share" if bare else ""


def _names(intake: Intake, codes: Iterable[str], period: Period) -> str:
    tree = intake.hierarchy.on(period.last_day)
    return ", ".join(tree[code].name for code in sorted(codes))


def _finding(target: str, period: Period, indicator: str | None, note: str, fields: dict[str, str]) -> Finding:
    return finding(
        "not_comparable",
        Severity.WARNING,
        org_unit=target,
        period=period.code,
        indicator=indicator,
        note=note,
        fields=fields,
    )
