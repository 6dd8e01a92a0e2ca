"""What ``tongket units`` answers, as rows for JSON."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tongket.orgunits import (
    Candidate,
    Hierarchy,
    Lineage,
    LineageLink,
    OrgUnit,
    TreeDifference,
    UnitFinder,
    lineage,
    tier_problems,
)
from tongket.problems import message

Row = dict[str, Any]
CROSSWALK = ("from", "from_name", "from_parent", "to", "to_name", "to_parent", "share")
SHOWN = 12
OUTSIDE = 0.6
"""A candidate outside the unit that the user names has at most this part of the score of one inside."""


def find(finder: UnitFinder, text: str, day: date, within: str | None) -> list[Candidate]:
    """The units that a name or a code may mean; a code that lives on the day is meant first."""
    spans = finder.hierarchy.history(text.strip())
    if spans:
        names = {span.name for span in spans}
        found = [one for name in names for one in finder.find(name, on=day) if one.code == text.strip()]
        best = sorted(found, key=lambda one: (not one.alive, -one.score))[:1]
        return [replace(one, score=1.0, sure=True) for one in best]
    found = list(finder.find(text, on=day, within=within))
    if found and found[0].sure:
        return found[:1]
    return [one for one in found if not within or one.score > found[0].score * OUTSIDE][:SHOWN]


def shown(hierarchy: Hierarchy, found: Candidate, day: date) -> Row:
    """A candidate: what it is on the day, where, since when, from what and into what."""
    life = hierarchy.life(found.span.uid)
    told = lineage(hierarchy, found.span.uid)
    return {
        **span_row(found.span),
        "where": above(hierarchy, found.span, day),
        "first_day": first_day(hierarchy),
        "alive": found.alive,
        "score": round(found.score, 3),
        "sure": found.sure,
        "match": found.match.value,
        "matched": found.matched,
        "life": [span_row(span) for span in life],
        "from": [link_row(link, told) for link in told.links if link.target == told.uid],
        "into": [link_row(link, told) for link in told.links if link.source == told.uid],
        "events": [link_row(link, told) for link in told.events.get(told.uid, ())],
    }


def first_day(hierarchy: Hierarchy) -> str:
    """The day with which the tables begin: what is there then may be older."""
    return min(span.valid.start for span in hierarchy.spans).isoformat()


def span_row(span: OrgUnit) -> Row:
    """A span of a life."""
    return {
        "code": span.code,
        "uid": span.uid,
        "name": span.name,
        "kind": span.kind.value,
        "level": span.level,
        "parent": span.parent,
        "valid_from": span.valid.start.isoformat(),
        "valid_to": span.valid.end.isoformat() if span.valid.end else None,
    }


def above(hierarchy: Hierarchy, span: OrgUnit, day: date) -> list[str]:
    """The names of the units above on the day, on the last day of the span where it is not there then."""
    last = span.valid.end - timedelta(days=1) if span.valid.end else max(day, span.valid.start)
    tree = hierarchy.on(day if span.valid.contains(day) else last)
    return [unit.name for unit in tree.ancestors(span.code)] if span.code in tree else []


def where_name(hierarchy: Hierarchy, found: Candidate, day: date) -> str:
    """A candidate's name and place in one line."""
    return ", ".join([found.name, *above(hierarchy, found.span, day)]) + f" ({found.code})"


def lineage_of(hierarchy: Hierarchy, uid: str) -> Lineage:
    """The lineage of a life."""
    return lineage(hierarchy, uid)


def lineage_row(hierarchy: Hierarchy, found: Lineage) -> Row:
    """A lineage."""
    return {
        "uid": found.uid,
        "first_day": first_day(hierarchy),
        "lives": [[span_row(span) for span in life] for life in found.lives],
        "links": [link_row(link, found) for link in found.links],
        "events": {uid: [link_row(link, found) for link in links] for uid, links in found.events.items()},
    }


