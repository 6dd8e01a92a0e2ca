"""Agencies by their names and by the abbreviations that follow from them (Sở TT&TT, STTTT, BCHQS)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.index import NameMatch
from tongket.orgunits.kinds import LEVELS
from tongket.orgunits.model import TERRITORIAL, OrgUnit
from tongket.orgunits.names import Word, bare, fold, words
from tongket.vietnamese import search_key

AND = frozenset({fold("và"), "va"})
SAME = (
    ("tỉnh đoàn", "đoàn thanh niên cộng sản hồ chí minh tỉnh", "đoàn thanh niên cộng sản tỉnh", "đoàn tỉnh"),
    ("ủy ban mặt trận tổ quốc việt nam tỉnh", "mặt trận tổ quốc việt nam tỉnh", "mặt trận tổ quốc tỉnh"),
)
"""Names that one organisation bears."""
SHORT = {
    "mttq": "mặt trận tổ quốc", "lhpn": "liên hiệp phụ nữ", "ccb": "cựu chiến binh", "lđlđ": "liên đoàn lao động",
    "tncs": "thanh niên cộng sản", "hcm": "hồ chí minh", "chqs": "chỉ huy quân sự", "bđbp": "bộ đội biên phòng",
    "ptnt": "phát triển nông thôn", "nn": "nông nghiệp", "lđtbxh": "lao động thương binh xã hội",
    "tbxh": "thương binh xã hội", "lđ": "lao động", "tb": "thương binh", "xh": "xã hội", "gdđt": "giáo dục đào tạo", "ubnd": "ủy ban nhân dân",
}  # fmt: skip
"""Abbreviations with which a table of units may write its names."""
SHORTEST_STEM = 3
PREFIX = 3
TYPE_CODES = frozenset(
    (
        "nq", "qđ", "ct", "qc", "qyđ", "tc", "tb", "hd", "ctr", "kh", "pa", "đa", "da", "bc", "bb", "ttr", "hđ", "cđ",
        "bgn", "btt", "guq", "gm", "ggt", "gnp", "pg", "pc", "pb", "sy", "trs", "sl",
    )
)  # fmt: skip
"""Codes of document types in a symbol (BC-STC); they are no agencies."""


class AgencyIndex:
    """The agencies of a hierarchy by every form of their names."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self.forms: dict[str, dict[OrgUnit, NameMatch]] = defaultdict(dict)
        self.initials: dict[str, set[OrgUnit]] = defaultdict(set)
        for span in hierarchy.spans:
            if span.kind not in TERRITORIAL:
                self._add(span)
        self.prefixes = {form[:PREFIX] for form in self.forms}
        self.longest = max((len(form) for form in self.forms), default=0)

    def _add(self, span: OrgUnit) -> None:
        full = [word.fold for word in words(span.name) if word.fold not in AND]
        written_out = [fold(part) for word in full for part in SHORT.get(word, word).split()]
        for variant in dict.fromkeys((*map(tuple, variants(full)), *map(tuple, variants(written_out)))):
            for form, match in forms_of(variant):
                self.forms[form].setdefault(span, match)
                unmarked = bare(form)
                self.forms[unmarked].setdefault(span, NameMatch.UNMARKED if match is NameMatch.EXACT else match)
            short = initials_of(variant)
            self.initials[short].add(span)
            self.initials[bare(short)].add(span)

    def at(self, found: Sequence[Word], start: int) -> tuple[int, dict[OrgUnit, NameMatch]] | None:
        """The longest form that begins at word ``start``: the word after it, and the agencies with that form."""
        joined, best = "", None
        for index in range(start, len(found)):
            if found[index].fold in AND and joined:
                continue
            joined += found[index].fold
            if len(joined) > self.longest or (len(joined) >= PREFIX and joined[:PREFIX] not in self.prefixes):
                break
            hits = self.forms.get(joined)
            if hits and self._may_be(joined, found[start : index + 1]):
                best = (index + 1, hits)
        return best

    def _may_be(self, joined: str, found: Sequence[Word]) -> bool:
        """Initials alone count only in capitals, so that no syllable is taken for an agency."""
        return joined not in self.initials or all(word.raw.isupper() for word in found)


def variants(full: Sequence[str]) -> Iterator[Sequence[str]]:
    """The name, the name without a last word that only tells the level (tỉnh), and the organisation's other names."""
    yield full
    if full[-1] in LEVELS and len(full) > SHORTEST_STEM:
        yield full[:-1]
    for names in (tuple(tuple(map(fold, name.split())) for name in same) for same in SAME):
        if tuple(full) in names:
            yield from (name for name in names if name != tuple(full))


def forms_of(name: Sequence[str]) -> Iterator[tuple[str, NameMatch]]:
    """The name without blanks, in full and with any run of its words put into initials."""
    yield "".join(name), NameMatch.EXACT
    for start in range(len(name)):
        for end in range(start + 2, len(name) + 1):
            yield "".join([*name[:start], initials_of(name[start:end]), *name[end:]]), NameMatch.ABBREVIATION


def initials_of(name: Sequence[str]) -> str:
    """The first letters of the words; đ stays đ."""
    return "".join(word if word.isdecimal() else bare_initial(word) for word in name)


def bare_initial(word: str) -> str:
    """The first letter as it stands in abbreviations: without marks, but đ."""
    return "đ" if word.startswith("đ") else search_key(word[0])


def symbol_parts(symbol: str) -> list[str]:
    """The parts of a document's symbol that can name an agency: ``113/BC-SGD&ĐT`` -> ``sgdđt``."""
    tail = symbol.rsplit("/", 1)[-1]
    parts = ["".join(word.fold for word in words(part)) for part in tail.split("-")]
    return [part for part in parts if part and part not in TYPE_CODES]
