"""Whose report a document is, and of when, by its first lines in the house styles of many offices."""

import re
from pathlib import Path

import pytest

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, read_document
from tongket.reading.door import Admitted, admit_bytes

CASE = Path(__file__).parents[1] / "cases" / "own-prose"
HEADS = re.findall(r"^=== (\S+) (\S+)\n(.*?)(?=^===|\Z)", (CASE / "heads.txt").read_text(encoding="utf-8"), re.S | re.M)
BODY = "\nI. KẾT QUẢ\n1. Công tác giao quân đạt 45/45 công dân.\n"


@pytest.fixture(scope="module")
def reader() -> ReportReader:
    return ReportReader.of(load_pack("nd21").framework, load_hierarchy(CASE / "orgunits.csv", None))


@pytest.mark.parametrize(("org_unit", "period", "head"), HEADS)
def test_the_first_lines_tell_whose_report_it_is_and_of_when(
    reader: ReportReader, org_unit: str, period: str, head: str
) -> None:
    admitted = admit_bytes((head + BODY).encode(), name="bao-cao.txt")
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document)
    report = reader.read(document)
    assert (report.org_unit, str(report.period)) == (org_unit, period)


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("HỘI LHPN HUYỆN SƠN KHÊ\nHỘI LIÊN HIỆP PHỤ NỮ XÃ YÊN THỦY\nSố: 12/BC-BTV", "xã Yên Thủy"),
        ("HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TỈNH THANH GIANG\nSố: 7/BC-BTV", "tỉnh Thanh Giang"),
        ("HUYỆN ĐOÀN SƠN KHÊ\nBCH ĐOÀN XÃ NẬM CÁT\nSố: 12-BC/ĐTN", "xã Nậm Cát"),
        ("UBND HUYỆN SƠN KHÊ\nVĂN PHÒNG HĐND-UBND HUYỆN SƠN KHÊ\nSố: 45/BC-VP", "huyện Sơn Khê"),
        ("UBND HUYỆN SƠN KHÊ\nPHÒNG TÀI CHÍNH - KẾ HOẠCH\nSố: 31/BC-TCKH", "huyện Sơn Khê"),
    ],
)
def test_an_organisation_or_office_in_a_unit_does_not_report_for_it_and_is_named(
    reader: ReportReader, head: str, unit: str
) -> None:
    admitted = admit_bytes(f"{head}\n\nBÁO CÁO\nKết quả năm 2022\n{BODY}".encode(), name="bao-cao.txt")
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document)
    report = reader.read(document)
    assert (report.org_unit, report.values) == (None, ())
    assert [(p.code, p.fields["unit"]) for p in report.problems] == [("unit_of_body", unit)]
