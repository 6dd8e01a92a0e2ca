"""One sheet of a workbook, read as a stream of events."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache
from xml.parsers import expat

from tongket.reading.formats.content import FormatError
from tongket.reading.formats.docx_parse import refuse_doctype
from tongket.reading.formats.letters import clean
from tongket.reading.formats.sheet_blocks import Span, Value
from tongket.reading.formats.xlsx_styles import CellStyle, CellStyles

ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
MARGINS = frozenset({"oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter"})
MAX_MERGES = 200_000
MAX_HIDDEN_COLUMN = 16_384


class SheetReader:
    """Takes the events of a sheet: visible cells, merged ranges, margins."""

    def __init__(self, shared: list[str], styles: CellStyles, max_cells: int, *, keep: bool = False) -> None:
        self.shared, self.styles, self.max_cells, self.keep = shared, styles, max_cells, keep
        self.concealed: dict[tuple[int, int], Value] = {}
        self.values: dict[tuple[int, int], Value] = {}
        self.spans: list[Span] = []
        self.margins: dict[str, str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.hidden_values = 0
        self.unsolved: list[tuple[int, int]] = []
        self.row = self.column = -1
        self.kind = self.style = ""
        self.formula = self.row_hidden = self.phonetic = False
        self.buffer: list[str] | None = None
        self.parts: list[str] = []
        self.starts: dict[str, Callable[[dict[str, str]], None]] = {
            "row": self.start_row, "c": self.start_cell, "v": self.open, "t": self.open, "f": self.start_formula,
            "mergeCell": self.merge, "col": self.hide_columns, "rPh": self.start_phonetic,
            **dict.fromkeys(MARGINS, self.open),
        }  # fmt: skip

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        handler = self.starts.get(name if ":" not in name else name.rpartition(":")[2])
        if handler is not None:
            handler(attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        name = name if ":" not in name else name.rpartition(":")[2]
        if name in ("v", "t") and self.buffer is not None:
            if not self.phonetic:
                self.parts.append("".join(self.buffer))
            self.buffer = None
        elif name == "c":
            self.end_cell()
        elif name == "rPh":
            self.phonetic = False
        elif name in MARGINS and self.buffer is not None:
            self.margins[name] = "".join(self.buffer)
            self.buffer = None

    def text(self, data: str) -> None:
        """Characters."""
        if self.buffer is not None:
            self.buffer.append(data)

    def open(self, attributes: dict[str, str]) -> None:
        """The text of this element is wanted."""
        self.buffer = []

    def start_phonetic(self, attributes: dict[str, str]) -> None:
        self.phonetic = True

    def start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self.row = int(number) - 1 if number.isdigit() else self.row + 1
        self.column = -1
        self.row_hidden = attributes.get("hidden") in ("1", "true")
        if self.row_hidden:
            self.hidden_rows.add(self.row)

    def start_cell(self, attributes: dict[str, str]) -> None:
        place = address(attributes.get("r", ""))
        self.row, self.column = place if place else (max(self.row, 0), self.column + 1)
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.formula, self.parts = False, []

    def start_formula(self, attributes: dict[str, str]) -> None:
        self.formula = True

    def end_cell(self) -> None:
        raw = "".join(self.parts)
        if self.formula and not raw and self.kind != "str":
            self.unsolved.append((self.row, self.column))
        value = self.value(raw)
        if not value.text.strip():
            return
        if self.row_hidden or (self.hidden_columns and self.hidden(self.column)):
            self.hidden_values += 1
            if self.keep and len(self.concealed) < self.max_cells:
                self.concealed[self.row, self.column] = value
            return
        self.values[self.row, self.column] = value
        if len(self.values) > self.max_cells:
            raise FormatError("too_many_parts")

    def value(self, raw: str) -> Value:
        """What the cell holds."""
        style = self.styles.get(self.style)
        if self.kind == "s":
            return Value(text=self.shared[int(raw)] if raw.strip().isdigit() else "", bold=style.bold)
        if self.kind == "n":
            return self.numeric(raw.strip(), style)
        if self.kind == "b":
            return Value(text={"1": "TRUE", "0": "FALSE"}.get(raw.strip(), raw), bold=style.bold)
        return Value(text=cleaned(raw), bold=style.bold)

    def numeric(self, raw: str, style: CellStyle) -> Value:
        """A stored number: as a date where the format says so."""
        number = stored_number(raw)
        if number is None:
            return Value(text=cleaned(raw), bold=style.bold)
        day = self.styles.date(number) if style.date else ""
        if day:
            return Value(text=day, bold=style.bold)
        return Value(text=plain(number), number=number, percent=style.percent, bold=style.bold)

    def merge(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        start, end = address(first), address(last or first)
        if start and end and len(self.spans) < MAX_MERGES:
            self.spans.append(Span(top=start[0], left=start[1], bottom=end[0], right=end[1]))

    def hide_columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            low, high = attributes.get("min", "0"), attributes.get("max", "0")
            if low.isdigit() and high.isdigit():
                self.hidden_columns.append((int(low) - 1, int(high) - 1))

    def hidden(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(low <= column <= high for low, high in self.hidden_columns)

    def visible_spans(self) -> list[Span]:
        """The merged ranges whose first cell shows."""
        return [s for s in self.spans if (s.top, s.left) in self.values]


def read_sheet(xml: bytes, shared: list[str], styles: CellStyles, max_cells: int, *, keep: bool = False) -> SheetReader:
    """One sheet; with ``keep``, what is hidden is kept apart from what is shown."""
    reader = SheetReader(shared, styles, max_cells, keep=keep)
    parser = expat.ParserCreate(intern={})
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    parser.Parse(xml, True)
    return reader


def read_shared(xml: bytes) -> list[str]:
    """The shared strings, runs joined, phonetic guides left out."""
    found: list[str] = []
    parts: list[str] = []
    state = {"text": False, "phonetic": False}

    def start(name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "si":
            parts.clear()
        elif name in ("t", "rPh"):
            state["text" if name == "t" else "phonetic"] = True

    def end(name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "si":
            found.append(cleaned("".join(parts)))
        elif name in ("t", "rPh"):
            state["text" if name == "t" else "phonetic"] = False

    def text(data: str) -> None:
        if state["text"] and not state["phonetic"]:
            parts.append(data)

    if xml:
        parser = expat.ParserCreate(intern={})
        parser.StartDoctypeDeclHandler = refuse_doctype
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
        parser.Parse(xml, True)
    return found


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
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def stored_number(raw: str) -> Decimal | None:
    """A stored number; the last digits that only binary fractions bring ("96.59999999999999") are rounded off."""
    try:
        if len(raw) < 16 and raw.isdigit():
            return Decimal(int(raw))
        number = Decimal(raw)
        if not number.is_finite():
            return None
        exact = len(raw) <= 15 or len(number.as_tuple().digits) <= 15 or number == number.to_integral_value()
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
