"""A person's answer to a doubtful figure, a finding, a file of no known unit, or a report that is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.problems import Problem, Where, register

register(
    {
        "decision.contradiction": "Another decision on the same matter says otherwise ({other}); neither counts until one of the two is gone.",
    }
)


class DecisionVerb(StrEnum):
    """What a decision does."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    DROP = "drop"
    REASSIGN = "reassign"
    ACCEPT = "accept"
    """The finding is right; what it excludes stays out."""
    WAIVE = "waive"
    """The finding does not count, for the reason given."""
    RECEIVED_ELSEWHERE = "received_elsewhere"
    """The report came by another way; nothing of its content is here."""


CHANGING = frozenset({DecisionVerb.CORRECT, DecisionVerb.DROP, DecisionVerb.REASSIGN})
"""What changes a figure, or whose it is."""


class SubjectKind(StrEnum):
    """What a decision is about."""

    VALUE = "value"
    FILE = "file"
    FINDING = "finding"
    DUTY = "duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSubject:
    """What is decided on. A value or file is tied to the SHA-256 of its file and, a value, to its anchor and the text
    there: changed, the decision is void. ``code`` is that of a finding."""

    kind: SubjectKind
    sha256: str = ""
    anchor: str = ""
    text: str = ""
    org_unit: str = ""
    period: str = ""
    indicator: str = ""
    part: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An answer with who gave it and why; ``value`` is the right number; ``to``, ``to_period`` and ``to_indicator`` are
    the codes of what is meant instead; ``place`` is where the answer was written."""

    verb: DecisionVerb
    subject: DecisionSubject
    by: str
    reason: str = ""
    value: Decimal | None = None
    to: str = ""
    to_period: str = ""
    to_indicator: str = ""
    place: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """What it comes to, whoever says it."""
        return self.verb, self.value, self.to, self.to_period, self.to_indicator


def fits(verb: DecisionVerb, subject: DecisionSubject) -> bool:
    """Whether the answer is one that such a subject can have."""
    allowed = {
        SubjectKind.VALUE: CHANGING | {DecisionVerb.CONFIRM},
        SubjectKind.FILE: {DecisionVerb.REASSIGN, DecisionVerb.ACCEPT},
        SubjectKind.FINDING: {DecisionVerb.ACCEPT, DecisionVerb.WAIVE},
        SubjectKind.DUTY: {DecisionVerb.RECEIVED_ELSEWHERE, DecisionVerb.ACCEPT},
    }[subject.kind]
    of_figure = subject.kind is SubjectKind.FINDING and bool(subject.anchor)
    return verb in allowed or (of_figure and verb in CHANGING | {DecisionVerb.CONFIRM})


def settled(decisions: Iterable[Decision]) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions, one on each subject, without those that say otherwise than another on the same; and a problem for
    each of these, with the places of both."""
    on: dict[DecisionSubject, list[Decision]] = {}
    for one in decisions:
        on.setdefault(one.subject, []).append(one)
    agreed = tuple(several[0] for several in on.values() if len({one.said for one in several}) == 1)
    problems = tuple(
        Problem(code="decision.contradiction", where=Where(file=one.place), fields={"other": several[0].place})
        for several in on.values()
        for one in several[1:]
        if one.said != several[0].said
    )
    return agreed, problems
