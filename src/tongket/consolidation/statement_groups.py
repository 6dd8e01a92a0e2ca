"""What several units say in like words, put together: how many say so, which, since when."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from tongket.periods import Period
from tongket.reports import Narrative, NarrativeKind, Report
from tongket.vietnamese import search_key

ALIKE = 80
"""The share of common words, of 100, from which two statements count as the same matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedBy:
    """A statement, and the org unit and period whose report makes it."""

    org_unit: str
    period: Period
    narrative: Narrative


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementGroup:
    """Statements on one matter; ``text`` is the wording used most, a unit's own words."""

    kind: NarrativeKind
    text: str
    statements: tuple[StatedBy, ...]

    @property
    def org_units(self) -> tuple[str, ...]:
        """Who says so, each once, in the order of the reports."""
        return tuple(dict.fromkeys(one.org_unit for one in self.statements))

    @property
    def periods(self) -> tuple[Period, ...]:
        """When it was said, oldest first."""
        return tuple(sorted({one.period for one in self.statements}))

    @property
    def representative(self) -> StatedBy:
        """The first statement in the wording of the group."""
        return next(one for one in self.statements if one.narrative.text == self.text)


def group_statements(reports: Iterable[Report], kind: NarrativeKind) -> tuple[StatementGroup, ...]:
    """The statements of ``kind`` by matter, those of most units first; ``reports`` are the versions that count."""
    stated = list(_stated(reports, kind))
    wordings = sorted({one.narrative.text for one in stated})
    matter = same_matter(wordings)
    by_matter: dict[int, list[StatedBy]] = {}
    for one in stated:
        by_matter.setdefault(matter[one.narrative.text], []).append(one)
    groups = [_group(kind, members) for members in by_matter.values()]
    return tuple(sorted(groups, key=lambda g: (-len(g.org_units), -len(g.statements), g.text)))


def same_matter(texts: Sequence[str]) -> dict[str, int]:
    """Each text with the number of its matter: texts that share most of their words, directly or by way of others."""
    keys = [search_key(text) for text in texts]
    parent = list(range(len(texts)))
    for i, key in enumerate(keys):
        for _, _, j in process.extract_iter(key, keys[:i], scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE):
            parent[_root(parent, i)] = _root(parent, j)
    return {text: _root(parent, i) for i, text in enumerate(texts)}


def nearest(text: str, others: Sequence[str], least: int) -> int | None:
    """The place of the text of ``others`` that shares most words with ``text``, if at least ``least`` of 100."""
    found = process.extractOne(text, others, scorer=fuzz.token_set_ratio, score_cutoff=least)
    return found[2] if found else None


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        i = parent[i] = parent[parent[i]]
    return i


def _stated(reports: Iterable[Report], kind: NarrativeKind) -> Iterator[StatedBy]:
    for report in reports:
        if report.org_unit is None or report.period is None:
            continue
        for narrative in report.narratives:
            if narrative.kind is kind:
                yield StatedBy(org_unit=report.org_unit, period=report.period, narrative=narrative)


def _group(kind: NarrativeKind, members: Sequence[StatedBy]) -> StatementGroup:
    counted = Counter(one.narrative.text for one in members)
    text = min(counted, key=lambda t: (-counted[t], len(t), t))
    return StatementGroup(kind=kind, text=text, statements=tuple(members))
