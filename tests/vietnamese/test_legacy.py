"""Texts typed in fonts from before Unicode."""

import re
import shutil
import subprocess
import unicodedata

import pytest

from tongket.vietnamese import from_tcvn3, from_vni, looks_like_tcvn3, looks_like_vni

SMALL = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"
TCVN3 = dict(zip(SMALL, "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ", strict=True))
TCVN3_CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
VNI = dict(
    zip(
        SMALL,
        re.findall(
            r"\S+",
            "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä ñ eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò"
            " où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î",
        ),
        strict=True,
    )
)
SENTENCE = "Ban Chỉ đạo huyện Đông Sơn đã tổ chức diễn tập, kiểm tra và thẩm định kế hoạch bảo đảm quốc phòng"


def in_tcvn3(text: str) -> str:
    return "".join((TCVN3 | TCVN3_CAPITALS).get(c) or TCVN3.get(c.lower(), c) for c in text)


def in_vni(text: str) -> str:
    return "".join(VNI[c.lower()].upper() if c.isupper() and c.lower() in VNI else VNI.get(c, c) for c in text)


def in_code_page_1258(text: str) -> bytes:
    """As Windows wrote it: the tone mark, where no letter has it, after the letter."""
    out = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"), "")
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return out


@pytest.mark.parametrize("letter", SMALL)
def test_every_letter_of_tcvn3(letter: str) -> None:
    assert from_tcvn3(TCVN3[letter]) == letter
    assert from_tcvn3(TCVN3[letter], capitals=True) == letter.upper()


@pytest.mark.parametrize("letter", TCVN3_CAPITALS)
def test_capitals_that_tcvn3_has(letter: str) -> None:
    assert from_tcvn3(TCVN3_CAPITALS[letter]) == letter


@pytest.mark.parametrize("letter", SMALL + SMALL.upper())
def test_every_letter_of_vni(letter: str) -> None:
    assert from_vni(in_vni(letter)) == letter


def test_tcvn3_words() -> None:
    assert from_tcvn3("hép møt tÕt") == "hộp mứt tết"
    assert from_tcvn3("Uû ban nh©n d©n huyÖn, sè 05/BC-UBND") == "Uỷ ban nhân dân huyện, số 05/BC-UBND"
    assert from_tcvn3("céng hoµ x· héi", capitals=True) == "CỘNG HOÀ XÃ HỘI"


def test_vni_words() -> None:
    assert from_vni("UÛy ban nhaân daân huyeän, soá 05/BC-UBND") == "Ủy ban nhân dân huyện, số 05/BC-UBND"
    assert from_vni("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC") == "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"
    assert from_vni("Ñöôøng nöôùc") == "Đường nước"


@pytest.mark.parametrize("text", ["hép møt tÕt", "Uû ban nh©n d©n huyÖn", in_tcvn3(SENTENCE)])
def test_tcvn3_is_known_by_its_look(text: str) -> None:
    assert looks_like_tcvn3(text)
    assert not looks_like_vni(text)


@pytest.mark.parametrize("text", ["UÛy ban nhaân daân huyeän", in_vni(SENTENCE), in_vni(SENTENCE.upper())])
def test_vni_is_known_by_its_look(text: str) -> None:
    assert looks_like_vni(text)
    assert not looks_like_tcvn3(text)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        unicodedata.normalize("NFD", SENTENCE),
        in_code_page_1258(SENTENCE).decode("cp1252"),
        "",
        "Ông Lê Thanh, ông Lý Hoà",
        "hoà",
        "HOÀ BÌNH",
        "2 kW·h, 3 km·h",
        "Bao cao so 5: 12 km², 30 m³, 5 µm, © 2024",
        "« Une édition à l’École normale, été à Orléans »",
        "Die schöne Straße in Österreich und Ägypten",
        "El año que viene mañana",
    ],
)
def test_other_texts_are_not_taken_for_either(text: str) -> None:
    assert not looks_like_tcvn3(text)
    assert not looks_like_vni(text)


def test_unicode_text_in_an_old_font_stays() -> None:
    assert from_tcvn3("xã hội") == "xã hội"
    assert from_vni("hoà hợp") == "hoà hợp"


def test_tcvn3_is_what_iconv_says() -> None:
    iconv = shutil.which("iconv")
    if iconv is None:
        pytest.skip("iconv is not here")
    letters = [*SMALL, *TCVN3_CAPITALS]
    written = "\n".join((TCVN3 | TCVN3_CAPITALS)[c] for c in letters).encode("latin-1")
    done = subprocess.run([iconv, "-f", "TCVN", "-t", "UTF-8"], input=written, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this iconv does not know TCVN")
    told = unicodedata.normalize("NFC", done.stdout.decode("utf-8")).split("\n")
    assert told == [unicodedata.normalize("NFC", from_tcvn3((TCVN3 | TCVN3_CAPITALS)[c])) for c in letters]
