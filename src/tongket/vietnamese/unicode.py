"""Forms of a text that compare equal when people would call them the same, and folds that keep every place."""

import re
import unicodedata

from tongket.vietnamese.tones import shift_tones

_LOOK_ALIKES = {"ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ", "İ": "I", "\u2010": "-", "\u2011": "-"}
_SPACES = dict.fromkeys(
    "\t\n\r\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "
)
_SAME_LENGTH = str.maketrans({**_LOOK_ALIKES, **_SPACES})
_LOOSE_MARKS = re.compile("[\u0300-\u036f]")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Before NFC: a mark that follows such a letter joins the right one.
_CLEANED = str.maketrans({**_LOOK_ALIKES, **dict.fromkeys(_INVISIBLE)})
# A search is much quicker than a translation, which few texts need.
_ODD = re.compile("[" + "".join(map(re.escape, {**_LOOK_ALIKES, **_SPACES})) + "]")
_UNCLEAN = re.compile("[" + "".join(map(re.escape, _LOOK_ALIKES)) + _INVISIBLE + "]")


def nfc(text: str) -> str:
    """``text`` in Unicode NFC; typists on some systems send decomposed letters."""
    return unicodedata.normalize("NFC", text)


def accent_fold(text: str) -> str:
    """NFC ``text`` in lower case, tone marks placed alike, every white space a blank: always of the same length.

    So a place found in the fold is the place in the text. Text that is not in NFC keeps its length too, but its
    tone marks stay where they are.
    """
    return shift_tones((text.translate(_SAME_LENGTH) if _ODD.search(text) else text).lower())


def search_fold(text: str) -> str:
    """:func:`accent_fold` without diacritics, đ as d: always of the same length."""
    return "".join(map(_BASES.__getitem__, accent_fold(text)))


def accent_key(text: str) -> str:
    """``text`` as it is compared when diacritics matter: NFC, lower case, tone marks placed alike, single blanks."""
    return " ".join(accent_fold(nfc(_cleaned(text))).split())


def search_key(text: str) -> str:
    """``text`` as it is searched: lower case, no diacritics, đ as d, single blanks."""
    return " ".join(_LOOSE_MARKS.sub("", search_fold(nfc(_cleaned(text)))).split())


def _cleaned(text: str) -> str:
    """``text`` with the letters that are meant, and nothing invisible."""
    return text.translate(_CLEANED) if _UNCLEAN.search(text) else text


class _Bases(dict[str, str]):
    """Letter -> letter without diacritics, worked out once."""

    def __missing__(self, letter: str) -> str:
        first = unicodedata.normalize("NFD", letter)[0]
        self[letter] = "d" if first == "đ" else first
        return self[letter]


_BASES = _Bases()
