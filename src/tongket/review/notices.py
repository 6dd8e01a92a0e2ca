"""What the reading of files has to say, as notices beside those of the checks."""

from collections.abc import Iterator, Sequence

from tongket.checks import Notice
from tongket.problems import sentence_of
from tongket.reports import Report

TOLD_AS_FINDINGS = frozenset({"unit_ended", "unit_unknown", "unit_not_named", "unit_of_body"})


def reading_notices(reports: Sequence[Report]) -> Iterator[Notice]:
    """One for each thing worth saying about a file that was read (hidden sheets, pages without text ...)."""
    for report in reports:
        for problem in report.problems:
            if problem.code not in TOLD_AS_FINDINGS:
                yield Notice(
                    code=problem.code,
                    severity=problem.severity,
                    files=(report.file,),
                    org_unit=report.org_unit,
                    period=report.period.code if report.period else None,
                    note=sentence_of(problem.code),
                    fields=tuple(sorted(problem.fields.items())),
                )
