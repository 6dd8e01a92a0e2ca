"""Which reports count: attributed to an org unit of their period, inside the review, last of their versions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongket.checks.settings import CheckSettings
from tongket.framework import Framework
from tongket.orgunits import Hierarchy, OrgUnitKind
from tongket.periods import Period
from tongket.reading import Document, Refusal
from tongket.reports import Report, ReportDuty, ReportKey, that_count, versions
from tongket.vietnamese import search_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What came in, sorted once for all checks; every report stands in exactly one of its groups."""

    framework: Framework
    hierarchy: Hierarchy
    settings: CheckSettings
    review_period: Period
    duties: tuple[ReportDuty, ...]
    refusals: tuple[Refusal, ...]
    unresolved: tuple[Report, ...]
    undetermined: tuple[Report, ...]
    """The org unit is known, the period is not."""
    outside: tuple[Report, ...]
    kinds: Mapping[ReportKey, OrgUnitKind]
    """What the org unit of each report that answers is, in its period."""
    versions: dict[ReportKey, tuple[Report, ...]]
    """The reports that answer for an org unit and a period: oldest first, the last is current."""
    documents: Mapping[str, Document]
    """What the reports were read from, by file; those that are not there are not looked through."""

    @property
    def attributed(self) -> tuple[Report, ...]:
        """The reports that answer for an org unit and a period, all versions."""
        return tuple(report for group in self.versions.values() for report in group)

    @property
    def current(self) -> tuple[Report, ...]:
        """The reports that count."""
        return tuple(report for group in self.versions.values() for report in that_count(group))


def sort_reports(
    reports: Sequence[Report],
    refusals: Sequence[Refusal],
    *,
    framework: Framework,
    hierarchy: Hierarchy,
    duties: Sequence[ReportDuty],
    review_period: Period,
    settings: CheckSettings,
    documents: Mapping[str, Document],
) -> Intake:
    """Every report to its group. Duties outside the review are none of this review's."""
    owed = tuple(duty for duty in duties if review_period.covers(duty.period))
    groups: dict[str, list[Report]] = {"unresolved": [], "undetermined": [], "outside": [], "taken": []}
    keys = {(duty.org_unit, duty.period) for duty in owed}
    for report in reports:
        groups[group_of(report, hierarchy, keys, review_period)].append(report)
    return Intake(
        framework=framework,
        hierarchy=hierarchy,
        settings=settings,
        review_period=review_period,
        duties=owed,
        refusals=tuple(refusals),
        unresolved=tuple(groups["unresolved"]),
        undetermined=tuple(groups["undetermined"]),
        outside=tuple(groups["outside"]),
        kinds=_kinds(groups["taken"], hierarchy),
        versions=versions(groups["taken"]),
        documents=documents,
    )


def _kinds(reports: Sequence[Report], hierarchy: Hierarchy) -> dict[ReportKey, OrgUnitKind]:
    found: dict[ReportKey, OrgUnitKind] = {}
    for report in reports:
        if report.org_unit is not None and report.period is not None:
            unit = hierarchy.on(report.period.last_day).get(report.org_unit)
            if unit is not None:
                found[report.org_unit, report.period] = unit.kind
    return found


def group_of(report: Report, hierarchy: Hierarchy, owed: set[ReportKey], review_period: Period) -> str:
    """The name of the report's group."""
    if report.org_unit is None:
        return "unresolved"
    if report.period is None:
        return "undetermined"
    if not review_period.covers(report.period):
        return "outside"
    # A code may have lived on in another unit or ended: only the tree of the period says who is meant.
    alive = report.org_unit in hierarchy.on(report.period.last_day)
    return "taken" if alive or (report.org_unit, report.period) in owed else "unresolved"


_OF_SCANS = re.compile(r"\b(?:signed|scan|ban|ky|da|so|co|dau|do|pdf|va|dong)\b")
"""Words that are added to the name of a report when its signed copy is scanned."""


def scan_of(refusal: Refusal, intake: Intake) -> Report | None:
    """The report whose signed copy a file of pictures is, by its name beside it in the same folder."""
    if refusal.problem.code != "needs_ocr":
        return None
    wanted = _plain_name(refusal.name)
    return next((r for r in intake.attributed if _plain_name(r.file) == wanted), None)


def _plain_name(file: str) -> tuple[str, str]:
    folder, _, name = file.rpartition("/")
    words = re.sub(r"[^a-z0-9]+", " ", search_key(name.rpartition(".")[0]))
    return folder, " ".join(_OF_SCANS.sub(" ", words).split())
