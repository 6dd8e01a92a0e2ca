"""The seven codes, each with what sets it off and what does not."""

from dataclasses import replace

import pytest

from consolidation.cast import FRAMEWORK, REVIEW, duty, hierarchy, report, value
from tongket.checks import Checked, Finding, check
from tongket.problems import Problem, translate
from tongket.reading import Refusal
from tongket.reports import Report, ReportDuty


def checked(*reports: Report, duties: tuple[ReportDuty, ...] = (), refusals: tuple[Refusal, ...] = ()) -> Checked:
    return check(reports, refusals, framework=FRAMEWORK, hierarchy=hierarchy(), duties=duties, review_period=REVIEW)


def only(found: Checked, code: str) -> Finding:
    (finding,) = found.findings
    assert finding.code == code
    assert translate(finding.note, "en", **dict(finding.fields))
    assert translate(finding.suggestion, "en", **dict(finding.fields))
    return finding


def test_a_duty_that_nobody_answers_is_missing() -> None:
    finding = only(checked(report("D1", "2019"), duties=(duty("D1", "2019"), duty("D2", "2019"))), "missing_report")
    assert (finding.org_unit, finding.period, finding.files) == ("D2", "2019", ())


def test_duties_outside_the_review_are_not_missing() -> None:
    assert checked(duties=(duty("D1", "2015"),)).findings == ()


def test_a_report_on_five_years_answers_the_duty_of_its_span_only() -> None:
    found = checked(report("D1", "2019/2021"), duties=(duty("D1", "2019/2021"), duty("D1", "2020")))
    assert only(found, "missing_report").period == "2020"


@pytest.mark.parametrize(("day", "late"), [("2019-12-20", False), ("2019-12-21", True), ("2020-01-08", True)])
def test_late_is_a_date_after_the_due_date(day: str, late: bool) -> None:
    found = checked(report("D1", "2019", day=day), duties=(duty("D1", "2019"),))
    assert [one.code for one in found.findings] == (["late_report"] if late else [])


def test_who_corrects_a_timely_report_is_not_late() -> None:
    reports = (report("D1", "2019", file="b", day="2020-01-08"), report("D1", "2019", file="a"))
    assert [one.code for one in checked(*reports, duties=(duty("D1", "2019"),)).findings] == ["duplicate_report"]


def test_versions_are_ordered_by_date_then_number_then_hash() -> None:
    later = report("D1", "2019", file="later", day="2019-12-05")
    ninth, tenth = (replace(report("D1", "2019", file=number), number=number) for number in ("9/BC", "10/BC"))
    other = replace(tenth, file="other", sha256="zz")
    found = checked(later, other, tenth, ninth)
    assert only(found, "duplicate_report").files == ("9/BC", "10/BC", "other", "later")
    assert found.current == (later,)
    assert set(found.attributed) == {later, other, tenth, ninth}


def test_a_refused_file_is_unreadable_and_a_stamped_one_bears_a_secrecy_mark() -> None:
    refusals = tuple(
        Refusal(name=code, sha256="", problem=Problem(code=code)) for code in ("file_damaged", "secrecy_mark")
    )
    found = checked(refusals=refusals).findings
    assert [(one.code, one.files) for one in found] == [
        ("unreadable", ("file_damaged",)),
        ("secrecy_mark", ("secrecy_mark",)),
    ]
    assert all(one.org_unit is None and one.period is None and one.note for one in found)


@pytest.mark.parametrize("org_unit", [None, "14"])
def test_a_unit_that_is_unknown_or_ended_before_is_unresolved(org_unit: str | None) -> None:
    found = checked(replace(report("D1", "2020"), org_unit=org_unit, unit_as_written="Xã Bốn"))
    finding = only(found, "unit_unresolved")
    assert (finding.org_unit, finding.period, finding.files) == (None, "2020", ("D1-2020.docx",))
    assert found.current == ()


def test_the_report_of_an_organisation_in_a_unit_is_told_as_that() -> None:
    problem = Problem(code="unit_of_body", fields={"name": "Hội Phụ nữ xã Bốn", "unit": "xã Bốn", "org_unit": "14"})
    found = checked(
        replace(report("D1", "2020"), org_unit=None, unit_as_written="Hội Phụ nữ xã Bốn", problems=(problem,))
    )
    finding = only(found, "unit_unresolved")
    assert ("organisation or office" in finding.note, "decision" in finding.suggestion) == (True, True)
    assert dict(finding.fields) == {"written": "Hội Phụ nữ xã Bốn", "unit": "xã Bốn"}


def test_a_part_over_its_whole_is_told_once_for_each_figure() -> None:
    one = report("D1", "2019", WHOLE="12/11", SUM="4")
    again = replace(one, values=one.values + report("D1", "2019", WHOLE="12/11").values)
    finding = only(checked(again), "over_100")
    assert (finding.indicator, finding.org_unit, finding.period, finding.files) == (
        "WHOLE",
        "D1",
        "2019",
        ("D1-2019.docx",),
    )
    assert {"numerator": "12", "denominator": "11", "place": "body/p[1]"}.items() <= dict(finding.fields).items()


@pytest.mark.parametrize("figures", [{"PLAN": "12/11"}, {"WHOLE": "11/11"}, {"WHOLE": "110"}])
def test_a_plan_may_be_exceeded_and_a_whole_reached(figures: dict[str, str]) -> None:
    assert checked(report("D1", "2019", **figures)).findings == ()


def test_over_100_looks_at_the_table_where_prose_differs() -> None:
    one = report("D1", "2019", WHOLE="12/11")
    cell = value("D1", "2019", "WHOLE", "10", part="numerator", anchor="body/table[1]/row[2]/cell[3]")
    found = checked(replace(one, values=(*one.values, cell))).findings
    assert [one.code for one in found] == ["prose_table_mismatch"]


def test_an_annex_is_checked_for_its_communes() -> None:
    annex = replace(report("D1", "2019"), values=report("13", "2019", HOMES="7/5").values)
    assert only(checked(annex), "over_100").org_unit == "13"


def test_what_is_left_out_is_told() -> None:
    reports = (report("D1", "2015"), report("D1", None, file="when"), report("AG", "2019"))
    undated = replace(report("D2", "2020"), document_date=None)
    found = checked(*reports, undated, duties=(duty("D2", "2020"),))
    assert [(one.code, one.files[0]) for one in found.notices] == [
        ("outside_review", "D1-2015.docx"),
        ("period_unknown", "when"),
        ("no_duty", "AG-2019.docx"),
        ("undated_report", "D2-2020.docx"),
    ]
    assert [one.org_unit for one in found.current] == ["AG", "D2"]


def test_dates_stand_in_sentences_as_people_write_them() -> None:
    finding = only(checked(report("D1", "2019", day="2020-01-08"), duties=(duty("D1", "2019"),)), "late_report")
    text = translate(finding.note, "en", **dict(finding.fields))
    assert text == "The report is dated 08/01/2020; it was due on 20/12/2019."
