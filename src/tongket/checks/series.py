"""The figures of an indicator beside those of other years and of other org units, ranked once for all questions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from statistics import median

from tongket.checks.intake import Intake
from tongket.framework import Part
from tongket.orgunits import OrgUnitKind
from tongket.periods import Period
from tongket.reports import DataValue, stated

Place = tuple[str, Period]
LEAST_PEERS = 3
"""So many other org units say what is usual."""


class Ranked:
    """Numbers of org units in order, asked without one of them."""

    def __init__(self, numbers: Mapping[str, Decimal]) -> None:
        units = sorted(numbers, key=lambda unit: (numbers[unit], unit))
        self._ordered = [numbers[unit] for unit in units]
        self._places = {unit: place for place, unit in enumerate(units)}

    def rest(self, unit: str) -> "Rest":
        """The numbers of the others."""
        return Rest(self._ordered, self._places.get(unit, len(self._ordered)))


@dataclass(frozen=True, slots=True)
class Rest:
    """Ordered numbers with one left out."""

    ordered: Sequence[Decimal]
    skipped: int

    def __len__(self) -> int:
        return len(self.ordered) - (self.skipped < len(self.ordered))

    def __getitem__(self, place: int) -> Decimal:
        place = place if place >= 0 else len(self) + place
        return self.ordered[place if place < self.skipped else place + 1]

    @property
    def middle(self) -> Decimal:
        """The median; there must be one number at least."""
        half = len(self) // 2
        return self[half] if len(self) % 2 else (self[half - 1] + self[half]) / 2


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One part of an indicator as all org units state it: by unit and period."""

    values: Mapping[Place, DataValue]
    files: Mapping[Place, str]
    kinds: Mapping[Place, OrgUnitKind]
    again: tuple[tuple[Place, DataValue], ...] = ()
    """What other reports state of the same: a report on several years beside that of the year."""

    @property
    def statements(self) -> Iterator[tuple[Place, DataValue]]:
        """Every figure, also one of several of the same."""
        yield from self.values.items()
        yield from self.again

    def own(self, place: Place) -> list[Decimal]:
        """The figures of the unit's other periods."""
        return [number for period, number in self._by_unit[place[0]].items() if period != place[1]]

    def peers(self, place: Place) -> Rest:
        """The figures of the other org units of its kind in the period."""
        return self._of_kind(self._ranked, place)

    def moves(self, place: Place) -> Rest:
        """How many times the year before the figures of the other org units of its kind are."""
        return self._of_kind(self._moved, place)

    def drift(self, place: Place) -> Decimal:
        """How many times their own level the other org units are in the period: a flood is no slip."""
        others = self._drifts[place[1]].rest(place[0]) if place[1] in self._drifts else ()
        return others.middle if isinstance(others, Rest) and len(others) else Decimal(1)

    def _of_kind(self, ranked: Mapping[tuple[Period, OrgUnitKind | None], Ranked], place: Place) -> Rest:
        found = ranked.get((place[1], self.kinds.get(place)))
        return found.rest(place[0]) if found is not None else Rest((), 0)

    @cached_property
    def _by_unit(self) -> dict[str, dict[Period, Decimal]]:
        found: dict[str, dict[Period, Decimal]] = {}
        for (unit, period), value in self.values.items():
            found.setdefault(unit, {})[period] = value.value
        return found

    @cached_property
    def _ranked(self) -> dict[tuple[Period, OrgUnitKind | None], Ranked]:
        return self._by_kind({place: value.value for place, value in self.values.items()})

    @cached_property
    def _moved(self) -> dict[tuple[Period, OrgUnitKind | None], Ranked]:
        before = {place: self.values.get((place[0], previous(place[1]))) for place in self.values}
        return self._by_kind(
            {
                place: value.value / earlier.value
                for place, value in self.values.items()
                if (earlier := before[place]) is not None
            }
        )

    @cached_property
    def _drifts(self) -> dict[Period, Ranked]:
        found: dict[Period, dict[str, Decimal]] = {}
        for (unit, period), value in self.values.items():
            if others := self.own((unit, period)):
                found.setdefault(period, {})[unit] = value.value / median(others)
        return {period: Ranked(numbers) for period, numbers in found.items()}

    def _by_kind(self, numbers: Mapping[Place, Decimal]) -> dict[tuple[Period, OrgUnitKind | None], Ranked]:
        found: dict[tuple[Period, OrgUnitKind | None], dict[str, Decimal]] = {}
        for place, number in numbers.items():
            found.setdefault((place[1], self.kinds.get(place)), {})[place[0]] = number
        return {key: Ranked(one) for key, one in found.items()}


def stages(intake: Intake) -> Iterator[tuple[Stage, str]]:
    """The figures of the reports that count, by indicator and part."""
    values: dict[tuple[str, Part], dict[Place, DataValue]] = {}
    again: dict[tuple[str, Part], list[tuple[Place, DataValue]]] = {}
    files: dict[Place, str] = {}
    for report in intake.current:
        for (org_unit, period, indicator), figure in stated(report).items():
            if period.is_span or org_unit != report.org_unit:
                continue
            files.setdefault((org_unit, period), report.file)
            for part, value in parts(intake, indicator, figure.value, figure.numerator, figure.denominator):
                first = values.setdefault((indicator, part), {}).setdefault((org_unit, period), value)
                if first is not value:
                    again.setdefault((indicator, part), []).append(((org_unit, period), value))
    for (indicator, part), found in values.items():
        more = tuple(again.get((indicator, part), ()))
        yield Stage(values=found, files=files, kinds=intake.kinds, again=more), indicator


def parts(
    intake: Intake, indicator: str, value: DataValue | None, numerator: DataValue | None, denominator: DataValue | None
) -> Iterator[tuple[Part, DataValue]]:
    """The parts that have a level: of a ratio the two numbers, never the percentage."""
    own = (numerator, denominator) if intake.framework[indicator].is_ratio else (value,)
    yield from ((one.part, one) for one in own if one is not None and one.value > 0)


def previous(period: Period) -> Period:
    """The year before a yearly period; of another period it is the same, and then nothing moves."""
    return Period.parse(str(int(period.code) - 1)) if period.code.isdigit() else period


def in_words(ratios: Rest) -> dict[str, str]:
    """The middle half of movements in percent, as two fields."""
    quarter = len(ratios) // 4
    return {"peers_low": _percent(ratios[quarter]), "peers_high": _percent(ratios[-1 - quarter])}


def _percent(ratio: Decimal) -> str:
    moved = round(100 * (ratio - 1))
    return f"+{moved}%" if moved > 0 else f"{moved}%".replace("-", "−")
