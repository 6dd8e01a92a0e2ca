"""A table as numbers: where its header ends, what stands over each column and before each row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from tongket.checks.counting.model import Spot
from tongket.reading import Cell, Table
from tongket.vietnamese import accent_key, parse_number, search_key

NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])\)?\s*(?:\(\d{1,2}\)|=.*)?")
"""A cell of the row that numbers the columns: "(1)", "A", "3=1+2"."""
LEAST_NUMBERED = 3
FOOTNOTE = re.compile(r"\s*(?:\(\d{1,2}\)|\*+|\(\*+\))\s*$")
MARK = re.compile(r"\(?([IVX]{1,5}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ])\s*[.)/]?")
"""What numbers a row: "I", "A", "1", "1.2", "a)"."""
LEADING_MARK = re.compile(r"\s*(?:([IVX]{1,5}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ])\s*[.)/]\s+|([-–+•*])\s*)(?=\S)")
YEARS = (1990, 2100)
NOT_ADDED = re.compile(
    r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|bình quân|trung bình|\bbq\b|\bstt\b|^tt$|^số tt|^năm\b|\bnăm (?:sinh|thành lập|ban hành)|"
    r"thời (?:gian|hạn|điểm)|xếp (?:hạng|loại|thứ)|^thứ |mật độ|tốc độ|ghi chú|đơn giá|hệ số|^điểm\b|\(điểm\)|^mã\b|mã số|số hiệu|"
    r"\btuổi\b|\(lần\)|^lần\b|^mức\b|^ngày\b(?! công)|^tháng\b"
)
"""Headers of columns that nobody adds up."""
SHARE_TITLE = re.compile(r"%|tỷ lệ|tỉ lệ|so với|đạt\b")
DATED = re.compile(r"^(?:năm|tháng|quý|ngày) \d[\d/]*")
"""A column headed by a time alone holds amounts of it."""
PERCENT_TEXT = re.compile(r"\s*(-?\d[\d.,]*)\s*%\s*")


@dataclass(frozen=True)
class NumberGrid:
    """A table's numbers with its words; rows above ``head`` are header."""

    table: Table

    @cached_property
    def cells(self) -> list[list[Cell | None]]:
        """Each cell once, where it begins."""
        grid: list[list[Cell | None]] = [[None] * self.table.columns for _ in range(self.table.rows)]
        for cell in self.table.cells:
            if cell.row < self.table.rows and cell.column < self.table.columns:
                grid[cell.row][cell.column] = cell
        return grid

    @cached_property
    def covered(self) -> Sequence[Sequence[Cell | None]]:
        """Each place with the cell that covers it."""
        return self.table.grid()

    @cached_property
    def numbering(self) -> int | None:
        """The row that numbers the columns."""
        for i, row in enumerate(self.cells[:8]):
            texts = [cell.text.strip() for cell in row if cell is not None and cell.text.strip()]
            if len(texts) >= LEAST_NUMBERED and all(NUMBERING.fullmatch(text) for text in texts):
                return i if _counts_up(texts) else None
        return None

    @cached_property
    def head(self) -> int:
        """How many rows are header."""
        if self.numbering is not None:
            return self.numbering + 1
        for i, row in enumerate(self.cells):
            numbers = [n for cell in row[1:] if (n := number_of(cell)) is not None]
            if numbers and not _are_years(numbers):
                return i
        return self.table.rows

    @cached_property
    def numbers(self) -> list[list[Decimal | None]]:
        """The number of each place; None in the header."""
        return [
            [number_of(cell) if i >= self.head else None for cell in row] for i, row in enumerate(self.cells)
        ]  # fmt: skip

    @cached_property
    def titles(self) -> list[tuple[str, ...]]:
        """Over each column the header texts from the top down, accents kept."""
        found = []
        for column in range(self.table.columns):
            found.append(tuple(text for cell in self._over(column) if (text := accent_key(cell.text).strip())))
        return found

    @cached_property
    def raw_labels(self) -> list[str]:
        """The words of each row: the first cell that holds more than a number or its own number in the list."""
        return [self._label(row) for row in self.cells]

    @cached_property
    def labels(self) -> list[str]:
        """The words of each row, folded, without what numbers it and the mark of a footnote."""
        return [search_key(FOOTNOTE.sub("", LEADING_MARK.sub("", label))) for label in self.raw_labels]

    @cached_property
    def marks(self) -> list[str]:
        """What numbers each row: its first cell, or the beginning of its words."""
        return [self._mark(row, label) for row, label in zip(self.cells, self.raw_labels, strict=True)]

    @cached_property
    def added(self) -> list[int]:
        """The columns of numbers that may be added up, the first column aside."""
        return [c for c in range(1, self.table.columns) if not self.is_share(c) and self._is_added(c)]

    @cached_property
    def shares(self) -> list[int]:
        """The columns of percentages."""
        return [c for c in range(1, self.table.columns) if self.is_share(c)]

    def is_share(self, column: int) -> bool:
        """Whether a column holds percentages, by its title or by its cells."""
        own = self.titles[column][-1] if self.titles[column] else ""
        texts = [cell for row in self.cells[self.head :] if (cell := row[column]) is not None and cell.text.strip()]
        marked = sum(cell.percent or PERCENT_TEXT.fullmatch(cell.text) is not None for cell in texts)
        return SHARE_TITLE.search(own) is not None or (marked > 0 and 2 * marked >= len(texts))

    def share(self, spot: Spot) -> Decimal | None:
        """The percentage at a place."""
        cell = self.cells[spot[0]][spot[1]]
        if cell is None or spot[0] < self.head:
            return None
        if cell.percent and cell.number is not None:
            return cell.number * 100
        found = PERCENT_TEXT.fullmatch(cell.text)
        return parse_number(found[1]) if found else number_of(cell)

    def title(self, column: int) -> str:
        """The header texts over a column as written, in one line."""
        texts = (" ".join(cell.text.split()) for cell in self._over(column))
        return " / ".join(text for text in texts if text)

    def _over(self, column: int) -> list[Cell]:
        """The header cells over a column, the numbering left out."""
        rows = [row for i, row in enumerate(self.covered[: self.head]) if i != self.numbering]
        return list(dict.fromkeys(cell for row in rows if (cell := row[column]) is not None))

    def _is_added(self, column: int) -> bool:
        own = DATED.sub("", self.titles[column][-1]) if self.titles[column] else ""
        return not NOT_ADDED.search(own) and any(row[column] is not None for row in self.numbers)

    def _label(self, row: Sequence[Cell | None]) -> str:
        texts = [
            cell.text.strip() for cell in row if cell is not None and number_of(cell) is None and cell.text.strip()
        ]
        return next((text for text in texts if not MARK.fullmatch(text) and any(map(str.isalpha, text))), "")

    @staticmethod
    def _mark(row: Sequence[Cell | None], label: str) -> str:
        first = row[0].text.strip() if row and row[0] is not None else ""
        if found := MARK.fullmatch(first):
            return found[1]
        leading = LEADING_MARK.match(label)
        return (leading[1] or "-") if leading else ""


def number_of(cell: Cell | None) -> Decimal | None:
    """The number a cell holds, None where it holds none or a share."""
    if cell is None or cell.percent:
        return None
    return cell.number if cell.number is not None else parse_number(cell.text.strip())


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether the cells count columns: a letter, or the number after the one before."""
    digits = [int(found[0]) for text in texts if (found := re.search(r"\d+", text.partition("=")[0]))]
    return all(b - a == 1 for a, b in pairwise(digits)) and (not digits or digits[0] <= 2)


def _are_years(numbers: Sequence[Decimal]) -> bool:
    """Whether a row of numbers heads columns: years one after the other."""
    within = all(n == n.to_integral_value() and YEARS[0] < n < YEARS[1] for n in numbers)
    return within and all(b - a == 1 for a, b in pairwise(numbers))
