"""Kinds of tables that offices make: wholes beside parts, notes beside numbers, amounts without a word of money."""

from decimal import Decimal

import pytest

from reading.test_figures import D, N, V, in_table, table

COMMUNES = {"Bản Mới": "01", "Nà Cáy": "02"}


@pytest.mark.parametrize(
    ("whole", "part", "indicator"),
    [
        ("Tổng số hộ", "Hộ nghèo", "B03"),
        ("Số hộ dân toàn xã", "Số hộ nghèo đa chiều", "B03"),
        ("Số thôn, bản", "Số thôn, bản đạt danh hiệu văn hóa", "C01"),
        ("Cán bộ quân sự xã (người)", "Trong đó đã qua đào tạo", "E06"),
    ],
)
def test_of_two_columns_beside_each_other_one_is_the_whole(whole: str, part: str, indicator: str) -> None:
    given = table(f"TT | Xã | {whole} | {part} | Ghi chú", "1 | Bản Mới | 12 | 9 | ", "2 | Nà Cáy | 10 | 10 | ")
    assert in_table(given, units=COMMUNES) == {
        ("01", indicator, D, Decimal(12)),
        ("01", indicator, N, Decimal(9)),
        ("02", indicator, D, Decimal(10)),
        ("02", indicator, N, Decimal(10)),
    }


def test_a_column_that_is_less_than_the_one_beside_it_is_no_whole_of_it() -> None:
    given = table("TT | Xã | Số hộ mới tách | Hộ nghèo", "1 | Bản Mới | 2 | 9", "2 | Nà Cáy | 3 | 10")
    assert in_table(given, units=COMMUNES) == {("01", "B03", N, Decimal(9)), ("02", "B03", N, Decimal(10))}


def test_the_column_behind_the_numbers_may_tell_the_share_or_the_plan() -> None:
    given = table(
        "Lĩnh vực | Nội dung | Đơn vị | Số liệu | Diễn giải",
        "Kinh tế | Thu ngân sách | triệu đồng | 21.400 | dự toán 20.000",
        "Quân sự | Giao quân | người | 58/60 | 96,7%",
        "Quân sự | Nhà tình nghĩa | nhà | 5 | 3 mới, 2 sửa",
    )
    assert in_table(given) == {
        (None, "B02", N, Decimal("21.4")), (None, "B02", D, Decimal(20)),
        (None, "E02", N, Decimal(58)), (None, "E02", D, Decimal(60)), (None, "E02", V, Decimal("96.7")),
        (None, "L03", V, Decimal(5)),
    }  # fmt: skip


def test_short_headers_tell_all_and_what_is_done() -> None:
    given = table(
        "Việc | Tổng | Xong | Tỷ lệ",
        "Hồ sơ xử lý trên môi trường mạng | 1.200 | 1.150 | 95,8%",
        "Vệ sinh môi trường thôn xóm | 12 | 9 | 75%",
    )
    assert in_table(given) == {
        (None, "D03", D, Decimal(1200)), (None, "D03", N, Decimal(1150)), (None, "D03", V, Decimal("95.8")),
    }  # fmt: skip


def test_in_a_table_of_money_a_label_need_not_say_so() -> None:
    given = table("Nội dung | Dự toán | Quyết toán", "Quốc phòng, an ninh | 8.900 | 8.720",
                  "Công trình phòng thủ | 3.000 | 2.460")  # fmt: skip
    assert in_table(given, caption="Kinh phí (đơn vị tính: triệu đồng)") == {
        (None, "K02", D, Decimal("8.9")), (None, "K02", N, Decimal("8.72")),
        (None, "H03", D, Decimal(3)), (None, "H03", N, Decimal("2.46")),
    }  # fmt: skip


def test_a_row_measured_in_something_else_is_of_another_matter() -> None:
    given = table("Nội dung | 2021", "Tin, bài tuyên truyền quốc phòng | 64", "Bản tin in (quyển) | 4.200",
                  "Tổng vốn đầu tư phát triển toàn xã hội (tỷ đồng) | 910")  # fmt: skip
    assert in_table(given) == {(None, "M04", V, Decimal(64))}


