"""Findings and notices."""

from dataclasses import dataclass

from tongket.problems import Severity
from tongket.reports import Decision, DecisionVerb, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One of the fourteen faults, an entry for each fault. ``note`` and ``suggestion`` are English msgids
    filled by ``fields``; texts are made at the edge."""

    code: str
    severity: Severity
    files: tuple[str, ...] = ()
    org_unit: str | None = None
    period: str | None = None
    indicator: str | None = None
    note: str = ""
    suggestion: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    decision: Decision | None = None
    """The person's answer: accepted, or waived (or its figure confirmed) and then without effect."""

    @property
    def waived(self) -> bool:
        """Whether it does not count."""
        return self.decision is not None and self.decision.verb in (DecisionVerb.WAIVE, DecisionVerb.CONFIRM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Anything else worth saying, with a free code."""

    code: str
    severity: Severity
    files: tuple[str, ...] = ()
    org_unit: str | None = None
    period: str | None = None
    indicator: str | None = None
    note: str = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the checks made of the reports. ``attributed`` are those of an org unit of their period and inside the
    review, with all their versions; ``current`` the last version of each, the reports that count."""

    attributed: tuple[Report, ...]
    current: tuple[Report, ...]
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
