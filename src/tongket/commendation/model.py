"""Criteria as the law has them, and who is nominated on which."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tongket.law import Certainty
from tongket.periods import Interval


class Nominee(StrEnum):
    """Whom an award goes to."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A point of the law on which a form of award may be proposed, with the days on which it holds."""

    code: str
    form: str
    """As printed: "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"."""
    nominee: Nominee
    text: str
    provision: str
    """As cited: "điểm b khoản 1 Điều 74"."""
    instrument: str
    """Number of the law."""
    in_force: Interval
    certainty: Certainty = Certainty.CONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAward:
    """An award given before: to whom, for what, of which period, by which paper."""

    name: str
    theme: str
    achieved: str
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """A proposal to commend. ``achieved`` is the period of the achievement as written; ``evidence`` are figure codes or
    papers; ``discipline`` and ``verification`` say what is under way, and block; ``reason`` answers a warning."""

    nominee: Nominee
    name: str
    post: str
    achievement: str
    criterion: str
    theme: str
    achieved: str
    org_unit: str | None = None
    evidence: tuple[str, ...] = ()
    discipline: str = ""
    verification: str = ""
    reason: str = ""


def criterion_of(nomination: Nomination, criteria: Iterable[Criterion], on: date) -> Criterion | None:
    """The criterion a nomination names, where it holds on the day and is one for such a nominee."""
    return next(
        (
            one
            for one in criteria
            if one.code == nomination.criterion and one.nominee is nomination.nominee and one.in_force.contains(on)
        ),
        None,
    )
