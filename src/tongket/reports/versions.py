"""Versions of a report: what one org unit sent for one period, in the order in which it counts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tongket.framework import Part
from tongket.periods import Period
from tongket.reports.model import DataValue, Report

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


def whole_reports(group: Sequence[Report]) -> tuple[Report, ...]:
    """The versions that are reports of their own, oldest first: annexes sent apart only where nothing else came, and no
    signed copy of a report that is there as its unit wrote it too."""
    reports = tuple(one for one in group if one.annex_to is None)
    return tuple(one for one in reports if not _is_copy(one, reports)) or tuple(group)


def _is_copy(report: Report, reports: Sequence[Report]) -> bool:
    """A scan of the same number; or a file signed digitally that states the same under the same number: where it states
    something else, it is another version."""
    if report.recognised:
        texts = {one.number for one in reports if not one.recognised}
        return bool(texts) and report.number in ("", *texts)
    drafts = (one for one in reports if not one.recognised and not one.signed)
    return report.signed and any(one.number == report.number and _figures(one) == _figures(report) for one in drafts)


def _figures(report: Report) -> set[tuple[str, Period, str, Part, Decimal]]:
    return {(*_place(value), value.part, value.value) for value in report.values}


def that_count(group: Sequence[Report]) -> tuple[Report, ...]:
    """Of the versions of one report, oldest first, those that count: the last, with the annexes sent apart from it. A
    filled collection form and a document are two halves of one report: of each the last, and the document without what
    the form says as fully."""
    forms = [one for one in group if one.form]
    documents = _with_annexes([one for one in group if not one.form])
    if not forms or not documents:
        return (*forms[-1:], *documents)
    given = _parts(forms[-1])
    return forms[-1], *(_without(one, given) for one in documents)


def _with_annexes(documents: Sequence[Report]) -> tuple[Report, ...]:
    """The last document and its annexes; of annexes alone all that belong to the report of the last."""
    if not documents:
        return ()
    last = whole_reports(documents)[-1]
    number = last.number if last.annex_to is None else last.annex_to
    lone = len(whole_reports(documents)) == 1
    annexes = [
        a for a in documents if a is not last and a.annex_to is not None and (lone or a.annex_to in ("", number))
    ]
    return (*annexes, last) if last.annex_to is not None else (last, *annexes)


def _without(report: Report, given: dict[tuple[str, Period, str], set[Part]]) -> Report:
    """A document without what a form says as fully."""
    said = _parts(report)
    kept = tuple(v for v in report.values if not said[_place(v)] <= given.get(_place(v), set()))
    return replace(report, values=kept)


def _place(value: DataValue) -> tuple[str, Period, str]:
    return value.org_unit, value.period, value.indicator


def _parts(report: Report) -> dict[tuple[str, Period, str], set[Part]]:
    """The parts of each indicator that a report states; a percentage beside its two numbers says nothing of its own."""
    found: dict[tuple[str, Period, str], set[Part]] = {}
    for value in report.values:
        found.setdefault(_place(value), set()).add(value.part)
    return {place: parts - {Part.VALUE} if len(parts) > 1 else parts for place, parts in found.items()}
