"""What else is worth saying about what came in."""

from collections.abc import Iterator

from tongket.checks.intake import Intake
from tongket.checks.messages import NOTES
from tongket.checks.model import Notice
from tongket.problems import Severity
from tongket.reports import Report


def notices(intake: Intake) -> Iterator[Notice]:
    """All notices, by code and then in the order of the files."""
    review = intake.review_period.code
    for report in intake.outside:
        fields = {"period": report.period.code if report.period else "", "review": review}
        yield notice("outside_review", report, Severity.WARNING, fields)
    for report in intake.undetermined:
        yield notice("period_unknown", report, Severity.WARNING)
    yield from unowed(intake)
    for versions in intake.versions.values():
        if versions[0].document_date is None:
            yield notice("undated_report", versions[0])


def unowed(intake: Intake) -> Iterator[Notice]:
    """Reports that nobody asked for; where no duties are known, none is told."""
    owed = {(duty.org_unit, duty.period) for duty in intake.duties}
    for key, versions in intake.versions.items():
        if owed and key not in owed:
            yield notice("no_duty", versions[-1])


def notice(
    code: str, report: Report, severity: Severity = Severity.NOTICE, fields: dict[str, str] | None = None
) -> Notice:
    """A notice about one report."""
    return Notice(
        code=code,
        severity=severity,
        files=(report.file,),
        org_unit=report.org_unit,
        period=report.period.code if report.period else None,
        note=NOTES[code],
        fields=tuple(sorted((fields or {}).items())),
    )
