"""Which stated figure counts for an org unit and a period, where several reports give one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.checks import Finding, Restated
from tongket.consolidation.acceptance import Waiting, is_accepted, waiting
from tongket.consolidation.model import AbsenceReason
from tongket.framework import Framework, Indicator
from tongket.periods import Period
from tongket.reports import DataValue, Report, Stated, StatedKey, stated, version_order

EXCLUDING_CODES = frozenset({"over_100", "outlier", "unit_mismatch"})
"""Findings whose values enter no roll-up until a person has decided."""

LARGEST = Decimal(10) ** 14
"""Beyond it a number is a misreading; the sums of the engine are exact below it."""

Preference = tuple[bool, bool, bool, tuple[object, ...], bool]
Sheaf = tuple[str, str | None, Period | None]
"""File, org unit and period: what tells reports apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The figure of one org unit, period and indicator that counts. ``excluded`` says why it enters no total
    (code of a finding or an :class:`AbsenceReason`), empty where it does."""

    org_unit: str
    period: Period
    indicator: str
    values: tuple[DataValue, ...]
    excluded: str = ""


class Selection:
    """The facts of the review's periods, kept: of the next reports only those are looked at that are not as before. Spans
    are left out: a stated total of five years is no yearly figure."""

    def __init__(self, framework: Framework, review_period: Period, restated: Restated = Restated.LATER) -> None:
        self.facts: dict[StatedKey, Fact] = {}
        self._framework, self._review_period, self._restated = framework, review_period, restated
        self._reports: dict[Sheaf, tuple[Report, ...]] = {}
        self._order: dict[Sheaf, int] = {}
        self._stating: dict[StatedKey, dict[Sheaf, list[tuple[int, Report, Stated]]]] = {}
        self._stated_by: dict[Sheaf, set[StatedKey]] = {}
        self._first: dict[StatedKey, tuple[Sheaf, int]] = {}
        self._barred: dict[StatedKey, dict[str, str]] = {}
        self._waiting: dict[tuple[str, str], tuple[Waiting, ...]] | None = None

    def take(
        self, reports: Iterable[Report], findings: Sequence[Finding], *, accepted_only: bool = False
    ) -> set[StatedKey]:
        """The facts of these reports and no others from now on; the keys of those that are not as before. With
        ``accepted_only`` what is not accepted enters no total."""
        now: dict[Sheaf, tuple[Report, ...]] = {}
        for report in reports:
            sheaf = (report.file, report.org_unit, report.period)
            now[sheaf] = (*now.get(sheaf, ()), report)
        others = {one for one in self._reports.keys() | now.keys() if self._reports.get(one) != now.get(one)}
        self._reports, self._order = now, {sheaf: number for number, sheaf in enumerate(now)}
        concerned = {key for sheaf in others for key in self._restate(sheaf)}
        concerned |= self._answer(findings, accepted_only=accepted_only)
        return {key for key in concerned if self._settle(key)}

    def place(self, key: StatedKey) -> tuple[int, int]:
        """Where a fact was first stated: which report, and which figure of it."""
        sheaf, number = self._first[key]
        return self._order[sheaf], number

    def _restate(self, sheaf: Sheaf) -> set[StatedKey]:
        """Put what a sheaf states now in the place of what it stated; all of either."""
        before = self._stated_by.pop(sheaf, set())
        for key in before:
            del self._stating[key][sheaf]
        entries = ((report, *one) for report in self._reports.get(sheaf, ()) for one in stated(report).items())
        now: set[StatedKey] = set()
        for number, (report, key, figure) in enumerate(entries):
            if not key[1].is_span and self._review_period.covers(key[1]):
                self._stating.setdefault(key, {}).setdefault(sheaf, []).append((number, report, figure))
                now.add(key)
        if now:
            self._stated_by[sheaf] = now
        return before | now

    def _answer(self, findings: Sequence[Finding], *, accepted_only: bool) -> set[StatedKey]:
        """Take in what findings exclude, and what waits; the keys that either may concern."""
        barred, open_ = excluded_keys(findings), waiting(findings) if accepted_only else None
        concerned = {key for key in self._barred.keys() | barred.keys() if self._barred.get(key) != barred.get(key)}
        if open_ != self._waiting:
            concerned |= self._stating.keys()
        self._barred, self._waiting = barred, open_
        return concerned & self._stating.keys()

    def _settle(self, key: StatedKey) -> bool:
        """Choose among those that state it; whether it is another fact than before, or first stated elsewhere."""
        stating = self._stating[key]
        sheaves = sorted(stating, key=self._order.__getitem__)
        entries = [(sheaf, *entry) for sheaf in sheaves for entry in stating[sheaf]]
        if not entries:
            del self._stating[key], self._first[key]
            del self.facts[key]
            return True
        best = max(entries, key=lambda one: self._preference(key, one[2], one[3]))
        found = self._fact(key, best[2], best[3])
        first = entries[0][:2]
        changed = (self.facts.get(key), self._first.get(key)) != (found, first)
        self.facts[key], self._first[key] = found, first
        return changed

    def _preference(self, key: StatedKey, report: Report, figure: Stated) -> Preference:
        counts = usable(figure, self._framework[key[2]]) and all(one.is_sure for one in given_parts(figure))
        return rank(report, key, counts, self._restated)

    def _fact(self, key: StatedKey, report: Report, figure: Stated) -> Fact:
        found = fact(key, report, figure, self._framework[key[2]], self._barred)
        if self._waiting is None or found.excluded or all(is_accepted(one, self._waiting) for one in found.values):
            return found
        return replace(found, excluded=AbsenceReason.NOT_ACCEPTED)


def rank(report: Report, key: StatedKey, counts: bool, restated: Restated) -> Preference:
    """What may enter a total before what may not; the org unit's own report before an annex of another's; then the later one,
    of equal dates the annual one; or the annual one first, where the pack says so."""
    own = report.org_unit == key[0]
    annual = report.period == key[1]
    return (counts, own, annual and restated is Restated.ANNUAL, version_order(report), annual)


def usable(figure: Stated, indicator: Indicator) -> bool:
    """Whether the parts that a total needs are there; a ratio's bare percentage is never averaged."""
    if indicator.is_ratio:
        return figure.numerator is not None and figure.denominator is not None
    return figure.value is not None


