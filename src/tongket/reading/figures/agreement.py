"""How sure a report's figures are when they are looked at together: what agrees, and whether it is a report on the framework's
matters at all. How sure a figure's own words make it is told by ``sureness``."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import product

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
MOST = 1_000
"""More combinations of n, N and share of one indicator only damage makes."""

Whose = tuple[str, Period, str]
"""Org unit, period, indicator."""
Stating = tuple[Whose, Part, Decimal]
"""What a figure says."""


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

    @property
    def stating(self) -> Stating:
        """What it says."""
        return self.whose, self.figure.part, self.figure.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What else in the report speaks for a figure, each between 0 and 1."""

    again: float
    """Another place tells the same."""
    fits: float
    """n of N is the share that is told, or the years add up to the total."""
    setting: float
    """How many other indicators the report tells surely on."""


WEIGHTS = Signs(again=0.29, fits=1.14, setting=1.97)
"""Fitted by ``benchmarks/fit_sureness.py``, see docs/decisions/0014."""


def together(told: Sequence[Told]) -> list[float]:
    """How sure each figure is, given all figures of its report."""
    return [sureness(one.figure.confidence, signs) for one, signs in zip(told, signs_of(told), strict=True)]


def sureness(alone: float, signs: Signs) -> float:
    """The chance that a figure is right, rounded down to hundredths; ``alone`` is the chance by its own words."""
    strength = log_odds(alone) + sum(getattr(WEIGHTS, f.name) * getattr(signs, f.name) for f in fields(Signs))
    return min(math.floor(100 / (1 + math.exp(-strength)) + 1e-9) / 100, SUREST)


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance."""
    chance = min(max(chance, 0.01), SUREST)
    return math.log(chance / (1 - chance))


def signs_of(told: Sequence[Told]) -> list[Signs]:
    """The signs of each figure of a report."""
    places = defaultdict[Stating, set[int]](set)
    for one in told:
        places[one.stating].add(one.block)
    sure = {one.figure.indicator for one in told if one.figure.confidence >= SURE}
    fitting = _fitting(told)
    return [
        Signs(
            again=float(len(places[one.stating]) > 1),
            fits=float(one.stating in fitting),
            setting=min(len(sure - {one.figure.indicator}), MANY) / MANY,
        )
        for one in told
    ]


def _fitting(told: Sequence[Told]) -> set[Stating]:
    """What fits by arithmetic: n, N and the share of each other, single years and their total."""
    known: dict[Whose, dict[Part, set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    for one in told:
        known[one.whose][one.figure.part].add(one.figure.value)
    found = set[Stating]()
    for whose, parts in known.items():
        shares, counts, wholes = (parts.get(p, ()) for p in (Part.VALUE, Part.NUMERATOR, Part.DENOMINATOR))
        if len(shares) * len(counts) * len(wholes) > MOST:
            continue
        for share, count, whole in product(shares, counts, wholes):
            if whole and abs(count / whole * 100 - share) <= NEAR:
                triple = ((Part.VALUE, share), (Part.NUMERATOR, count), (Part.DENOMINATOR, whole))
                found |= {(whose, part, value) for part, value in triple}
    return found | _adding_up(known)


def _adding_up(known: dict[Whose, dict[Part, set[Decimal]]]) -> set[Stating]:
    """Years, each told once, that add up to the total told for all of them."""
    found = set[Stating]()
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


__all__ = ["Signs", "Told", "log_odds", "signs_of", "sureness", "together"]
