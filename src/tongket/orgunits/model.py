"""Org units through time and the reorganisations that change them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from tongket.periods import Interval


class OrgUnitKind(StrEnum):
    """Legal kind of an org unit."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    AGENCY = "agency"
    PARTY = "party"
    MASS_ORGANISATION = "mass_organisation"
    MILITARY_REGION = "military_region"


TERRITORIAL = frozenset({OrgUnitKind.PROVINCE, OrgUnitKind.DISTRICT, OrgUnitKind.COMMUNE})
"""The kinds of the administrative tree."""
PARALLEL = frozenset({OrgUnitKind.PARTY, OrgUnitKind.MASS_ORGANISATION, OrgUnitKind.MILITARY_REGION})
"""Kinds with trees of their own: what they report is shown, never rolled up with the territory's figures."""


class ChangeKind(StrEnum):
    """The eight ways in which the map of units changes; four of them are legally different merges and splits."""

    ESTABLISH = "establish"
    RENAME = "rename"
    MERGE = "merge"
    ABSORB = "absorb"
    SPLIT = "split"
    SPIN_OFF = "spin_off"
    TRANSFER = "transfer"
    DISSOLVE = "dissolve"


ENDING = frozenset({ChangeKind.MERGE, ChangeKind.ABSORB, ChangeKind.SPLIT, ChangeKind.DISSOLVE})
"""Kinds after which the life of a ``from`` is over."""


def is_staying(kind: ChangeKind, from_: str | None, to: str | None) -> bool:
    """Whether the change is one of the unit itself (another name, another parent) and moves nothing."""
    return kind in (ChangeKind.RENAME, ChangeKind.TRANSFER) and from_ == to


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgUnit:
    """One span of a unit's life, in which name, kind and parent stay the same.

    ``uid`` names the life: the code and the life's first day (``01960@2020-02-01``); spans of one life share it.
    """

    uid: str
    code: str
    name: str
    kind: OrgUnitKind
    level: int
    parent: str | None
    valid: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEdge:
    """What of ``from_`` went to ``to`` in a change; ``share`` is exact, None where nobody knows it."""

    from_: str | None
    to: str | None
    share: Fraction | None

    @property
    def whole(self) -> bool:
        """Whether all of ``from_`` went there."""
        return self.share == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A reorganisation: its edges share the day of effect, the kind and the legal basis."""

    kind: ChangeKind
    on: date
    edges: tuple[ChangeEdge, ...]
    legal_basis: str

    def is_of_itself(self, edge: ChangeEdge) -> bool:
        """Whether an edge only gives a unit another name or parent."""
        return is_staying(self.kind, edge.from_, edge.to)

    def ends(self, edge: ChangeEdge) -> bool:
        """Whether the life of ``edge.from_`` is over with this change."""
        absorbing = self.kind is ChangeKind.ABSORB and edge.from_ == edge.to
        return edge.from_ is not None and self.kind in ENDING and not absorbing
