"""Numbers in table cells."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.blocks import Cell
from tongket.vietnamese import accent_key, find_numbers, parse_number

_FRACTION = re.compile(r"^\s*([\d.,]+)\s*/\s*([\d.,]+)\s*(?:\(?\s*([\d.,]+)\s*%\s*\)?)?\s*$")
_NOTHING = re.compile(r"^(không( (có|phát sinh|tổ chức|xảy ra))?|chưa (phát sinh|tổ chức)|ko)\.?$")
_LOOSE = re.compile(r"^[^\d]{0,12}\d[\d.,]*\s*(%|[^\d]{0,30})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNumber:
    """What a cell states: one number, or n and N; ``money`` is the multiplier to đồng where the cell names it."""

    value: Decimal
    denominator: Decimal | None = None
    percent: bool = False
    money: Decimal | None = None
    nothing: bool = False


def cell_number(cell: Cell) -> CellNumber | None:
    """The number of a cell; None for a blank, a dash, or words."""
    if cell.number is not None:
        value = cell.number * 100 if cell.percent else cell.number
        return CellNumber(value=value, percent=cell.percent)
    text = cell.text.strip()
    if not text:
        return None
    if (value_ := parse_number(text)) is not None:
        return CellNumber(value=value_)
    if fraction := _FRACTION.match(text):
        n, whole = parse_number(fraction[1]), parse_number(fraction[2])
        return CellNumber(value=n, denominator=whole) if n is not None and whole is not None else None
    if _NOTHING.match(accent_key(text)):
        return CellNumber(value=Decimal(0), nothing=True)
    if _LOOSE.match(text) and len(found := find_numbers(text)) == 1:
        m = found[0]
        return CellNumber(value=m.value, denominator=m.denominator, percent=m.percent, money=m.money)
    return None
