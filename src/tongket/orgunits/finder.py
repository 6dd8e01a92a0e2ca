"""Finding the unit that people mean by what they write."""

from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz, process

from tongket.orgunits.agencies import AgencyIndex, symbol_parts
from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.index import SCORES, NameIndex, NameMatch
from tongket.orgunits.kinds import kind_at
from tongket.orgunits.letterhead import Named, Reader
from tongket.orgunits.mentions import UnitMention, canonical, is_above, named_in
from tongket.orgunits.model import OrgUnit
from tongket.orgunits.names import bare_key, name_key, words
from tongket.orgunits.ranking import Candidate, Hit, is_within, ranked

NAME_ALONE, DOUBTFUL = 0.9, 0.55
"""What each doubt leaves of a score."""
NEAR_CUTOFF, NEAR_LIMIT = 84, 5


class UnitFinder:
    """Org units by what people write: letterheads, phrases, file names, document symbols."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self.hierarchy = hierarchy
        self.names = NameIndex(hierarchy)
        self.agencies = AgencyIndex(hierarchy)
        self.reader = Reader(self.names, self.agencies)
        self._places: dict[tuple[object, ...], tuple[str | None, int]] = {}
        """Units named as places of others, once found: a list names the same district many times."""

    def find(self, text: str, *, on: date | None = None, within: str | None = None) -> tuple[Candidate, ...]:
        """The units that ``text`` may mean on a day (on any day if None), the best first; empty for no idea.

        ``within``: the code of a unit above, known from elsewhere.
        """
        context = [within] if within else []
        hits = self._whole_name(text)
        if not hits and "," in text:
            hits, context = self._with_places(text, on, context)
        if not hits:
            named = self.reader.read(text)
            if named:
                return self._from_named(named, on, context)
            hits = self._name_alone(text)
        return ranked(self.hierarchy, hits, on, context)

    def by_symbol(self, symbol: str, *, on: date | None = None) -> tuple[Candidate, ...]:
        """The agencies that a document symbol may name: ``113/BC-SGDĐT``."""
        score = SCORES[NameMatch.ABBREVIATION]
        parts = symbol_parts(symbol)
        hits = [
            (span, NameMatch.ABBREVIATION, score) for part in parts for span in self.agencies.initials.get(part, ())
        ]
        return ranked(self.hierarchy, hits, on, [])

    def scan(self, text: str, *, on: date | None = None, within: str | None = None) -> list[UnitMention]:
        """The units named in running text with a kind word or as an agency, in the order of the text."""
        found: list[UnitMention] = []
        above: tuple[Named, int, str | None] | None = None
        for named, start, end in reversed(named_in(self.reader, text)):
            context = [within] if within else []
            if above and above[2] and above[0].level < named.level and is_above(text, end, above[1]):
                context.append(above[2])
            candidates = self._candidates(named, on, context)
            mention = mention_of(named, text[start:end], start, candidates)
            above = (named, start, mention.code)
            found.append(mention)
        return found[::-1]

    def _whole_name(self, text: str) -> list[Hit]:
        """The fast way: the text is a kind word and a name, nothing else, written as in the table."""
        found = words(text)
        kind = kind_at(text, found, 0) if found else None
        if kind is None or kind.unmarked or kind.length == len(found):
            return []
        key = name_key([word.fold for word in found[kind.length :]])
        return [(entry.span, NameMatch.EXACT, 1.0) for entry in self.names.exact.get((kind.kind, key), ())]

    def _with_places(self, text: str, on: date | None, context: list[str]) -> tuple[list[Hit], list[str]]:
        """The fast way for "xã X, huyện Y, tỉnh Z", from below to above, with or without kind words: the units of the
        first part and the codes of the places; nothing where a part is anything else."""
        first, *rest = text.split(",")
        known, lowest = list(context), 0
        for part in reversed(rest):
            key = (part, on, *known)
            if key not in self._places:
                found = self._part(part, on, known, lowest, highest=True)
                level = level_of([span for span, _, _ in found], on)
                self._places[key] = (only_code(ranked(self.hierarchy, found, on, known)), level)
            code, level = self._places[key]
            if code is None or level <= lowest:
                return [], context
            known, lowest = [*known, code], level
        hits = self._part(first, on, known, lowest, highest=False)
        deeper = bool(hits) and level_of([span for span, _, _ in hits], on) > lowest
        return (hits, known) if deeper else ([], context)

    def _part(self, part: str, on: date | None, known: Sequence[str], lowest: int, *, highest: bool) -> list[Hit]:
        """A part between commas: a kind word and a name; or a name alone, which then must be inside the places known
        and below their level. ``highest``: of names alone those of the highest level only."""
        hits = self._whole_name(part)
        if hits:
            return hits
        found = words(part)
        kind = kind_at(part, found, 0) if found else None
        if not found or (kind is not None and not kind.unmarked):  # Quan Hóa: "quan" is no quận there
            return []
        entries = self.names.exact.get(("", name_key([word.fold for word in found])), ())
        inside = [
            span
            for span in (entry.span for entry in entries)
            if span.level > lowest
            and (on is None or span.valid.contains(on))
            and all(is_within(self.hierarchy, span, code, on) for code in known)
        ]
        top = min((span.level for span in inside), default=0)
        return [(span, NameMatch.EXACT, NAME_ALONE) for span in inside if not highest or span.level == top]

    def _from_named(self, named: Sequence[Named], on: date | None, context: Sequence[str]) -> tuple[Candidate, ...]:
        """The most special of the units named, the last of its level; those above it are its context."""
        levels = [level_on(item, on) for item in named]
        deepest = max(levels)
        meant = [item for item, level in zip(named, levels, strict=True) if level == deepest][-1]
        above = sorted(
            ((level, item) for item, level in zip(named, levels, strict=True) if level < deepest and item.hits),
            key=lambda pair: pair[0],
        )
        known = list(context)
        for _, item in above:
            known += [code for code in (self._only(item, on, known),) if code]
        return self._candidates(meant, on, known)

    def _candidates(self, named: Named, on: date | None, context: Sequence[str]) -> tuple[Candidate, ...]:
        """The units that a name may mean."""
        doubt = DOUBTFUL if named.doubtful else 1.0
        hits = [(span, match, SCORES[match] * doubt) for span, match in named.hits]
        return ranked(self.hierarchy, hits or self._near(named.kind_word, named.key), on, context)

    def _only(self, named: Named, on: date | None, context: Sequence[str]) -> str | None:
        """The code of the unit named, if only one can be meant."""
        return only_code(self._candidates(named, on, context))

    def _name_alone(self, text: str) -> list[Hit]:
        """The text as a name without a kind word; else the names that come near."""
        found = words(text)
        kind = kind_at(text, found, 0) if found else None
        key = name_key([word.fold for word in (found[kind.length :] if kind else found)])
        fits = [] if kind else self.names.look_up("", key)
        if not key or not fits:
            return self._near(kind.kind if kind else "", key)
        doubts = {NameMatch.OTHER_MARKS: 1.0}
        return [(entry.span, match, SCORES[match] * doubts.get(match, NAME_ALONE)) for entry, match in fits]

    def _near(self, kind_word: str, key: str) -> list[Hit]:
        """Names that may have been meant: of another kind, with other marks, or nearly the same letters."""
        hits: list[Hit] = []
        for entry, match in self.names.look_up("", key):
            if match is NameMatch.OTHER_MARKS or entry.kind_word == kind_word:
                hits.append((entry.span, match, SCORES[match]))
            else:
                hits.append((entry.span, NameMatch.OTHER_KIND, SCORES[NameMatch.OTHER_KIND] * SCORES[match]))
        return hits or self._misspelt(kind_word, key)

    def _misspelt(self, kind_word: str, key: str) -> list[Hit]:
        """Names of the kind in nearly the same letters."""
        keys = self.names.keys_of(kind_word)
        near = process.extract(bare_key(key), keys, scorer=fuzz.ratio, score_cutoff=NEAR_CUTOFF, limit=NEAR_LIMIT)
        return [
            (entry.span, NameMatch.NEAR, SCORES[NameMatch.NEAR] * ratio / 100)
            for coarse, ratio, _ in near
            for entry in self.names.coarse[kind_word, coarse]
        ]


def level_on(named: Named, on: date | None) -> int:
    """The level of what is named: on the day, where it is there then (Thành phố Huế was a district before 2025)."""
    return level_of([span for span, _ in named.hits], on, named.level)


def level_of(spans: Sequence[OrgUnit], on: date | None, otherwise: int = 0) -> int:
    """The lowest level of units that are there on the day."""
    return max((span.level for span in spans if on is None or span.valid.contains(on)), default=otherwise)


def only_code(found: Sequence[Candidate]) -> str | None:
    """The code of the best candidate, if it is alone in its place."""
    tied = {one.code for one in found if one.score == found[0].score}
    return found[0].code if len(tied) == 1 else None


def mention_of(named: Named, text: str, start: int, candidates: tuple[Candidate, ...]) -> UnitMention:
    """A mention; its code only where one unit fits clearly."""
    best = candidates[0] if candidates else None
    clear = best is not None and bool(named.hits) and (best.sure or (not best.alive and is_single(candidates)))
    return UnitMention(
        start=start,
        end=start + len(text),
        text=text,
        name=canonical(named, text, candidates if named.hits else ()),
        kind_word=named.kind_word,
        code=best.code if best is not None and clear else None,
        sure=best is not None and best.sure,
        candidates=candidates,
    )


def is_single(candidates: Sequence[Candidate]) -> bool:
    """Whether the first candidate is alone in its place."""
    return len(candidates) == 1 or candidates[1].score < candidates[0].score
