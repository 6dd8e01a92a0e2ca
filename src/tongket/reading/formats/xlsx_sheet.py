"""One sheet of a workbook, read as a stream of events: whatever way it is written in."""

from collections import Counter
from collections.abc import Callable
from xml.parsers import expat

from tongket.reading.formats.content import FormatError
from tongket.reading.formats.docx_parse import refuse_doctype
from tongket.reading.formats.sheet_cells import Span
from tongket.reading.formats.xlsx_values import RANGE, CellValues, Value, address, column_of

MARGINS = frozenset({"oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter"})
MAX_MERGES = 200_000


class SheetReader:
    """Takes the events of a sheet: visible cells, merged ranges, margins."""

    def __init__(self, values: CellValues, max_cells: int, *, keep: bool = False) -> None:
        self.make, self.max_cells, self.keep = values, max_cells, keep
        self.concealed: dict[tuple[int, int], Value] = {}
        self.values: dict[tuple[int, int], Value] = {}
        self.spans: list[Span] = []
        self.margins: dict[str, str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.asked: dict[int, bool] = {}
        """Of each column that was asked for whether it is hidden."""
        self.hidden_values = 0
        self.unsolved: Counter[int] = Counter()
        """How many formulas without a value, by column."""
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
        self.ends: dict[str, Callable[[str], None]] = {
            "v": self.end_text, "t": self.end_text, "c": self.end_cell, "rPh": self.end_phonetic,
            **dict.fromkeys(MARGINS, self.end_margin),
        }  # fmt: skip

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        handler = self.starts.get(name) or (self.starts.get(name.rpartition(":")[2]) if ":" in name else None)
        if handler is not None:
            handler(attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        handler = self.ends.get(name) or (self.ends.get(name.rpartition(":")[2]) if ":" in name else None)
        if handler is not None:
            handler(name)

    def end_text(self, name: str) -> None:
        if self.buffer is not None:
            if not self.phonetic:
                self.parts.append("".join(self.buffer))
            self.buffer = None

    def end_phonetic(self, name: str) -> None:
        self.phonetic = False

    def end_margin(self, name: str) -> None:
        if self.buffer is not None:
            self.margins[name.rpartition(":")[2]] = "".join(self.buffer)
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
        row = int(number) - 1 if number.isdigit() else self.row + 1
        self.begin_row(row, hidden=attributes.get("hidden") in ("1", "true"))

    def begin_row(self, row: int, *, hidden: bool) -> None:
        """The cells that follow stand in this row."""
        self.row, self.column, self.row_hidden = row, -1, hidden
        if hidden:
            self.hidden_rows.add(row)

    def start_cell(self, attributes: dict[str, str]) -> None:
        place = address(attributes.get("r", ""))
        self.row, self.column = place if place else (max(self.row, 0), self.column + 1)
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.formula, self.parts = False, []

    def start_formula(self, attributes: dict[str, str]) -> None:
        self.formula = True

    def end_cell(self, name: str) -> None:
        raw = "".join(self.parts)
        if self.formula and not raw and self.kind != "str":
            self.unsolved[self.column] += 1
        self.put(self.column, self.make.value(self.kind, self.style, raw))

    def put(self, column: int, value: Value) -> None:
        """The value of a cell of the row."""
        if not value.text.strip():
            return
        if self.row_hidden or (self.hidden_columns and self.hidden(column)):
            self.conceal(column, value)
            return
        self.values[self.row, column] = value
        if len(self.values) > self.max_cells:
            raise FormatError("too_many_parts")

    def conceal(self, column: int, value: Value) -> None:
        """The value of a cell of a hidden row or column."""
        self.hidden_values += 1
        if self.keep and len(self.concealed) < self.max_cells:
            self.concealed[self.row, column] = value

    def merge(self, attributes: dict[str, str]) -> None:
        match = RANGE.fullmatch(attributes.get("ref", ""))
        if match and len(self.spans) < MAX_MERGES:
            left, top, right, bottom = match.groups()
            low, high = int(top) - 1, int(bottom or top) - 1
            self.spans.append(Span(low, column_of(left), high, column_of(right or left)))

    def hide_columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            low, high = attributes.get("min", "0"), attributes.get("max", "0")
            if low.isdigit() and high.isdigit():
                self.hidden_columns.append((int(low) - 1, int(high) - 1))
                self.asked.clear()

    def hidden(self, column: int) -> bool:
        """Whether a column is hidden."""
        found = self.asked.get(column)
        if found is None:
            found = self.asked[column] = any(low <= column <= high for low, high in self.hidden_columns)
        return found

    def parser(self) -> expat.XMLParserType:
        """A parser that sends its events here."""
        parser = expat.ParserCreate(intern={})
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = refuse_doctype
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text
        return parser
