"""An edited paper against the issued one: every number tied back, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from tongket.dossier.verify.align import Pair, aligned
from tongket.dossier.verify.passages import Passage
from tongket.dossier.verify.tokens import Token, keys, masked, tokens_of

BLANK = re.compile(r"\bsố\s*:\W*/|\bngày\W+tháng\b|\bngày[\s.…]*tháng[\s.…]*năm\b", re.IGNORECASE)
"""Where the clerical office writes: the number and the day of a draft."""
AROUND = 3
"""Words on each side by which a number is known again."""
BESIDE = 2
"""So many passages away a number still stands where it stood: a sentence was cut in two, or two made one."""


class EditKind(StrEnum):
    """What became of a figure."""

    CHANGED = "changed"
    NEW = "new"
    LOST = "lost"
    MOVED = "moved"
    FILLED = "filled"
    """Written into a blank that was left for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedFigure:
    """A figure that is not as it was issued; texts are empty on the side on which there is none. ``anchor`` is the place
    in the edited file, ``ref`` what supported the issued figure."""

    kind: EditKind
    issued: str
    edited: str
    issued_sentence: str
    edited_sentence: str
    anchor: str
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperComparison:
    """What editing did to a paper: its figures, and how many sentences were reworded, taken out and added."""

    figures: tuple[EditedFigure, ...]
    reworded: int
    removed: int
    added: int

    @property
    def open(self) -> tuple[EditedFigure, ...]:
        """The figures that somebody must answer for: all but those that only moved or filled a blank."""
        return tuple(f for f in self.figures if f.kind in (EditKind.CHANGED, EditKind.NEW, EditKind.LOST))


@dataclass(frozen=True, slots=True)
class Spot:
    """A number: the passage it stands in and its place among the passage's tokens."""

    passage: int
    token: int


