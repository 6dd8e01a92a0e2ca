"""The name of a figure: ``ORGUNIT/PERIOD/INDICATOR[/PART]@BASIS``, a span written with a hyphen."""

import re
from dataclasses import dataclass
from enum import StrEnum

from tongket.framework import Part
from tongket.periods import Period

PATTERN = re.compile(
    r"(?P<org_unit>[^/@]+)/(?P<period>[^/@]+)/(?P<indicator>[^/@]+)(/(?P<part>[^/@]+))?@(?P<basis>\w+)"
)
SPAN = re.compile(r"(\d{4})-(\d{4})")


class Basis(StrEnum):
    """On which map: that of each period's end, or that of one day, the review's end unless another is asked for."""

    AS_REPORTED = "as_reported"
    CURRENT = "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCode:
    """The parts of a figure's name; ``str`` gives the name."""

    org_unit: str
    period: Period
    indicator: str
    part: Part | None = None
    basis: Basis

    def __str__(self) -> str:
        parts = [self.org_unit, self.period.code.replace("/", "-"), self.indicator]
        return "/".join([*parts, self.part] if self.part else parts) + f"@{self.basis}"


def parse_figure_code(text: str) -> FigureCode:
    """The parts of a name such as ``06/2019-2023/A01@as_reported``; ValueError where it is none."""
    match = PATTERN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no figure code such as 06/2019-2023/A01@as_reported")
    return FigureCode(
        org_unit=match["org_unit"],
        period=Period.parse(SPAN.sub(r"\1/\2", match["period"])),
        indicator=match["indicator"],
        part=Part(match["part"]) if match["part"] else None,
        basis=Basis(match["basis"]),
    )
