"""Figures out of sentences and tables, by the wording of the pack."""

from decimal import Decimal

import pytest

from tongket.framework import Part
from tongket.packs import load_pack
from tongket.reading import Cell, Paragraph, Segment, Table
from tongket.reading.figures.prose import ProseReader
from tongket.reading.figures.tables import TableReader
from tongket.reading.recognition import Lexicon

LEXICON = Lexicon(load_pack("nd21").framework)
PROSE = ProseReader.of(LEXICON)
TABLES = TableReader.of(LEXICON)
N, D, V = Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE
Told = set[tuple[str, Part, Decimal]]


def told(text: str, year: int = 2021) -> Told:
    paragraph = Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[1]"),))
    return {(f.indicator, f.part, f.value) for f in PROSE.read(paragraph, pillar=None, year=year)}


def of(*rows: tuple[str, Part, str]) -> Told:
    return {(code, part, Decimal(value)) for code, part, value in rows}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Huyện mở 4 lớp bồi dưỡng kiến thức quốc phòng và an ninh.", of(("M01", V, "4"))),
        ("Vốn công trình khu vực phòng thủ đã giải ngân 3.250 triệu đồng.", of(("H02", V, "3.25"))),
        (
            "Kế hoạch năm giao 12 công trình khu vực phòng thủ; đến nay đã hoàn thành 9 công trình.",
            of(("H01", N, "9"), ("H01", D, "12")),
        ),
        (
            "Tỷ lệ giao quân hoàn thành 100% (58/58 công dân nhập ngũ).",
            of(("E02", V, "100"), ("E02", N, "58"), ("E02", D, "58")),
        ),
        (
            "Thu ngân sách trên địa bàn thực hiện 21,4 tỷ đồng, bằng 107% dự toán (20 tỷ đồng).",
            of(("B02", N, "21.4"), ("B02", V, "107"), ("B02", D, "20")),
        ),
        ("Trong năm không phát sinh nhiệm vụ quá hạn.", of(("O03", V, "0"))),
    ],
)
def test_a_sentence_gives_its_figures(text: str, figures: Told) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu năm tới mở 6 lớp bồi dưỡng kiến thức quốc phòng và an ninh.",
        "Năm 2022 sẽ mở 6 lớp bồi dưỡng kiến thức quốc phòng và an ninh.",
        "Số vụ phạm pháp hình sự giảm 12% so với cùng kỳ.",
        "Thực hiện Nghị định số 21/2019/NĐ-CP ngày 22/02/2019 của Chính phủ về khu vực phòng thủ.",
        "Trực 24/24 giờ, xử lý sự cố trong 24 giờ.",
        "Bồi dưỡng cho đối tượng 3 được duy trì nền nếp.",
    ],
)
def test_plans_growth_numbers_of_documents_and_names_are_no_figures(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành 14 văn bản chỉ đạo phòng, chống dịch bệnh trên đàn lợn.",
        "Mở 12 lớp dạy nghề cho lao động nông thôn.",
        "Nhân dân đóng góp 3.150 ngày công làm đường.",
        "Kinh tế tập thể phát triển với 24 hợp tác xã.",
    ],
)
def test_what_is_told_of_matters_that_nothing_asks_for_is_no_figure(text: str) -> None:
    assert told(text) == set()


def test_words_of_another_matter_do_not_hide_the_figure_that_follows_them() -> None:
    assert told("Tai nạn giao thông được kiềm chế; phạm pháp hình sự xảy ra 12 vụ.") == of(("F02", V, "12"))


def test_the_rest_told_between_whole_and_part_does_not_part_them() -> None:
    text = "Đoàn kiểm tra kiến nghị 11 nội dung; còn 2 nội dung đang làm, 9 nội dung đã khắc phục xong."
    assert told(text) == of(("A05", N, "9"), ("A05", D, "11"))


def test_an_abbreviation_of_the_pack_reads_like_its_words() -> None:
    assert told("Mở 04 lớp bồi dưỡng KTQP&AN.") == told("Mở 04 lớp bồi dưỡng kiến thức quốc phòng và an ninh.")


def test_the_anchor_points_at_the_characters() -> None:
    text = "Huyện mở 4 lớp bồi dưỡng kiến thức quốc phòng và an ninh."
    paragraph = Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[7]"),))
    (figure,) = PROSE.read(paragraph, pillar=None, year=2021)
    assert (figure.anchor, figure.text) == ("body/p[7]:9-10", "4")


def table(*rows: str) -> Table:
    """A table from lines of cells parted by ``|``; ``<n`` after a cell spans n columns, ``^`` continues from above."""
    cells: list[Cell] = []
    for r, line in enumerate(rows):
        column = 0
        for text in line.split("|"):
            words, _, span = text.strip().partition("<")
            width = int(span or 1)
            if words.strip() == "^":
                above = next(c for c in cells if c.column == column and c.row + c.rowspan == r)
                cells[cells.index(above)] = replace_rowspan(above)
            else:
                anchor = f"body/table[1]/row[{r + 1}]/cell[{column + 1}]"
                cells.append(Cell(text=words.strip(), anchor=anchor, row=r, column=column, colspan=width))
            column += width
    return Table(anchor="body/table[1]", cells=tuple(cells), rows=len(rows), columns=column)


