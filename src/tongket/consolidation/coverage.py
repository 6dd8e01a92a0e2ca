"""Who reported: every duty of the review with what came in for it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tongket.checks import is_late
from tongket.periods import Period
from tongket.reports import Report, ReportDuty, versions


class CoverageStatus(StrEnum):
    """What became of a duty to report."""

    ON_TIME = "on_time"
    LATE = "late"
    UNDATED = "undated"
    """A report came in, but it bears no date."""
    MISSING = "missing"
    ELSEWHERE = "elsewhere"
    """It came by another way; nothing of its content is here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageEntry:
    """One duty: its files in the order of versions (several are a duplicate), empty where nothing came in."""

    org_unit: str
    period: Period
    due: date
    status: CoverageStatus
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The reports that were due, in the order of the duties."""

    entries: tuple[CoverageEntry, ...]

    @property
    def expected(self) -> int:
        """How many reports were due."""
        return len(self.entries)

    @property
    def reported(self) -> int:
        """How many of them came in."""
        return self.expected - len(self.missing)

    @property
    def missing(self) -> tuple[tuple[str, Period], ...]:
        """Org unit and period of those that did not."""
        return tuple((one.org_unit, one.period) for one in self.entries if one.status is CoverageStatus.MISSING)


def coverage(
    reports: Iterable[Report],
    duties: Sequence[ReportDuty],
    *,
    review_period: Period | None = None,
    elsewhere: Collection[tuple[str, str]] = (),
) -> Coverage:
    """The grid of org units and periods. ``reports`` are all versions that were attributed (``Checked.attributed``);
    duties outside the review, where one is given, are left out. ``elsewhere`` are org unit and period of those that came
    by another way."""
    found = versions(reports)
    owed = (duty for duty in duties if review_period is None or review_period.covers(duty.period))
    entries = (entry(duty, found.get((duty.org_unit, duty.period), ())) for duty in owed)
    return Coverage(entries=tuple(_received(one, elsewhere) for one in entries))


def _received(one: CoverageEntry, elsewhere: Collection[tuple[str, str]]) -> CoverageEntry:
    if (one.org_unit, str(one.period)) not in elsewhere:
        return one
    return replace(one, status=CoverageStatus.ELSEWHERE)


def entry(duty: ReportDuty, sent: tuple[Report, ...]) -> CoverageEntry:
    """One duty and the versions that were sent for it."""
    return CoverageEntry(
        org_unit=duty.org_unit,
        period=duty.period,
        due=duty.due,
        status=status(duty, sent),
        files=tuple(report.file for report in sent),
    )


def status(duty: ReportDuty, sent: tuple[Report, ...]) -> CoverageStatus:
    """What became of the duty."""
    if not sent:
        return CoverageStatus.MISSING
    if sent[0].document_date is None:
        return CoverageStatus.UNDATED
    return CoverageStatus.LATE if is_late(sent, duty) else CoverageStatus.ON_TIME
