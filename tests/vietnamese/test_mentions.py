"""Numbers in running text: those that measure something, and none that names something."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese import NumberMention, find_numbers, format_number

VALUES = {
    "Toàn huyện có 16 xã, thị trấn": [("16", "16")],
    "Đã mở 05 lớp với 1.234 lượt người": [("05", "5"), ("1.234", "1234")],
    "diện tích 1.234,5 ha": [("1.234,5", "1234.5")],
    "mở được ba lớp": [("ba", "3")],
    "huấn luyện cho hai mươi lăm cán bộ": [("hai mươi lăm", "25")],
    "hai lớp, bốn mươi mốt học viên": [("hai", "2"), ("bốn mươi mốt", "41")],
    "ba (03) xã": [("03", "3")],
    "tổng số 25 hộ, quân số 120 người": [("25", "25"), ("120", "120")],
    "2,5 triệu lượt người": [("2,5 triệu", "2500000")],
    "tổ 5 người": [("5", "5")],
}
SHARES = {
    "Có 10/10 xã đạt": ("10/10", 10, 10),
    "18/20 đơn vị": ("18/20", 18, 20),
    "13.119/15.533 người": ("13.119/15.533", 13119, 15533),
}
PERCENTAGES = {"đạt 97,1%": ("97,1%", "97.1"), "đạt 100 %": ("100 %", "100"), "tăng 5 phần trăm": ("5 phần trăm", "5")}
MONEY = {
    "12,5 tỷ đồng": ("12,5 tỷ đồng", "12.5", 10**9),
    "12,5 tỉ đồng": ("12,5 tỉ đồng", "12.5", 10**9),
    "Kinh phí 6.950 triệu đồng": ("6.950 triệu đồng", "6950", 10**6),
    "hỗ trợ 500 nghìn đồng": ("500 nghìn đồng", "500", 10**3),
    "trị giá 1.500.000 đồng": ("1.500.000 đồng", "1500000", 1),
}
NAMES = [
    "",
    "Nghị định số 21/2019/NĐ-CP",
    "Công văn số 374/UBND-NC",
    "năm 2019",
    "giai đoạn 2019 - 2023",
    "ngày 05 tháng 01 năm 2025",
    "ngày 8/7",
    "02-10-2019",
    "theo Điều 5, khoản 2",
    "Quân khu 1",
    "đối tượng 3",
    "1. Công tác tuyên truyền",
    "lúc 7 giờ 30",
    "trực 24/24",
    "bốn tại chỗ",
    "ba lô",
    "trong năm qua",
    "hằng năm",
    "các xã, phường",
]
ONE = [
    "còn một nhiệm vụ quá hạn",
    "Còn một xã chưa đạt",
    "xảy ra một vụ cháy",
    "tổ chức một cuộc diễn tập",
    "xây dựng một nhà văn hóa",
    "Số vụ cháy là một vụ.",
    "Tổng số nhiệm vụ quá hạn là một nhiệm vụ",
    "mở một lớp tập huấn",
    "thực hiện một dự án",
]
NOT_ONE = [
    "là một nhiệm vụ quan trọng",
    "Đây là một cuộc vận động lớn",
    "có một số xã",
    "là một trong những huyện dẫn đầu",
    "có một bộ phận cán bộ",
    "mỗi một xã",
    "thực hiện một cách đồng bộ",
    "còn một phần kinh phí",
    "còn một vài đơn vị",
    "xây dựng một nhà nước trong sạch",
    "không còn một hộ nào",
    "không để xảy ra một vụ việc nào",
]


def said(text: str) -> list[tuple[str, Decimal]]:
    return [(m.text, m.value) for m in find_numbers(text)]


def only(text: str) -> NumberMention:
    (mention,) = find_numbers(text)
    return mention


@pytest.mark.parametrize(("text", "expected"), VALUES.items())
def test_numbers_that_count(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == [(written, Decimal(value)) for written, value in expected]


@pytest.mark.parametrize(("text", "expected"), SHARES.items())
def test_so_many_of_so_many(text: str, expected: tuple[str, int, int]) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.denominator) == expected


@pytest.mark.parametrize(("text", "expected"), PERCENTAGES.items())
def test_percentages(text: str, expected: tuple[str, str]) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.percent) == (expected[0], Decimal(expected[1]), True)


@pytest.mark.parametrize(("text", "expected"), MONEY.items())
def test_money(text: str, expected: tuple[str, str, int]) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.money) == (expected[0], Decimal(expected[1]), expected[2])


def test_money_in_words_is_the_same_amount() -> None:
    mention = only("chi hai tỷ đồng")
    assert (mention.text, mention.value * (mention.money or 0)) == ("hai tỷ đồng", 2 * 10**9)


def test_comrades_are_not_paid_in_dong() -> None:
    assert only("có 12 đồng chí").money is None


def test_words_are_marked() -> None:
    assert [m.words for m in find_numbers("ba xã và 4 xã")] == [True, False]


@pytest.mark.parametrize("text", NAMES)
def test_what_names_is_no_quantity(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", ONE)
def test_one_is_counted(text: str) -> None:
    assert said(text) == [("một", 1)]


@pytest.mark.parametrize("text", NOT_ONE)
def test_a_is_not_one(text: str) -> None:
    assert said(text) == []


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["xã", "hộ", "người", "ha"]))
def test_any_number_before_its_noun(value: int, noun: str) -> None:
    assert said(f"đạt {format_number(Decimal(value))} {noun}") == [(format_number(Decimal(value)), value)]


@given(
    st.lists(
        st.sampled_from(
            [*"0123456789.,/-% \n", "một ", "năm ", "hai mươi ", "tỷ đồng ", "xã ", "ngày ", "Điều ", "số "]
        )
    )
)
def test_places_fit_the_text_and_do_not_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    found = find_numbers(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
