"""All checks on all reports."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from tongket.checks.arithmetic import percent_mismatches, prose_table_mismatches
from tongket.checks.comparability import not_comparable
from tongket.checks.counted import counted_findings, overshadowed
from tongket.checks.crossfoot import crossfoot
from tongket.checks.emptiness import unspecific_reports
from tongket.checks.even import too_even
from tongket.checks.findings import (
    duplicate_reports,
    late_reports,
    missing_reports,
    over_100,
    refused_files,
    unresolved_units,
)
from tongket.checks.intake import Intake, sort_reports
from tongket.checks.levels import level_findings
from tongket.checks.model import Checked, Finding, Notice
from tongket.checks.notices import notices
from tongket.checks.recycled import recycled_texts
from tongket.checks.restated import restated_figures, span_totals
from tongket.checks.rules import broken_rules
from tongket.checks.settings import CheckSettings
from tongket.checks.stale import stale_figures
from tongket.checks.trends import trend_notices
from tongket.framework import Framework
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.reading import Document, Refusal
from tongket.reports import Report, ReportDuty

CHECKS: tuple[Callable[[Intake], Iterator[Finding]], ...] = (
    missing_reports,
    late_reports,
    duplicate_reports,
    refused_files,
    unresolved_units,
    over_100,
    percent_mismatches,
    prose_table_mismatches,
    level_findings,
    recycled_texts,
    span_totals,
    not_comparable,
)
"""Every check; a new one is a function and a line here."""
NOTICES: tuple[Callable[[Intake], Iterator[Notice]], ...] = (
    notices,
    broken_rules,
    restated_figures,
    crossfoot,
    stale_figures,
    too_even,
    unspecific_reports,
)
DEFAULTS = CheckSettings()


def check(
    reports: Sequence[Report],
    refusals: Sequence[Refusal] = (),
    *,
    framework: Framework,
    hierarchy: Hierarchy,
    duties: Sequence[ReportDuty],
    review_period: Period,
    documents: Mapping[str, Document] | None = None,
    settings: CheckSettings = DEFAULTS,
) -> Checked:
    """Findings and notices on the reports that came in, and the reports that count.

    ``documents`` by file are looked through for sums that do not add up; without them no such finding is made.
    Only ``Checked.current`` may enter a roll-up; what was left out is told by a finding or a notice.
    """
    intake = sort_reports(
        reports,
        refusals,
        framework=framework,
        hierarchy=hierarchy,
        duties=duties,
        review_period=review_period,
        settings=settings,
        documents=documents or {},
    )
    found = [one for run in CHECKS for one in run(intake)]
    counted = list(counted_findings(intake, found))
    found = [*overshadowed(found, counted), *counted]
    return Checked(
        attributed=intake.attributed,
        current=intake.current,
        findings=tuple(found),
        notices=(*(one for run in NOTICES for one in run(intake)), *trend_notices(intake, found)),
    )
