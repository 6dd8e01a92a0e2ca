"""Number formats of a workbook: which cells are dates, which are percentages, which are bold."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from lxml import etree

from tongket.reading.formats.docx_styles import attribute, child, local, toggle

DATE_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
PERCENT_IDS = frozenset({9, 10})
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
MAX_DAY = 2_958_465


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStyle:
    """What the format of a cell makes of its number."""

    date: bool = False
    percent: bool = False
    bold: bool = False


PLAIN = CellStyle()


class CellStyles:
    """The formats by index."""

    def __init__(self, xml: bytes, *, date1904: bool) -> None:
        self.epoch = datetime(1904, 1, 1) if date1904 else datetime(1899, 12, 30)
        self.styles = read_styles(xml) if xml else []

    def get(self, index: str) -> CellStyle:
        """The format of ``s="index"``."""
        return self.styles[int(index)] if index.isdigit() and int(index) < len(self.styles) else PLAIN

    def date(self, number: Decimal) -> str:
        """A day number as ISO date, with the time where there is one; empty where it is no date."""
        if not 0 <= number <= MAX_DAY:
            return ""
        moment = self.epoch + timedelta(seconds=round(float(number) * 86_400))
        if number < 1:
            return moment.strftime("%H:%M:%S")
        return moment.date().isoformat() if number == int(number) else moment.isoformat(" ")


def read_styles(xml: bytes) -> list[CellStyle]:
    """The formats that cells point at."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    if root is None:
        return []
    codes = {attribute(e, "numFmtId"): attribute(e, "formatCode") for e in children(root, "numFmts")}
    bold = [bool(toggle(child(font, "b"))) for font in children(root, "fonts")]
    return [cell_style(xf, codes, bold) for xf in children(root, "cellXfs")]


def children(root: etree._Element, name: str) -> list[etree._Element]:
    """The elements in the list called ``name``."""
    parent = child(root, name)
    return [] if parent is None else [e for e in parent if isinstance(e.tag, str) and local(e.tag)]


def cell_style(xf: etree._Element, codes: dict[str, str], bold: list[bool]) -> CellStyle:
    """One format."""
    key, font = attribute(xf, "numFmtId"), attribute(xf, "fontId")
    number = int(key) if key.isdigit() else 0
    code = LITERAL.sub("", codes.get(key, "")).split(";")[0]
    return CellStyle(
        date=number in DATE_IDS or is_date(code),
        percent=number in PERCENT_IDS or "%" in code,
        bold=font.isdigit() and int(font) < len(bold) and bold[int(font)],
    )


def is_date(code: str) -> bool:
    """Whether a number format prints a day or a time."""
    return "general" not in code.casefold() and bool(re.search(r"[ymdhs]", code, re.IGNORECASE))
