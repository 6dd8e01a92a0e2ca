"""Where the tone mark stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese import nfc, tone_normal
from tongket.vietnamese.tones import tone_old

MOVED = {
    "hoà": "hòa",
    "HOÀ BÌNH": "HÒA BÌNH",
    "Hoà": "Hòa",
    "uỷ ban": "ủy ban",
    "UỶ BAN": "ỦY BAN",
    "thuỷ lợi": "thủy lợi",
    "khoẻ": "khỏe",
    "hoá": "hóa",
    "toạ đàm": "tọa đàm",
    "hòan thành": "hoàn thành",
    "hùynh": "huỳnh",
    "qúy": "quý",
    "gía": "giá",
}
STAYING = [
    "quý",
    "quỹ",
    "hoàn",
    "ngoài",
    "hòa",
    "ủy",
    "xã",
    "toàn",
    "thuế",
    "giá",
    "chìa",
    "QUÝ",
    "quả",
    "loài",
    "abc",
    "",
]
letters = st.text(alphabet="qghtklmnoaeuyiOAUYQàáảãạòóỏõọèéẻẽẹùúủũụỳýỷỹỵíìÀÓỦÝ -\u0300\u0301\u0323")


@pytest.mark.parametrize(("written", "normal"), MOVED.items())
def test_the_tone_is_put_on_its_vowel(written: str, normal: str) -> None:
    assert tone_normal(written) == normal


@pytest.mark.parametrize("text", STAYING)
def test_what_is_right_stays(text: str) -> None:
    assert tone_normal(text) == text


def test_decomposed_letters_are_composed() -> None:
    assert tone_normal(unicodedata.normalize("NFD", "hoà")) == "hòa"


@pytest.mark.parametrize("text", ["hòa", "ủy ban", "KHỎE", "hóa"])
def test_the_old_way_and_back(text: str) -> None:
    assert tone_old(text) != text
    assert tone_normal(tone_old(text)) == text


@given(st.text() | letters)
def test_once_is_enough(text: str) -> None:
    assert tone_normal(tone_normal(text)) == tone_normal(text)


@given(st.text() | letters)
def test_every_place_is_kept(text: str) -> None:
    assert len(tone_normal(text)) == len(nfc(text))
