"""Clauses of many offices: which number of a sentence is the figure, and which stands beside it."""

from decimal import Decimal

import pytest

from tongket.framework import Part
from tongket.packs import load_pack
from tongket.reading import Cell, Paragraph, Segment, Table
from tongket.reading.figures.cells import Notes, cell_numbers
from tongket.reading.figures.prose import ProseReader
from tongket.reading.figures.tables import TableReader
from tongket.reading.narratives import narratives
from tongket.reading.outline import Placed, SectionRole
from tongket.reading.recognition import Lexicon
from tongket.reports import NarrativeKind
from tongket.vietnamese import find_numbers

LEXICON = Lexicon(load_pack("nd21").framework)
PROSE, TABLES = ProseReader.of(LEXICON), TableReader.of(LEXICON)
N, D, V = Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE
Told = set[tuple[str, Part, Decimal, str | None]]


def paragraph(text: str) -> Paragraph:
    return Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[1]"),))


def told(text: str, since: int | None = None) -> Told:
    figures = PROSE.read(paragraph(text), pillar=None, year=2023, since=since)
    return {(f.indicator, f.part, f.value, f.period) for f in figures}


def of(*rows: tuple[str, Part, str], period: str | None = None) -> Told:
    return {(code, part, Decimal(value), period) for code, part, value in rows}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Tiếp nhận 40 đơn khiếu nại, trong đó thuộc thẩm quyền 30 đơn, giải quyết đúng hạn 28 đơn.",
            of(("F04", N, "28"), ("F04", D, "30")),
        ),
        (
            "Diễn tập chiến đấu phòng thủ: 05 xã/KH 06 xã.",
            of(("I01", N, "5"), ("I01", D, "6")),
        ),
        ("Bồi dưỡng kiến thức QP-AN: 2 lớp, 90 người.", of(("M01", V, "2"))),
        (
            "Do dịch bệnh, cả năm mở 3 lớp bồi dưỡng kiến thức quốc phòng và an ninh đối tượng 4 cho 210 người.",
            of(("M01", V, "3"), ("M02C", V, "210")),
        ),
        (
            "Ban Chỉ đạo khu vực phòng thủ ở 8 xã, phường (100%) được kiện toàn sau bầu cử.",
            of(("A02", N, "8"), ("A02", V, "100")),
        ),
        ("Huấn luyện xong 11/12 đơn vị dân quân (còn một đơn vị chưa xong).", of(("E03", N, "11"), ("E03", D, "12"))),
        ("Huyện chỉ diễn tập được ở 02 xã (kế hoạch 04 xã).", of(("I01", N, "2"), ("I01", D, "4"))),
        ("KH diễn tập cấp xã 03 xã nhưng phải hoãn.", of(("I01", D, "3"))),
        ("Bộ đội giúp dân dựng lại 12 căn nhà với 640 ngày công.", of(("J03", V, "640"))),
        ("Xã ra 9 văn bản; triển khai Nghị định đến 6/7 chi bộ.", of(("A01", V, "9"), ("A06", N, "6"), ("A06", D, "7"))),
        (
            "18/20 cơ quan, đơn vị tổ chức học tập, quán triệt Nghị định cho 530 lượt người.",
            of(("A06", N, "18"), ("A06", D, "20"), ("A07", V, "530")),
        ),
        (
            "Phạm pháp hình sự: 31 vụ, đã khám phá 29 vụ.",
            of(("F02", V, "31"), ("F03", N, "29"), ("F03", D, "31")),
        ),
    ],
)  # fmt: skip
def test_a_number_belongs_to_what_it_counts(text: str, figures: Told) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Kết quả huấn luyện dân quân: giỏi 4, khá 7, đạt 2.",
        "Xây mới 4 căn, sửa chữa 6 căn nhà tình nghĩa.",
        "Lực lượng dân quân đạt 1,7% so với dân số.",
        "Ví dụ: mở 3 lớp bồi dưỡng kiến thức quốc phòng và an ninh thì ghi 3.",
    ],
)
def test_grades_parts_shares_of_the_population_and_examples_are_no_figures(text: str) -> None:
    assert told(text) == set()


def test_what_the_whole_network_has_now_is_not_what_was_added() -> None:
    text = "Cứng hóa 8,2 km đường giao thông, nâng tổng chiều dài đường cứng hóa toàn huyện lên 190 km."
    assert told(text) == of(("B05", V, "8.2"))


def test_a_number_with_the_years_it_adds_up_is_told_once() -> None:
    text = "Từ năm 2019 đến năm 2023, huyện tổ chức diễn tập KVPT 02 cuộc (các năm 2020 và 2023)."
    assert told(text, since=2019) == of(("I03", V, "2"), period="span")


def test_a_total_stands_before_its_years_in_brackets() -> None:
    text = "Tổng số văn bản đã ban hành là 23 (2022: 11; 2023: 12)."
    each = of(("A01", V, "11"), period="2022") | of(("A01", V, "12"), period="2023")
    assert {figure[:3] for figure in told(text, since=2022)} == {f[:3] for f in of(("A01", V, "23")) | each}
    assert told(text, since=2022) >= each


def test_what_one_year_had_is_no_part_of_the_total() -> None:
    text = "Tổng vốn giải ngân cho các công trình khu vực phòng thủ là 12,5 tỷ đồng, riêng năm 2021 là 3,1 tỷ đồng."
    assert {figure[:3] for figure in told(text, since=2019)} == {
        ("H02", V, Decimal("12.5")),
        ("H02", V, Decimal("3.1")),
    }


def test_the_year_behind_a_quarter_is_no_number() -> None:
    assert [m.text for m in find_numbers("Diễn tập 3 xã, dời 1 xã sang quý II/2024.")] == ["3", "1"]


def test_an_amount_below_the_ratio_it_is_a_part_of_is_no_figure_of_its_own() -> None:
    lines = (
        ("TT", "Khoản mục", "Dự toán", "Thực hiện", "So sánh TH/DT (%)"),
        ("1", "Chi cho nhiệm vụ quốc phòng, an ninh", "9.000", "9.450", "105"),
        ("a)", "Chi quốc phòng", "6.000", "6.300", "105"),
    )
    cells = tuple(
        Cell(text=text, anchor=f"r{r}c{c}", row=r, column=c) for r, line in enumerate(lines) for c, text in enumerate(line)
    )  # fmt: skip
    given = Table(anchor="t", cells=cells, rows=3, columns=5)
    found = TABLES.read(given, caption="Đơn vị tính: triệu đồng", pillar=None, resolve=lambda _: None)
    assert {(f.indicator, f.part, f.value) for f in found} == {
        ("K02", D, Decimal(9)),
        ("K02", N, Decimal("9.45")),
        ("K02", V, Decimal(105)),
    }


def test_a_reason_among_shortcomings_is_a_cause() -> None:
    text = "Việc cấp kinh phí còn chậm, chưa kịp thời. Nguyên nhân chủ yếu do nguồn thu không đạt."
    placed = Placed(block=paragraph(text), role=SectionRole.LIMITATION, headings=())
    assert [kind for kind, *_ in narratives(placed)] == [NarrativeKind.LIMITATION, NarrativeKind.CAUSE]


def test_a_percentage_of_a_workbook_keeps_its_places() -> None:
    cell = Cell(text="0.8148", anchor="S!A1", row=0, column=0, number=Decimal("0.8148"), percent=True)
    assert [str(n.value) for n in cell_numbers(cell, Notes())] == ["81.48"]
