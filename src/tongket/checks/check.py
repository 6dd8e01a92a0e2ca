"""All checks on all reports."""

from collections.abc import Sequence

from tongket.checks.findings import CHECKS
from tongket.checks.intake import sort_reports
from tongket.checks.model import Checked
from tongket.checks.notices import notices
from tongket.framework import Framework
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.reading import Refusal
from tongket.reports import Report, ReportDuty


def check(
    reports: Sequence[Report],
    refusals: Sequence[Refusal] = (),
    *,
    framework: Framework,
    hierarchy: Hierarchy,
    duties: Sequence[ReportDuty],
    review_period: Period,
) -> Checked:
    """Findings and notices on the reports that came in, and the reports that count.

    Only ``Checked.current`` may enter a roll-up; what was left out is told by a finding or a notice.
    """
    intake = sort_reports(
        reports, refusals, framework=framework, hierarchy=hierarchy, duties=duties, review_period=review_period
    )
    return Checked(
        attributed=intake.attributed,
        current=intake.current,
        findings=tuple(found for run in CHECKS for found in run(intake)),
        notices=tuple(notices(intake)),
    )
