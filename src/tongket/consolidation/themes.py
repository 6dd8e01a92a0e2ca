"""Matters put together by theme: the field of work that their words are about.

Method, in order: (1) statements in like words are one matter (:mod:`statement_groups`). (2) A matter's words are looked up
among the words of the pack's pillars: heads count three, qualifiers and the words of the pillar's indicators one, longer
phrases more; what opens the sentence counts half as much again, what stands behind "do", "vì", "nên" half. The pillar of
the highest count is the theme. (3) A matter none of whose words is known joins the matter most like it, if that shares
most of its words. (4) What is left and is named by several units is a theme of its own. Every tie goes to the pillar, then
the text, that comes first; nothing depends on the order of the files.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.consolidation.statement_groups import StatementGroup, nearest
from tongket.framework import Framework, Pillar
from tongket.periods import Period
from tongket.reports import NarrativeKind
from tongket.vietnamese import accent_key, search_key

HEAD, WORD = 3.0, 1.0
OPENING, OPENING_WORDS = 1.5, 6
REASON = 0.5
REASONS = frozenset({"do", "vì", "nên", "bởi"})
LIKE = 70
"""The share of common words, of 100, from which a matter of unknown words follows another."""
IN_TITLE = 2
SHORTEST = 2
"""So many words are no subject yet."""
SUBJECT = re.compile(
    r"\s*,?\s+(?:(?:ở|của|tại|trên|trong|giữa) (?:một|không|vài|nhiều|các)|có (?:lúc|nơi|thời điểm|nội dung|đơn vị)|chưa|còn|chậm"
    r"|thường (?!trực|xuyên)|vẫn|thiếu|không|đạt|kết quả|hạn chế|thấp|sau (?:khi|sắp xếp)|do|vừa|phát triển chưa|chủ yếu)\b"
)
"""Where what is spoken of ends, and what is said of it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The matters of one field of work, those of most units first."""

    kind: NarrativeKind
    code: str
    """The pillar's code, or a code made from the words where no pillar is meant."""
    title: str
    """What the matters speak of, in the units' own words."""
    groups: tuple[StatementGroup, ...]
    earlier: tuple[str, ...] = ()
    """What the last review said of the same field of work."""
    owner: str = ""
    """Who leads the first task given on it, of this review or the last."""
    remedy: StatementGroup | None = None
    """What most units propose on it."""

    @property
    def org_units(self) -> tuple[str, ...]:
        """Who names any of the matters."""
        return tuple(sorted({unit for group in self.groups for unit in group.org_units}))

    @property
    def periods(self) -> tuple[Period, ...]:
        """When any of them was named, oldest first."""
        return tuple(sorted({period for group in self.groups for period in group.periods}))


def themes_of(groups: Sequence[StatementGroup], framework: Framework) -> tuple[Theme, ...]:
    """The themes of the matters of one kind, those of most units first."""
    subjects = Subjects(framework)
    by_code: dict[str, list[StatementGroup]] = {}
    for group, code in zip(groups, _codes(groups, subjects), strict=True):
        by_code.setdefault(code, []).append(group)
    told = [_theme(code, members) for code, members in by_code.items() if code]
    return tuple(sorted(told, key=lambda one: (-len(one.org_units), -len(one.groups), one.code)))


def with_answers(
    themes: Sequence[Theme],
    framework: Framework,
    *,
    proposed: Sequence[StatementGroup],
    earlier: Sequence[str],
    leads: Sequence[tuple[str, str]],
) -> tuple[Theme, ...]:
    """The themes with what answers them: ``proposed`` are the matters that units propose, ``earlier`` what the last
    review named, ``leads`` the deeds of tasks with who leads them, those of this review first."""
    subjects = Subjects(framework)
    remedies = [(subjects.pillar_of(one.text), one) for one in proposed]
    named = [(subjects.pillar_of(text), text) for text in earlier]
    owners = [(subjects.pillar_of(deed), lead) for deed, lead in leads]
    return tuple(
        replace(
            theme,
            earlier=tuple(text for code, text in named if code == theme.code),
            owner=next((lead for code, lead in owners if code == theme.code), ""),
            remedy=next((one for code, one in remedies if code == theme.code), None),
        )
        for theme in themes
    )


