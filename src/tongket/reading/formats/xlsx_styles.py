"""Number formats of a workbook: which cells are dates, which are percentages, which are bold."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from lxml import etree

from tongket.reading.formats.docx_styles import child, toggle

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
    """The formats by index, each made when a cell first points at it."""

    def __init__(self, xml: bytes, *, date1904: bool) -> None:
        self.epoch = datetime(1904, 1, 1) if date1904 else datetime(1899, 12, 30)
        root = etree.fromstring(xml, lenient_parser()) if xml else None
        self.formats = children(root, "cellXfs")
        self.fonts = children(root, "fonts")
        self.codes = {e.get("numFmtId", ""): e.get("formatCode", "") for e in children(root, "numFmts")}
        self.known: dict[str, CellStyle] = {}

    def get(self, index: str) -> CellStyle:
        """The format of ``s="index"``."""
        if index not in self.known:
            if not index.isdigit() or int(index) >= len(self.formats):
                return PLAIN
            self.known[index] = self.style(self.formats[int(index)])
        return self.known[index]

    def style(self, xf: etree._Element) -> CellStyle:
        """One format."""
        key, font = xf.get("numFmtId", ""), xf.get("fontId", "")
        number = int(key) if key.isdigit() else 0
        written = self.codes.get(key)
        code = LITERAL.sub("", written).split(";")[0] if written else ""
        usable = font.isdigit() and int(font) < len(self.fonts)
        return CellStyle(
            date=number in DATE_IDS or is_date(code),
            percent=number in PERCENT_IDS or "%" in code,
            bold=usable and bool(toggle(self.fonts[int(font)].find("{*}b"))),
        )

    def date(self, number: Decimal) -> str:
        """A day number as ISO date, with the time where there is one; empty where it is no date."""
        if not 0 <= number <= MAX_DAY:
            return ""
        moment = self.epoch + timedelta(seconds=round(float(number) * 86_400))
        if number < 1:
            return moment.strftime("%H:%M:%S")
        return moment.date().isoformat() if number == int(number) else moment.isoformat(" ")


def lenient_parser() -> etree.XMLParser:
    """A parser that makes what it can of a damaged part: formats are worth less than the figures they belong to."""
    return etree.XMLParser(resolve_entities=False, no_network=True, recover=True)


def children(root: etree._Element | None, name: str) -> list[etree._Element]:
    """The elements in the list called ``name``."""
    parent = child(root, name)
    return [] if parent is None else [e for e in parent if isinstance(e.tag, str)]


def is_date(code: str) -> bool:
    """Whether a number format prints a day or a time."""
    return "general" not in code.casefold() and bool(re.search(r"[ymdhs]", code, re.IGNORECASE))
