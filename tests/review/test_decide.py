"""Decisions on single figures, files and points, applied and void."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.checks import Finding
from tongket.framework import Part
from tongket.orgunits import Hierarchy
from tongket.packs import load_pack
from tongket.periods import Period
from tongket.problems import Problem, Severity
from tongket.reading import Document, ReadFile, Refusal
from tongket.reports import DataValue, Decision, DecisionSubject, DecisionVerb, Report, Source, SubjectKind
from tongket.review.decide import (
    Decided,
    FindingSubjects,
    decide_findings,
    decide_values,
    decision_notices,
    on_its_figure,
    value_subject,
)
from tongket.review.targets import resolved

SOURCE = Source(file="a.docx", sha256="aa", anchor="body/p[1]:5-8", text="208", reader="1", confidence=0.6)
VALUE = DataValue(
    org_unit="062", period=Period.parse("2022"), indicator="M02C", part=Part.VALUE, value=Decimal(208),
    unit_of_measure="người", source=SOURCE,
)  # fmt: skip
TWIN = replace(VALUE, source=replace(SOURCE, anchor="body/table[1]/row[2]/cell[3]", text="280"), value=Decimal(280))
REPORT = Report(file="a.docx", sha256="aa", org_unit="062", period=Period.parse("2022"), values=(VALUE, TWIN))
OUTLIER = Finding(
    code="outlier", severity=Severity.ERROR, files=("a.docx",), org_unit="062", period="2022", indicator="M02C",
    fields=(("place", TWIN.source.anchor),),
)  # fmt: skip


def read_file(report: Report = REPORT) -> ReadFile:
    return ReadFile(document=Document(name="a.docx", sha256="aa", kind="docx", blocks=()), report=report)


def decision(verb: DecisionVerb, subject: DecisionSubject, **more: object) -> Decision:
    return Decision(verb=verb, subject=subject, by="Người Giả Định", reason="vì", **more)  # type: ignore[arg-type]


def decide(*decisions: Decision) -> tuple[DataValue, ...]:
    (file,) = decide_values([read_file()], Decided(decisions=decisions))
    return file.report.values


def test_a_correction_changes_the_number_and_keeps_both_what_was_written_and_what_was_read() -> None:
    one, other = decide(decision(DecisionVerb.CORRECT, value_subject(VALUE), value=Decimal(280)))
    assert (one.value, one.as_read, one.source.text) == (280, 208, "208")
    assert other is TWIN


def test_a_figure_that_is_none_is_left_out() -> None:
    assert decide(decision(DecisionVerb.DROP, value_subject(VALUE))) == (TWIN,)


def test_a_figure_can_be_moved_to_another_unit_indicator_and_period() -> None:
    moved = decision(DecisionVerb.REASSIGN, value_subject(VALUE), to="063", to_indicator="M02B", to_period="2021")
    one = decide(moved)[0]
    assert (one.org_unit, one.indicator, str(one.period), one.value) == ("063", "M02B", "2021", 208)
    assert value_subject(one) == value_subject(VALUE), "in the next workbook it is known as what was read"


def test_a_confirmed_figure_stays_and_shows_who_confirmed_it() -> None:
    one = decide(decision(DecisionVerb.CONFIRM, value_subject(VALUE)))[0]
    assert (one.value, one.decision and one.decision.by) == (208, "Người Giả Định")


@pytest.mark.parametrize("changed", [{"sha256": "bb"}, {"text": "209"}, {"anchor": "body/p[2]:5-8"}])
def test_a_decision_is_void_when_its_source_changed(changed: dict[str, str]) -> None:
    void = decision(DecisionVerb.DROP, replace(value_subject(VALUE), **changed), place="sổ!J4")  # type: ignore[arg-type]
    assert decide(void) == (VALUE, TWIN)
    subjects = FindingSubjects([REPORT], [])
    (notice,) = decision_notices(Decided(decisions=(void,)), [read_file()], [], subjects)
    assert (notice.code, dict(notice.fields)["place"]) == ("decision_void", "sổ!J4")
    kept = decision(DecisionVerb.DROP, value_subject(VALUE))
    assert decision_notices(Decided(decisions=(kept,)), [read_file()], [], subjects) == ()


def test_a_point_is_tied_to_the_figure_at_its_place_and_correcting_it_corrects_the_figure() -> None:
    subject = FindingSubjects([REPORT], []).of(OUTLIER)
    assert (subject.kind, subject.anchor, subject.text) == (SubjectKind.FINDING, TWIN.source.anchor, "280")
    corrected = on_its_figure(decision(DecisionVerb.CORRECT, subject, value=Decimal(28)))
    assert [v.value for v in decide(corrected)] == [208, 28]


@pytest.mark.parametrize(
    ("verb", "waived"),
    [(DecisionVerb.WAIVE, True), (DecisionVerb.CONFIRM, True), (DecisionVerb.ACCEPT, False)],
)
def test_a_waived_point_and_one_whose_figure_is_right_do_not_count(verb: DecisionVerb, waived: bool) -> None:
    subjects = FindingSubjects([REPORT], [])
    decided = Decided(decisions=(decision(verb, subjects.of(OUTLIER)),))
    (one,) = decide_findings([OUTLIER], decided, subjects)
    assert (one.waived, one.decision and one.decision.reason) == (waived, "vì")


def test_two_unreadable_files_are_two_things_to_decide() -> None:
    refusals = [Refusal(name=name, sha256=name, problem=Problem(code="reader_failed")) for name in ("x.pdf", "y.pdf")]
    subjects = FindingSubjects([], refusals)
    found = [Finding(code="unreadable", severity=Severity.ERROR, files=(r.name,)) for r in refusals]
    assert len({subjects.of(f) for f in found}) == 2


def test_a_file_of_no_known_unit_is_decided_by_its_hash() -> None:
    finding = Finding(code="unit_unresolved", severity=Severity.ERROR, files=("a.docx",), period="2022")
    subject = FindingSubjects([REPORT], []).of(finding)
    assert (subject.kind, subject.sha256) == (SubjectKind.FILE, "aa")


def test_an_answer_that_names_nothing_known_is_told_with_its_place() -> None:
    framework, hierarchy = load_pack("nd21").framework, Hierarchy(())
    moved = decision(DecisionVerb.REASSIGN, value_subject(VALUE), to="a01; 2021", place="sổ!J4")
    told = resolved(moved, framework, hierarchy)
    assert isinstance(told, Decision)
    assert (told.to, told.to_indicator, told.to_period) == ("", "A01", "2021")
    wrong = resolved(replace(moved, to="A01; Huyện Không Có"), framework, hierarchy)
    assert isinstance(wrong, Problem)
    assert (wrong.where.file, wrong.fields["value"]) == ("sổ!J4", "Huyện Không Có")
    of_file = replace(moved, subject=DecisionSubject(kind=SubjectKind.FILE, sha256="aa"), to="A01")
    assert isinstance(resolved(of_file, framework, hierarchy), Problem)


def test_a_faulty_answer_is_a_notice_and_stops_nothing() -> None:
    decided = Decided(problems=(Problem(code="decisions.by"),))
    (notice,) = decision_notices(decided, [], [], FindingSubjects([], []))
    assert notice.code == "decision_faulty"
