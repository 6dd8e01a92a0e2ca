"""What printing does to tables: a title broken over two lines, a number broken in a narrow cell."""

from pathlib import Path

import pytest

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Cell, Document, Paragraph, ReportReader, Segment, Table
from tongket.reading.formats.pdf_rows import whole_number

CASE = Path(__file__).parents[1] / "cases" / "own-tables"
READER = ReportReader.of(load_pack("nd21").framework, load_hierarchy(CASE / "orgunits.csv"))
HEAD = (
    "UBND HUYỆN VĨNH SA", "Số: 120/BC-UBND", "Vĩnh Sa, ngày 25 tháng 12 năm 2022", "BÁO CÁO",
    "Kết quả khu vực phòng thủ năm 2022", "I. KẾT QUẢ",
)  # fmt: skip
ROWS = (("TT", "Xã", "Năm 2022"), ("1", "Vĩnh Hạnh", "2"), ("2", "Sa Phìn", "1"), ("3", "Trà Vông", "3"))


def line(text: str, number: int, *, bold: bool = False) -> Paragraph:
    anchor = f"page[1]/line[{number}]"
    return Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor=anchor),), bold=bold)


def told(*titles: str, gap: int = 1) -> dict[str | None, int]:
    cells = [
        Cell(text=text, anchor=f"page[1]/table[1]/row[{r + 1}]/cell[{c + 1}]", row=r, column=c)
        for r, row in enumerate(ROWS)
        for c, text in enumerate(row)
    ]
    head = [line(text, n) for n, text in enumerate(HEAD, 1)]
    above = [line(text, 10 + n * gap, bold=True) for n, text in enumerate(titles)]
    table = Table(anchor="page[1]/table[1]", cells=tuple(cells), rows=len(ROWS), columns=3, page=1)
    document = Document(name="a.pdf", sha256="0" * 64, kind="pdf", blocks=(*head, *above, table))
    return {v.org_unit: int(v.value) for v in READER.read(document).values if v.indicator == "M01"}


@pytest.mark.parametrize(
    "titles",
    [
        ("SỐ LỚP BỒI DƯỠNG KIẾN THỨC QUỐC PHÒNG VÀ AN", "NINH THEO XÃ"),
        ("Phụ lục 1: SỐ LỚP BỒI DƯỠNG KIẾN THỨC QUỐC PHÒNG VÀ AN", "NINH CỦA CÁC XÃ NĂM 2022"),
        ("Biểu 2. Số lớp bồi dưỡng kiến thức quốc phòng và an", "ninh tại các xã"),
    ],
)
def test_a_title_of_two_printed_lines_is_one(titles: tuple[str, ...]) -> None:
    assert told(*titles) == {"80501": 2, "80502": 1, "80503": 3}


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["23.30", "0"], "23.300"), (["1.2", "50.000"], "1.250.000"), (["8.15", "0,5"], "8.150,5"),
        (["12", "15"], "12 15"), (["1.240", "1.236"], "1.240 1.236"), (["ngày", "công"], "ngày công"),
    ],
)  # fmt: skip
def test_a_number_broken_within_its_thousands_is_whole(lines: list[str], text: str) -> None:
    assert whole_number(lines) == text
