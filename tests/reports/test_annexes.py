"""A report and the annex that was sent apart from it are one report."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tongket.framework import Part
from tongket.periods import Period
from tongket.reports import DataValue, Report, Source, that_count, versions, whole_reports

REPORT = Report(
    file="bao-cao.docx", sha256="a", org_unit="901", period=Period.parse("2022"), number="88/BC-UBND",
    document_date=date(2022, 12, 10),
)  # fmt: skip
ANNEX = replace(REPORT, file="phu-luc.xlsx", sha256="b", number="", document_date=None, annex_to="88/BC-UBND")


def counted(*reports: Report) -> list[str]:
    (group,) = versions(reports).values()
    return [one.file for one in that_count(group)]


def test_an_annex_counts_beside_its_report() -> None:
    assert counted(ANNEX, REPORT) == ["bao-cao.docx", "phu-luc.xlsx"]


def test_an_annex_that_names_no_report_counts_too() -> None:
    assert counted(REPORT, replace(ANNEX, annex_to="")) == ["bao-cao.docx", "phu-luc.xlsx"]


def test_the_annex_of_an_older_version_does_not_count() -> None:
    newer = replace(REPORT, file="thay-the.docx", sha256="c", number="95/BC-UBND", document_date=date(2022, 12, 20))
    assert counted(REPORT, newer, ANNEX) == ["thay-the.docx"]


def test_annexes_alone_stand_for_the_report() -> None:
    other = replace(ANNEX, file="phu-luc-2.xlsx", sha256="d")
    assert sorted(counted(ANNEX, other)) == ["phu-luc-2.xlsx", "phu-luc.xlsx"]


def test_only_reports_are_versions() -> None:
    (group,) = versions([ANNEX, REPORT]).values()
    assert [one.file for one in whole_reports(group)] == ["bao-cao.docx"]


def test_the_signed_scan_of_a_report_is_no_second_version() -> None:
    scan = replace(REPORT, file="ban-ky.pdf", sha256="e", recognised=True)
    (group,) = versions([REPORT, scan]).values()
    assert [one.file for one in whole_reports(group)] == ["bao-cao.docx"]
    assert counted(scan) == ["ban-ky.pdf"]


def with_figure(report: Report, value: str) -> Report:
    source = Source(file=report.file, sha256=report.sha256, anchor="body/p[9]", text=value, reader="1", confidence=1.0)
    figure = DataValue(
        org_unit="901", period=Period.parse("2022"), indicator="A01", part=Part.VALUE, value=Decimal(value),
        unit_of_measure="văn bản", source=source,
    )  # fmt: skip
    return replace(report, values=(figure,))


@pytest.mark.parametrize(("stated", "files"), [("12", ["bao-cao.docx"]), ("13", ["bao-cao.docx", "ban-ky-so.pdf"])])
def test_a_copy_signed_digitally_is_no_second_version_unless_it_states_something_else(
    stated: str, files: list[str]
) -> None:
    signed = with_figure(replace(REPORT, file="ban-ky-so.pdf", sha256="f", signed=True), stated)
    (group,) = versions([with_figure(REPORT, "12"), signed]).values()
    assert [one.file for one in whole_reports(group)] == files
    assert counted(signed) == ["ban-ky-so.pdf"]