@dataclass(slots=True)
class _Sides:
    """Both papers as tokens, and what is not yet accounted for."""

    issued: Sequence[Passage]
    edited: Sequence[Passage]
    ours: list[tuple[Token, ...]]
    theirs: list[tuple[Token, ...]]
    lost: list[Spot] = field(default_factory=list)
    new: list[Spot] = field(default_factory=list)
    changed: list[tuple[Spot, Spot]] = field(default_factory=list)
    moved: list[tuple[Spot, Spot]] = field(default_factory=list)

    def key(self, spot: Spot, *, ours: bool) -> str:
        side = self.ours if ours else self.theirs
        return side[spot.passage][spot.token].key

    def around(self, spot: Spot, *, ours: bool, width: int = AROUND) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words before and after a number."""
        found = keys((self.ours if ours else self.theirs)[spot.passage])
        return found[max(0, spot.token - width) : spot.token], found[spot.token + 1 : spot.token + 1 + width]


def compare(issued: Sequence[Passage], edited: Sequence[Passage]) -> PaperComparison:
    """What became of every number."""
    sides = _Sides(issued, edited, [tokens_of(p.text) for p in issued], [tokens_of(p.text) for p in edited])
    pairs = aligned(sides.ours, sides.theirs)
    gone = sorted(set(range(len(issued))) - {pair.issued for pair in pairs})
    come = sorted(set(range(len(edited))) - {pair.edited for pair in pairs})
    reworded = sum(keys(sides.ours[p.issued]) != keys(sides.theirs[p.edited]) for p in pairs)
    blocks = [one for pair in pairs for one in within(sides, pair)]
    sides.lost += [Spot(i, k) for i in gone for k, token in enumerate(sides.ours[i]) if token.is_number]
    sides.new += [Spot(j, k) for j in come for k, token in enumerate(sides.theirs[j]) if token.is_number]
    now = {pair.issued: pair.edited for pair in pairs}
    tie(sides, now)
    replace_in_blocks(sides, blocks)
    replace_in_pairs(sides, pairs)
    return PaperComparison(
        figures=tuple(told(sides, now, pairs)),
        reworded=reworded,
        removed=sum(bool(sides.ours[i]) for i in gone),
        added=sum(bool(sides.theirs[j]) for j in come),
    )


def within(sides: _Sides, pair: Pair) -> Iterator[tuple[list[Spot], list[Spot]]]:
    """The numbers of a pair that do not stand where they stood: (of the issued, of the edited), stretch by stretch."""
    ours, theirs = sides.ours[pair.issued], sides.theirs[pair.edited]
    if pair.moved:
        stayed = zip(numbers(ours), numbers(theirs), strict=False)
        sides.moved += [(Spot(pair.issued, a), Spot(pair.edited, b)) for a, b in stayed if ours[a].key == theirs[b].key]
    if masked(ours) == masked(theirs):  # the same words: each number stands where it stood, whatever it says now
        spots = zip(numbers(ours), numbers(theirs), strict=True)
        sides.changed += [
            (Spot(pair.issued, a), Spot(pair.edited, b)) for a, b in spots if ours[a].key != theirs[b].key
        ]
        return
    for op in Levenshtein.opcodes(keys(ours), keys(theirs)):
        if op.tag == "equal":
            continue
        mine = [Spot(pair.issued, k) for k in range(op.src_start, op.src_end) if ours[k].is_number]
        yours = [Spot(pair.edited, k) for k in range(op.dest_start, op.dest_end) if theirs[k].is_number]
        if mine and yours and op.src_end - op.src_start == op.dest_end - op.dest_start == 1:
            sides.changed.append((mine[0], yours[0]))  # among its old words: not one that came from elsewhere
            continue
        sides.lost += mine
        sides.new += yours
        if mine and yours:
            yield mine, yours


def numbers(tokens: Sequence[Token]) -> list[int]:
    """The places of the numbers."""
    return [k for k, token in enumerate(tokens) if token.is_number]


def tie(sides: _Sides, now: dict[int, int]) -> None:
    """Numbers of the same value among the same words are one number: it stayed, or it moved far."""
    by_value: dict[str, list[Spot]] = {}
    for spot in sides.new:
        by_value.setdefault(sides.key(spot, ours=False), []).append(spot)
    for spot in list(sides.lost):
        candidates = by_value.get(sides.key(spot, ours=True), [])
        here = place_now(spot.passage, now)
        scored = [(common(sides, spot, one), -abs(one.passage - here), one) for one in candidates]
        best = max(scored, key=lambda one: one[:2], default=None)
        if best is None or not best[0]:
            continue
        candidates.remove(best[2])
        sides.lost.remove(spot)
        sides.new.remove(best[2])
        if -best[1] > BESIDE:
            sides.moved.append((spot, best[2]))


def place_now(passage: int, now: dict[int, int]) -> int:
    """Where an issued passage stands in the edited paper; where the one before it does, if it is gone."""
    before = max((one for one in now if one <= passage), default=None)
    return now[before] if before is not None else 0


def common(sides: _Sides, issued: Spot, edited: Spot) -> int:
    """How many words around two numbers are the same; 0 where too few to know the number by."""
    before, after = sides.around(issued, ours=True)
    theirs_before, theirs_after = sides.around(edited, ours=False)
    near = (before[-1:] == theirs_before[-1:] != ()) + (after[:1] == theirs_after[:1] != ())
    alike = len(set(before) & set(theirs_before)) + len(set(after) & set(theirs_after))
    apart = issued.passage != edited.passage
    return alike if near and (alike >= 2 or not apart) else 0


def replace_in_blocks(sides: _Sides, blocks: Sequence[tuple[list[Spot], list[Spot]]]) -> None:
    """A number in the place of another is that one changed."""
    for mine, yours in blocks:
        left = [spot for spot in mine if spot in sides.lost]
        come = [spot for spot in yours if spot in sides.new]
        change(sides, left, come)


def replace_in_pairs(sides: _Sides, pairs: Sequence[Pair]) -> None:
    """What is left of a sentence: a number that went and one that came are one that was changed."""
    for pair in pairs:
        left = [spot for spot in sides.lost if spot.passage == pair.issued]
        come = [spot for spot in sides.new if spot.passage == pair.edited]
        change(sides, left, come)


def change(sides: _Sides, left: Sequence[Spot], come: Sequence[Spot]) -> None:
    """In their order; one that says the same only went elsewhere in its sentence."""
    left, come = list(left), list(come)
    for one in list(left):
        same = next((other for other in come if sides.key(other, ours=False) == sides.key(one, ours=True)), None)
        if same is not None:
            settle(sides, one, same, sides.moved)
            left.remove(one)
            come.remove(same)
    for one, other in zip(left, come, strict=False):
        settle(sides, one, other, sides.changed)


def settle(sides: _Sides, one: Spot, other: Spot, to: list[tuple[Spot, Spot]]) -> None:
    """Two numbers are accounted for."""
    sides.lost.remove(one)
    sides.new.remove(other)
    to.append((one, other))


def told(sides: _Sides, now: dict[int, int], pairs: Sequence[Pair]) -> Iterator[EditedFigure]:
    """The figures by their place in the edited paper."""
    origin = {pair.edited: pair.issued for pair in pairs}
    found: list[tuple[tuple[int, int], EditedFigure]] = []
    for one, other in sides.changed:
        found.append(((other.passage, other.token), edited_figure(sides, EditKind.CHANGED, one, other)))
    for one, other in sides.moved:
        found.append(((other.passage, other.token), edited_figure(sides, EditKind.MOVED, one, other)))
    for spot in sides.lost:
        place = place_now(spot.passage, now)
        found.append(((place, spot.token), edited_figure(sides, EditKind.LOST, spot, None, place)))
    for spot in sides.new:
        was = origin.get(spot.passage)
        blank = was is not None and BLANK.search(sides.issued[was].text) is not None
        kind = EditKind.FILLED if blank else EditKind.NEW
        found.append(((spot.passage, spot.token), edited_figure(sides, kind, None, spot)))
    yield from (figure for _, figure in sorted(found, key=lambda one: one[0]))


def edited_figure(
    sides: _Sides, kind: EditKind, issued: Spot | None, edited: Spot | None, place: int | None = None
) -> EditedFigure:
    """A figure with both sentences."""
    ours = sides.issued[issued.passage] if issued else None
    at = edited.passage if edited else place
    theirs = sides.edited[at] if at is not None and at < len(sides.edited) else None
    return EditedFigure(
        kind=kind,
        issued=written(ours, sides.ours, issued),
        edited=written(theirs, sides.theirs, edited),
        issued_sentence=ours.text if ours else "",
        edited_sentence=theirs.text if theirs and edited else "",
        anchor=theirs.anchor if theirs else "",
        ref=ref_of(ours, sides.ours, issued),
    )


def written(passage: Passage | None, side: Sequence[tuple[Token, ...]], spot: Spot | None) -> str:
    """A number as it stands."""
    if passage is None or spot is None:
        return ""
    token = side[spot.passage][spot.token]
    return passage.text[token.start : token.end]


def ref_of(passage: Passage | None, side: Sequence[tuple[Token, ...]], spot: Spot | None) -> str:
    """What supports a number."""
    if passage is None or spot is None:
        return ""
    token = side[spot.passage][spot.token]
    return next((f.ref for f in passage.figures if f.start <= token.start < f.end), "")
