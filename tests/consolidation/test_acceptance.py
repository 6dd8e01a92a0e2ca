"""Which stated figures are accepted, and what figures are of those alone."""

from dataclasses import replace

import pytest

from consolidation.cast import FRAMEWORK, REVIEW, hierarchy, report
from tongket.checks import Finding
from tongket.consolidation import Consolidated, roll_up
from tongket.problems import Severity
from tongket.reports import Decision, DecisionSubject, DecisionVerb, Report, SubjectKind


def answer(verb: DecisionVerb, kind: SubjectKind) -> Decision:
    return Decision(verb=verb, subject=DecisionSubject(kind=kind), by="Lê Văn An", reason="đã đối chiếu")


WAIVED = answer(DecisionVerb.WAIVE, SubjectKind.FINDING)
CONFIRMED = answer(DecisionVerb.CONFIRM, SubjectKind.VALUE)
MISMATCH = Finding(
    code="total_mismatch",
    severity=Severity.ERROR,
    files=("D2-2019.docx",),
    org_unit="D2",
    period="2019",
    indicator="SUM",
)
COPIED = replace(MISMATCH, code="recycled_text", indicator=None)


def rolled(*findings: Finding, second: Report | None = None, accepted_only: bool = False) -> Consolidated:
    reports = [report("D1", "2019", SUM="5", STOCK="1"), second or report("D2", "2019", SUM="7", STOCK="2")]
    return roll_up(
        reports, findings, framework=FRAMEWORK, hierarchy=hierarchy(), review_period=REVIEW, accepted_only=accepted_only
    )


def read_at(sure: float, decision: Decision | None = None) -> Report:
    one = report("D2", "2019", SUM="7", STOCK="2")
    values = (replace(v, source=replace(v.source, confidence=sure), decision=decision) for v in one.values)
    return replace(one, values=tuple(values))


def test_where_nothing_is_left_to_decide_nothing_is_other() -> None:
    assert rolled().provisional == {}


@pytest.mark.parametrize(
    ("findings", "second", "others"),
    [
        ((MISMATCH,), None, {"SUM"}),
        ((COPIED,), None, {"SUM", "STOCK"}),
        ((replace(MISMATCH, decision=WAIVED),), None, set()),
        ((replace(COPIED, severity=Severity.WARNING),), None, set()),
        ((replace(MISMATCH, files=("other.docx",)),), None, set()),
        ((), read_at(0.6, CONFIRMED), set()),
    ],
)
def test_what_waits_for_an_answer(findings: tuple[Finding, ...], second: Report | None, others: set[str]) -> None:
    found = rolled(*findings, second=second)
    assert {code.split("/")[2].split("@")[0] for code in found.provisional} == others
    left = found.provisional.get("1/2019/SUM@as_reported")
    if "SUM" in others:
        assert left is not None
        assert (left.value, left.base.reporters) == (5, ("D1",))
        assert [(one.org_unit, one.reason) for one in left.base.absent if one.org_unit == "D2"] == [
            ("D2", "not_accepted")
        ]
        assert [(one.value.value, one.code) for one in left.excluded] == [(7, "not_accepted")]
    full = {one.code: one for one in found.figures}["1/2019/SUM@as_reported"]
    assert full.value == 12


def test_what_was_read_unsurely_is_in_neither() -> None:
    found = rolled(second=read_at(0.6))
    assert found.provisional == {}
    full = {one.code: one for one in found.figures}["1/2019/SUM@as_reported"]
    assert (full.value, [(one.value.value, one.code) for one in full.excluded]) == (5, [(7, "unsure")])


def test_nothing_is_left_of_a_figure_of_which_no_value_is_accepted() -> None:
    found = rolled(MISMATCH, replace(MISMATCH, org_unit="D1", files=()))
    assert {found.provisional[f"1/{period}/SUM@as_reported"] for period in ("2019", "2019-2021")} == {None}


def test_accepted_only_is_what_was_told_beside_the_full_figures() -> None:
    full, only = rolled(COPIED), rolled(COPIED, accepted_only=True)
    told = {one.code: full.provisional.get(one.code, one) for one in full.figures}
    assert {one.code: one for one in only.figures} == {code: one for code, one in told.items() if one is not None}
    assert only.provisional == {}
