"""Numbers in words, held against a slow generator that spells every number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese import number_words

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = [(10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn")]


def spelled_below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    last = {0: "", 5: " lăm"}.get(ones, f" {DIGITS[ones]}")
    if tens == 1:
        return f"mười{last}"
    return f"{DIGITS[tens]} mươi" + (" mốt" if ones == 1 else last)


def spelled_below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if hundreds == 0:
        return spelled_below_hundred(rest)
    link = "" if rest == 0 else f" linh {DIGITS[rest]}" if rest < 10 else f" {spelled_below_hundred(rest)}"
    return f"{DIGITS[hundreds]} trăm{link}"


def spelled(number: int) -> str:
    """``number``, below 10¹², as it is read aloud."""
    parts = []
    for scale, name in SCALES:
        group, number = divmod(number, scale)
        if group:
            parts.append(f"{spelled_below_thousand(group)} {name}")
    if number or not parts:
        full = number >= 100 or not parts
        low = number < 10
        lead = "" if full else "không trăm linh " if low else "không trăm "
        parts.append(lead + spelled_below_thousand(number))
    return " ".join(parts)


READ = {
    "không": 0,
    "ba": 3,
    "mười": 10,
    "mười lăm": 15,
    "mười hai": 12,
    "hai mươi": 20,
    "hai mươi mốt": 21,
    "hai mươi tư": 24,
    "hai mươi lăm": 25,
    "hai lăm": 25,
    "ba mươi nhăm": 35,
    "một trăm linh năm": 105,
    "một trăm lẻ năm": 105,
    "hai trăm rưỡi": 250,
    "một nghìn không trăm linh năm": 1005,
    "ba ngàn hai trăm": 3200,
    "hai vạn": 20000,
    "một triệu rưỡi": 1_500_000,
    "hai mươi lăm triệu ba trăm linh bốn nghìn": 25_304_000,
    "mười hai tỉ": 12 * 10**9,
    "năm nghìn tỷ": 5 * 10**12,
    "Mười  Hai": 12,
    "BẢY": 7,
    "bẩy": 7,
}
NO_NUMBERS = ["", "xã", "ba xã", "mươi", "lăm", "trăm", "ba phẩy năm", "hai mươi mươi", "12", "tỷ", "linh năm"]


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_words_are_read(text: str, value: int) -> None:
    assert number_words(text) == value


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_other_words_are_no_numbers(text: str) -> None:
    assert number_words(text) is None


@pytest.mark.parametrize("start", range(0, 1000, 100))
def test_every_number_below_a_thousand(start: int) -> None:
    assert [number_words(spelled(n)) for n in range(start, start + 100)] == list(range(start, start + 100))


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_large_numbers(number: int) -> None:
    assert number_words(spelled(number)) == number


@given(
    st.lists(
        st.sampled_from([*DIGITS, "mười", "mươi", "mốt", "lăm", "trăm", "linh", "nghìn", "triệu", "tỷ", "rưỡi", "phẩy"])
    )
)
def test_any_row_of_words_gives_a_number_or_none(words: list[str]) -> None:
    value = number_words(" ".join(words))
    assert value is None or value >= 0
