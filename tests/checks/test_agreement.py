"""Figures that do not agree: with each other, with other years and units, and wording that is not a report's own."""

from array import array
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consolidation.cast import FRAMEWORK, REVIEW, hierarchy, report, value
from tongket.checks import Finding, check
from tongket.checks.rounding import agrees, rounds
from tongket.problems import translate
from tongket.reports import Report

CELL = "body/table[1]/row[2]/cell[3]"


def found(*reports: Report) -> list[Finding]:
    findings = check(
        reports, framework=FRAMEWORK, hierarchy=hierarchy(), duties=(), review_period=REVIEW
    ).findings  # fmt: skip
    assert all(translate(f.note, "vi", **dict(f.fields)) for f in findings)
    assert all(translate(f.suggestion, "vi", **dict(f.fields)) for f in findings)
    return list(findings)


def with_percent(stated: str, *, anchor: str = "body/p[1]") -> Report:
    one = report("D1", "2019", WHOLE="8/11")
    return replace(one, values=(*one.values, value("D1", "2019", "WHOLE", stated, anchor=anchor)))


@pytest.mark.parametrize(("stated", "wrong"), [("72.73", False), ("72.7", False), ("73", False), ("75", True)])
def test_a_percentage_follows_from_its_numbers_up_to_rounding(stated: str, wrong: bool) -> None:
    assert [f.code for f in found(with_percent(stated))] == (["percent_mismatch"] if wrong else [])


def test_a_percentage_without_numbers_beside_it_is_not_judged() -> None:
    assert found(with_percent("75", anchor=CELL)) == []


def test_text_may_round_the_table_and_not_contradict_it() -> None:
    def both(prose: str, cell: str) -> list[str]:
        one = report("D1", "2019", SUM=prose)
        return [
            f.code for f in found(replace(one, values=(*one.values, value("D1", "2019", "SUM", cell, anchor=CELL))))
        ]

    assert both("280", "280") == both("1200", "1234") == both("95.2", "95.24") == []
    assert both("208", "280") == both("43", "40") == both("10", "12") == ["prose_table_mismatch"]


def test_a_lost_decimal_mark_is_out_of_line_with_the_other_years() -> None:
    reports = [report("D1", y, SUM=n) for y, n in (("2019", "1390"), ("2020", "14.1"), ("2021", "13.5"))]
    (finding,) = found(*reports)
    assert (finding.code, finding.period, dict(finding.fields)["proposed"]) == ("outlier", "2019", "13,9")


def test_a_year_in_which_every_unit_jumps_is_no_slip() -> None:
    units = ("D1", "D2", "AG")
    reports = [report(u, y, SUM=n) for u in units for y, n in (("2019", "10"), ("2020", "100"), ("2021", "11"))]
    assert found(*reports) == []


def test_two_years_are_too_few_to_tell() -> None:
    assert found(report("D1", "2019", SUM="10"), report("D1", "2020", SUM="100")) == []


def printed(*runs: int) -> bytes:
    """A fingerprint of these runs, spread as those of words are."""
    return array("q", sorted((run * 0x9E3779B97F4A7C15) % 2**63 for run in runs)).tobytes()


def test_wording_that_comes_again_is_told_of_the_later_report_once() -> None:
    own = range(100)
    first = replace(report("D1", "2019"), fingerprint=printed(*own))
    copy = replace(report("D1", "2020"), fingerprint=printed(*own[:95], *range(1000, 1005)))
    other = replace(report("D2", "2020"), fingerprint=printed(*range(2000, 2100)))
    (finding,) = found(first, copy, other)
    assert (finding.code, finding.files, finding.period) == (
        "recycled_text",
        ("D1-2020.docx", "D1-2019.docx"),
        "2020",
    )


def test_formal_passages_and_versions_of_one_report_are_no_copies() -> None:
    formal = printed(*range(100))
    places = [(u, y) for u in ("D1", "D2", "AG") for y in ("2019", "2020", "2021")]
    assert found(*(replace(report(u, y), fingerprint=formal) for u, y in places)) == []
    versions = [
        replace(report("D1", "2019", file=f, day=d), fingerprint=formal)
        for f, d in (("a", "2019-12-01"), ("b", "2019-12-02"))
    ]
    assert [f.code for f in found(*versions)] == ["duplicate_report"]


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_rounded_quotient_always_agrees(numerator: int, denominator: int, digits: int) -> None:
    stated = round(100 * Decimal(numerator) / Decimal(denominator), digits)
    assert agrees(stated, Decimal(numerator), Decimal(denominator))


@given(st.decimals(0, 10**6, places=2), st.integers(0, 2))
def test_a_number_rounds_itself(number: Decimal, digits: int) -> None:
    assert rounds(number, number)
    assert rounds(number.quantize(Decimal(1).scaleb(-digits)) if digits else number, number)
