"""What is worth saying beside the faults: figures told twice, even, jumping, stale; children, territory, empty words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from consolidation.cast import CHANGES, FRAMEWORK, REVIEW, SPANS, commune, hierarchy, report, value
from tongket.checks import Checked, Notice, Restated, check
from tongket.checks.emptiness import specificity
from tongket.consolidation import roll_up
from tongket.orgunits import Hierarchy
from tongket.problems import Severity, translate
from tongket.reading import Document, Paragraph, Segment
from tongket.reports import Narrative, NarrativeKind, Report, Source

UNITS = Hierarchy((*SPANS, *(commune(f"C{i}", "D2") for i in range(1, 5))), CHANGES)


def checked(*reports: Report, documents: dict[str, Document] | None = None) -> Checked:
    found = check(
        reports, framework=FRAMEWORK, hierarchy=UNITS, duties=(), review_period=REVIEW, documents=documents
    )  # fmt: skip
    for one in (*found.findings, *found.notices):
        assert "{" not in translate(one.note, "vi", **dict(one.fields))
    return found


def told(code: str, *reports: Report, documents: dict[str, Document] | None = None) -> list[Notice]:
    found = [one for one in checked(*reports, documents=documents).notices if one.code == code]
    assert all(one.severity is Severity.NOTICE for one in found)
    return found


def five_year(org_unit: str, day: str, **years: str) -> Report:
    """A report on 2019 to 2021 with a figure of SUM for each year: ``y2019="5"``."""
    one = report(org_unit, "2019/2021", day=day, file=f"{org_unit}-span")
    values = [value(org_unit, year[1:].replace("_", "/"), "SUM", n, file=one.file) for year, n in years.items()]
    return replace(one, values=tuple(values))


# Restated -------------------------------------------------------------------------------------------------------------


def test_a_later_report_on_several_years_restates_a_year_and_counts() -> None:
    annual, span = report("D1", "2020", SUM="15"), five_year("D1", "2022-03-01", y2020="17", y2019="8")
    (one,) = told("restated", annual, span)
    assert one.files == (span.file, annual.file)
    assert (one.org_unit, one.period, one.indicator) == ("D1", "2020", "SUM")
    assert {"restated": "17", "annual": "15"}.items() <= dict(one.fields).items()


def test_figures_that_agree_up_to_rounding_are_not_restated() -> None:
    assert told("restated", report("D1", "2020", SUM="15.04"), five_year("D1", "2022-03-01", y2020="15.0")) == []


@pytest.mark.parametrize(("rule", "total"), [(Restated.LATER, "17"), (Restated.ANNUAL, "15")])
def test_the_pack_says_which_counts_and_nothing_is_added_twice(rule: Restated, total: str) -> None:
    reports = (report("D1", "2020", SUM="15"), five_year("D1", "2022-03-01", y2020="17"))
    figures = roll_up(
        checked(*reports).current, (), framework=FRAMEWORK, hierarchy=hierarchy(), review_period=REVIEW, restated=rule
    ).figures  # fmt: skip
    assert {f.value for f in figures if f.org_unit == "1" and f.period.code == "2020"} == {Decimal(total)}


def test_a_stated_total_of_years_is_their_sum() -> None:
    years = {"y2019": "5", "y2020": "6", "y2021": "7"}
    assert checked(five_year("D1", "2022-03-01", **years, y2019_2021="18")).findings == ()
    (one,) = checked(five_year("D1", "2022-03-01", **years, y2019_2021="19")).findings
    assert (one.code, dict(one.fields)["sum"]) == ("total_mismatch", "5 + 6 + 7")


# Trends ---------------------------------------------------------------------------------------------------------------


def series(org_unit: str, *numbers: str) -> list[Report]:
    return [report(org_unit, str(2019 + i), SUM=n) for i, n in enumerate(numbers)]


COMMUNES = [*series("C1", "100", "104"), *series("C2", "50", "51"), *series("C3", "80", "84")]


def test_a_jump_is_told_beside_what_the_other_units_did() -> None:
    (one,) = told("jump", *COMMUNES, *series("C4", "60", "246"))
    assert dict(one.fields)["times"] == "4,1"
    assert translate(one.note, "vi", **dict(one.fields)) == (
        "246 gấp 4,1 lần năm trước (60); các đơn vị cùng cấp tăng, giảm từ +2% đến +5%."
    )


def test_where_all_units_move_there_is_no_jump() -> None:
    moved = [*series("C1", "100", "390"), *series("C2", "50", "210"), *series("C3", "80", "300")]
    assert told("jump", *moved, *series("C4", "60", "246")) == []
    assert told("jump", *COMMUNES, *series("C4", "3", "12")) == []


# Even figures ---------------------------------------------------------------------------------------------------------


def test_one_line_for_each_indicator_that_is_too_even() -> None:
    same = [*series("12", "45", "45", "45"), *series("13", "50", "51", "49")]
    (one,) = told("too_even", *same)
    assert (one.indicator, one.org_unit, dict(one.fields)["units"]) == ("SUM", None, "1")
    assert told("too_even", *series("12", "3", "3", "3"), *series("13", "45", "46", "45")) == []


def test_one_hundred_percent_everywhere() -> None:
    units = ("11", "13", "21", "D1", "D2")
    full = [report(unit, year, WHOLE="8/8") for unit in units for year in ("2019", "2020")]
    alive = [one for one in full if (one.org_unit, str(one.period)) != ("11", "2020")]
    (one,) = told("too_even", *alive, report("AG", "2019", WHOLE="4/4"), report("AG", "2020", WHOLE="4/4"))
    assert dict(one.fields)["units"] == "5"
    assert told("too_even", *alive, report("AG", "2019", WHOLE="4/4"), report("AG", "2020", WHOLE="3/4")) == []


# Across levels --------------------------------------------------------------------------------------------------------


def test_children_that_together_exceed_their_parent_are_told() -> None:
    communes = [report(code, "2019", SUM="10") for code in ("11", "12", "13", "14", "16")]
    (one,) = told("crossfoot_children", report("D1", "2019", SUM="35"), *communes)
    assert dict(one.fields) | {"stated": "35", "computed": "50", "count": "5"} == dict(one.fields)
    assert told("crossfoot_children", report("D1", "2019", SUM="55"), *communes) == []
    assert told("crossfoot_children", report("D1", "2019", SUM="35"), *communes[1:]) == []


def test_an_agencys_figure_of_the_province_is_compared_and_never_added() -> None:
    agency = report("AG", "2019")
    agency = replace(agency, values=(value("1", "2019", "SUM", "30", file=agency.file),))
    districts = (report("D1", "2019", SUM="12"), report("D2", "2019", SUM="17"))
    (one,) = told("crossfoot_territory", agency, *districts)
    assert (one.org_unit, dict(one.fields)["computed"]) == ("1", "29")


# Words ----------------------------------------------------------------------------------------------------------------


def document(text: str) -> Document:
    paragraph = Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[1]"),))
    return Document(name="", sha256="", kind="docx", blocks=(paragraph,))


@pytest.mark.parametrize(
    ("text", "stale"),
    [
        ("Tính đến ngày 31/12/2017, toàn huyện có 12 xã đạt chuẩn.", True),
        ("Theo số liệu năm 2016, có 450 hộ nghèo.", True),
        ("Tính đến ngày 30/11/2020, toàn huyện có 12 xã đạt chuẩn.", False),
        ("Tính đến năm 2016 có 12 xã; so với cùng kỳ tăng 2 xã.", False),
    ],
)
def test_a_figure_as_of_a_day_before_the_year_is_stale(text: str, stale: bool) -> None:
    one = report("D1", "2020", SUM="12")
    assert bool(told("stale", one, documents={one.file: document(text)})) is stale


def said(kind: NarrativeKind, text: str) -> Narrative:
    return Narrative(kind=kind, text=text, source=Source(file="", sha256="", anchor="", text=text, reader=""))


def test_how_specific_a_report_is() -> None:
    measure = specificity(
        [
            said(NarrativeKind.RESULT, "Công tác tuyên truyền được quan tâm, đẩy mạnh, chất lượng từng bước nâng cao."),
            said(NarrativeKind.RESULT, "Công tác tuyên truyền được đẩy mạnh, phát hành 12 tin, bài."),
            said(NarrativeKind.LIMITATION, "Việc huy động nguồn lực có lúc chưa kịp thời."),
            said(NarrativeKind.LIMITATION, "Ban Chỉ huy quân sự xã còn thiếu trang bị, cần bổ sung trong năm 2024."),
            said(NarrativeKind.TASK, "Tiếp tục nâng cao chất lượng tổng hợp."),
            said(NarrativeKind.TASK, "Phòng Tài chính trình kế hoạch vốn trước ngày 31/3/2024."),
        ]
    )
    assert (measure.claims, measure.limits, measure.tasks) == (2, 2, 2)
    assert [len(measure.bare), len(measure.open), len(measure.unclear)] == [1, 1, 1]
