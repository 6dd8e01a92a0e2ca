"""Which figures are drawn: a systematic sample over strata, the same for the same seed on any machine.

The figures are put in order by pillar, kind of file, level and confidence, by chance within; then every n-th is taken
from a start by chance. So every figure has the same chance, each stratum is there by its size, and the share of wrong
ones in the sample estimates that of all.
"""

from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

SURE, FAIRLY = 0.95, 0.8
"""From which confidence a figure is sure, and fairly so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A figure of the sample, with what it was drawn as."""

    number: int
    value: dict[str, Any]
    """The row of ``values`` in review.json."""
    indicator: str
    org_unit: str
    """The names."""
    stratum: tuple[str, str, str, str]
    """Pillar, kind of file, level, confidence."""


def draw(review: dict[str, Any], *, figures: int, seed: int) -> tuple[Drawn, ...]:
    """``figures`` of the figures read (all, where there are fewer), in the order of the strata."""
    values = review["values"]
    indicators = {one["code"]: one for one in review["indicators"]}
    units = {one["code"]: one for one in review["org_units"]}
    strata = [_stratum(v, indicators[v["indicator"]]["pillar"], units) for v in values]
    order = sorted(range(len(values)), key=lambda i: (strata[i], _chance(seed, i)))
    count = min(figures, len(values))
    step = Fraction(len(values), count) if count else Fraction(0)
    start = step * Fraction(int(_chance(seed, -1)[:12], 16), 16**12)
    taken = [order[int(start + step * k)] for k in range(count)]
    return tuple(
        Drawn(
            number=number,
            value=values[i],
            indicator=indicators[values[i]["indicator"]]["name"],
            org_unit=units.get(values[i]["org_unit"], {}).get("name", values[i]["org_unit"]),
            stratum=strata[i],
        )
        for number, i in enumerate(taken, start=1)
    )


def _stratum(value: dict[str, Any], pillar: str, units: dict[str, Any]) -> tuple[str, str, str, str]:
    confidence = value["confidence"]
    sure = "sure" if confidence >= SURE else "fairly sure" if confidence >= FAIRLY else "unsure"
    kind = PurePosixPath(value["file"]).suffix.lstrip(".").casefold()
    return pillar, kind, units.get(value["org_unit"], {}).get("kind", ""), sure


def _chance(seed: int, place: int) -> str:
    """What stands for a random number: the same everywhere."""
    return sha256(f"{seed}:{place}".encode()).hexdigest()
