"""What else is worth saying about what came in."""

from collections.abc import Iterator
from dataclasses import replace

from tongket.checks.intake import Intake, scan_of
from tongket.checks.messages import NOTES
from tongket.checks.model import Notice
from tongket.periods import Period
from tongket.problems import Severity
from tongket.reports import DataValue, Report, whole_reports
from tongket.vietnamese import format_number


def notices(intake: Intake) -> Iterator[Notice]:
    """All notices, by code and then in the order of the files."""
    review = intake.review_period.code
    for report in intake.outside:
        fields = {"period": report.period.code if report.period else "", "review": review}
        yield notice("outside_review", report, Severity.WARNING, fields)
    for report in intake.undetermined:
        yield notice("period_unknown", report, Severity.WARNING)
    yield from unowed(intake)
    yield from signed_scans(intake)
    for versions in intake.versions.values():
        first = whole_reports(versions)[0]
        if first.document_date is None:
            yield notice("undated_report", first)
        yield from beside_the_form(versions)


def signed_scans(intake: Intake) -> Iterator[Notice]:
    """Files of pictures that are the signed copy of a report which was read."""
    for refusal in intake.refusals:
        report = scan_of(refusal, intake)
        if report is not None:
            yield replace(notice("scan_of_report", report, Severity.NOTICE), files=(refusal.name, report.file))


def unowed(intake: Intake) -> Iterator[Notice]:
    """Reports that nobody asked for; where no duties are known, none is told."""
    owed = {(duty.org_unit, duty.period) for duty in intake.duties}
    for key, versions in intake.versions.items():
        if owed and key not in owed:
            yield notice("no_duty", versions[-1])


def beside_the_form(versions: tuple[Report, ...]) -> Iterator[Notice]:
    """Where the collection form and the document that a unit sent beside it do not say the same."""
    forms, documents = [one for one in versions if one.form], [one for one in versions if not one.form]
    if not forms or not documents:
        return
    form, document = forms[-1], documents[-1]
    told = {(v.org_unit, v.period, v.indicator, v.part): v for v in form.values}
    silent = {s.indicator: s.why for s in form.silences if s.indicator not in {v.indicator for v in form.values}}
    for value in document.values:
        other = told.get((value.org_unit, value.period, value.indicator, value.part))
        if other is not None and other.value != value.value:
            yield differing("form_differs", form, value, format_number(other.value))
        elif value.org_unit == form.org_unit and value.indicator in silent:
            yield differing("form_silent", form, value, silent[value.indicator])


def differing(code: str, form: Report, value: DataValue, said: str) -> Notice:
    """A figure of a document against what the form says."""
    return Notice(
        code=code,
        severity=Severity.WARNING,
        files=(form.file, value.source.file),
        org_unit=value.org_unit,
        period=value.period.code,
        indicator=value.indicator,
        note=NOTES[code],
        fields=(("document", format_number(value.value)), ("form", said)),
    )


def notice(
    code: str,
    report: Report,
    severity: Severity = Severity.NOTICE,
    fields: dict[str, str] | None = None,
    *,
    org_unit: str | None = None,
    period: Period | None = None,
    indicator: str | None = None,
    others: tuple[Report, ...] = (),
    note: str = "",
) -> Notice:
    """A notice about one report, or about a figure of it and those of ``others``."""
    of = period or report.period
    return Notice(
        code=code,
        severity=severity,
        files=(report.file, *(other.file for other in others)),
        org_unit=org_unit or report.org_unit,
        period=of.code if of else None,
        indicator=indicator,
        note=NOTES[note or code],
        fields=tuple(sorted((fields or {}).items())),
    )
