"""The order of Vietnamese names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese import sort_key, tone_normal

SORTED = [
    ["xã A", "xã Ă", "xã Â", "xã B", "xã D", "xã Đ", "xã E", "xã Ê"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ", "me"],
    ["Ba Bể", "Bạch Thông", "Bắc Kạn", "Chợ Đồn", "Chợ Mới", "Na Rì", "Ngân Sơn", "Pác Nặm"],
    ["Điều 2", "Điều 10", "Điều 100"],
    ["Lan", "Lan Anh", "Làn"],
    ["10 m", "10 m²", "10 n"],
    ["on", "ôn", "ơn", "un", "ưn"],
]


@pytest.mark.parametrize("names", SORTED)
def test_names_come_in_the_order_of_the_dictionary(names: list[str]) -> None:
    assert sorted(set(names), key=sort_key) == names


def test_case_and_spelling_make_no_difference() -> None:
    assert sort_key("HOÀ BÌNH") == sort_key("Hòa Bình")


def test_digits_compare_by_value_however_many() -> None:
    assert sort_key("Tổ 05") == sort_key("Tổ 5")
    assert sort_key("Tổ " + "9" * 5000) < sort_key("Tổ 1" + "0" * 5000)


@given(st.lists(st.text()))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    assert len(sorted(names, key=sort_key)) == len(names)


@given(st.text())
def test_the_place_of_the_tone_makes_no_difference(text: str) -> None:
    assert sort_key(tone_normal(text)) == sort_key(text)
