"""A township that bears its district's name, in a table of the district's communes."""

from pathlib import Path

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, read_document
from tongket.reading.door import Admitted, admit_bytes

CASE = Path(__file__).parents[1] / "cases" / "ca-mau"
REPORT = """<p>ỦY BAN NHÂN DÂN</p><p>HUYỆN CÁI NƯỚC</p><p>Số: 12/BC-UBND</p><p>Cái Nước, ngày 10 tháng 12 năm 2022</p>
<p>BÁO CÁO</p><p>Kết quả thực hiện nhiệm vụ khu vực phòng thủ năm 2022</p>
<table><tr><td>TT</td><td>Đơn vị</td><td>Ngày công giúp dân (ngày công)</td></tr>
<tr><td>1</td><td>{}</td><td>120</td></tr><tr><td>2</td><td>Thạnh Phú</td><td>80</td></tr>
<tr><td>3</td><td>Phú Hưng</td><td>60</td></tr></table>"""


def told(name: str) -> dict[str, int]:
    reader = ReportReader.of(load_pack("nd21").framework, load_hierarchy(CASE / "orgunits.csv", CASE / "changes.csv"))
    admitted = admit_bytes(REPORT.format(name).encode(), name="a.html")
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document)
    return {value.org_unit: int(value.value) for value in reader.read(document).values}


def test_the_bare_name_is_the_township() -> None:
    assert told("Cái Nước") == told("Thị trấn Cái Nước") == {"32128": 120, "32130": 80, "32134": 60}


def test_the_district_by_its_kind_is_no_commune() -> None:
    assert "32128" not in told("Huyện Cái Nước")
