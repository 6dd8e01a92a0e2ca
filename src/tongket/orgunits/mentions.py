"""Units named in running text: "huyện Ngân Sơn", "các xã Lương Thượng, Kim Hỷ và Cường Lợi"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.orgunits.index import NameMatch, kind_and_name
from tongket.orgunits.kinds import kind_at
from tongket.orgunits.letterhead import Named, Reader, gap, has_rest
from tongket.orgunits.names import Word, fold, name_key, words
from tongket.orgunits.ranking import Candidate

JOINERS = frozenset({fold("và"), "&"})
NOT_NAMES = frozenset(fold(word) for word in ("đoàn", "ủy", "hội", "đội"))
"""Words after a kind word that make a body (huyện Đoàn), not a name."""
BELOW = re.compile(r"\s*(?:,|-|–|thuộc|của|\()?\s*")
"""What may stand between a unit and the unit above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMention:
    """A unit named in a text: ``text[start:end]``.

    ``name`` is the canonical name with a small kind word; ``code`` is None where it is not known or not clear which
    unit is meant; ``candidates`` are all that may be meant, the best first.
    """

    start: int
    end: int
    text: str
    name: str
    kind_word: str
    code: str | None
    sure: bool
    candidates: tuple[Candidate, ...]


def named_in(reader: Reader, text: str) -> list[tuple[Named, int, int]]:
    """What a text names in its own words (no file names), with the place of each name."""
    found = words(text)
    named: list[tuple[Named, int, int]] = []
    index = 0
    while index < len(found):
        here = reader.agency_at(text, found, index) or reader.unit_at(text, found, index)
        if here is None or not is_name(here, text, found):
            index += 1
            continue
        for item in (here, *listed(reader, text, found, here)):
            named.append((item, found[item.first].start, found[item.end - 1].end))
            index = item.end
    return named


def is_name(named: Named, text: str, found: Sequence[Word]) -> bool:
    """Whether capitals show a name; in text all in capitals only a known name is one."""
    if not named.kind_word:
        return found[named.first].raw[0].isupper() and all(match is not NameMatch.UNMARKED for _, match in named.hits)
    kind = kind_at(text, found, named.first)
    if kind is None or kind.unmarked:
        return False
    name = found[named.first + kind.length : named.end]
    if name[0].raw[0].islower():
        return False
    return bool(named.hits) or not (name[0].fold in NOT_NAMES or all(word.raw.isupper() for word in name))


def listed(reader: Reader, text: str, found: Sequence[Word], before: Named) -> Iterator[Named]:
    """The known names that follow in a list and share the kind word."""
    index = before.end
    while before.kind_word and before.hits and index < len(found):
        between = gap(text, found, index).strip()
        if between not in ("", ",", ";"):
            return
        joined = found[index].fold in JOINERS
        if not joined and not between:
            return
        item = listed_at(reader, text, found, index + joined, before)
        if item is None:
            return
        yield item
        index = item.end


def listed_at(reader: Reader, text: str, found: Sequence[Word], first: int, before: Named) -> Named | None:
    """The longest name of the kind that begins at word ``first``."""
    for end in range(min(len(found), first + reader.names.longest), first, -1):
        part = found[first:end]
        if part[0].raw[0].islower() or any(gap(text, found, index).strip() for index in range(first + 1, end)):
            continue
        key = name_key(word.fold for word in part)
        entries = reader.names.exact.get((before.kind_word, key), ())
        if entries:
            hits = tuple((entry.span, NameMatch.EXACT) for entry in entries)
            return replace(before, first=first, end=end, key=key, hits=hits, doubtful=has_rest(text, found, end))
    return None


def canonical(named: Named, text: str, candidates: Sequence[Candidate]) -> str:
    """The name with a small kind word; as written where the unit is not known."""
    if not named.kind_word:
        return candidates[0].matched if candidates else text
    if candidates and candidates[0].match is not NameMatch.NEAR:
        return f"{named.kind_word} {kind_and_name(candidates[0].matched)[1]}"
    found = words(text)
    kind = kind_at(text, found, 0)
    rest = found[kind.length :] if kind else found
    return f"{named.kind_word} {' '.join(word.raw for word in rest)}"


def is_above(text: str, end: int, start: int) -> bool:
    """Whether only words that lead to the unit above stand between two mentions."""
    return BELOW.fullmatch(text, end, start) is not None
