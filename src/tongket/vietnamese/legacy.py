"""Texts typed in fonts from before Unicode: TCVN3 (ABC, fonts named ``.Vn…``) and VNI (fonts named ``VNI-…``)."""

import re
import unicodedata

_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®¯µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    "ĂÂÊÔƠƯĐăâêôơưđẰàảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ",
)
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}


def _vni_table() -> dict[str, str]:
    """What each letter with its mark, or letter of its own, stands for, in small letters."""
    table = dict(_VNI_SINGLE)
    table |= {base + mark: base + tone for base in "aeiouy" for mark, tone in _VNI_TONES.items()}
    table |= {base + mark: _VNI_SINGLE[base] + tone for base in "ôö" for mark, tone in _VNI_TONES.items()}
    table |= {base + mark: base + "\u0302" + tone for base in "aeo" for mark, tone in _VNI_CIRCUMFLEX.items()}
    table |= {"a" + mark: "a\u0306" + tone for mark, tone in _VNI_BREVE.items()}
    return {written: unicodedata.normalize("NFC", letter) for written, letter in table.items()}


_VNI = _vni_table()
_VNI_LETTER = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)
_VNI_PAIR = re.compile("|".join(w for w in _VNI if len(w) == 2) + r"|\bñ", re.IGNORECASE)
_MODERN = re.compile("[\u1ea0-\u1ef9ăđĩũơưĂĐĨŨƠƯ]")
# A capital or a sign after a small letter: no alphabet but TCVN3 has them there. Not Ì, Ò and Þ, which are tone marks of
# code page 1258, nor « and », which are quotation marks, nor the soft hyphen.
_TCVN3_ONLY = re.compile(
    "(?<=[a-zß-ÿ])[¨©ª¬µ¶¸¹¼½¾ÆÇÈÉÊËÎÏÐÑÓÔÕÖ×ØÜÝ]|(?<=[a-z])[«»](?=[a-z])|(?<=[a-zß-ÿ®])·(?![a-z])|[®©¨ª¬](?=[a-zß-ÿµ-¾Æ-Þ])"
)
_WORD = re.compile(r"[^\s\d.,;:()/\"'–-]+")


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """``text`` typed in a TCVN3 font, in Unicode; ``capitals`` for a font whose name ends in ``H``.

    Text with letters that only Unicode has was never typed in such a font, whatever its font is called: it stays.
    """
    if _MODERN.search(text):
        return text
    letters = text.translate(_TCVN3)
    return letters.upper() if capitals else letters


def from_vni(text: str) -> str:
    """``text`` typed in a VNI font, in Unicode; text with letters that only Unicode has stays as it is."""
    return text if _MODERN.search(text) else _VNI_LETTER.sub(_vni_letter, text)


def is_modern(text: str) -> bool:
    """Whether ``text`` has letters that no font from before Unicode had."""
    return _MODERN.search(text) is not None


def looks_like_tcvn3(text: str) -> bool:
    """Whether ``text`` is very likely Vietnamese typed in a TCVN3 font and read as Latin-1."""
    found, words = _found(_TCVN3_ONLY, text)
    return found > 0 and found >= 0.2 * words


def looks_like_vni(text: str) -> bool:
    """Whether ``text`` is very likely Vietnamese typed in a VNI font and read as Latin-1."""
    found, words = _found(_VNI_PAIR, text)
    # A single pair may be an "hoà" of Unicode.
    return found > 1 and found >= 0.25 * words and not looks_like_tcvn3(text)


def _found(pattern: re.Pattern[str], text: str) -> tuple[int, int]:
    """In how many words ``pattern`` is found, of how many; nowhere in a text with letters that only Unicode has."""
    if _MODERN.search(text):
        return 0, 0
    words = _WORD.findall(text)
    return sum(1 for word in words if pattern.search(word)), len(words)


def _vni_letter(found: re.Match[str]) -> str:
    written = found[0]
    letter = _VNI[written.lower()]
    return letter.upper() if written[0].isupper() else letter
