"""The checks that make findings: one function for each code, all in :data:`CHECKS`."""

from collections.abc import Iterator, Mapping

from tongket.checks.intake import Intake
from tongket.checks.messages import NOTES, SUGGESTIONS
from tongket.checks.model import Finding
from tongket.problems import Severity
from tongket.problems.catalogue import MESSAGES
from tongket.reading import Refusal
from tongket.reports import DataValue, Report, ReportDuty, Stated, stated, whole_reports
from tongket.vietnamese import format_date, format_number

SECRECY_MARK = "secrecy_mark"


def missing_reports(intake: Intake) -> Iterator[Finding]:
    """One for each duty that no readable report answers."""
    for duty in intake.duties:
        if (duty.org_unit, duty.period) not in intake.versions:
            yield finding(
                "missing_report",
                org_unit=duty.org_unit,
                period=duty.period.code,
                fields={"due": format_date(duty.due)},
            )


def is_late(versions: tuple[Report, ...], duty: ReportDuty) -> bool:
    """Whether the first version is dated after the due date: who corrects a timely report is not late."""
    first = whole_reports(versions)[0].document_date
    return first is not None and first > duty.due


def late_reports(intake: Intake) -> Iterator[Finding]:
    """One for each duty whose first version is dated after it was due."""
    for duty in intake.duties:
        versions = intake.versions.get((duty.org_unit, duty.period))
        first = whole_reports(versions)[0] if versions else None
        if versions and first and first.document_date and is_late(versions, duty):
            yield finding(
                "late_report",
                Severity.WARNING,
                files=(first.file,),
                org_unit=duty.org_unit,
                period=duty.period.code,
                fields={"dated": format_date(first.document_date), "due": format_date(duty.due)},
            )


def duplicate_reports(intake: Intake) -> Iterator[Finding]:
    """One for each org unit and period with several versions; files in the order of versions. A collection form and a
    document go together and are no versions of each other, nor are a report and its annexes."""
    sorts = [
        (key, [one for one in whole_reports(group) if bool(one.form) is form and one.annex_to is None])
        for key, group in intake.versions.items()
        for form in (False, True)
    ]
    for (org_unit, period), versions in sorts:
        if len(versions) > 1:
            yield finding(
                "duplicate_report",
                Severity.WARNING,
                files=tuple(version.file for version in versions),
                org_unit=org_unit,
                period=period.code,
                fields={"count": str(len(versions)), "current": versions[-1].file},
            )


def refused_files(intake: Intake) -> Iterator[Finding]:
    """One for each file that could not be read or may not be: no unit, no period."""
    for refusal in intake.refusals:
        yield refused_file(refusal)


def refused_file(refusal: Refusal) -> Finding:
    """The sentence of the problem is the note; of a stamped file nothing but its path is told."""
    problem = refusal.problem
    code = SECRECY_MARK if problem.code == SECRECY_MARK else "unreadable"
    return Finding(
        code=code,
        severity=Severity.ERROR,
        files=(refusal.name,),
        note=MESSAGES[problem.code],
        suggestion=SUGGESTIONS[code],
        fields=tuple(sorted(problem.fields.items())),
    )


def unresolved_units(intake: Intake) -> Iterator[Finding]:
    """One for each file whose org unit cannot be told."""
    for report in intake.unresolved:
        body = next((p for p in report.problems if p.code == "unit_of_body"), None)
        yield finding(
            "unit_unresolved",
            files=(report.file,),
            period=report.period.code if report.period else None,
            note="unit_of_body" if body else "unit_unresolved" if report.unit_as_written else "unit_unnamed",
            fields={"written": report.unit_as_written} | ({"unit": body.fields["unit"]} if body else {}),
            suggestion="unit_of_body" if body else "",
        )


def over_100(intake: Intake) -> Iterator[Finding]:
    """One for each file, org unit and indicator whose part exceeds its whole; a plan may be exceeded."""
    for report in intake.current:
        for (org_unit, period, indicator), figure in stated(report).items():
            pair = exceeded(figure)
            if pair and intake.framework[indicator].denominator_is == "whole":
                yield finding(
                    "over_100",
                    files=(report.file,),
                    org_unit=org_unit,
                    period=period.code,
                    indicator=indicator,
                    fields={
                        "numerator": format_number(pair[0].value),
                        "denominator": format_number(pair[1].value),
                        "place": pair[0].source.anchor,
                        "other_place": pair[1].source.anchor,
                    },
                )


def exceeded(figure: Stated) -> tuple[DataValue, DataValue] | None:
    """Numerator and denominator where the numerator is larger."""
    if figure.numerator is None or figure.denominator is None:
        return None
    pair = (figure.numerator, figure.denominator)
    return pair if pair[0].value > pair[1].value else None


def finding(
    code: str,
    severity: Severity = Severity.ERROR,
    *,
    fields: Mapping[str, str],
    files: tuple[str, ...] = (),
    org_unit: str | None = None,
    period: str | None = None,
    indicator: str | None = None,
    note: str = "",
    suggestion: str = "",
) -> Finding:
    """A finding with the sentences of its code."""
    return Finding(
        code=code,
        severity=severity,
        files=files,
        org_unit=org_unit,
        period=period,
        indicator=indicator,
        note=NOTES[note or code],
        suggestion=SUGGESTIONS[suggestion or code],
        fields=tuple(sorted(fields.items())),
    )
