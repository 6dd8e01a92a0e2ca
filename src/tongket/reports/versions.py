"""Versions of a report: what one org unit sent for one period, in the order in which it counts."""

import re
from collections.abc import Iterable
from datetime import date

from tongket.periods import Period
from tongket.reports.model import Report

ReportKey = tuple[str, Period]
"""Code of the org unit, and the period: what makes two files versions of one report."""

LEADING_NUMBER = re.compile(r"\d+")


def version_order(report: Report) -> tuple[date, int, str, str]:
    """Document date, then number, then SHA-256; a report without a date comes before all that have one."""
    leading = LEADING_NUMBER.match(report.number)
    number = int(leading.group()) if leading else 0
    return (report.document_date or date.min, number, report.number, report.sha256)


def versions(reports: Iterable[Report]) -> dict[ReportKey, tuple[Report, ...]]:
    """The versions of each report, oldest first: the last one is current. Keys in the order of the input;
    a report without an org unit or a period belongs to no key."""
    found: dict[ReportKey, list[Report]] = {}
    for report in reports:
        if report.org_unit is not None and report.period is not None:
            found.setdefault((report.org_unit, report.period), []).append(report)
    return {key: tuple(sorted(group, key=version_order)) for key, group in found.items()}