def replace_rowspan(cell: Cell) -> Cell:
    return Cell(
        text=cell.text, anchor=cell.anchor, row=cell.row, column=cell.column, rowspan=cell.rowspan + 1,
        colspan=cell.colspan,
    )  # fmt: skip


def in_table(given: Table, caption: str = "", units: dict[str, str] | None = None) -> set[tuple[object, ...]]:
    found = TABLES.read(given, caption=caption, pillar=None, resolve=(units or {}).get)
    return {(f.org_unit, f.indicator, f.part, f.value) for f in found}


def test_a_two_row_header_tells_plan_from_result() -> None:
    given = table(
        "TT | Nội dung | Đơn vị tính | Năm 2021 <3",
        "^ | ^ | ^ | Kế hoạch | Thực hiện | Tỷ lệ (%)",
        "1 | Thu ngân sách trên địa bàn | triệu đồng | 20.000 | 21.400 | 107",
        "2 | Số vụ phạm pháp hình sự | vụ | - | 14 | ",
        " | - Trộm cắp tài sản | vụ | | 9 | ",
    )
    assert in_table(given) == {
        (None, "B02", D, Decimal("20.000")),
        (None, "B02", N, Decimal("21.400")),
        (None, "B02", V, Decimal(107)),
        (None, "F02", V, Decimal(14)),
    }


def test_an_annex_by_commune_gives_the_communes_their_figures_and_the_reporter_the_total() -> None:
    given = table(
        "TT | Xã, thị trấn | Ngày công giúp nhân dân (ngày công)",
        "1 | Bản Mới | 120",
        "2 | Nà Cáy | 80",
        " | Tổng cộng | 200",
    )
    assert in_table(given, units={"Bản Mới": "01", "Nà Cáy": "02"}) == {
        ("01", "J03", V, Decimal(120)),
        ("02", "J03", V, Decimal(80)),
        (None, "J03", V, Decimal(200)),
    }


def test_a_breakdown_gives_only_its_total() -> None:
    given = table(
        "STT | Loại | Số lượng (triệu đồng)", "1 | Trợ cấp | 831", "2 | Tặng quà | 169", " | Tổng cộng | 1.000"
    )
    found = in_table(given, caption="Kinh phí chính sách hậu phương quân đội năm 2021")
    assert found == {(None, "L02", V, Decimal("1.000"))}


def test_the_letterhead_is_no_table_of_figures() -> None:
    given = table("ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/BC-UBND | ngày 05 tháng 12 năm 2021")
    assert in_table(given) == set()


def test_years_that_are_rows_under_a_header_of_two_rows_carry_plan_and_result() -> None:
    given = table(
        "Năm | Chi quốc phòng, an ninh <2 | Vốn công trình phòng thủ <2",
        "^ | Dự toán | Thực hiện | Kế hoạch | Giải ngân",
        "2021 | 7.000 | 7.140 | 2.000 | 1.900",
        "2022 | 7.500 | 7.600 | 2.400 | 2.200",
    )
    found = TABLES.read(given, caption="Đơn vị: triệu đồng", pillar=None, resolve=lambda _: None)
    told_by_year = {(f.period, f.indicator, f.part, f.value) for f in found}
    assert told_by_year == {
        ("2021", "K02", D, Decimal("7.000")), ("2021", "K02", N, Decimal("7.140")),
        ("2021", "H03", D, Decimal("2.000")), ("2021", "H03", N, Decimal("1.900")),
        ("2022", "K02", D, Decimal("7.500")), ("2022", "K02", N, Decimal("7.600")),
        ("2022", "H03", D, Decimal("2.400")), ("2022", "H03", N, Decimal("2.200")),
    }  # fmt: skip


def test_a_total_beside_its_part_under_one_header_is_the_whole() -> None:
    given = table(
        "Năm | Đơn vị DQTV <2 | Lớp BDKT QPAN",
        "^ | Tổng số | Hoàn thành huấn luyện | ^",
        "2021 | 14 | 12 | 5",
        "2022 | 14 | 13 | 6",
    )
    found = TABLES.read(given, caption="", pillar=None, resolve=lambda _: None)
    assert {(f.period, f.indicator, f.part, f.value) for f in found if f.period == "2021"} == {
        ("2021", "E03", D, Decimal(14)),
        ("2021", "E03", N, Decimal(12)),
        ("2021", "M01", V, Decimal(5)),
    }


@pytest.mark.parametrize("formula", ["vốn giải ngân/vốn bố trí", "tính cả các nguồn khác"])
def test_what_stands_in_brackets_behind_a_name_and_is_no_unit_leaves_the_unit_of_the_title(formula: str) -> None:
    given = table(
        "TT | Nội dung | Kế hoạch | Thực hiện",
        f"1 | Vốn giải ngân công trình khu vực phòng thủ ({formula}) | 5.000 | 4.800",
        "2 | Chi nhiệm vụ quốc phòng, an ninh (tỷ đồng) | 9,03 | 8,91",
    )
    assert in_table(given, caption="Một số chỉ tiêu (triệu đồng)") == {
        (None, "H03", D, Decimal(5)),
        (None, "H03", N, Decimal("4.8")),
        (None, "K02", D, Decimal("9.03")),
        (None, "K02", N, Decimal("8.91")),
    }
