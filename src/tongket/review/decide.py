"""Decisions applied: to values before the checks, to findings before the roll-up, to duties for coverage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tongket.checks import Finding, Notice
from tongket.exchange import read_decisions
from tongket.problems import MalformedError, Problem, Severity
from tongket.reports import (
    DataValue,
    Decision,
    DecisionSubject,
    DecisionVerb,
    Report,
    SubjectKind,
    by_subject,
    contradictions,
)
from tongket.review.request import ReadFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided, and what had been decided on things that are no longer as they were."""

    decisions: tuple[Decision, ...] = ()

    def on(self, subject: DecisionSubject) -> Decision | None:
        """The decision on a subject."""
        return by_subject(self.decisions).get(subject)

    def of(self, kind: SubjectKind) -> dict[DecisionSubject, Decision]:
        """The decisions on one kind of thing."""
        return {s: d for s, d in by_subject(self.decisions).items() if s.kind is kind}


def load_decisions(paths: Sequence[Path]) -> Decided:
    """The decisions of all workbooks; :class:`MalformedError` with every answer that cannot be used."""
    decisions: list[Decision] = []
    problems: list[Problem] = []
    for path in paths:
        found, wrong = read_decisions(path)
        decisions += found
        problems += wrong
    problems += contradictions(decisions)
    if problems:
        raise MalformedError(problems)
    return Decided(decisions=tuple(by_subject(decisions).values()))


def value_subject(value: DataValue) -> DecisionSubject:
    """What a decision on a stated figure is tied to."""
    return DecisionSubject(
        kind=SubjectKind.VALUE,
        sha256=value.source.sha256,
        anchor=value.source.anchor,
        text=value.source.text,
        org_unit=value.org_unit,
        period=str(value.period),
        indicator=value.indicator,
        part=value.part.value,
    )


def file_subject(report: Report) -> DecisionSubject:
    """What a decision on a file of no known unit is tied to."""
    return DecisionSubject(kind=SubjectKind.FILE, sha256=report.sha256)


def finding_subject(finding: Finding, hashes: dict[str, str]) -> DecisionSubject:
    """What a decision on a finding is tied to: its code, place, and the file it is in."""
    kind = SubjectKind.DUTY if finding.code == "missing_report" else SubjectKind.FINDING
    return DecisionSubject(
        kind=kind,
        sha256=hashes.get(finding.files[0], "") if finding.files else "",
        org_unit=finding.org_unit or "",
        period=finding.period or "",
        indicator=finding.indicator or "",
        code=finding.code,
    )


def decide_values(files: Sequence[ReadFile], decided: Decided) -> tuple[ReadFile, ...]:
    """The files with their values as decided: corrected, confirmed or left out; the source keeps what is written."""
    answers = decided.of(SubjectKind.VALUE)
    if not answers:
        return tuple(files)
    return tuple(replace(f, report=replace(f.report, values=tuple(_values(f.report, answers)))) for f in files)


def _values(report: Report, answers: dict[DecisionSubject, Decision]) -> Iterable[DataValue]:
    for value in report.values:
        answer = answers.get(value_subject(value))
        if answer is None:
            yield value
        elif answer.verb is DecisionVerb.CORRECT and answer.value is not None:
            yield replace(value, value=answer.value, decision=answer)
        elif answer.verb is not DecisionVerb.DROP:
            yield replace(value, decision=answer)


def decide_findings(findings: Iterable[Finding], decided: Decided, hashes: dict[str, str]) -> tuple[Finding, ...]:
    """The findings with the answers they have; a missing report that came by another way is none."""
    told = []
    for finding in findings:
        answer = decided.on(finding_subject(finding, hashes))
        if answer is not None and answer.verb is DecisionVerb.RECEIVED_ELSEWHERE:
            continue
        told.append(finding if answer is None else replace(finding, decision=answer))
    return tuple(told)


def given_units(decided: Decided) -> tuple[tuple[str, str], ...]:
    """SHA-256 of files and the org unit that a person named for each."""
    return tuple(
        (subject.sha256, answer.to)
        for subject, answer in decided.of(SubjectKind.FILE).items()
        if answer.verb is DecisionVerb.REASSIGN
    )


def elsewhere(decided: Decided) -> frozenset[tuple[str, str]]:
    """Org unit and period of the reports that came by another way."""
    return frozenset(
        (subject.org_unit, subject.period)
        for subject, answer in decided.of(SubjectKind.DUTY).items()
        if answer.verb is DecisionVerb.RECEIVED_ELSEWHERE
    )


def void_decisions(
    decided: Decided, files: Sequence[ReadFile], findings: Iterable[Finding], hashes: dict[str, str]
) -> tuple[Notice, ...]:
    """A notice for each decision whose source changed or whose finding is gone: it has no effect."""
    there = {value_subject(v) for f in files for v in f.report.values}
    there |= {file_subject(f.report) for f in files}
    there |= {finding_subject(f, hashes) for f in findings}
    return tuple(
        Notice(
            code="decision_void",
            severity=Severity.WARNING,
            org_unit=one.subject.org_unit or None,
            period=one.subject.period or None,
            indicator=one.subject.indicator or None,
            note="The decision at {place} has no effect: what it was about has changed or is no longer there.",
            fields=(("place", one.place),),
        )
        for one in decided.decisions
        if one.subject not in there
    )
