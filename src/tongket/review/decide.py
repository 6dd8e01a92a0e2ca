"""Decisions applied: to values before the checks, to findings before the roll-up, to duties for coverage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tongket.checks import Finding, Notice
from tongket.exchange import read_decisions
from tongket.framework import Framework
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.problems import MalformedError, Problem, Severity, sentence_of
from tongket.reading import ReadFile, Refusal
from tongket.reports import (
    CHANGING,
    DataValue,
    Decision,
    DecisionSubject,
    DecisionVerb,
    Report,
    SubjectKind,
    settled,
)
from tongket.review.targets import resolved

WHOLE = frozenset({"decisions.not_readable", "decisions.no_table"})
"""Problems of a workbook, not of a row in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided, one decision on each subject, and what is wrong with answers that therefore do not count."""

    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()
    by_subject: Mapping[DecisionSubject, Decision] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_subject", {one.subject: one for one in self.decisions})

    def of(self, kind: SubjectKind) -> dict[DecisionSubject, Decision]:
        """The decisions on one kind of thing."""
        return {s: d for s, d in self.by_subject.items() if s.kind is kind}


def load_decisions(paths: Sequence[Path], *, framework: Framework, hierarchy: Hierarchy) -> Decided:
    """The decisions of all workbooks; :class:`MalformedError` only where a file is no workbook of decisions."""
    decisions: list[Decision] = []
    problems: list[Problem] = []
    for path in paths:
        found, wrong = read_decisions(path)
        problems += wrong
        for one in found:
            told = resolved(on_its_figure(one), framework, hierarchy)
            problems += [told] if isinstance(told, Problem) else []
            decisions += [told] if isinstance(told, Decision) else []
    if unusable := [p for p in problems if p.code in WHOLE]:
        raise MalformedError(unusable)
    agreed, against = settled(decisions)
    return Decided(decisions=agreed, problems=(*problems, *against))


def on_its_figure(decision: Decision) -> Decision:
    """A decision that changes the figure of a finding is one on the figure: the finding goes with its cause."""
    if decision.subject.kind is not SubjectKind.FINDING or decision.verb not in CHANGING:
        return decision
    return replace(decision, subject=replace(decision.subject, kind=SubjectKind.VALUE, code=""))


def value_subject(value: DataValue) -> DecisionSubject:
    """What a decision on a stated figure is tied to: the figure as it was read."""
    if value.decision is not None:
        return value.decision.subject
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


def file_subject(sha256: str) -> DecisionSubject:
    """What a decision on a file of no known unit is tied to."""
    return DecisionSubject(kind=SubjectKind.FILE, sha256=sha256)


class FindingSubjects:
    """What a decision on a finding is tied to: its code, whose it is, its file, and the figure it is about."""

    def __init__(self, reports: Iterable[Report], refusals: Iterable[Refusal]) -> None:
        self._hashes = {one.name: one.sha256 for one in refusals}
        self._values: dict[tuple[str, str, str], list[DataValue]] = {}
        for report in reports:
            self._hashes[report.file] = report.sha256
            for value in report.values:
                self._values.setdefault((value.org_unit, str(value.period), value.indicator), []).append(value)

    def of(self, finding: Finding) -> DecisionSubject:
        """The subject of a finding."""
        sha256 = self._hashes.get(finding.files[0], "") if finding.files else ""
        if finding.code == "unit_unresolved" and sha256:
            return file_subject(sha256)
        kind = SubjectKind.DUTY if finding.code == "missing_report" else SubjectKind.FINDING
        value = self.figure(finding)
        figure = value if value is not None and kind is SubjectKind.FINDING else None
        return DecisionSubject(
            kind=kind,
            sha256=figure.source.sha256 if figure else sha256,
            anchor=figure.source.anchor if figure else "",
            text=figure.source.text if figure else _what(finding),
            org_unit=finding.org_unit or "",
            period=finding.period or "",
            indicator=finding.indicator or "",
            part=figure.part.value if figure else "",
            code=finding.code,
        )

    def figure(self, finding: Finding) -> DataValue | None:
        """The figure that a finding is about, at the place it names where it names one."""
        place = dict(finding.fields).get("place", "")
        key = (finding.org_unit or "", finding.period or "", finding.indicator or "")
        own = [v for v in self._values.get(key, ()) if v.source.file in finding.files]
        return next((v for v in own if v.source.anchor == place), own[0] if own else None)


def _what(finding: Finding) -> str:
    """What tells findings of one kind in one file apart where none is about a figure that was read."""
    fields = dict(finding.fields)
    return f"{fields['place']} {fields['stated']}" if "place" in fields and "stated" in fields else ""


def decide_values(files: Sequence[ReadFile], decided: Decided) -> tuple[ReadFile, ...]:
    """The files with their values as decided: corrected, moved, confirmed or left out; the source keeps what is
    written."""
    answers = decided.of(SubjectKind.VALUE)
    if not answers:
        return tuple(files)
    return tuple(replace(f, report=replace(f.report, values=tuple(_values(f.report, answers)))) for f in files)


def _values(report: Report, answers: Mapping[DecisionSubject, Decision]) -> Iterable[DataValue]:
    for value in report.values:
        answer = answers.get(value_subject(value))
        if answer is None:
            yield value
        elif answer.verb is not DecisionVerb.DROP:
            yield _as_decided(value, answer)


def _as_decided(value: DataValue, answer: Decision) -> DataValue:
    if answer.verb is DecisionVerb.CORRECT and answer.value is not None:
        return replace(value, value=answer.value, as_read=value.value, decision=answer)
    return replace(
        value,
        org_unit=answer.to or value.org_unit,
        indicator=answer.to_indicator or value.indicator,
        period=Period.parse(answer.to_period) if answer.to_period else value.period,
        decision=answer,
    )


def decide_findings(findings: Iterable[Finding], decided: Decided, subjects: FindingSubjects) -> tuple[Finding, ...]:
    """The findings with the answers they have; a missing report that came by another way is none."""
    told = []
    for finding in findings:
        answer = decided.by_subject.get(subjects.of(finding))
        if answer is None or answer.verb is not DecisionVerb.RECEIVED_ELSEWHERE:
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


def decision_notices(
    decided: Decided, files: Sequence[ReadFile], findings: Iterable[Finding], subjects: FindingSubjects
) -> tuple[Notice, ...]:
    """A notice for each answer that is faulty, and for each decision whose source changed or whose finding is gone:
    neither has an effect."""
    there = {value_subject(v) for f in files for v in f.report.values}
    there |= {file_subject(f.report.sha256) for f in files}
    there |= {subjects.of(f) for f in findings}
    faulty = tuple(
        Notice(
            code="decision_faulty",
            severity=Severity.WARNING,
            files=(problem.where.file or "",),
            note=sentence_of(problem.code),
            fields=tuple(sorted(problem.fields.items())),
        )
        for problem in decided.problems
    )
    return faulty + tuple(_void(one) for one in decided.decisions if one.subject not in there)


def _void(decision: Decision) -> Notice:
    return Notice(
        code="decision_void",
        severity=Severity.WARNING,
        org_unit=decision.subject.org_unit or None,
        period=decision.subject.period or None,
        indicator=decision.subject.indicator or None,
        note="The decision at {place} has no effect: what it was about has changed or is no longer there.",
        fields=(("place", decision.place),),
    )
