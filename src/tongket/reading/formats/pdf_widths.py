"""How wide the letters of a PDF are, so that the width of a line tells whether there is a gap in it."""

import codecs
from collections.abc import Sequence
from unicodedata import combining

from tongket.reading.formats.pdf_calls import char_boxes

UNIT = 1 / 250
"""Widths are whole numbers of so many sizes: those of a line are added up as bytes."""
MOST, UNKNOWN = 254, 255
MOST_SIGNS = 255
NO_SIGN = "\ufffe"


class LetterWidths:
    """The letters met in a document that is open, each with a code of one byte, and their widths by font."""

    def __init__(self) -> None:
        self.signs = ""
        self.coding = codecs.charmap_build(NO_SIGN * 256)
        self.fonts: dict[int | None, bytearray] = {}

    def coded(self, text: str) -> bytes:
        """The text, a byte for a letter; nothing where the document holds more letters than there are bytes."""
        try:
            return codecs.charmap_encode(text, "strict", self.coding)[0]
        except UnicodeEncodeError:
            self.signs += "".join(sorted(set(text).difference(self.signs)))
        if len(self.signs) > MOST_SIGNS:
            return b""
        self.coding = codecs.charmap_build(self.signs.ljust(256, NO_SIGN))
        return codecs.charmap_encode(text, "strict", self.coding)[0]

    def widths(self, page: int, letters: bytes, start: int, size: float, font: int | None) -> bytes:
        """The widths of letters that begin at a place of a text page; one not met before is looked up."""
        table = self.fonts.setdefault(font, bytearray([UNKNOWN]) * 256)
        found = letters.translate(table)
        if UNKNOWN not in found:
            return found
        fresh = [code for code in set(letters) if table[code] == UNKNOWN]
        boxes = char_boxes(page, [start + letters.index(code) for code in fresh])
        for code, left, right in zip(fresh, boxes[::4], boxes[2::4], strict=True):
            table[code] = 0 if combining(self.signs[code]) else in_units((right - left) / size)
        return letters.translate(table)


def in_units(width: float) -> int:
    """A width in sizes as a byte."""
    return max(0, min(MOST, round(width / UNIT)))


def sizes(widths: Sequence[int]) -> float:
    """How many sizes these widths are together."""
    return sum(widths) * UNIT
