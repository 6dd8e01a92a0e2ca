"""The tiers of local government by law, as data: three until 30/6/2025, two since."""

from collections.abc import Iterator
from datetime import date

from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.model import TERRITORIAL, OrgUnit, OrgUnitKind
from tongket.periods import Interval, Timeline
from tongket.problems import Problem, Severity

REFORM = date(2025, 7, 1)
TIERS: Timeline[tuple[OrgUnitKind, ...]] = Timeline.of(
    [
        (Interval(start=date.min, end=REFORM), (OrgUnitKind.PROVINCE, OrgUnitKind.DISTRICT, OrgUnitKind.COMMUNE)),
        (Interval(start=REFORM), (OrgUnitKind.PROVINCE, OrgUnitKind.COMMUNE)),
    ]
)
"""72/2025/QH15 and 203/2025/QH15: districts end on 1/7/2025."""


def tiers_on(day: date) -> tuple[OrgUnitKind, ...]:
    """The kinds of administrative units that there are on a day, the highest first."""
    return TIERS.on(day) or ()


def tier_problems(hierarchy: Hierarchy) -> Iterator[Problem]:
    """Warnings: units of a kind that the law no longer has on some of their days. Plans and trials may have reasons."""
    for unit in hierarchy.spans:
        day = first_day_without(unit)
        if day is not None:
            fields = {"code": unit.code, "name": unit.name, "day": day.isoformat()}
            yield Problem(code="orgunits.tier_ended", severity=Severity.WARNING, fields=fields)


def first_day_without(unit: OrgUnit) -> date | None:
    """The first day of a span on which its kind is no tier any more."""
    if unit.kind not in TERRITORIAL:
        return None
    for valid, kinds in TIERS.entries:
        if unit.kind not in kinds and valid.overlaps(unit.valid):
            return max(valid.start, unit.valid.start)
    return None
