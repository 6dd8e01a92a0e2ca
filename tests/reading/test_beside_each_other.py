"""Lists beside each other in one table, rows of a text file between bars, dots that lead to a figure."""

from pathlib import Path

import pytest

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, read_document
from tongket.reading.door import Admitted, admit_bytes

CASE = Path(__file__).parents[1] / "cases" / "own-tables"
READER = ReportReader.of(load_pack("nd21").framework, load_hierarchy(CASE / "orgunits.csv"))
HEAD = (
    "UBND TỈNH TRƯỜNG LĨNH\nUBND HUYỆN NÀ PAN\nSố: 12/BC-UBND\nNà Pan, ngày 10 tháng 12 năm 2022\n\nBÁO CÁO\n"
    "Kết quả khu vực phòng thủ năm 2022\n\nI. KẾT QUẢ\n"
)


def told(body: str, kind: str) -> set[str]:
    text = HEAD + body if kind == "txt" else "".join(f"<p>{line}</p>" for line in HEAD.split("\n") if line) + body
    admitted = admit_bytes(text.encode(), name=f"a.{kind}")
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document)
    return {f"{v.indicator} {v.part.value} {v.value.normalize():f}" for v in READER.read(document).values}


def table(*rows: str) -> str:
    cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


LISTS = [
    ("Giao quân | 96/96 | Văn bản chỉ đạo | 9", "Ngày công giúp dân | 1.240 | Nhà tình nghĩa | 4"),
    (
        "Nội dung | Kết quả | Nội dung | Kết quả", "Giao quân | 96/96 | Văn bản chỉ đạo | 9",
        "Ngày công giúp dân | 1.240 | Nhà tình nghĩa | 4",
    ),
    (
        "TT | Chỉ tiêu | Thực hiện | TT | Chỉ tiêu | Thực hiện", "1 | Giao quân | 96/96 | 3 | Văn bản chỉ đạo | 9",
        "2 | Ngày công giúp dân | 1.240 | 4 | Nhà tình nghĩa | 4",
    ),
]  # fmt: skip


@pytest.mark.parametrize("rows", LISTS)
def test_two_lists_in_one_table_are_read_one_by_one(rows: tuple[str, ...]) -> None:
    assert told(table(*rows), "html") == {
        "E02 numerator 96", "E02 denominator 96", "A01 value 9", "J03 value 1240", "L03 value 4",
    }  # fmt: skip


def test_what_is_not_done_yet_is_no_result() -> None:
    rows = table(
        "Nội dung | Tổng số | Đã thực hiện | Chưa thực hiện",
        "Nhiệm vụ đến hạn | 20 | 19 | 1",
        "Báo cáo phải nộp | 24 | 23 | 1",
    )
    assert told(rows, "html") == {"O02 numerator 19", "O02 denominator 20", "O01 numerator 23", "O01 denominator 24"}


def test_plans_and_results_side_by_side_stay_one_table() -> None:
    rows = table("Nội dung | KH | TH", "Giao quân | 96 | 95", "Cuộc kiểm tra | 5 | 4")
    assert told(rows, "html") == {
        "E02 numerator 95", "E02 denominator 96", "A04 numerator 4", "A04 denominator 5",
    }  # fmt: skip


def test_rows_between_bars_are_a_table_without_bars_at_their_ends() -> None:
    rows = "Chỉ tiêu | KH | TH | %\nGiao quân (người) | 96 | 96 | 100\nChi QP-AN (triệu đồng) | 8.200 | 8.150 | 99,4\n"
    assert told(rows, "txt") == {
        "E02 numerator 96", "E02 denominator 96", "E02 value 100",
        "K02 numerator 8.15", "K02 denominator 8.2", "K02 value 99.4",
    }  # fmt: skip


@pytest.mark.parametrize("dots", ["........", "……", " ............ "])
def test_dots_lead_from_a_label_to_its_figure(dots: str) -> None:
    lines = f"Giao quân{dots}96/96 thanh niên\nLớp bồi dưỡng kiến thức QP&AN{dots}8 lớp\nNhà tình nghĩa{dots}4 căn\n"
    assert told(lines, "txt") == {"E02 numerator 96", "E02 denominator 96", "M01 value 8", "L03 value 4"}
