"""Text taken over from another report: the unit's own last one, or another unit's."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tongket.checks.findings import finding
from tongket.checks.intake import Intake
from tongket.checks.model import Finding
from tongket.reports import Report

LEAST_FORMAL = 6
"""In so few reports a run is never formal."""


def recycled_texts(intake: Intake) -> Iterator[Finding]:
    """One for each report whose wording is mostly that of an earlier one; versions of one report are none."""
    reports = sorted(intake.current, key=_age)
    settings = intake.settings
    own = own_runs(reports, settings.recycled_formal / 100)
    holders: dict[int, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        shared = Counter(j for run in own[i] for j in holders[run])
        for run in own[i]:
            holders[run].append(i)
        if len(own[i]) >= settings.recycled_least and shared:
            source, common = max(shared.items(), key=lambda pair: (pair[1], -pair[0]))
            if 100 * common >= settings.recycled_share * len(own[i]):
                yield _finding(report, reports[source], common / len(own[i]))


def own_runs(reports: Sequence[Report], formal: Decimal) -> Mapping[int, tuple[int, ...]]:
    """The runs of each report that are not formal."""
    counts = Counter(run for report in reports for run in report.fingerprint)
    most = max(Decimal(LEAST_FORMAL), formal * len(reports))
    return {i: tuple(r for r in report.fingerprint if counts[r] <= most) for i, report in enumerate(reports)}


def _age(report: Report) -> tuple[object, ...]:
    period = report.period
    return (period.last_day if period else None, report.document_date is not None, report.document_date, report.file)


def _finding(copy: Report, source: Report, share: float) -> Finding:
    return finding(
        "recycled_text",
        files=(copy.file, source.file),
        org_unit=copy.org_unit,
        period=copy.period.code if copy.period else None,
        note="recycled_own" if copy.org_unit == source.org_unit else "",
        fields={
            "share": str(round(100 * share)),
            "source": source.file.rsplit("/", 1)[-1],
            "year": source.period.code if source.period else "",
        },
    )
