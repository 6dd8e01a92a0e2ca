"""A person's answer to a doubtful figure, a finding, a file of no known unit, or a report that is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.problems import Problem, Where, register

register(
    {
        "decision.contradiction": "Another decision on the same matter says otherwise ({other}); keep one of the two.",
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
    """An answer with who gave it and why; ``value`` is the right number, ``to`` the code of the org unit meant;
    ``place`` is where the answer was written."""

    verb: DecisionVerb
    subject: DecisionSubject
    by: str
    reason: str = ""
    value: Decimal | None = None
    to: str = ""
    place: str = ""


def contradictions(decisions: Sequence[Decision]) -> tuple[Problem, ...]:
    """One for each decision that says otherwise than an earlier one on the same subject."""
    first: dict[DecisionSubject, Decision] = {}
    found = []
    for one in decisions:
        before = first.setdefault(one.subject, one)
        if (before.verb, before.value, before.to) != (one.verb, one.value, one.to):
            where = Where(file=one.place)
            found.append(Problem(code="decision.contradiction", where=where, fields={"other": before.place}))
    return tuple(found)


def by_subject(decisions: Iterable[Decision]) -> dict[DecisionSubject, Decision]:
    """The decisions by what they are about."""
    return {one.subject: one for one in decisions}
