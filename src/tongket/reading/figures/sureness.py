"""How sure a figure of running text is: the chance that it is what it is taken for, learned from labelled sentences."""

import math
from dataclasses import asdict, dataclass

from tongket.reading.figures.matter import Matter, matter_of
from tongket.reading.figures.scoring import Said, Scorer
from tongket.reading.figures.settling import Found

MOST_SCORE, MOST_MARGIN = 20.0, 8.0
"""From where on more of it says no more."""
CLOSE, LOW = 2.0, 12.0
"""A lead below which a rival is near, and a score below which words unlike the indicator's own say little."""
LEAST_ALONE, LEAST = 0.1, 0.3
"""A number that is surely less than this an indicator's figure is none: by its own words, and beside the rest of its report."""
SUREST = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs(Matter):
    """What speaks for a figure and against it, each between 0 and 1."""

    score: float
    lead: float
    """By how much the next indicator is behind."""
    near_rival: float
    vague: float
    """Words unlike the indicator's own, and few of them."""
    clashes: float
    """It counts something else, or gives n of N where a count is asked for."""
    pair: float
    other_pillar: float
    """The heading is of another pillar."""


WEIGHTS = Signs(
    own=3.68, attached=-2.22, theme=1.09, named=1.57, unlike=-2.67, thin=-3.20, silent=0.69, of_others=-1.50,
    score=2.68, lead=0.89, near_rival=-1.74, vague=-2.34, clashes=-1.18, pair=-0.15, other_pillar=-1.25,
)  # fmt: skip
START = -3.70
"""Fitted by ``benchmarks/fit_sureness.py``, see docs/decisions/0014."""


def signs_of(found: Found, said: Said, scorer: Scorer) -> Signs:
    """The signs of a measure that is taken for an indicator's figure."""
    measure, best = found.measure, found.best
    exact, pillar = best.match.exact, best.match.indicator.pillar
    return Signs(
        score=min(best.score, MOST_SCORE) / MOST_SCORE,
        lead=min(best.margin, MOST_MARGIN) / MOST_MARGIN,
        near_rival=max(CLOSE - best.margin, 0.0) / CLOSE,
        vague=0.0 if exact else max(LOW - best.score, 0.0) / LOW,
        clashes=float(best.clashes),
        pair=float(measure.is_pair),
        other_pillar=float(said.pillar is not None and said.pillar != pillar)
        * (1.0 - min(best.margin, MOST_MARGIN) / MOST_MARGIN if exact else 1.0),
        **asdict(matter_of(found, said, scorer)),
    )


def sureness(signs: Signs) -> float:
    """The chance that the figure is right, rounded down to hundredths."""
    strength = START + sum(getattr(WEIGHTS, name) * getattr(signs, name) for name in Signs.__dataclass_fields__)
    return min(math.floor(100 / (1 + math.exp(-strength))) / 100, SUREST)


__all__ = ["LEAST", "LEAST_ALONE", "Signs", "signs_of", "sureness"]