def _codes(groups: Sequence[StatementGroup], subjects: "Subjects") -> list[str]:
    """The code of each matter's theme; empty for what one unit alone says in words that nobody else uses."""
    codes = [subjects.pillar_of(*dict.fromkeys(one.narrative.text for one in group.statements)) for group in groups]
    known = [(group.text, code) for group, code in zip(groups, codes, strict=True) if code]
    keys = [accent_key(text) for text, _ in known]
    for i, group in enumerate(groups):
        if not codes[i] and (found := nearest(accent_key(group.text), keys, LIKE)) is not None:
            codes[i] = known[found][1]
        elif not codes[i] and len(group.org_units) > 1:
            codes[i] = "-".join(search_key(group.text).split()[:4])
    return [code or "" for code in codes]


def _theme(code: str, groups: Sequence[StatementGroup]) -> Theme:
    told = sorted(groups, key=lambda one: (-len(one.org_units), -len(one.statements), one.text))
    without_number = [one for one in told if not any(c.isdigit() for c in one.text)]
    named = (without_number or told)[:IN_TITLE]  # a wording with a number in it is one unit's own
    title = "; ".join(dict.fromkeys(subject_of(one.text) for one in named))
    return Theme(kind=told[0].kind, code=code, title=title, groups=tuple(told))


def subject_of(text: str) -> str:
    """What a sentence speaks of: its words up to where something is said of it ("Kinh phí bảo đảm cho nhiệm vụ")."""
    ends = (found.start() for found in SUBJECT.finditer(text))
    end = next((end for end in ends if len(text[:end].split()) > SHORTEST), len(text))
    return text[:end].strip(" ,.;:")


class Subjects:
    """What the words of a sentence are about, by the pillars of a framework."""

    def __init__(self, framework: Framework) -> None:
        self._weights: dict[tuple[str, ...], dict[str, float]] = {}
        self._abbreviations = {
            re.compile(rf"(?<!\w){re.escape(short)}(?!\w)"): full
            for short, full in sorted(framework.abbreviations.items(), key=lambda pair: (-len(pair[0]), pair[0]))
        }
        self._order = {code: i for i, code in enumerate(framework.pillars)}
        for pillar in framework.pillars.values():
            for phrase, weight in _phrases(pillar, framework):
                if words := tuple(_words(phrase)):
                    kept = self._weights.setdefault(words, {})
                    kept[pillar.code] = max(weight, kept.get(pillar.code, 0.0))
        self._longest = max(map(len, self._weights), default=1)

    def pillar_of(self, *texts: str) -> str | None:
        """The pillar that wordings of one matter speak of; None where no word is known."""
        total: dict[str, float] = {}
        for text in texts:
            for code, score in self.scores(text).items():
                total[code] = total.get(code, 0.0) + score
        return min(total, key=lambda code: (-round(total[code], 6), self._order[code]), default=None)

    def scores(self, text: str) -> Mapping[str, float]:
        """How much a sentence speaks of each pillar."""
        for short, full in self._abbreviations.items():
            text = short.sub(full, text)
        words = _words(text)
        found: dict[str, float] = {}
        factor, place = 1.0, 0
        while place < len(words):
            if words[place] in REASONS and place > 1:
                factor = REASON
            here, size = self._at(words, place)
            opening = OPENING if place < OPENING_WORDS and factor == 1 else factor
            for code, weight in here.items():
                found[code] = found.get(code, 0.0) + weight * opening
            place += size
        return found

    def _at(self, words: Sequence[str], place: int) -> tuple[Mapping[str, float], int]:
        """What the phrases that begin at a word say of each pillar, the weightiest of each, and the longest one's size."""
        found: dict[str, float] = {}
        longest = 1
        for size in range(1, self._longest + 1):
            weights = self._weights.get(tuple(words[place : place + size]), {}) if place + size <= len(words) else {}
            for code, weight in weights.items():
                found[code] = max(found.get(code, 0.0), weight * size**0.5)
                longest = size
        return found, longest


def _phrases(pillar: Pillar, framework: Framework) -> Iterator[tuple[str, float]]:
    """The words of a pillar; where it has none of its own, those of its indicators are its heads."""
    own = pillar.wording.heads
    yield from ((phrase, HEAD) for phrase in own)
    yield from ((phrase, WORD) for phrase in (*pillar.wording.qualifiers, *pillar.headings))
    weight = WORD if own else HEAD
    yield from ((p, weight) for one in framework if one.pillar == pillar.code for p in one.wording.heads)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", accent_key(text))