def link_row(link: LineageLink, found: Lineage) -> Row:
    """What became of what, with names on that day."""
    names = {life[0].uid: life for life in found.lives}
    source, target = names[link.source], names[link.target]
    after = next((span for span in target if span.valid.contains(link.on)), target[0])
    before = next((span for span in source if span.valid.contains(link.on - timedelta(days=1))), source[-1])
    return {
        "on": link.on.isoformat(),
        "kind": link.kind.value,
        "from": link.source,
        "from_name": before.name,
        "to": link.target,
        "to_name": after.name,
        "share": None if link.share is None else str(link.share),
        "legal_basis": link.legal_basis,
    }


def crosswalk_rows(hierarchy: Hierarchy, start: date, end: date, code: str | None) -> list[Row]:
    """Every part of every unit of the first day; with ``code`` of that unit alone. Units without heirs have no ``to``."""
    crosswalk, first, last = hierarchy.crosswalk(start, end), hierarchy.on(start), hierarchy.on(end)
    rows = []
    for unit in first:
        if code is not None and unit.code != code:
            continue
        name, parent = unit.name, unit.parent
        for edge in crosswalk.targets(unit.code):
            to = last[edge.target]
            share = "?" if edge.share is None else str(edge.share)
            cells = (unit.code, name, parent, to.code, to.name, to.parent, share)
            rows.append(dict(zip(CROSSWALK, cells, strict=True)))
        if not crosswalk.targets(unit.code):
            rows.append(dict(zip(CROSSWALK, (unit.code, name, parent, None, None, None, None), strict=True)))
    return rows


def crosswalk_table(rows: Iterable[Row]) -> str:
    """The rows as a table with semicolons; with a byte order mark, so that Excel reads it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(CROSSWALK)
    writer.writerows([row[column] or "" for column in CROSSWALK] for row in rows)
    return "\ufeff" + text.getvalue()


def checked(hierarchy: Hierarchy, language: str) -> Row:
    """What two tables without faults hold, and what is still worth a look."""
    edges = [edge for change in hierarchy.changes for edge in change.edges]
    days = [change.on for change in hierarchy.changes]
    return {
        "spans": len(hierarchy.spans),
        "units": dict(Counter(unit.kind.value for unit in {span.uid: span for span in hierarchy.spans}.values())),
        "changes": len(edges),
        "first_day": min(days).isoformat() if days else None,
        "last_day": max(days).isoformat() if days else None,
        "unknown_shares": sum(edge.share is None for edge in edges),
        "without_basis": sum(len(change.edges) for change in hierarchy.changes if not change.legal_basis),
        "warnings": [message(problem, language) for problem in tier_problems(hierarchy)],
    }


def inside(hierarchy: Hierarchy, uid: str) -> frozenset[str]:
    """The uids of everything that ever was below a unit, itself included."""
    codes = {uid.split("@")[0]}
    while True:
        more = {span.code for span in hierarchy.spans if span.parent in codes} - codes
        if not more:
            return frozenset(span.uid for span in hierarchy.spans if span.code in codes)
        codes |= more


def difference(found: TreeDifference, uids: frozenset[str] | None) -> Row:
    """A difference; ``uids`` limit it to some units."""

    def kept(units: Sequence[OrgUnit]) -> list[Row]:
        return [span_row(unit) for unit in units if uids is None or unit.uid in uids]

    def pairs(units: Sequence[tuple[OrgUnit, OrgUnit]]) -> list[Row]:
        return [
            {"before": span_row(one), "after": span_row(other)}
            for one, other in units
            if uids is None or one.uid in uids
        ]

    codes = None if uids is None else {uid.split("@")[0] for uid in uids}
    bases: Counter[tuple[str, str]] = Counter()
    for change in found.changes:
        for edge in change.edges:
            if codes is None or codes & {edge.from_, edge.to}:
                bases[change.on.isoformat(), change.legal_basis] += 1
    return {
        "ended": kept(found.ended),
        "begun": kept(found.begun),
        "renamed": pairs(found.renamed),
        "moved": pairs(found.moved),
        "bases": [{"on": day, "legal_basis": basis, "edges": count} for (day, basis), count in bases.items()],
    }
