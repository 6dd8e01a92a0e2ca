"""Forms of a text that compare equal when people would call them the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese import accent_fold, accent_key, nfc, search_fold, search_key

vietnamese = st.text(alphabet="aàảãáạăằâầđĐeêềoôồơờuưừyỳỷ ỦYHOÀ\u00a0\t\u200b\u0300\u0323İßﬀ")


def test_search_knows_neither_diacritics_nor_case() -> None:
    assert search_key("  UBND  Huyện\u00a0Na Rì ") == "ubnd huyen na ri"
    assert search_key("Đặng Đình Đức") == "dang dinh duc"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("hoà", "HÒA"),
        ("Thị trấn Yến Lạc", unicodedata.normalize("NFD", "thị trấn yến lạc")),
        ("Ðình", "đình"),
        ("xã\u200b Kim Hỷ", "xã Kim  Hỷ"),
        ("xã\nhội", "xã hội"),
    ],
)
def test_spellings_of_one_word_are_equal(one: str, other: str) -> None:
    assert accent_key(one) == accent_key(other)
    assert search_key(one) == search_key(other)


def test_diacritics_matter_where_they_are_kept() -> None:
    assert accent_key("Bắc Kạn") == "bắc kạn"
    assert accent_key("Bắc Kạn") != accent_key("Bac Kan")
    assert search_key("Bắc Kạn") == search_key("Bac Kan")


def test_folds_show_the_place_in_the_text() -> None:
    text = "UỶ BAN\u00a0NHÂN DÂN Huyện Đông Sơn"
    assert accent_fold(text).index("đông") == text.index("Đông")
    assert search_fold(text).index("dong son") == text.index("Đông")


@given(st.text() | vietnamese)
def test_folds_keep_the_length(text: str) -> None:
    assert len(accent_fold(text)) == len(text)
    assert len(search_fold(text)) == len(text)


@given(st.text() | vietnamese)
def test_keys_are_stable(text: str) -> None:
    assert accent_key(accent_key(text)) == accent_key(text)
    assert search_key(search_key(text)) == search_key(text)


@given(vietnamese)
def test_the_search_key_of_the_accent_key_is_the_search_key(text: str) -> None:
    assert search_key(accent_key(text)) == search_key(text)


@given(st.text())
def test_nfc_once_is_enough(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)
