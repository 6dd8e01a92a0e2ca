"""How wide the letters of a PDF are, so that the width of a line tells whether there is a gap in it."""

import codecs
import string
from collections.abc import Sequence
from unicodedata import normalize

from tongket.reading.formats.pdf_calls import glyph_widths

UNIT = 1 / 250
"""Widths are whole numbers of so many sizes: those of a line are added up as bytes."""
MOST = 255
CODES = 256
HORN, TONES = "\u031b", ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
SIGNS = (
    "".join(sorted({normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} - {*string.ascii_letters}))
    + "đĐ“”‘’–—…•·×°" + "".join(filter(str.isprintable, string.printable.replace("?", "")))
)  # fmt: skip
"""The letters that are told apart; what is none of them has code 0, as if it took no room."""
OTHER = "?"
CODING = codecs.charmap_build((OTHER + SIGNS).ljust(CODES, "\ufffe"))


def shape(sign: str) -> str:
    """A letter without the accents that do not make it wider."""
    parts = normalize("NFD", sign)
    return parts[0] + HORN if HORN in parts else parts[0]


_SHAPES = [OTHER, *map(shape, SIGNS)]
SHAPES = bytes(map(_SHAPES.index, _SHAPES)).ljust(CODES, b"\0")
"""For each code that of the first letter that is as wide."""
BLANK = SHAPES[1 + SIGNS.index(" ")]


class LetterWidths:
    """The widths of the letters in the fonts of a document that is open, as far as they were met."""

    def __init__(self) -> None:
        self._tables: dict[int | None, bytearray] = {}
        self._met: dict[int | None, bytes] = {}

    def of(self, font: int | None, letters: bytearray, text: str) -> bytearray:
        """The width of each letter of a text in a font, 0 for code 0."""
        table = self._tables.setdefault(font, bytearray(CODES))
        met = self._met.get(font, b"\0")
        fresh = bytes(set(letters.translate(None, met)))
        if fresh:
            self._met[font] = met + fresh
            signs = [text[place] for place in map(letters.index, fresh)]
            for code, width in zip(fresh, glyph_widths(font, signs), strict=True):
                table[code] = max(0, min(MOST, int(width / UNIT + 0.5)))
        return letters.translate(table)

    def blank(self, font: int | None) -> float:
        """How many sizes a blank takes in a font met before."""
        return self._tables[font][BLANK] * UNIT


def coded(text: str) -> bytes:
    """The text, a byte for a letter; letters that differ by an accent only are equally wide, and have one code."""
    return codecs.charmap_encode(text, "replace", CODING)[0].translate(SHAPES)


def sizes(widths: Sequence[int]) -> float:
    """How many sizes these widths are together."""
    return sum(widths) * UNIT
