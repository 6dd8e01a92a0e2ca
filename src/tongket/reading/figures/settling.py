"""One sentence states one figure of an indicator for a period: what else looks like one is a part or an aside."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.framework import Part
from tongket.reading.figures.asides import Remark
from tongket.reading.figures.chains import precision
from tongket.reading.figures.measures import Measure
from tongket.reading.figures.scoring import Best

MUCH_BETTER = 1.3
"""How many times the score of an earlier figure a later one must have to be taken for it."""
NEAR = Decimal("1.1")
"""Points between a share and n of N up to which both may be the same, rounded."""
PART = 0.65
"""What the score of some of what was told before is worth beside that of all of it."""
DOUBT = 3.0
"""What a rival figure costs in score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A measure, what it is about, and of when it speaks."""

    measure: Measure
    best: Best
    place: tuple[int, int]
    """The stretch that is about it."""
    periods: tuple[str | None, ...]
    sure: float = 0.0
    """The chance that it is right."""

    @property
    def share(self) -> Decimal | None:
        """n of N in percent."""
        count, whole = self.measure.count, self.measure.whole
        if count is None:
            return None
        total = whole.value if whole is not None else count.denominator
        return count.value / total * 100 if total else None


def one_each(found: Sequence[Found]) -> list[Found]:
    """Of measures that tell the same part of the same indicator for the same period, the one that tells it best."""
    kept: list[Found] = []
    for one in sorted(found, key=_strength, reverse=True):
        if not any(rivals(one, other) for other in kept):
            kept.append(one)
    kept = [f for f in kept if not any(_other_whole(f, other) or _told_of(f, other) for other in kept)]
    doubtful = [f for f in found if f not in kept]
    told = [f if _proved(f, kept) else _doubted(f, doubtful) for f in kept]
    return sorted(told, key=lambda f: f.measure.start)


def _strength(one: Found) -> tuple[bool | float, ...]:
    """What is told of all together first; n of N before a lone number, where that is asked for; what is counted as asked; the better match; the earlier."""
    measure, ratio = one.measure, one.best.match.indicator.is_ratio
    return (
        Remark.IN_ALL in measure.remark,
        measure.is_pair and not measure.perhaps and ratio and one.best.named,
        not measure.perhaps,
        not one.best.clashes,
        one.best.named,
        one.best.here,
        ratio and measure.count is not None and measure.percent is not None,
        int(math.log(max(one.best.score * _worth(one), 1.0), MUCH_BETTER)),
        -measure.start,
    )


def _worth(one: Found) -> float:
    return PART if Remark.AMONG in one.measure.remark and not one.measure.is_pair else 1.0


def rivals(one: Found, other: Found) -> bool:
    """Whether both would state the same part differently, or a share that is not n of N."""
    if not _of_one(one, other):
        return False
    if _parts(one) & _parts(other):
        return True
    share, percent = other.share, one.measure.percent
    return share is not None and percent is not None and abs(percent.value - share) > NEAR


def _other_whole(found: Found, paired: Found) -> bool:
    """Whether a whole told alone is not the whole of the pair ("nhận 52 đơn, thuộc thẩm quyền 36 đơn, đã xong 35")."""
    one, pair = found.measure, paired.measure
    if not _of_one(found, paired):
        return False
    if not (one.is_whole and one.count and pair.is_pair and pair.count) or one.is_pair:
        return False
    return one.count.value != (pair.whole.value if pair.whole else pair.count.denominator)


def _told_of(one: Found, other: Found) -> bool:
    """Whether a lone n of a ratio has no words but those that tell what an earlier number counts ("1 lớp, 60 người")."""
    measure, match = one.measure, one.best.match
    lone = measure.count is not None and not (measure.is_pair or measure.is_whole) and measure.percent is None
    earlier = other.measure.end <= measure.start and other.best.match.indicator is not match.indicator
    return lone and match.indicator.is_ratio and earlier and match.hits <= other.best.match.hits


def _proved(one: Found, others: Sequence[Found]) -> bool:
    """Whether its number or share is, with the whole told alone, what the share told says."""
    whole = next((o.measure.count for o in others if o.measure.is_whole and _of_one(o, one) and o is not one), None)
    count, percent = one.measure.count, one.measure.percent
    if whole is None or count is None or percent is None or one.measure.is_pair or not whole.value:
        return False
    return abs(count.value / whole.value * 100 - percent.value) <= precision(percent)


def _of_one(one: Found, other: Found) -> bool:
    return one.best.match.indicator is other.best.match.indicator and bool(set(one.periods) & set(other.periods))


def _parts(found: Found) -> frozenset[Part]:
    """What of its indicator a measure tells; a count has no parts."""
    parts, measure = set[Part](), found.measure
    if measure.percent is not None:
        parts.add(Part.VALUE)
    if measure.count is not None:
        parts.add(Part.DENOMINATOR if measure.is_whole and found.best.match.indicator.is_ratio else Part.NUMERATOR)
    return frozenset(parts)


def _doubted(one: Found, others: Sequence[Found]) -> Found:
    """The same, less sure where another figure was passed over for it."""
    if Remark.IN_ALL in one.measure.remark:
        return one
    alike = (
        r
        for r in others
        if (one.best.clashes or not r.best.clashes)
        and r.best.score * _worth(r) * MUCH_BETTER > one.best.score * _worth(one)
    )
    if any(rivals(r, one) for r in alike if r.measure.is_pair or not one.measure.is_pair):
        return replace(one, best=replace(one.best, margin=0.0, score=one.best.score - DOUBT))
    return one


__all__ = ["Found", "one_each", "rivals"]
