"""The rules of the roll-up, one by one, on a small province."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from consolidation.cast import FRAMEWORK, REVIEW, duty, hierarchy, report, value
from tongket.checks import Finding
from tongket.consolidation import Absence, Figure, roll_up, with_excluded
from tongket.problems import Severity
from tongket.reports import Decision, DecisionSubject, DecisionVerb, Report, ReportDuty, Silence, SubjectKind

SUBJECT = DecisionSubject(kind=SubjectKind.VALUE)


def figures(
    *reports: Report, findings: tuple[Finding, ...] = (), duties: tuple[ReportDuty, ...] = (), unknown: bool = False
) -> dict[str, Figure]:
    found = roll_up(
        reports,
        findings,
        framework=FRAMEWORK,
        hierarchy=hierarchy(unknown=unknown),
        review_period=REVIEW,
        duties=duties,
    ).figures
    return {figure.code: figure for figure in found}


def excluding(code: str, org_unit: str, period: str, indicator: str, *files: str) -> Finding:
    return Finding(
        code=code, severity=Severity.ERROR, files=files, org_unit=org_unit, period=period, indicator=indicator
    )


def numbers(figure: Figure) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    return figure.value, figure.numerator, figure.denominator


def test_nothing_stated_is_no_figure() -> None:
    assert figures() == {}
    assert figures(report("D1", "2019")) == {}


def test_a_province_adds_its_districts_and_agencies_and_no_commune() -> None:
    found = figures(report("D1", "2019", SUM="5"), report("AG", "2019", SUM="2"), report("11", "2019", SUM="100"))
    figure = found["1/2019/SUM@as_reported"]
    assert figure.value == 7
    assert [(one.org_unit, one.share) for one in figure.expression] == [("D1", 1), ("AG", 1)]
    assert found["1/2019/SUM@current"].value == 7
    assert "D1/2019/SUM@as_reported" not in found


def test_what_the_province_states_itself_is_not_added() -> None:
    assert figures(report("1", "2019", SUM="50"), report("D1", "2019", SUM="5"))["1/2019/SUM@as_reported"].value == 5


def test_a_ratio_adds_numerators_and_denominators() -> None:
    found = figures(report("D1", "2019", WHOLE="1/2"), report("D2", "2019", WHOLE="3/10"))
    value, above, below = numbers(found["1/2019/WHOLE@as_reported"])
    assert (above, below) == (4, 12)
    assert value is not None
    assert round(value, 6) == Decimal("33.333333")


def test_a_ratio_of_nothing_has_no_value() -> None:
    assert numbers(figures(report("D1", "2019", WHOLE="0/0"))["1/2019/WHOLE@as_reported"]) == (None, 0, 0)


def test_a_bare_percentage_takes_no_part() -> None:
    figure = figures(report("D1", "2019", WHOLE="1/2"), report("D2", "2019", WHOLE="80"))["1/2019/WHOLE@as_reported"]
    assert (figure.numerator, figure.denominator) == (1, 2)
    assert figure.base.absent[-1] == Absence(org_unit="D2", reason="incomplete", periods=("2019",))
    assert [(one.code, one.value.value) for one in figure.excluded] == [("incomplete", 80)]


def with_sureness(one: Report, sure: float, decision: Decision | None = None) -> Report:
    return replace(
        one,
        values=tuple(replace(v, source=replace(v.source, confidence=sure), decision=decision) for v in one.values),
    )


def test_what_was_read_unsurely_waits_for_a_person() -> None:
    sure, doubtful = report("D1", "2019", SUM="5"), with_sureness(report("D2", "2019", SUM="70"), 0.89)
    figure = figures(sure, doubtful)["1/2019/SUM@as_reported"]
    assert figure.value == 5
    assert Absence(org_unit="D2", reason="unsure", periods=("2019",)) in figure.base.absent
    assert [(one.code, one.value.value) for one in figure.excluded] == [("unsure", 70)]
    said = with_excluded(figure, FRAMEWORK["SUM"])
    assert said is not None
    assert said.value == 75
    confirmed = with_sureness(
        doubtful, 0.89, Decision(subject=SUBJECT, verb=DecisionVerb.CONFIRM, by="A", reason="đúng")
    )
    assert figures(sure, confirmed)["1/2019/SUM@as_reported"].value == 75


def test_a_sure_figure_counts_before_a_later_unsure_one() -> None:
    annual = report("D1", "2019", SUM="5")
    later = with_sureness(replace(report("D1", "2019", SUM="50", file="b.docx"), document_date=date(2020, 3, 1)), 0.4)
    assert figures(annual, later)["1/2019/SUM@as_reported"].value == 5


def test_a_rate_is_not_rolled_up() -> None:
    assert figures(report("D1", "2019", RATE="7.5")) == {}


def test_a_peak_is_the_largest() -> None:
    found = figures(report("D1", "2019", PEAK="5"), report("D2", "2019", PEAK="9"), report("D1", "2020", PEAK="7"))
    assert [found[f"1/{year}/PEAK@current"].value for year in ("2019", "2020", "2019-2021")] == [9, 7, 9]


def test_a_span_adds_years_or_takes_the_latest_stated() -> None:
    found = figures(
        report("D1", "2019", SUM="5", STOCK="5", PLAN="1/2", WHOLE="1/2"),
        report("D1", "2020", SUM="4", STOCK="4", PLAN="5/4", WHOLE="4/4"),
    )
    assert found["1/2019-2021/SUM@as_reported"].value == 9
    assert found["1/2019-2021/STOCK@as_reported"].value == 4
    assert found["1/2019-2021/STOCK@as_reported"].as_of == report("D1", "2020").period
    assert numbers(found["1/2019-2021/PLAN@as_reported"]) == (100, 6, 6)
    assert numbers(found["1/2019-2021/WHOLE@as_reported"]) == (100, 4, 4)
    assert [one.period.code for one in found["1/2019-2021/SUM@as_reported"].expression] == ["2019", "2020"]


def test_periods_outside_the_review_and_stated_totals_of_a_span_are_no_part() -> None:
    totals = report("D1", "2019/2021", SUM="1000")
    found = figures(totals, report("D1", "2019", SUM="5"), report("D1", "2015", SUM="7"))
    assert found["1/2019-2021/SUM@as_reported"].value == 5


def test_half_years_have_figures_of_their_own_and_enter_no_year() -> None:
    half = replace(report("D1", "2019"), values=(value("D1", "2019H1", "SUM", "3"),))
    found = figures(half)
    assert set(found) == {"1/2019H1/SUM@as_reported", "1/2019H1/SUM@current"}


def test_communes_report_to_their_district_and_to_the_province_only_where_every_district_has_some() -> None:
    district = (report("11", "2019", HOMES="1/10"), report("13", "2019", HOMES="2/10"))
    found = figures(*district)
    assert numbers(found["D1/2019/HOMES@as_reported"]) == (15, 3, 20)
    assert "1/2019/HOMES@as_reported" not in found
    both = figures(*district, report("21", "2019", HOMES="7/20"))
    assert numbers(both["1/2019/HOMES@as_reported"]) == (25, 10, 40)
    assert numbers(both["1/2019/HOMES@current"]) == (25, 10, 40)


def test_a_district_that_states_it_stands_for_its_communes() -> None:
    found = figures(
        report("D1", "2019", HOMES="5/50"), report("11", "2019", HOMES="1/10"), report("21", "2019", HOMES="5/50")
    )
    assert numbers(found["1/2019/HOMES@as_reported"]) == (10, 10, 100)
    assert found["1/2019/HOMES@as_reported"].base.reporters == ("21", "D1")
    assert found["1/2019/HOMES@as_reported"].base.full
    assert numbers(found["D1/2019/HOMES@as_reported"]) == (10, 1, 10)


def test_a_merged_unit_has_a_figure_only_where_all_predecessors_state_it() -> None:
    found = figures(report("11", "2019", SUM="5", STOCK="1"), report("12", "2019", SUM="2"))
    assert set(found) == {"12/2019/SUM@current"}
    assert found["12/2019/SUM@current"].value == 7
    assert found["12/2019/SUM@current"].base.reporters == ("11", "12")


def test_parts_of_a_divided_unit_are_exact() -> None:
    found = figures(report("13", "2019", WHOLE="1/3"), report("14", "2019", WHOLE="1/2", SUM="10"))
    assert numbers(found["13/2019/WHOLE@current"])[1:] == (Decimal("1.25"), Decimal("3.5"))
    assert found["15/2019/SUM@current"].value == Decimal("7.5")
    assert [one.share for one in found["15/2019/SUM@current"].expression] == [Fraction(3, 4)]


def test_an_unknown_share_makes_no_figure_but_the_district_keeps_it() -> None:
    reports = [report(code, "2019", HOMES="1/10") for code in ("11", "12", "13", "14", "16")]
    found = figures(*reports, unknown=True)
    assert set(found) == {"D1/2019/HOMES@as_reported", "D1/2019/HOMES@current", "15/2019/HOMES@current"}
    assert found["D1/2019/HOMES@current"].denominator == 50


def test_after_the_change_a_unit_is_no_roll_up_of_itself() -> None:
    assert figures(report("12", "2020", SUM="5")) == {}


def test_excluded_values_stand_beside_the_figure() -> None:
    reports = (report("D1", "2019", WHOLE="12/11"), report("D2", "2019", WHOLE="1/2"))
    figure = figures(*reports, findings=(excluding("over_100", "D1", "2019", "WHOLE", "D1-2019.docx"),))[
        "1/2019/WHOLE@as_reported"
    ]
    assert numbers(figure) == (50, 1, 2)
    assert [(one.code, one.value.value) for one in figure.excluded] == [("over_100", 12), ("over_100", 11)]
    assert Absence(org_unit="D1", reason="over_100", periods=("2019",)) in figure.base.absent


def test_a_finding_on_another_file_or_of_another_code_excludes_nothing() -> None:
    one = report("D1", "2019", SUM="5")
    for finding in (
        excluding("outlier", "D1", "2019", "SUM", "other.docx"),
        excluding("total_mismatch", "D1", "2019", "SUM", "D1-2019.docx"),
    ):
        assert figures(one, findings=(finding,))["1/2019/SUM@as_reported"].value == 5


def test_a_number_beyond_reason_breaks_nothing() -> None:
    figure = figures(report("D1", "2019", SUM="9" * 30), report("D2", "2019", SUM="0.1"))["1/2019/SUM@as_reported"]
    assert figure.value == Decimal("0.1")
    assert [one.code for one in figure.excluded] == ["out_of_range"]


def test_the_communes_own_report_goes_before_an_annex_and_the_table_before_prose() -> None:
    annex = replace(report("D1", "2019"), values=(value("13", "2019", "SUM", "9"), value("14", "2019", "SUM", "4")))
    cell = value("13", "2019", "SUM", "6", anchor="Bieu 1!C12")
    own = replace(report("13", "2019", SUM="5"), values=(value("13", "2019", "SUM", "5"), cell))
    assert figures(annex, own)["13/2019/SUM@current"].value == 7


def test_of_an_annual_and_a_five_year_report_the_later_counts() -> None:
    five = replace(report("D1", "2019/2021", day="2021-12-01"), values=(value("D1", "2019", "SUM", "8"),))
    assert figures(report("D1", "2019", SUM="5"), five)["1/2019/SUM@as_reported"].value == 8
    assert figures(report("D1", "2019", day="2022-01-05", SUM="5"), five)["1/2019/SUM@as_reported"].value == 5
    assert figures(five)["1/2019/SUM@as_reported"].value == 8


def test_the_base_names_who_owes_who_states_and_why_others_do_not() -> None:
    silent = Silence(
        org_unit="AG", period=report("AG", "2019").period or REVIEW, indicator="SUM", state="not_applicable", why=""
    )
    duties = (duty("D1", "2019"), duty("D2", "2019"), duty("AG", "2019"))
    agency = replace(report("AG", "2019"), silences=(silent,))
    base = figures(report("D1", "2019", SUM="5"), agency, duties=duties)["1/2019/SUM@as_reported"].base
    assert (base.reporters, base.expected, base.full) == (("D1",), ("AG", "D1", "D2"), False)
    assert [(one.org_unit, one.reason) for one in base.absent] == [("AG", "not_applicable"), ("D2", "no_report")]
    full = figures(report("D1", "2019", SUM="5"), duties=duties[:1])["1/2019/SUM@as_reported"].base
    assert full.full
    assert full.expected == ("D1",)


def test_the_base_of_a_span_tells_the_years_with_holes() -> None:
    duties = (duty("D1", "2019"), duty("D1", "2020"), duty("D2", "2019"), duty("D2", "2020"))
    reports = (report("D1", "2019", SUM="5"), report("D1", "2020"), report("D2", "2019", SUM="1"))
    base = figures(*reports, duties=duties)["1/2019-2021/SUM@as_reported"].base
    assert base.reporters == ("D1", "D2")
    assert base.absent == (
        Absence(org_unit="D1", reason="not_stated", periods=("2020",)),
        Absence(org_unit="D2", reason="no_report", periods=("2020",)),
    )


def test_the_same_input_in_another_order_gives_the_same_figures() -> None:
    reports = [report(code, "2019", SUM="0.1", WHOLE="1/3") for code in ("D1", "D2", "AG", "11", "12", "13", "14")]
    assert [(one.code, numbers(one), one.base) for one in figures(*reports).values()] == [
        (one.code, numbers(one), one.base) for one in figures(*reversed(reports)).values()
    ]
