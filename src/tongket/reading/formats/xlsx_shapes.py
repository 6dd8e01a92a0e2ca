"""Rows of a sheet that are alike but for what stands in their cells: what was found of one holds for all of its shape."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tongket.reading.formats.xlsx_portions import unescaped
from tongket.reading.formats.xlsx_rows import FORMULA, ROW, ROW_END, hidden
from tongket.reading.formats.xlsx_sheet import SheetReader
from tongket.reading.formats.xlsx_values import column_of

SOLID = re.compile(r">([^<\s&_\xad\u200b-\u200d\u2060\ufeff][^<]*)<")
"""A text between tags that shows something for certain: it begins with a sign that is seen, and that stands for itself."""
STORED = re.compile(r"<v>([^<]+)<")
"""The same in a row known to have no other texts, in two thirds of the time."""
HEAD = re.compile(r'<row r="([0-9]{1,7})"')
GAP, NUMBER = "\0", "\1"
"""What stands in a shape where a row has its texts, and where it has its own number: signs that no row can hold."""
CELL = re.compile(
    rf'<c r="([A-Z]+){NUMBER}"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?'
    rf"(?:/>|></c>|>{FORMULA}?(?:<v>{GAP}</v>|<is><t[^>]*>{GAP}</t></is>)</c>)"
)
ROOM = 2_000_000
"""Letters of the shapes that are kept."""
TRIALS = 1_000
"""After so many rows without a known shape, more than those with one, no more shapes are looked for."""


class ShapedCell(NamedTuple):
    """A cell of a shape: its column, its type, the number of its format, and which text of the row is its value."""

    column: int
    kind: str
    style: str
    gap: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shape:
    """The cells that rows of this shape show, from left to right."""

    hidden: bool
    cells: tuple[ShapedCell, ...]
    columns: tuple[int, ...]
    concealed: int
    """How many more hold something, in hidden columns."""
    shared: tuple[int, ...]
    """Which texts are numbers of shared strings, those of hidden cells among them."""
    stored: bool
    """Whether the texts are those of ``STORED``."""

    def values(self, row: str) -> list[str]:
        """What a row of this shape has in the cells it shows, as written."""
        texts: list[str] = STORED.findall(row) if self.stored else SOLID.findall(row)
        if len(texts) != len(self.cells):
            texts = [texts[cell.gap] for cell in self.cells]
        return list(map(unescaped, texts)) if "&" in row else texts


class ShapedRow(NamedTuple):
    """A row of a known shape: its number as written, its texts, and where it ends."""

    number: str
    shape: Shape
    texts: list[str]
    end: int


class Shapes:
    """The shapes of the rows of one sheet."""

    def __init__(self, reader: SheetReader) -> None:
        self.reader = reader
        self.known: dict[str, Shape] = {}
        self.room, self.hits, self.misses = ROOM, 0, 0

    def row(self, text: str, at: int) -> ShapedRow | None:
        """The row that begins at ``at``; None where a closer look is needed."""
        head = HEAD.match(text, at)
        end = text.find(ROW_END, at) + len(ROW_END)
        if head is None or end < len(ROW_END) or self.misses > TRIALS + self.hits:
            return None
        parts, number = SOLID.split(text[at:end]), head[1]
        key = f">{GAP}<".join(parts[::2]).replace(f'{number}"', f'{NUMBER}"')
        shape = self.known.get(key)
        if shape is None:
            self.misses += 1
            shape = self.learned(text, at, end, key)
            if shape is None:
                return None
        self.hits += 1
        return ShapedRow(number, shape, parts[1::2], end)

    def learned(self, text: str, at: int, end: int, key: str) -> Shape | None:
        """The shape of a row that is written as usual, all its cells solid or blank, each with the row's number."""
        found = ROW.fullmatch(text, at, end)
        written = key[key.index(">") + 1 : -len(ROW_END)]
        if found is None or key.count(NUMBER) != written.count("<c ") + 1:
            return None
        cells = shaped_cells(written)
        if cells is None:
            return None
        shape = self.shape(cells, hidden=hidden(found[2]), stored=key.count(GAP) == key.count(f"<v>{GAP}<"))
        if len(key) <= self.room:
            self.room -= len(key)
            self.known[key] = shape
        return shape

    def shape(self, cells: Sequence[ShapedCell], *, hidden: bool, stored: bool) -> Shape:
        """The shape of a row with these cells."""
        shown = () if hidden else tuple(cell for cell in cells if not self.reader.hidden(cell.column))
        return Shape(
            hidden=hidden,
            cells=shown,
            columns=tuple(cell.column for cell in shown),
            concealed=len(cells) - len(shown),
            shared=tuple(cell.gap for cell in cells if cell.kind == "s"),
            stored=stored,
        )


def shaped_cells(written: str) -> list[ShapedCell] | None:
    """The cells that hold something; None where they are not all solid or blank, or not in order."""
    cells, read = [], 0
    for gaps, match in counted(written):
        read += len(match[0])
        if GAP in match[0]:
            cells.append(ShapedCell(column_of(match[1]), match[3] or "n", match[2] or "0", gaps - 1))
    columns = [cell.column for cell in cells]
    return cells if read == len(written) and columns == sorted(set(columns)) else None


def counted(written: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The cells, each with how many gaps there are up to its end: the last of its own is its value."""
    gaps = 0
    for match in CELL.finditer(written):
        gaps += match[0].count(GAP)
        yield gaps, match
