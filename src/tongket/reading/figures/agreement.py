"""How sure a report's figures are when they are looked at together: what agrees, what contradicts, and whether it is a report
on the framework's matters at all. How sure a figure's own words make it is told by ``sureness``."""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from tongket.framework import Part
from tongket.periods import Period
from tongket.reading.figures.stated import StatedFigure
from tongket.reading.figures.sureness import SUREST
from tongket.reports import SURE

MANY = 8
"""From how many indicators told surely on a report is one on the framework's matters, and more say no more."""
NEAR = Decimal("0.06")
"""Points between a share and n of N up to which the share is theirs, rounded to a tenth."""
FEW_YEARS = 3

Whose = tuple[str, Period, str]
"""Org unit, period, indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure with what it is of, and the block in which it stands."""

    figure: StatedFigure
    org_unit: str
    period: Period
    block: int

    @property
    def whose(self) -> Whose:
        """Org unit, period, indicator."""
        return self.org_unit, self.period, self.figure.indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What else in the report speaks for a figure and against it, each between 0 and 1."""

    again: float
    """Another place tells the same."""
    fits: float
    """n of N is the share that is told, or the years add up to the total."""
    against: float
    """Another place tells something else."""
    fellows: float
    """By how much a figure of the same indicator in the same place is surer."""
    setting: float
    """How many other indicators the report tells surely on."""


WEIGHTS = Signs(again=0.5, fits=2.0, against=0.0, fellows=0.2, setting=1.6)
"""Fitted by ``benchmarks/fit_sureness.py``, see docs/decisions/0014."""

Judge = Callable[[float, Signs], float]


def together(told: Sequence[Told], judge: Judge | None = None) -> list[float]:
    """How sure each figure is, given all figures of its report."""
    judge = judge or sureness
    return [judge(one.figure.confidence, signs) for one, signs in zip(told, _signs(told), strict=True)]


def sureness(alone: float, signs: Signs) -> float:
    """The chance that a figure is right, rounded down to hundredths; ``alone`` is the chance by its own words."""
    strength = log_odds(alone) + sum(getattr(WEIGHTS, f.name) * getattr(signs, f.name) for f in fields(Signs))
    return min(math.floor(100 / (1 + math.exp(-strength)) + 1e-9) / 100, SUREST)


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance."""
    chance = min(max(chance, 0.01), SUREST)
    return math.log(chance / (1 - chance))


def _signs(told: Sequence[Told]) -> list[Signs]:
    values: dict[tuple[Whose, Part], dict[Decimal, set[int]]] = defaultdict(lambda: defaultdict(set))
    surest: dict[tuple[int, str], float] = defaultdict(float)
    sure = set[str]()
    for one in told:
        figure = one.figure
        values[one.whose, figure.part][figure.value].add(one.block)
        surest[one.block, figure.indicator] = max(surest[one.block, figure.indicator], figure.confidence)
        if figure.confidence >= SURE:
            sure.add(figure.indicator)
    fitting = _fitting(told)
    return [
        Signs(
            again=float(len(values[one.whose, one.figure.part][one.figure.value]) > 1),
            fits=float((one.whose, one.figure.part, one.figure.value) in fitting),
            against=float(len(values[one.whose, one.figure.part]) > 1),
            fellows=(log_odds(surest[one.block, one.figure.indicator]) - log_odds(one.figure.confidence))
            / log_odds(SUREST),
            setting=min(len(sure - {one.figure.indicator}), MANY) / MANY,
        )
        for one in told
    ]


def _fitting(told: Sequence[Told]) -> set[tuple[Whose, Part, Decimal]]:
    """What fits by arithmetic: n, N and the share of each other, single years and their total."""
    known: dict[Whose, dict[Part, set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    for one in told:
        known[one.whose][one.figure.part].add(one.figure.value)
    found = set[tuple[Whose, Part, Decimal]]()
    for whose, parts in known.items():
        for share in parts.get(Part.VALUE, ()):
            for count in parts.get(Part.NUMERATOR, ()):
                for whole in parts.get(Part.DENOMINATOR, ()):
                    if whole and abs(count / whole * 100 - share) <= NEAR:
                        found |= {
                            (whose, Part.VALUE, share),
                            (whose, Part.NUMERATOR, count),
                            (whose, Part.DENOMINATOR, whole),
                        }
    return found | _adding_up(known)


def _adding_up(known: dict[Whose, dict[Part, set[Decimal]]]) -> set[tuple[Whose, Part, Decimal]]:
    """Years, each told once, that add up to the total told for all of them."""
    found = set[tuple[Whose, Part, Decimal]]()
    for (unit, span, indicator), parts in known.items():
        if not span.is_span:
            continue
        years = [(unit, year, indicator) for year in span.years()]
        for part, totals in parts.items():
            told = {whose: known[whose][part] for whose in years if whose in known and known[whose].get(part)}
            if len(told) < FEW_YEARS or any(len(v) > 1 for v in told.values()):
                continue
            total = sum((next(iter(v)) for v in told.values()), Decimal(0))
            if total in totals:
                found |= {((unit, span, indicator), part, total)}
                found |= {(whose, part, next(iter(v))) for whose, v in told.items()}
    return found


__all__ = ["Signs", "Told", "log_odds", "sureness", "together"]