def test_labels_that_name_their_unit_are_labels() -> None:
    given = table("Chỉ tiêu | Dự toán | Thực hiện | Tỷ lệ", "Thu NS trên địa bàn (tỷ đồng) | 180 | 198 | 110%",
                  "Chi thường xuyên (tỷ đồng) | 241 | 239,5 | 99,4%")  # fmt: skip
    assert in_table(given) == {
        (None, "B02", D, Decimal(180)),
        (None, "B02", N, Decimal(198)),
        (None, "B02", V, Decimal(110)),
    }


def test_the_year_counts_beside_a_part_of_it() -> None:
    given = table("TT | Nội dung | 6 tháng đầu năm | Cả năm | % so 2022", "1 | Số vụ phạm pháp hình sự | 12 | 25 | 96")
    assert in_table(given) == {(None, "F02", V, Decimal(25))}


def test_a_row_that_names_all_is_the_whole_of_its_part_below() -> None:
    given = table("TT | Nội dung | Số liệu", "1 | Tổng số hộ toàn huyện | 12.000", "| Trong đó: hộ nghèo | 1.200",
                  "2 | Số đảng viên | 900", "| - Kết nạp mới | 40")  # fmt: skip
    assert in_table(given) == {(None, "B03", D, Decimal(12000)), (None, "B03", N, Decimal(1200))}


def test_a_column_that_says_only_that_it_is_the_plan_is_that_of_the_next() -> None:
    given = table("TT | Xã | Được giao | Đã nhập ngũ", "1 | Bản Mới | 5 | 6", "2 | Nà Cáy | 6 | 6")
    assert in_table(given, units=COMMUNES) == {
        ("01", "E02", D, Decimal(5)), ("01", "E02", N, Decimal(6)),
        ("02", "E02", D, Decimal(6)), ("02", "E02", N, Decimal(6)),
    }  # fmt: skip


def test_all_there_are_may_stand_before_the_stroke() -> None:
    given = table("Nội dung | Số liệu", "Số vụ phạm pháp hình sự/số vụ khám phá | 45/41")
    assert in_table(given) == {(None, "F03", D, Decimal(45)), (None, "F03", N, Decimal(41))}


def test_a_label_that_is_the_indicators_own_phrase_and_nothing_else_is_enough() -> None:
    given = table("Chỉ tiêu | Toàn huyện | Bản Mới | Nà Cáy", "Giao quân | 11 | 5 | 6")
    assert in_table(given, units=COMMUNES) == {
        (None, "E02", N, Decimal(11)), ("01", "E02", N, Decimal(5)), ("02", "E02", N, Decimal(6)),
    }  # fmt: skip


@pytest.mark.parametrize("label", ["Dự toán giao", "Theo kế hoạch", "- Kế hoạch", "Dự toán"])
def test_a_row_that_says_only_that_it_is_the_plan_is_that_of_the_row_above(label: str) -> None:
    given = table(
        "TT | Nội dung | ĐVT | Thực hiện",
        "1 | Thu ngân sách trên địa bàn | tỷ đồng | 84,2",
        f" | {label} | tỷ đồng | 80",
        "2 | Công dân nhập ngũ | người | 92",
        " | Chỉ tiêu | người | 95",
    )
    assert in_table(given) == {
        (None, "B02", N, Decimal("84.2")), (None, "B02", D, Decimal(80)),
        (None, "E02", N, Decimal(92)), (None, "E02", D, Decimal(95)),
    }  # fmt: skip


def test_all_there_are_may_stand_in_the_row_below() -> None:
    given = table(
        "TT | Nội dung | ĐVT | Kết quả",
        "1 | Xã, thị trấn kiện toàn Ban Chỉ đạo khu vực phòng thủ | xã | 13",
        " | trên tổng số | xã | 15",
    )
    assert in_table(given) == {(None, "A02", N, Decimal(13)), (None, "A02", D, Decimal(15))}
