"""What stands against a nomination: the same achievement praised twice, discipline, verification, no criterion."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tongket.commendation.model import Criterion, EarlierAward, Nomination, criterion_of
from tongket.vietnamese import search_key


class ConflictKind(StrEnum):
    """Kinds of objection; the first asks for a reason, the others block."""

    SAME_ACHIEVEMENT = "same_achievement"
    DISCIPLINE = "discipline"
    VERIFICATION = "verification"
    NO_CRITERION = "no_criterion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """An objection to the nomination at ``place`` (from 0). ``other`` is what it collides with; ``settled`` says that a
    reason was given."""

    kind: ConflictKind
    place: int
    nomination: Nomination
    other: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the nomination may not go on."""
        if self.kind is ConflictKind.SAME_ACHIEVEMENT:
            return not self.nomination.reason
        return True


def conflicts(
    nominations: Sequence[Nomination],
    criteria: Sequence[Criterion],
    *,
    on: date,
    earlier: Sequence[EarlierAward] = (),
) -> tuple[Conflict, ...]:
    """Every objection, in the order of the nominations."""
    return tuple(
        Conflict(kind=kind, place=place, nomination=one, other=other)
        for place, one in enumerate(nominations)
        for kind, other in _of(place, one, nominations, criteria, on, earlier)
    )


def _of(
    place: int,
    one: Nomination,
    nominations: Sequence[Nomination],
    criteria: Sequence[Criterion],
    on: date,
    earlier: Sequence[EarlierAward],
) -> Iterator[tuple[ConflictKind, str]]:
    if criterion_of(one, criteria, on) is None:
        yield ConflictKind.NO_CRITERION, one.criterion
    if one.discipline:
        yield ConflictKind.DISCIPLINE, one.discipline
    if one.verification:
        yield ConflictKind.VERIFICATION, one.verification
    key = _key(one.name, one.theme, one.achieved)
    if any(_same(before, one) for before in nominations[:place]):
        yield ConflictKind.SAME_ACHIEVEMENT, one.name
    for award in earlier:
        if _key(award.name, award.theme, award.achieved) == key:
            yield ConflictKind.SAME_ACHIEVEMENT, award.paper


def _same(before: Nomination, one: Nomination) -> bool:
    """Whether two nominations are of one and the same for the same; a name alone is borne by many offices."""
    if (before.nominee, search_key(before.post), before.org_unit) != (one.nominee, search_key(one.post), one.org_unit):
        return False
    return _key(before.name, before.theme, before.achieved) == _key(one.name, one.theme, one.achieved)


def _key(name: str, theme: str, achieved: str) -> tuple[str, str, str]:
    return search_key(name), search_key(theme), search_key(achieved)


def to_commend(nominations: Sequence[Nomination], found: Sequence[Conflict]) -> tuple[Nomination, ...]:
    """The nominations that nothing blocks, in the hand's order."""
    blocked = {conflict.place for conflict in found if conflict.blocks}
    return tuple(one for place, one in enumerate(nominations) if place not in blocked)
