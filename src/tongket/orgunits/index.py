"""Every name of a hierarchy by its keys, and how well a written name fits."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.kinds import LEVELS
from tongket.orgunits.model import TERRITORIAL, OrgUnit
from tongket.orgunits.names import bare_key, fold, hard_c, less_marked, name_key, words


class NameMatch(StrEnum):
    """How a written name fits a unit's name."""

    EXACT = "exact"
    RENAMED = "renamed"
    """The name of the same life at another time."""
    SPELLING = "spelling"
    """Another spelling: Bắc Cạn for Bắc Kạn."""
    UNMARKED = "unmarked"
    """Tone marks or other marks left out."""
    ABBREVIATION = "abbreviation"
    OTHER_KIND = "other_kind"
    """The name is right, the kind written is another."""
    OTHER_MARKS = "other_marks"
    """Other tone marks: perhaps a slip, perhaps another unit."""
    NEAR = "near"


SCORES = {
    NameMatch.EXACT: 1.0,
    NameMatch.RENAMED: 0.95,
    NameMatch.SPELLING: 0.88,
    NameMatch.UNMARKED: 0.9,
    NameMatch.ABBREVIATION: 0.9,
    NameMatch.OTHER_KIND: 0.5,
    NameMatch.OTHER_MARKS: 0.5,
    NameMatch.NEAR: 0.4,
}
"""How sure each match is by itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a unit: its span, the kind word in it ("" for an agency), and its key."""

    span: OrgUnit
    kind_word: str
    key: str


def kind_and_name(name: str) -> tuple[str, str]:
    """The kind word of a unit's name and the rest: ``thị trấn``, ``Yến Lạc``."""
    parts = name.split()
    for length in (2, 1):
        kind = " ".join(parts[:length]).casefold()
        if len(parts) > length and kind in LEVELS:
            return kind, " ".join(parts[length:])
    return "", name


class NameIndex:
    """The names of all territorial units, by (kind word, key); kind word "" holds them all."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self.exact: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.coarse: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._keys: dict[str, list[str]] = {}
        self.longest = 1
        for span in hierarchy.spans:
            if span.kind in TERRITORIAL:
                self._add(span)

    def _add(self, span: OrgUnit) -> None:
        kind, name = kind_and_name(span.name)
        folds = [word.fold for word in words(name)]
        entry = Entry(span, fold_kind(kind), name_key(folds))
        self.longest = max(self.longest, len(folds))
        for kind_word in {entry.kind_word, ""}:
            self.exact[kind_word, entry.key].append(entry)
            self.coarse[kind_word, bare_key(entry.key)].append(entry)

    def keys_of(self, kind_word: str) -> list[str]:
        """The coarse keys of all names of a kind ("" = any)."""
        if kind_word not in self._keys:
            self._keys[kind_word] = [key for kind, key in self.coarse if kind == kind_word]
        return self._keys[kind_word]

    def look_up(self, kind_word: str, key: str, *, unmarked: bool = False) -> list[tuple[Entry, NameMatch]]:
        """The units of that kind ("" = any) whose name is ``key`` in some spelling, and how it fits.

        ``unmarked``: the writer leaves marks out, so a name without marks is not better than one with them.
        """
        exact = self.exact.get((kind_word, key))
        if exact and not unmarked:
            return [(entry, NameMatch.EXACT) for entry in exact]
        found = self.coarse.get((kind_word, bare_key(key)), ())
        return [
            (entry, NameMatch.UNMARKED if unmarked and key == entry.key else fit(key, entry.key)) for entry in found
        ]


def fold_kind(kind: str) -> str:
    """A kind word in NFC with its tone marks in place."""
    return " ".join(fold(word) for word in kind.split())


def fit(written: str, name: str) -> NameMatch:
    """How two keys of one coarse key fit."""
    if hard_c(written) == hard_c(name):
        return NameMatch.SPELLING
    return NameMatch.UNMARKED if less_marked(hard_c(written), hard_c(name)) else NameMatch.OTHER_MARKS
