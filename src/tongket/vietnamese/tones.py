"""Where the tone mark stands: ``hòa`` and ``ủy`` (used here) or ``hoà`` and ``uỷ``; one syllable, two spellings."""

import re
import unicodedata
from functools import cache

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""The combining tone marks in the order of the dictionary: huyền, hỏi, ngã, sắc, nặng."""


def _toned(letters: str) -> str:
    both = letters + letters.upper()
    return "".join(unicodedata.normalize("NFC", letter + tone) for letter in both for tone in TONES)


# A syllable does not end before a mark that is not part of a letter. Each pattern begins with the letters it can begin
# with, and looks behind itself only then: that is what makes it quick where there are none.
_LOOSE = r"\u0300-\u036f"
_LATE = re.compile(rf"[oOuU](?<![qQ].)(?:(?<=[oO])[{_toned('ae')}]|(?<=[uU])[{_toned('y')}])(?![\w{_LOOSE}])")
_EARLY = re.compile(rf"(?<![qQ])(?:[{_toned('o')}][aeAE]|[{_toned('u')}][yY])(?![\w{_LOOSE}])")
# A tone typed too early: "hòan", "hùynh", "qúy", "gía". The tone of a closed syllable has one right place.
_MISPLACED = re.compile(
    rf"[{_toned('oui')}](?:(?<![qQ].)(?:(?<=[{_toned('o')}])[aeAE]|(?<=[{_toned('u')}])[yY])(?=[nctpmiyouNCTPMIYOU])"
    rf"|(?<=[qQ][{_toned('u')}])[aăâeêiyơAĂÂEÊIYƠ]|(?<=[gG][{_toned('i')}])[aăâeêoôơuưAĂÂEÊOÔƠUƯ])(?![{_LOOSE}])"
)


def tone_normal(text: str) -> str:
    """``text`` in NFC with the tone on the first vowel of an open oa, oe, uy: ``hoà`` -> ``hòa``, ``uỷ`` -> ``ủy``.

    ``quý``, ``hoàn`` and ``ngoài`` stay; ``hòan`` and ``qúy`` are put right. The length is that of the NFC text.
    """
    return shift_tones(unicodedata.normalize("NFC", text))


def tone_old(text: str) -> str:
    """``text`` in NFC with the tone on the second vowel: ``hòa`` -> ``hoà``, ``ủy`` -> ``uỷ``."""
    text = _MISPLACED.sub(lambda m: _forward(m[0]), unicodedata.normalize("NFC", text))
    return _EARLY.sub(lambda m: _forward(m[0]), text)


def shift_tones(text: str) -> str:
    """:func:`tone_normal` for text that is in NFC already; every other character keeps its place."""
    text = _MISPLACED.sub(lambda m: _forward(m[0]), text)
    return _LATE.sub(lambda m: _backward(m[0]), text)


@cache
def _backward(pair: str) -> str:
    """The tone of the second letter, moved to the first."""
    base, tone = tuple(unicodedata.normalize("NFD", pair[1]))
    return unicodedata.normalize("NFC", pair[0] + tone) + base


@cache
def _forward(pair: str) -> str:
    """The tone of the first letter, moved to the second."""
    base, tone = tuple(unicodedata.normalize("NFD", pair[0]))
    return base + unicodedata.normalize("NFC", pair[1] + tone)
