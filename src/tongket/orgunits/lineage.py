"""Who became whom: the lives that lead to a unit and those that it led to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tongket.orgunits.crosswalk import life_on
from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.model import ChangeKind, OrgUnit

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageLink:
    """What of one life went into another: uids, the change that did it, and the share (None where nobody knows it)."""

    source: str
    target: str
    kind: ChangeKind
    on: date
    share: Fraction | None
    legal_basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The lives before and after one life, it included, each as its spans in order of time, and what links them.

    ``events`` are the changes of a life itself (another name, another parent) by uid.
    """

    uid: str
    lives: tuple[tuple[OrgUnit, ...], ...]
    links: tuple[LineageLink, ...]
    events: dict[str, tuple[LineageLink, ...]]


def lineage(hierarchy: Hierarchy, uid: str) -> Lineage:
    """Everything that led to the life ``uid``, and everything that it led to; oldest first."""
    links = [link for link in all_links(hierarchy) if link.source != link.target]
    before = walk(uid, links, lambda link: (link.target, link.source))
    after = walk(uid, links, lambda link: (link.source, link.target))
    uids = {uid} | {one for link in (*before, *after) for one in (link.source, link.target)}
    lives = sorted((hierarchy.life(one) for one in uids), key=lambda life: (life[0].valid.start, life[0].code))
    events: dict[str, list[LineageLink]] = defaultdict(list)
    for link in all_links(hierarchy):
        if link.source == link.target and link.source in uids:
            events[link.source].append(link)
    found = dict.fromkeys((*before, *after))
    return Lineage(
        uid=uid,
        lives=tuple(lives),
        links=tuple(sorted(found, key=lambda link: link.on)),
        events={one: tuple(changes) for one, changes in events.items()},
    )


def all_links(hierarchy: Hierarchy) -> Iterator[LineageLink]:
    """Every edge of every change as a link between lives; a change of a unit itself links it with itself."""
    for change in hierarchy.changes:
        for edge in change.edges:
            source = life_on(hierarchy.history(edge.from_ or ""), change.on - DAY)
            target = life_on(hierarchy.history(edge.to or ""), change.on)
            if source is not None and target is not None:
                yield LineageLink(
                    source=source,
                    target=target,
                    kind=change.kind,
                    on=change.on,
                    share=edge.share,
                    legal_basis=change.legal_basis,
                )


def walk(uid: str, links: Iterable[LineageLink], ends: Callable[[LineageLink], tuple[str, str]]) -> list[LineageLink]:
    """The links that can be walked from ``uid``; ``ends`` gives where a link is taken up and where it leads."""
    by_start: dict[str, list[LineageLink]] = defaultdict(list)
    for link in links:
        by_start[ends(link)[0]].append(link)
    found: list[LineageLink] = []
    seen, waiting = {uid}, [uid]
    while waiting:
        for link in by_start[waiting.pop()]:
            found.append(link)
            if ends(link)[1] not in seen:
                seen.add(ends(link)[1])
                waiting.append(ends(link)[1])
    return found
