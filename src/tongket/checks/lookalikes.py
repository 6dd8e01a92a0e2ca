"""Which of many reports share their wording: formal passages dropped, then a sketch of each, then the pairs that meet.

The sketch is a bottom-k one (the smallest numbers of a fingerprint): two texts that say the same have the same. Pairs
are found by sorting, in memory that grows with the number of reports and not with that of pairs.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, islice

SAMPLE = 2_000
"""Formal passages are known from so many reports, taken evenly."""
LEAST_FORMAL = 6
"""In so few reports a run is never formal."""
SKETCH = 48
"""Numbers of a sketch."""
FEW = 12
"""Of so few holders of a run each pair is looked at; of more, each with the first and with the one before it."""
MEETING = 4
"""One in so many numbers of a sketch must be shared."""
INDEX_BITS = 20
LARGEST = 1 << INDEX_BITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike:
    """Two fingerprints of which the later one holds the share ``common`` of its own runs in the earlier one's."""

    later: int
    earlier: int
    common: Decimal
    runs: int
    """How many runs of the later one's own were compared."""


def lookalikes(fingerprints: Sequence[bytes], *, formal: Decimal, least: int) -> Iterator[Lookalike]:
    """The pairs worth a look, from the oldest fingerprint to the latest; ``formal`` is the share of the reports from
    which a run is nobody's own, ``least`` how many runs of its own a text must have to tell."""
    common = formal_runs(fingerprints, formal)
    for later, earlier in _meeting([array("q", islice(_own(one, common), SKETCH)) for one in fingerprints]):
        runs = list(_own(fingerprints[later], common))
        shared, of = overlap(runs, list(_own(fingerprints[earlier], common)))
        if len(runs) >= least and of:
            yield Lookalike(later=later, earlier=earlier, common=Decimal(shared) / of, runs=of)


def formal_runs(fingerprints: Sequence[bytes], formal: Decimal) -> frozenset[int]:
    """The runs that so many reports share that they are nobody's own."""
    step = max(1, len(fingerprints) // SAMPLE)
    sample = fingerprints[::step]
    counts: Counter[int] = Counter()
    for one in sample:
        counts.update(array("q", one))
    most = max(Decimal(LEAST_FORMAL), formal * len(sample))
    return frozenset(run for run, count in counts.items() if count > most)


def overlap(later: Sequence[int], earlier: Sequence[int]) -> tuple[int, int]:
    """How many runs of the later text are in the earlier one, of how many; of long texts only the runs that both
    fingerprints would hold are compared."""
    if not later or not earlier:
        return 0, 0
    end = min(later[-1], earlier[-1]) if len(later) >= SKETCH <= len(earlier) else max(later[-1], earlier[-1])
    there = set(earlier)
    compared = [run for run in later if run <= end]
    return sum(run in there for run in compared), len(compared)


def _own(one: bytes, common: frozenset[int]) -> Iterator[int]:
    return (run for run in array("q", one) if run not in common)


def _meeting(sketches: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The pairs of which the sketches share enough, by the later one."""
    if len(sketches) >= LARGEST:
        raise ValueError("more reports than one pass compares")
    entries = sorted(
        ((run >> INDEX_BITS) << INDEX_BITS) | i for i, runs in enumerate(sketches) for run in runs
    )  # fmt: skip
    pairs = array("Q")
    for _, group in groupby(entries, key=lambda entry: entry >> INDEX_BITS):
        holders = [entry & (LARGEST - 1) for entry in group]
        if len(holders) > 1:
            pairs.extend(later << INDEX_BITS | earlier for later, earlier in _pairs(holders))
    del entries
    for pair, group in groupby(sorted(pairs)):
        later, earlier = pair >> INDEX_BITS, pair & (LARGEST - 1)
        if sum(1 for _ in group) * MEETING >= len(sketches[later]):
            yield later, earlier


def _pairs(holders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Later and earlier holders of one run."""
    if len(holders) <= FEW:
        yield from ((holders[j], holders[i]) for j in range(1, len(holders)) for i in range(j))
        return
    for j in range(1, len(holders)):
        yield holders[j], holders[0]
        if j > 1:
            yield holders[j], holders[j - 1]