def fact(
    key: StatedKey, report: Report, figure: Stated, indicator: Indicator, barred: dict[StatedKey, dict[str, str]]
) -> Fact:
    """The figure as a fact, with the reason that keeps it out of totals."""
    parts = (figure.numerator, figure.denominator) if indicator.is_ratio else (figure.value,)
    complete = usable(figure, indicator)
    given = tuple(part for part in parts if part is not None) if complete else tuple(given_parts(figure))
    codes = barred.get(key, {})
    excluded = codes.get(report.file, codes.get("", ""))
    if not complete:
        excluded = AbsenceReason.INCOMPLETE
    elif not excluded and any(abs(value.value) >= LARGEST for value in given):
        excluded = AbsenceReason.OUT_OF_RANGE
    elif not excluded and not all(value.is_sure for value in given):
        excluded = AbsenceReason.UNSURE
    return Fact(org_unit=key[0], period=key[1], indicator=key[2], values=given, excluded=excluded)


def given_parts(figure: Stated) -> Iterator[DataValue]:
    """All the parts that were given."""
    yield from (part for part in (figure.value, figure.numerator, figure.denominator) if part is not None)


def excluded_keys(findings: Iterable[Finding]) -> dict[StatedKey, dict[str, str]]:
    """Figure -> file -> code of the finding that excludes it; file "" where the finding names none."""
    barred: dict[StatedKey, dict[str, str]] = {}
    for finding in findings:
        if (
            finding.code in EXCLUDING_CODES
            and not finding.waived
            and finding.org_unit
            and finding.period
            and finding.indicator
        ):
            key = (finding.org_unit, Period.parse(finding.period), finding.indicator)
            barred.setdefault(key, {}).update(dict.fromkeys(finding.files or ("",), finding.code))
    return barred
