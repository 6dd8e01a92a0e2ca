"""A document as blocks: paragraphs and tables in reading order, each with an anchor.

Anchors: ``body/p[7]`` (Word), ``body/table[3]/row[5]/cell[2]``, ``Sheet!C12``, ``page[4]/line[12]`` (PDF),
``line[12]`` (text); a span inside a paragraph adds ``:start-end`` (0-based, end not included).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from tongket.problems import Problem
from tongket.reading.table_cells import Cell, CellsOnDemand, Grid, GridOnDemand
from tongket.reports import FormColumn, FormIdentity

_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a paragraph's text and the anchor of the line or paragraph it was read from."""

    start: int
    end: int
    anchor: str
    offset: int = 0
    """Where the stretch begins inside the anchored line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph (NFC). PDF and text lines of one paragraph are joined; ``segments`` keep where each came from."""

    text: str
    segments: tuple[Segment, ...]
    style: str = ""
    heading: int = 0
    """Outline level from the style (1 to 9), 0 where none."""
    bold: bool = False
    """Whether all of it is bold."""
    label: str = ""
    """The automatic list number ("1.", "a)", "-"), which is not part of ``text``."""
    align: str = ""
    page: int = 0

    @property
    def anchor(self) -> str:
        """The anchor of its first line."""
        return self.segments[0].anchor if self.segments else ""

    def locate(self, start: int, end: int) -> str:
        """The anchor of the characters ``start`` to ``end`` of ``text``; on several lines, that of the first."""
        for s in self.segments:
            if start < s.end:
                first = start - s.start + s.offset
                return f"{s.anchor}:{first}-{first + min(end, s.end) - start}"
        return self.anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. ``cells`` in reading order; a merged cell stands once with its spans. Those of a large sheet are made
    anew whenever they are asked for: they are equal then, not the same."""

    anchor: str
    cells: Sequence[Cell]
    rows: int
    columns: int
    sheet: str = ""
    page: int = 0

    def words(self) -> Iterator[tuple[int, str]]:
        """The texts of the cells that store no number, each with its row."""
        if isinstance(self.cells, CellsOnDemand):
            for row in self.cells.in_rows():
                yield from ((row.row, value) for value in row.values if isinstance(value, str))
        else:
            yield from ((cell.row, cell.text) for cell in self.cells if cell.number is None)

    def of_rows(self, rows: range) -> Sequence[Cell]:
        """The cells that begin in some rows, in reading order."""
        if isinstance(self.cells, CellsOnDemand):
            return [cell for row in rows if row < self.rows for cell in self.cells.of_row(row)]
        return [cell for cell in self.cells if cell.row in rows]

    def standing_in(self, row: int) -> Sequence[Cell]:
        """The cells that stand in a row, those that reach down into it first."""
        if isinstance(self.cells, CellsOnDemand):
            return [*self.cells.from_above(row), *self.cells.of_row(row)]
        return [cell for cell in self.cells if cell.row <= row < cell.row + cell.rowspan]

    def grid(self) -> Grid:
        """Rows x columns; each place holds the cell that covers it, or None. Those of a large table are made in order,
        whenever they are gone through."""
        if isinstance(self.cells, CellsOnDemand):
            return GridOnDemand(self.cells, self.columns, range(self.rows))
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.rowspan, self.rows)):
                for column in range(cell.column, min(cell.column + cell.colspan, self.columns)):
                    grid[row][column] = cell
        return grid


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A word that was recognised on a picture: its line and its place there, or its cell; how sure it is (0 to 1)."""

    anchor: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """A row of a collection form that somebody filled in; ``key`` is empty where the row was inserted."""

    key: str
    cells: Mapping[FormColumn, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """The answers in a workbook that we made as a collection form."""

    identity: FormIdentity
    rows: tuple[FilledRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitalSignature:
    """A digital signature that a file carries, as it names itself: nothing is verified."""

    signer: str
    """The name in the certificate, "" where it cannot be told."""
    signed_at: datetime | None

    @property
    def here(self) -> datetime | None:
        """The time by Vietnamese clocks."""
        return self.signed_at.astimezone(_VIETNAM) if self.signed_at is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read of one file. ``name`` is the path as the operator gave it, with ``/`` and in NFC."""

    name: str
    sha256: str
    kind: str
    blocks: Sequence[Block]
    problems: tuple[Problem, ...] = field(default=())
    pages: int = 0
    doubts: tuple[Doubt, ...] = ()
    """Where text recognition read the letters: each word, and how sure it is."""
    signatures: tuple[DigitalSignature, ...] = ()
    form: FilledForm | None = None
    """What is filled in, where the workbook is a collection form."""
