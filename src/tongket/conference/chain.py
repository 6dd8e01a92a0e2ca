"""One chain, walked both ways: provision, duty, report, finding, conclusion, task, evidence, the next review."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tongket.conference.model import Conference
from tongket.law import Obligation
from tongket.tasks import Task, TaskEvent, TaskUpdate

Links = dict[tuple[str, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Links from what comes first to what follows, by code; ``words`` say what a code stands for. A code begins with what
    it is: ``provision:``, ``duty:``, ``indicator:``, ``report:``, ``finding:``, ``conclusion:``, ``task:``, ``evidence:``."""

    links: tuple[tuple[str, str], ...]
    words: Mapping[str, str]

    def after(self, code: str) -> tuple[str, ...]:
        """All that follows from it, the nearest first."""
        return self._walk(code, forward=True)

    def before(self, code: str) -> tuple[str, ...]:
        """All that it follows from, the nearest first."""
        return self._walk(code, forward=False)

    def _walk(self, code: str, *, forward: bool) -> tuple[str, ...]:
        steps: dict[str, list[str]] = {}
        for first, second in self.links:
            start, end = (first, second) if forward else (second, first)
            steps.setdefault(start, []).append(end)
        found: dict[str, None] = {}
        waiting = [code]
        while waiting:
            for following in steps.get(waiting.pop(0), []):
                if following not in found and following != code:
                    found[following] = None
                    waiting.append(following)
        return tuple(found)


def chain_of_law(obligations: Sequence[Obligation]) -> Chain:
    """Provision to duty to the indicators that show it."""
    links: Links = {}
    words: dict[str, str] = {}
    for one in obligations:
        provision, duty = f"provision:{one.address}", f"duty:{one.address}"
        links[provision, duty] = None
        words[provision] = str(one.address)
        words[duty] = ": ".join(part for part in ("; ".join(one.leads), one.deed) if part)
        for indicator in one.indicators:
            links[duty, f"indicator:{indicator}"] = None
    return Chain(links=tuple(links), words=words)


def chain_of_review(review: Mapping[str, Any]) -> Chain:
    """Indicator to the reports that give it to the findings in them, from a review's data."""
    links: Links = {}
    words: dict[str, str] = {}
    for value in review.get("values", []):
        links[f"indicator:{value['indicator']}", f"report:{value['file']}"] = None
    for i, finding in enumerate(review.get("findings", [])):
        code = f"finding:{finding['code']}/{finding.get('org_unit') or '-'}/{finding.get('period') or '-'}/{finding.get('indicator') or i}"
        words[code] = str(finding.get("note", ""))
        for file in finding.get("files", []):
            links[f"report:{file}", code] = None
        if finding.get("indicator"):
            links[code, f"indicator-found:{finding['indicator']}"] = None
    return Chain(links=tuple(links), words=words)


def chain_of_conclusions(conference: Conference, tasks: Sequence[Task]) -> Chain:
    """What a conclusion is about, the conclusion, the tasks it gives and their parts."""
    links: Links = {}
    words: dict[str, str] = {}
    for i, conclusion in enumerate(conference.conclusions):
        code = f"conclusion:{i + 1}"
        words[code] = conclusion.text
        for about in conclusion.about:
            links[f"indicator:{about}", code] = None
            links[f"indicator-found:{about}", code] = None
            links[f"provision:{about}", code] = None
        for task in tasks:
            if task.source.endswith(f"#conclusions[{i}]"):
                links[f"task:{task.parent}" if task.parent else code, f"task:{task.id}"] = None
                words[f"task:{task.id}"] = f"{task.lead}: {task.deed}"
    return Chain(links=tuple(links), words=words)


def chain_of_events(events: Iterable[TaskEvent]) -> Chain:
    """Task to evidence to the next review, which opens with it."""
    links: Links = {}
    words: dict[str, str] = {}
    for event in events:
        if isinstance(event, TaskUpdate) and event.evidence:
            code = f"evidence:{event.evidence}"
            links[f"task:{event.task}", code] = None
            links[code, f"next:{event.task}"] = None
            words[code] = f"{event.evidence} ({event.on.isoformat()}, {event.by})"
    return Chain(links=tuple(links), words=words)


def joined(chains: Iterable[Chain]) -> Chain:
    """Several chains as one."""
    several = list(chains)
    links = dict.fromkeys(link for chain in several for link in chain.links)
    return Chain(links=tuple(links), words={k: v for chain in several for k, v in chain.words.items()})
