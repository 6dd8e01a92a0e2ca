"""What a pack may set: from where on something counts, and sums of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum


class RuleSign(StrEnum):
    """How the two sides of a rule stand to each other."""

    EQUAL = "equal"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


class Restated(StrEnum):
    """Which of two reports counts where they give different figures of one year."""

    LATER = "later"
    ANNUAL = "annual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """Data elements added up; with ``of`` their percentage in those."""

    elements: tuple[str, ...]
    of: tuple[str, ...] = ()

    @property
    def all_elements(self) -> tuple[str, ...]:
        """The data elements it speaks of."""
        return (*self.elements, *self.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRule:
    """What must hold between the figures of each report."""

    code: str
    name: str
    name_en: str
    left: Formula
    relation: RuleSign
    right: Formula


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """From where on the checks speak; all shares in percent. Who changes one says so in the pack, with a reference."""

    recycled_share: Decimal = Decimal(75)
    """So much of a report's own wording, found in one other report, counts as taken over."""
    recycled_formal: Decimal = Decimal(8)
    """Runs of words that a larger share of all reports have are formal passages of nobody's own."""
    recycled_least: Decimal = Decimal(40)
    """A report with fewer runs of its own is too short to tell."""
    level_far: Decimal = Decimal(5)
    """So many times its level in other years is far."""
    level_near: Decimal = Decimal("2.5")
    """Within so many times its level a number is plausible once a slip is undone."""
    jump_times: Decimal = Decimal(3)
    """So many times the year before is a jump where the other org units do not move."""
    even_units: Decimal = Decimal(5)
    """So many org units with the same figure everywhere are remarked on."""
    even_years: Decimal = Decimal(3)
    """So many years with one figure are remarked on."""
    restated: Restated = Restated.LATER
    rules: tuple[FigureRule, ...] = field(default=())


THRESHOLDS: Mapping[tuple[str, str], tuple[str, str, Decimal, Decimal]] = {
    ("recycled_text", "share"): ("recycled_share", "%", Decimal(20), Decimal(100)),
    ("recycled_text", "formal"): ("recycled_formal", "%", Decimal(1), Decimal(50)),
    ("recycled_text", "least"): ("recycled_least", "runs", Decimal(5), Decimal(1000)),
    ("outlier", "far"): ("level_far", "times", Decimal(2), Decimal(100)),
    ("outlier", "near"): ("level_near", "times", Decimal("1.1"), Decimal(10)),
    ("jump", "times"): ("jump_times", "times", Decimal("1.5"), Decimal(100)),
    ("too_even", "units"): ("even_units", "units", Decimal(2), Decimal(1000)),
    ("too_even", "years"): ("even_years", "years", Decimal(3), Decimal(10)),
}
"""(check, parameter) -> name in the settings, unit of measure, least and largest value."""


def with_thresholds(settings: CheckSettings, values: Mapping[tuple[str, str], Decimal]) -> CheckSettings:
    """The settings with other thresholds; KeyError for one that does not exist."""
    changed: dict[str, Decimal] = {THRESHOLDS[key][0]: value for key, value in values.items()}
    return replace(settings, **changed)  # type: ignore[arg-type]  # names of Decimal fields only
