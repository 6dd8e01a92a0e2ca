"""Several reports in one file."""

from pathlib import Path

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, Refusal, ReportReader, as_report, read_document, reports_in
from tongket.reading.door import Admitted, admit_bytes

CASE = Path(__file__).parents[1] / "cases" / "own-prose"
REPORT = """UBND HUYỆN SƠN KHÊ
UBND XÃ {name}
Số: {number}/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Khê, ngày 12 tháng 12 năm 2022

BÁO CÁO
Kết quả xây dựng khu vực phòng thủ năm 2022

I. KẾT QUẢ
1. Công tác giao quân đạt {sent}/{sent} công dân.
2. Mở 2 lớp bồi dưỡng kiến thức quốc phòng, an ninh.
II. HẠN CHẾ
Một số cấp ủy chưa chủ động.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Thử
"""
FIRST = REPORT.format(name="YÊN THỦY", number=12, sent=7)
SECOND = REPORT.format(name="NẬM CÁT", number=15, sent=9)


def document(text: str) -> Document:
    admitted = admit_bytes(text.encode(), name="hai-xa.txt")
    assert isinstance(admitted, Admitted)
    read = read_document(admitted)
    assert not isinstance(read, Refusal)
    return read


def reader() -> ReportReader:
    return ReportReader.of(load_pack("nd21").framework, load_hierarchy(CASE / "orgunits.csv", None))


def test_two_reports_in_one_file_are_two() -> None:
    read = as_report(document(FIRST + "\n" + SECOND), reader(), ())
    reports = [read.report, *(f.report for f in read.further)]
    assert [(r.org_unit, r.number) for r in reports] == [("90101", "12/BC-UBND"), ("90102", "15/BC-UBND")]
    assert [{v.value for v in r.values if v.indicator == "E02"} for r in reports] == [{7}, {9}]


def test_one_report_stays_one() -> None:
    whole = document(FIRST)
    assert reports_in(whole) == (whole,)


def test_two_texts_of_one_unit_stay_one() -> None:
    read = as_report(document(FIRST + "\n" + FIRST), reader(), ())
    assert read.further == ()
    assert read.report.org_unit == "90101"


def test_a_file_whose_unit_a_person_named_is_not_divided() -> None:
    both = document(FIRST + "\n" + SECOND)
    assert as_report(both, reader(), ((both.sha256, "90103"),)).report.org_unit == "90103"
