"""Which stated figure counts for an org unit and a period, where several reports give one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checks import Finding, Restated
from tongket.consolidation.model import AbsenceReason
from tongket.framework import Framework, Indicator
from tongket.periods import Period
from tongket.reports import DataValue, Report, Stated, StatedKey, stated, version_order

EXCLUDING_CODES = frozenset({"over_100", "outlier", "unit_mismatch"})
"""Findings whose values enter no roll-up until a person has decided."""

LARGEST = Decimal(10) ** 14
"""Beyond it a number is a misreading; the sums of the engine are exact below it."""

LEAST_SURE = 0.5
"""Of figures read less surely than this more are wrong than right: they wait for a person. Between this and 0.9 most are
right, so that a total without them would be wrong more often than one with them: they count, and are offered."""

Preference = tuple[bool, bool, bool, tuple[object, ...], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The figure of one org unit, period and indicator that counts. ``excluded`` says why it enters no total
    (code of a finding or an :class:`AbsenceReason`), empty where it does."""

    org_unit: str
    period: Period
    indicator: str
    values: tuple[DataValue, ...]
    excluded: str = ""


def select(
    reports: Iterable[Report],
    findings: Iterable[Finding],
    *,
    framework: Framework,
    review_period: Period,
    restated: Restated = Restated.LATER,
) -> dict[StatedKey, Fact]:
    """The facts of the review's periods, spans left out: a stated total of five years is no yearly figure."""
    barred = excluded_keys(findings)
    best: dict[StatedKey, tuple[Preference, Report, Stated]] = {}
    for report in reports:
        for key, figure in stated(report).items():
            if key[1].is_span or not review_period.covers(key[1]):
                continue
            counts = usable(figure, framework[key[2]]) and not any(map(unsure, given_parts(figure)))
            preference = rank(report, key, counts, restated)
            if key not in best or preference > best[key][0]:
                best[key] = (preference, report, figure)
    return {key: fact(key, report, figure, framework[key[2]], barred) for key, (_, report, figure) in best.items()}


def rank(report: Report, key: StatedKey, counts: bool, restated: Restated) -> Preference:
    """What may enter a total before what may not; the org unit's own report before an annex of another's; then the later one, of equal dates the annual one; or the
    annual one first, where the pack says so."""
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
    elif not excluded and any(unsure(value) for value in given):
        excluded = AbsenceReason.UNSURE
    return Fact(org_unit=key[0], period=key[1], indicator=key[2], values=given, excluded=excluded)


def unsure(value: DataValue) -> bool:
    """Whether nobody has confirmed a figure that was read unsurely."""
    return value.source.confidence < LEAST_SURE and value.decision is None


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
