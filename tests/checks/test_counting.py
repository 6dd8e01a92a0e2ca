"""Arithmetic in any table or sentence: the structure most rows obey, the figure that breaks it, and what is right."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.checks.counting import Miscount, miscounts
from tongket.reading import Block, Cell, Paragraph, Segment, Table


def paragraph(text: str, place: int = 1, label: str = "") -> Paragraph:
    segment = Segment(start=0, end=len(text), anchor=f"body/p[{place}]")
    return Paragraph(text=text, segments=(segment,), label=label)


def table(*rows: str, anchor: str = "t") -> Table:
    """Rows of cells between bars; "^" goes on with the cell above, "<" with the one to the left."""
    grid = [[text.strip() for text in row.split("|")] for row in rows]
    cells = []
    for r, row in enumerate(grid):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            down = next((i for i in range(r + 1, len(grid)) if grid[i][c] != "^"), len(grid)) - r
            right = next((i for i in range(c + 1, len(row)) if row[i] != "<"), len(row)) - c
            cells.append(
                Cell(text=text, anchor=f"{anchor}/{r}/{c}", row=r, column=c, rowspan=down, colspan=right)
            )  # fmt: skip
    return Table(anchor=anchor, cells=tuple(cells), rows=len(grid), columns=len(grid[0]))


def told(*blocks: Block) -> list[tuple[str, str, str]]:
    return [(m.place, str(m.stated), str(m.right)) for m in miscounts(blocks)]


def one(*blocks: Block) -> Miscount:
    (found,) = miscounts(blocks)
    return found


# Sentences ------------------------------------------------------------------------------------------------------------


def test_the_hai_phong_tasks_are_off_by_one() -> None:
    text = (
        "Trong 10 tháng, thành phố giao 15.533 nhiệm vụ; đã hoàn thành 13.119 nhiệm vụ (84,46%), đang thực hiện 2.414 nhiệm vụ, "
        "trong đó 2.065 nhiệm vụ trong hạn, 348 nhiệm vụ quá hạn."
    )
    found = one(paragraph(text))
    assert (found.stated, found.right, found.shown) == (2414, 2413, "2.065 + 348 = 2.413")
    assert text[int(found.place.split(":")[1].split("-")[0]) :].startswith("2.414")


def test_the_quang_nam_tasks_add_up() -> None:
    text = (
        "Từ ngày 01/01 đến 06/7/2020 có 833 nhiệm vụ, gồm: 585 đã hoàn thành, 67 đang thực hiện trong hạn, 181 quá hạn."
    )
    assert told(paragraph(text)) == []
    assert told(paragraph(text.replace("833", "843"))) == [("body/p[1]:31-34", "843", "833")]


def test_two_valid_splits_of_one_total() -> None:
    text = "Cả nước còn 3.321 đơn vị, gồm 2.636 xã, 672 phường và 13 đặc khu (2.621 + 687 + 13 = 3.321)."
    assert told(paragraph(text)) == []


def test_a_list_that_goes_on_with_dots_or_says_of_which_is_not_everything() -> None:
    assert told(paragraph("Có 45 nhiệm vụ chậm, trong đó Sở A 21, Sở B 5, Sở C 3, Sở D 2 …")) == []
    assert (
        told(paragraph("Toàn huyện có 100 cán bộ, trong đó 40 cán bộ nữ, 30 cán bộ là người dân tộc thiểu số.")) == []
    )
    assert told(paragraph("Khen thưởng 19 lượt, gồm 13 tập thể, 8 cá nhân, có 2 lượt tính trùng.")) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Kiểm tra có 17/18 đơn vị đạt khá, giỏi (88,3%).", "94.44"),
        ("Tỷ lệ đạt 76,1% (81/97 cán bộ).", "83.51"),
        ("Đã xử lý 145/172 hồ sơ, đạt tỷ lệ 75%.", "84.30"),
    ],
)
def test_a_share_beside_its_two_numbers(text: str, right: str) -> None:
    assert str(one(paragraph(text)).right) == right


@pytest.mark.parametrize(
    "text",
    [
        "Huấn luyện 12/12 đơn vị dân quân tự vệ, quân số tham gia 95,2%.",
        "Kiểm tra có 17/18 đơn vị đạt khá, giỏi (94,4%).",
        "Có 17/18 đơn vị đạt, tăng 5% so với năm trước.",
        "Có 17/18 đơn vị hoàn thành, còn 5,6% chưa hoàn thành.",
        "Có 12/18 xã, chiếm 20,5% dân số toàn huyện.",
        "Kế hoạch số 15/12 ngày 15/12/2020, đạt 30% khối lượng.",
        "Có 2/3 số xã; 45% hộ dân được vay vốn.",
        "Cá nhân có đủ 25 năm công tác (trong đó có 10 năm giữ chức vụ và 8 năm ở ngành khác).",
    ],
)
def test_shares_and_terms_that_are_no_fault(text: str) -> None:
    assert told(paragraph(text)) == []


def test_a_sum_over_the_lines_of_a_list() -> None:
    lines = [
        "Tổng số vốn giải ngân là 12,5 tỷ đồng, gồm:",
        "- Ngân sách tỉnh: 7,2 tỷ đồng.",
        "- Ngân sách huyện: 4,3 tỷ đồng.",
    ]
    blocks = [paragraph(text, i) for i, text in enumerate(lines, start=1)]
    assert [str(m.right) for m in miscounts(blocks)] == ["11500000000.0"]


def test_a_total_in_the_text_against_the_table_below() -> None:
    rows = ("Xã|Số lớp|Số người", "A|3|120", "B|4|160", "C|2|85", "Tổng cộng|9|365")
    assert told(paragraph("Tổng số 356 người được bồi dưỡng, cụ thể như sau:"), table(*rows)) == [
        ("body/p[1]:8-11", "356", "365")
    ]
    assert told(paragraph("Tổng số 365 người, 9 lớp được mở."), table(*rows)) == []
    assert told(paragraph("Năm nay mở 9 lớp; năm trước 356 người."), table(*rows)) == []


# Tables ---------------------------------------------------------------------------------------------------------------

UNDER_TWO_ROWS = (
    "STT|Đơn vị|Tổng số|Chia ra|<|<|Ghi chú",
    "^|^|^|Xã|Phường|Thị trấn|^",
    "1|Huyện A|15|10|3|2|",
    "2|Huyện B|21|14|4|3|",
    "3|Huyện C|12|12|0|0|",
    "4|Huyện D|19|11|5|3|",
    "|Tổng cộng|67|47|12|8|",
)


def test_a_group_of_columns_under_two_header_rows() -> None:
    assert told(table(*UNDER_TWO_ROWS)) == []
    wrong = [row.replace("19|11|5|3", "91|11|5|3") for row in UNDER_TWO_ROWS]
    assert told(table(*wrong)) == [("t/5/2", "91", "19")]


def test_a_cell_that_breaks_its_row_and_its_column_is_named_itself() -> None:
    wrong = [row.replace("14|4|3", "41|4|3") for row in UNDER_TWO_ROWS]
    found = one(table(*wrong))
    assert (found.place, found.stated, found.right) == ("t/3/3", 41, 14)
    assert "Huyện B" in found.label
    assert "Xã" in found.label


def test_three_header_rows_and_totals_of_totals() -> None:
    rows = [
        "Huyện|Tổng số|Năm 2022|<|<|Năm 2023|<|<",
        "^|^|Cộng|Trong đó|<|Cộng|Trong đó|<",
        "^|^|^|Nam|Nữ|^|Nam|Nữ",
        "A|100|45|25|20|55|30|25",
        "B|80|38|20|18|42|22|20",
        "C|61|30|16|14|31|16|15",
        "D|93|44|24|20|49|27|22",
        "E|70|33|18|15|37|20|17",
    ]
    assert told(table(*rows)) == []
    wrong = [row.replace("B|80", "B|90") for row in rows]
    assert told(table(*wrong)) == [("t/4/1", "90", "80")]


def test_numbered_rows_add_up_to_the_row_above() -> None:
    rows = ["TT|Nội dung|Kinh phí|Đã chi", "I|Diễn tập|30|28", "1|Cấp huyện|18|17", "2|Cấp xã|12|11"]
    rows += ["II|Công trình|45|40", "1|Xây mới|25|22", "2|Sửa chữa|20|18", "|Tổng cộng (I+II)|75|68"]
    assert told(table(*rows)) == []
    assert told(table(*(row.replace("II|Công trình|45", "II|Công trình|54") for row in rows))) == [
        ("t/4/2", "54", "45")
    ]
    assert told(table(*(row.replace("75|68", "75|86") for row in rows))) == [("t/7/3", "86", "68")]


def test_formulas_that_the_table_states() -> None:
    rows = ["Xã|Giao|Làm thêm|Tổng|Đã làm|Tỷ lệ (%)", "A|1|2|3=1+2|4|5=4/3", "X|4|1|5|4|80", "Y|6|2|8|6|75"]
    assert told(table(*rows)) == []
    assert told(table(*(row.replace("Y|6|2|8", "Y|6|2|9") for row in rows)))[0] == ("t/3/3", "9", "8")
    assert told(table(*(row.replace("|75", "|57") for row in rows))) == [("t/3/5", "57", "75.00")]


def test_a_column_of_shares() -> None:
    rows = ["Xã|Kế hoạch|Thực hiện|Tỷ lệ %", "A|20|18|90", "B|30|24|80", "C|16|4|25,0", "D|9|3|33,3"]
    assert told(table(*rows)) == []
    assert told(table(*(row.replace("25,0", "52,0") for row in rows))) == [("t/3/3", "52.0", "25.00")]


def test_opening_more_less_and_closing() -> None:
    rows = ["Đơn vị|Kỳ trước chuyển sang|Tiếp nhận|Đã giải quyết|Còn lại", "A|12|30|35|7", "B|5|18|20|3", "C|8|22|21|9"]
    rows += ["D|2|11|10|3", "E|6|9|12|3"]
    assert told(table(*rows)) == []
    assert told(table(*(row.replace("8|22|21|9", "8|22|21|19") for row in rows))) == [("t/3/4", "19", "9")]


def test_a_figure_carried_over_to_the_next_page() -> None:
    first = table("Xã|Số hộ|Số người", "A|30|100", "B|40|150", "Cộng mang sang|70|250", anchor="a")
    second = table("Xã|Số hộ|Số người", "Trang trước chuyển sang|70|205", "C|20|90", "D|15|60", anchor="b")
    assert [(m.kind, m.place, m.right) for m in miscounts([first, second])] == [("carried", "b/1/2", Decimal(250))]


def test_of_which_columns_and_rows_claim_nothing() -> None:
    rows = ["Xã|Tổng số|Trong đó|<", "^|^|Nữ|Dân tộc", "A|20|8|5", "B|31|12|19", "C|25|10|4", "D|18|6|2"]
    assert told(table(*rows)) == []
    assert (
        told(table("Nội dung|Số người|Số lớp", "Cán bộ|100|9", "Trong đó: nữ|40|3", "Đảng viên|70|5", "Khác|3|1")) == []
    )


def test_tables_of_other_things_are_left_alone() -> None:
    assert told(table("Họ và tên|Năm sinh|Số năm", "Ông A|1970|20", "Bà B|1981|12", "Ông C|1975|17")) == []
    assert told(table("Cỡ|Dài|Rộng|Cao", "S|10|20|30", "M|12|23|35", "L|14|25|41", "XL|15|27|46")) == []


@given(st.data())
def test_one_changed_cell_of_a_full_table_is_found_and_righted(data: st.DataObject) -> None:
    rows = data.draw(st.integers(4, 7))
    body = [[data.draw(st.integers(1, 900)) for _ in range(3)] for _ in range(rows)]
    full = [[sum(row), *row] for row in body]
    full.append([sum(column) for column in zip(*full, strict=True)])
    r, c = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, 3))
    by = data.draw(st.integers(1, 400))

    def made(change: int) -> Table:
        lines = ["Xã|Tổng số|Loại A|Loại B|Loại C"]
        for i, row in enumerate(full):
            shown = [n + (change if (i, j) == (r, c) else 0) for j, n in enumerate(row)]
            lines.append("|".join([f"Xã {chr(65 + i)}" if i < rows else "Tổng cộng", *map(str, shown)]))
        return table(*lines)

    assert told(made(0)) == []
    assert told(made(by)) == [(f"t/{r + 1}/{c + 1}", str(full[r][c] + by), str(full[r][c]))]
