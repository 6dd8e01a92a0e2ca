"""Numbers in digits: a stop between thousands, a comma before decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese import format_number, parse_number

READ = {
    "1.234,5": "1234.5",
    "1.234.567,5": "1234567.5",
    "1.234": "1234",
    "12,5": "12.5",
    "05": "5",
    "0": "0",
    "0,05": "0.05",
    "12.5": "12.5",
    "0.125": "0.125",
    "1 234 567": "1234567",
    "1\u00a0234,5": "1234.5",
    " 97,1 ": "97.1",
    "-3": "-3",
    "−1.234,5": "-1234.5",
    "+7": "7",
}
NO_NUMBERS = ["", " ", "-", "ba", "1,234.5", "1.23.4", "1.234.56", "1,2,3", "12a", "5%", "1/2", "1..2", ".5", "5,"]

decimals = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=None).map(
    lambda d: d.quantize(Decimal("0.000001"))
)


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_numbers_are_read(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_other_texts_are_no_numbers(text: str) -> None:
    assert parse_number(text) is None


def test_english_numbers_only_when_asked_for() -> None:
    assert parse_number("1,234.5", "en") == Decimal("1234.5")
    assert parse_number("1.234", "en") == Decimal("1.234")
    assert parse_number("1.234,5", "en") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1234.5", "1.234,5"),
        ("1234567", "1.234.567"),
        ("5", "5"),
        ("0.05", "0,05"),
        ("-1234", "-1.234"),
        ("1E+3", "1.000"),
    ],
)
def test_numbers_are_written(value: str, text: str) -> None:
    assert format_number(Decimal(value)) == text


def test_numbers_are_rounded_half_up() -> None:
    assert format_number(Decimal("84.455"), 2) == "84,46"
    assert format_number(Decimal("-0.5"), 0) == "-1"
    assert format_number(Decimal("99"), 1) == "99,0"


@given(decimals)
def test_what_is_written_is_read_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value


@given(st.integers(min_value=-(10**18), max_value=10**18))
def test_whole_numbers_are_read_back(value: int) -> None:
    assert parse_number(format_number(Decimal(value))) == value


@given(st.text())
def test_any_text_gives_a_number_or_none(text: str) -> None:
    assert parse_number(text) is None or isinstance(parse_number(text), Decimal)
