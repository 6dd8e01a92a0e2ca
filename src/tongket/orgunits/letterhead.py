"""What a letterhead or a phrase names: kind words with names, agencies, and bodies that speak for nobody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.orgunits.agencies import AgencyIndex
from tongket.orgunits.index import Entry, NameIndex, NameMatch
from tongket.orgunits.kinds import FOLLOWERS, LEVELS, LONGEST_BODY, KindWord, is_subordinate, kind_at
from tongket.orgunits.model import OrgUnit
from tongket.orgunits.names import Word, bare, keys_of, name_key, words

BREAKS = frozenset("\n/,;:|()–—_.\"'“”[]")
STRONG_BREAKS = frozenset("\n/,;:|()[]")
NAME_BREAKS = STRONG_BREAKS | frozenset('.!?"“”')
LIST_MARKS = frozenset(",;/()")
"""Between a kind word and what follows they part two things: "huyện, thành phố"."""
FITTING = frozenset({NameMatch.EXACT, NameMatch.SPELLING, NameMatch.UNMARKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A unit named in a text: words [first, end), and the spans that bear the name.

    ``doubtful``: words follow that may belong to the name, or the writer is a body inside the unit.
    """

    first: int
    end: int
    level: int
    kind_word: str
    key: str
    hits: tuple[tuple[OrgUnit, NameMatch], ...]
    doubtful: bool = False


class Reader:
    """Finds what a text names, against the names of a hierarchy."""

    def __init__(self, names: NameIndex, agencies: AgencyIndex) -> None:
        self.names, self.agencies = names, agencies

    def read(self, text: str) -> list[Named]:
        """Everything named, in the order of the text; a name that is not known has no hits."""
        found = words(text)
        named: list[Named] = []
        index, bodies = 0, 0
        while index < len(found):
            here = self.agency_at(text, found, index)
            if starts_segment(text, found, index):
                folds = [word.fold for word in found[index : index + LONGEST_BODY]]
                bodies += here is None and is_subordinate(folds)
            here = here or self.unit_at(text, found, index)
            if here is None:
                index += 1
                continue
            named.append(here)
            index = here.end
        return [replace(item, doubtful=item.doubtful or bodies > 0) for item in named]

    def agency_at(self, text: str, found: Sequence[Word], index: int) -> Named | None:
        """An agency whose name begins at word ``index``. A last word "tỉnh" also begins the province's name."""
        match = self.agencies.at(found, index)
        if match is None:
            return None
        end, hits = match
        above = self.unit_at(text, found, end - 1) if end - 1 > index else None
        key = "".join(word.fold for word in found[index:end])
        if above is not None:
            doubtful, end = not above.hits, end - 1
        elif doubtful := has_rest(text, found, end, index):
            served = self._served(text, found, end, hits)
            doubtful, hits = not served, served or hits
        return Named(first=index, end=end, level=2, kind_word="", key=key, hits=tuple(hits.items()), doubtful=doubtful)

    def _served(
        self, text: str, found: Sequence[Word], first: int, hits: Mapping[OrgUnit, NameMatch]
    ) -> dict[OrgUnit, NameMatch]:
        """Those agencies whose territory's bare name is what stands behind theirs: "KHO BẠC NHÀ NƯỚC ĐỒNG THÁP"."""
        stop = name_stop(text, found, first, self.names.longest)
        key = name_key(word.fold for word in found[first:stop])
        named = {entry.span.code for entry, match in self.names.look_up("", key) if match in FITTING}
        return {span: match for span, match in hits.items() if span.parent in named}

    def unit_at(self, text: str, found: Sequence[Word], index: int) -> Named | None:
        """A territorial unit whose kind word begins at word ``index``."""
        kind = kind_at(text, found, index)
        if kind is None:
            return None
        first = index + kind.length
        if first < len(found) and not LIST_MARKS.isdisjoint(gap(text, found, first)):
            return None
        stop = name_stop(text, found, first, self.names.longest)
        for end in range(stop, first, -1):
            for key in keys_of([word.fold for word in found[first:end]]):
                fits = self.names.look_up(kind.kind, key, unmarked=kind.unmarked)
                hits = [(entry, match) for entry, match in fits if match in FITTING]
                if hits:
                    return named(kind, key, index, end, hits, has_rest(text, found, end))
        return None if kind.short or kind.unmarked else unknown(text, found, kind, index, stop)


def named(
    kind: KindWord, key: str, first: int, end: int, hits: Sequence[tuple[Entry, NameMatch]], doubtful: bool
) -> Named:
    """A known name after its kind word."""
    spans = tuple((entry.span, match) for entry, match in hits)
    level = max(span.level for span, _ in spans)
    return Named(first=first, end=end, level=level, kind_word=kind.kind, key=key, hits=spans, doubtful=doubtful)


def unknown(text: str, found: Sequence[Word], kind: KindWord, index: int, stop: int) -> Named | None:
    """A name that no unit of the kind bears: the capitalised words after the kind word."""
    first = index + kind.length
    if first < len(found) and "\n" in gap(text, found, first):
        return None
    end = first
    while end < stop and not found[end].raw[0].islower() and bare(found[end].fold) not in FOLLOWERS:
        if end > first and (kind_at(text, found, end) or " - " in gap(text, found, end)):
            break
        end += 1
    if end == first:
        return None
    key = name_key(word.fold for word in found[first:end])
    return Named(first=index, end=end, level=LEVELS[kind.kind], kind_word=kind.kind, key=key, hits=())


def gap(text: str, found: Sequence[Word], index: int) -> str:
    """What stands between word ``index`` and the word before."""
    return text[found[index - 1].end if index else 0 : found[index].start]


def starts_segment(text: str, found: Sequence[Word], index: int) -> bool:
    """Whether a line or a part of it begins at word ``index``."""
    between = gap(text, found, index)
    return index == 0 or not STRONG_BREAKS.isdisjoint(between) or " - " in between


def name_stop(text: str, found: Sequence[Word], first: int, longest: int) -> int:
    """The word at which a name that begins at ``first`` must have ended."""
    stop = min(len(found), first + longest + 1)
    for index in range(first + 1, stop):
        if not NAME_BREAKS.isdisjoint(gap(text, found, index)):
            return index
    return stop


def has_rest(text: str, found: Sequence[Word], end: int, capital: int | None = None) -> bool:
    """Whether the word after a name may still belong to it, so that another, longer name may be meant.

    ``capital``: the word that shows whether names have capitals here (the last of the name if None).
    """
    if end >= len(found):
        return False
    between = gap(text, found, end)
    if not BREAKS.isdisjoint(between) or " - " in between or kind_at(text, found, end):
        return False
    word, last = found[end], found[end - 1 if capital is None else capital]
    if word.raw.isdecimal() or word.fold in FOLLOWERS:
        return False
    if word.raw.casefold() in ("năm", "nam") and end + 1 < len(found) and found[end + 1].raw.isdecimal():
        return False
    abbreviation = word.raw.isupper() and len(word.raw) > 1 and not last.raw.isupper()
    return not (abbreviation or (word.raw[0].islower() and last.raw[0].isupper()))
