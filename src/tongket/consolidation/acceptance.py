"""Whether a stated figure is accepted: read surely, or decided on, with nothing about it left for a person to decide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tongket.checks import Finding
from tongket.problems import Severity
from tongket.reports import DataValue

PlaceCode = tuple[str, str]
"""Org unit and period."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What nobody has answered yet about a figure, or, where ``indicator`` is None, about a whole report; of some files, of
    any where there are none."""

    indicator: str | None
    files: tuple[str, ...]

    def concerns(self, value: DataValue) -> bool:
        """Whether a figure of the same org unit and period waits for the answer."""
        return self.indicator in (None, value.indicator) and (not self.files or value.source.file in self.files)


def waiting(findings: Iterable[Finding]) -> dict[PlaceCode, tuple[Waiting, ...]]:
    """What is still to be decided: every finding about a figure, and the errors about a report (text that was copied)."""
    found: dict[PlaceCode, tuple[Waiting, ...]] = {}
    for one in findings:
        if one.decision is None and one.org_unit and one.period and (one.indicator or one.severity is Severity.ERROR):
            key = (one.org_unit, one.period)
            found[key] = (*found.get(key, ()), Waiting(one.indicator, one.files))
    return found


def is_accepted(value: DataValue, open_: Mapping[PlaceCode, tuple[Waiting, ...]]) -> bool:
    """Whether nothing about a figure is left to decide."""
    return value.is_sure and not any(one.concerns(value) for one in open_.get((value.org_unit, value.period.code), ()))
