"""Which passage of an edited paper is which of the issued one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel

from tongket.dossier.verify.tokens import Token, keys, masked

NEAR, FAR = 0.45, 0.7
"""How alike two passages between the same neighbours, and two anywhere, must be to be one."""
LEAST = 4
"""Words of a passage that can be told again anywhere."""

Tokens = Sequence[tuple[Token, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An issued passage and what became of it; ``moved`` where it stands among others now."""

    issued: int
    edited: int
    moved: bool = False


def aligned(issued: Tokens, edited: Tokens) -> list[Pair]:
    """The pairs, by issued passage: those that are alike in order, then the most alike of the gaps between them, then
    those that went elsewhere."""
    ours, theirs = [keys(one) for one in issued], [keys(one) for one in edited]
    pairs: list[Pair] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += [Pair(issued=i1 + k, edited=j1 + k) for k in range(i2 - i1)]
        elif tag == "replace":
            pairs += best_pairs(issued, edited, range(i1, i2), range(j1, j2))
    return sorted([*pairs, *moved_pairs(issued, edited, pairs)], key=lambda pair: pair.issued)


def best_pairs(issued: Tokens, edited: Tokens, ours: Sequence[int], theirs: Sequence[int]) -> Iterator[Pair]:
    """The most alike of a gap, the best first."""
    found = sorted(
        ((likeness(issued[i], edited[j]), -abs((i - ours[0]) - (j - theirs[0])), i, j) for i in ours for j in theirs),
        reverse=True,
    )
    yield from taken(found, NEAR, moved=False)


def moved_pairs(issued: Tokens, edited: Tokens, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Of what is left on both sides, what is alike wherever it stands."""
    mine, yours = {pair.issued for pair in pairs}, {pair.edited for pair in pairs}
    ours = [i for i, one in enumerate(issued) if i not in mine and len(one) >= LEAST]
    theirs = [j for j, one in enumerate(edited) if j not in yours and len(one) >= LEAST]
    found = sorted(((likeness(issued[i], edited[j]), -abs(i - j), i, j) for i in ours for j in theirs), reverse=True)
    yield from taken(found, FAR, moved=True)


def taken(found: Sequence[tuple[float, int, int, int]], least: float, *, moved: bool) -> Iterator[Pair]:
    """Each passage once."""
    mine: set[int] = set()
    yours: set[int] = set()
    for likely, _, i, j in found:
        if likely >= least and i not in mine and j not in yours:
            mine.add(i)
            yours.add(j)
            yield Pair(issued=i, edited=j, moved=moved)


def likeness(one: Sequence[Token], other: Sequence[Token]) -> float:
    """How alike the words are, from 0 to 1; the same numbers count a little."""
    alike = Indel.normalized_similarity(masked(one), masked(other))
    same = Indel.normalized_similarity(keys(one), keys(other))
    return float(0.9 * alike + 0.1 * same)
