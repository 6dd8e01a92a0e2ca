"""What the cells of a workbook hold: their text as stored, and the number where it is one."""

import re
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple, Protocol

from tongket.reading.formats.letters import clean
from tongket.reading.formats.xlsx_styles import CellStyle, CellStyles

ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
CANONICAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
EXACT = 15
"""Digits that a binary fraction keeps."""


class Value(NamedTuple):
    """What a cell holds: its text as stored, and the number where it is one."""

    text: str
    number: Decimal | None = None
    percent: bool = False
    bold: bool = False


made = tuple.__new__
"""A named tuple without the step through its own maker: half the time, for each cell."""


class Strings(Protocol):
    """The strings that cells share, by number."""

    @property
    def blank(self) -> set[int]:
        """The numbers of those that show nothing."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, index: int, /) -> str:
        """The string of that number; IndexError where there is none."""


class CellValues:
    """Makes values of what is written in the cells of one workbook."""

    def __init__(self, shared: Strings, styles: CellStyles) -> None:
        self.shared, self.styles = shared, styles
        self.known = styles.known

    def value(self, kind: str, style_index: str, raw: str) -> Value:
        """The value of a cell of type ``kind`` with the format ``style_index``."""
        style = self.known.get(style_index) or self.styles.get(style_index)
        if kind == "n":
            return self.numeric(raw.strip(), style)
        if kind == "s":
            text = self.shared[int(raw)] if raw.strip().isdigit() else ""
        elif kind == "b":
            text = {"1": "TRUE", "0": "FALSE"}.get(raw.strip(), raw)
        else:
            text = cleaned(raw)
        return made(Value, (text, None, False, style.bold))

    def numeric(self, raw: str, style: CellStyle) -> Value:
        """A stored number: as a date where the format says so."""
        text = raw if CANONICAL.fullmatch(raw) else ""
        if len(raw) > EXACT:
            text = f"{float(raw):.15g}" if text and "." in text and text.find(".") < EXACT else ""
        if text and "e" not in text:
            number = Decimal(text)
        else:
            found = stored_number(raw)
            if found is None:
                return made(Value, (cleaned(raw), None, False, style.bold))
            number, text = found, plain(found)
        day = self.styles.date(number) if style.date else ""
        if day:
            return made(Value, (day, None, False, style.bold))
        return made(Value, (text, number, style.percent, style.bold))


def address(text: str) -> tuple[int, int] | None:
    """``C12`` as (row, column) from 0."""
    match = ADDRESS.fullmatch(text)
    if not match:
        return None
    return int(match[2]) - 1, column_of(match[1])


@cache
def column_of(letters: str) -> int:
    """``C`` as 2."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def cleaned(text: str) -> str:
    """Text as shown: ``_x000D_`` escapes resolved, NFC."""
    text = ESCAPE.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return text if text.isascii() else clean(text)


def stored_number(raw: str) -> Decimal | None:
    """A stored number; the last digits that only binary fractions bring ("96.59999999999999") are rounded off."""
    try:
        number = Decimal(raw)
        if not number.is_finite():
            return None
        exact = len(raw) <= EXACT or len(number.as_tuple().digits) <= EXACT or number == number.to_integral_value()
        return number if exact else Decimal(f"{float(raw):.15g}")
    except (InvalidOperation, OverflowError, ValueError):
        return None


def plain(number: Decimal) -> str:
    """Canonical decimal text: "29.5", "943"."""
    text = str(number)
    if "E" not in text:
        return text.rstrip("0").rstrip(".") or "0" if "." in text else text
    if abs(number.adjusted()) > 30:
        return str(number)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") or "0" if "." in text else text
