"""Figures stated in tables: indicators by row or by column, or one that the title names; when and whose by either."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter

from tongket.framework import Indicator, Part
from tongket.reading.blocks import Paragraph, Segment, Table
from tongket.reading.figures.cells import CellNumber, read_notes
from tongket.reading.figures.fit import Nouns
from tongket.reading.figures.header_words import ColumnRole, bare_role
from tongket.reading.figures.headers import Column, header_columns, header_rows, title_rows
from tongket.reading.figures.matching import (
    STRONG,
    Matcher,
    Tied,
    ratio_twin,
    stated,
)
from tongket.reading.figures.row_pairs import FoundRow, Upper, counts_whole, in_pairs, part_below, whole_below
from tongket.reading.figures.rows import TOTAL_ROW, VALUES, Row, RowMaker, money_in, unit_in_label
from tongket.reading.figures.side_by_side import halves
from tongket.reading.figures.stated import StatedFigure
from tongket.reading.figures.stubs import Resolve, settled
from tongket.reading.figures.wholes import whole_above, with_wholes
from tongket.reading.recognition import Lexicon, UnitOfMeasure
from tongket.reading.table_cells import Cell
from tongket.vietnamese import accent_key

InWords = Callable[[Paragraph], Iterable[StatedFigure]]
"""Reads the figures of a sentence."""
SEEN = 1_000
"""What the columns of a table hold shows in its first so many rows."""
_LAYOUT = re.compile(r"cộng hòa xã hội chủ nghĩa|độc lập - tự do|nơi nhận|người lập biểu")


@dataclass(frozen=True, kw_only=True)
class _Frame:
    """A table with what its header and stub say."""

    cols: Sequence[Column]
    rows: Iterable[Row]
    caption: str

    @cached_property
    def first_numbers(self) -> Mapping[int, tuple[Cell, CellNumber]]:
        """The first number of each column that has one."""
        found: dict[int, tuple[Cell, CellNumber]] = {}
        for row in self.rows:
            for column, cell, number in row.numbers:
                found.setdefault(column.place, (cell, number))
        return found

    def has(self, role: ColumnRole) -> bool:
        """Whether a column of this role is there."""
        return any(c.role is role for c in self.cols)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReader:
    """Reads the figures of tables with the wording of a framework."""

    matcher: Matcher

    @classmethod
    def of(cls, lexicon: Lexicon) -> "TableReader":
        """A reader for the lexicon's framework."""
        return cls(matcher=Matcher(lexicon=lexicon, nouns=Nouns.of(lexicon)))

    def read(
        self, table: Table, *, caption: str, pillar: str | None, resolve: Resolve,
        headings: Sequence[str] = (), notes: Sequence[str] = (), time: str | None = None, in_words: InWords | None = None,
    ) -> Iterator[StatedFigure]:  # fmt: skip
        """The figures of a table under the title ``caption``; ``resolve`` knows the org units below the reporter.

        ``notes`` are the texts around it that may say what its signs mean; ``time`` the year it stands under;
        ``in_words`` reads cells that tell in words what came of their row.
        """
        for part in () if is_layout(table) else halves(table):
            yield from self._read(part, caption, pillar, resolve, headings, notes, time, in_words)

    def _read(
        self, table: Table, caption: str, pillar: str | None, resolve: Resolve, headings: Sequence[str],
        notes: Sequence[str], time: str | None, in_words: InWords | None,
    ) -> Iterator[StatedFigure]:  # fmt: skip
        frame = self._frame(table, caption, resolve, notes)
        for figure in self._figures(frame, pillar, headings):
            yield replace(figure, period=figure.period or time)
        if in_words is not None and frame.has(ColumnRole.LABEL):
            for figure in told_in_words(frame.rows, in_words):
                yield replace(figure, period=figure.period or time)

    def _frame(self, table: Table, caption: str, resolve: Resolve, notes: Sequence[str]) -> _Frame:
        grid = table.grid()
        titles = title_rows(grid)
        grid = grid[len(titles) :]
        caption = "\n".join([caption, *titles]).strip()
        header = header_rows(grid)
        body = grid[header:]
        seen = list(body[:SEEN])
        cols = settled(header_columns(table, list(grid[: header + 1]), header), seen, resolve, self.matcher.is_unit)
        maker = RowMaker.of(cols, seen, caption, resolve, read_notes([*caption.split("\n"), *notes]))
        return _Frame(cols=cols, rows=maker.all_rows(body), caption=caption)

    def _figures(self, frame: _Frame, pillar: str | None, headings: Sequence[str]) -> Iterator[StatedFigure]:
        if frame.has(ColumnRole.LABEL):
            breakdown = self._breakdown(frame)
            if breakdown is not None:
                yield from breakdown
                return
            found = self._by_row(frame, pillar)
            first = next(found, None)
            if first is not None or not frame.has(ColumnRole.NAMES):
                for one in in_pairs(chain([first] if first else [], found), self.matcher.lexicon):
                    yield from self.matcher.figures(one.row, one.tied)
                return
        if any(row.named for row in frame.rows):
            yield from self._by_column(frame, pillar, headings)

    def _by_row(self, frame: _Frame, pillar: str | None) -> Iterator[FoundRow]:
        """The rows that speak of an indicator; parts of a row above are none of their own."""
        above: Indicator | None = None
        unit_above, parent, parts_follow = "", None, False
        all_of: Row | None = None
        upper: Upper | None = None
        last: FoundRow | None = None
        for row in frame.rows:
            if (below_it := whole_below(last, row, self.matcher.lexicon)) is not None:
                yield below_it
                last = None
                continue
            last = None
            if row.section:
                pillar = self.matcher.lexicon.pillar_of(row.label) or pillar
                parts_follow, parent = False, self.matcher.tie(row, pillar)
                continue
            tied = self.matcher.tie(row, pillar)
            role = bare_role(row.label)
            if role is not None and parent is not None and row.numbers and above is None:
                again = replace(row, role=row.role or role)
                yield FoundRow(
                    row=again,
                    tied=replace(parent, indicator=ratio_twin(self.matcher.lexicon.framework, parent.indicator)),
                )
                continue
            if not row.numbers:
                pillar = self.matcher.lexicon.pillar_of(row.label) or pillar
                parts_follow = "trong đó" in accent_key(row.label)
                if row.label:
                    parent, above = tied, None
                continue
            sub = row.is_sub or parts_follow
            unit = row.unit.text if row.unit is not None and row.unit.money is None else ""
            part = above is not None and sub and (tied is None or unit == unit_above != "" or not _own(tied, above))
            below = part_below(self.matcher, upper, row, pillar) if upper is not None and sub else None
            if upper is not None and below is not None:
                if upper.tied is None:
                    yield FoundRow(row=upper.row, tied=below)
                own = upper.tied is not None and counts_whole(upper.tied.indicator, below.indicator)
                yield FoundRow(row=row, tied=below, among=not own)
                upper, all_of = None, None
                continue
            upper = upper if sub else Upper(row=row, tied=tied)
            if tied is None or part:
                above = above if sub else None
                all_of = None if sub else row
                continue
            if (ratio := whole_above(all_of, row, tied, self.matcher.lexicon)) is not None and all_of is not None:
                yield FoundRow(row=replace(all_of, role=ColumnRole.WHOLE), tied=ratio)
                tied = ratio
            all_of = None
            if not sub:
                above, unit_above = tied.match.indicator, unit
                parts_follow = False
            last = FoundRow(row=row, tied=tied)
            yield last

    def _by_column(self, frame: _Frame, pillar: str | None, headings: Sequence[str]) -> Iterator[StatedFigure]:
        """The figures of rows that name an org unit or a year, by the indicators that columns, title or heading name."""
        told = dict(self._tied_columns(frame, pillar))
        if not told and (tied := self._titled(frame, pillar, headings)) is not None:
            values = [c for c in frame.cols if c.role in VALUES]
            told = {c.place: (tied, c, c.unit or money_in(frame.caption)) for c in values}
        for row in frame.rows:
            for column, cell, number in row.numbers if row.named else ():
                if column.place in told:
                    tied, as_column, unit = told[column.place]
                    alone = replace(row, numbers=((as_column, cell, number),), unit=unit)
                    yield from self.matcher.figures(alone, tied)

    def _tied_columns(
        self, frame: _Frame, pillar: str | None
    ) -> Iterator[tuple[int, tuple[Tied, Column, UnitOfMeasure | None]]]:
        """The columns that tell an indicator, with their units of measure."""
        for column, tied in with_wholes(list(self._columns_tied(frame, pillar)), frame.rows, self.matcher.lexicon):
            if tied is not None:
                unit = column.unit or next((u for t in reversed(column.header) if (u := unit_in_label(t))), None)
                yield column.place, (tied, column, unit or money_in(frame.caption))

    def _columns_tied(self, frame: _Frame, pillar: str | None) -> Iterator[tuple[Column, Tied | None]]:
        """Columns under one header tell the parts of one indicator; others stand each for itself."""
        values = [
            replace(c, role=c.role if c.role in VALUES else ColumnRole.COUNT)
            for c in frame.cols
            if c.role in VALUES or c.role is ColumnRole.OTHER
        ]
        last: Tied | None = None
        for above, group in groupby(values, key=lambda c: c.header[:-1]):
            cols = list(group)
            together = self._tie_columns(frame, cols, " ".join(above), pillar) if above and len(cols) > 1 else None
            last = None if above else last
            if together is not None and self._each_its_own(frame, cols, pillar):
                together = None
            each = [together or self._tie_columns(frame, [c], " ".join(c.header), pillar) for c in cols]
            for i, column in enumerate(cols):
                own = each[i] or (_ratio_beside(column, each[i + 1 :]) if above else None)
                if own is None and last is not None and last.indicator.is_ratio and column.role is not ColumnRole.COUNT:
                    own = last
                last = own
                yield column, own

    def _each_its_own(self, frame: _Frame, cols: Sequence[Column], pillar: str | None) -> bool:
        """Whether columns under one header name several indicators and not the parts of one."""
        telling = [c for c in cols if bare_role(c.header[-1]) is None]
        tied = [self._tie_columns(frame, [c], " ".join(c.header), pillar) for c in telling]
        return len({t.indicator.code for t in tied if t is not None}) > 1

    def _tie_columns(self, frame: _Frame, cols: Sequence[Column], words: str, pillar: str | None) -> Tied | None:
        wanted = {c.place: c for c in reversed(cols)}
        numbers = [(wanted[place], *first) for place, first in frame.first_numbers.items() if place in wanted]
        if not numbers:
            return None
        unit = (
            next((u for c in cols for t in reversed(c.header) if (u := unit_in_label(t))), None)
            if len(cols) == 1
            else None
        )
        unit = unit or next((c.unit for c in cols if c.unit), None) or money_in(frame.caption)
        row = Row(label=words, label_cell=None, index="", unit=unit,
                  numbers=tuple(numbers))  # fmt: skip
        tied = self.matcher.tie(row, pillar)
        return tied if tied is not None and tied.match.exact else None

    def _titled(self, frame: _Frame, pillar: str | None, headings: Sequence[str]) -> Tied | None:
        """The indicator that the title, else the nearest heading, names."""
        numbers = next((row.numbers for row in frame.rows if row.named and row.numbers), ())
        for text in (*reversed(frame.caption.split("\n")), *reversed(headings)):
            row = Row(label=text, label_cell=None, index="", unit=money_in(text), numbers=numbers)
            tied = self.matcher.tie(row, pillar)
            if tied is not None and tied.match.exact:
                return tied
        return None

    def _tell_others(self, rows: Iterable[Row], total: int, titled: Indicator) -> bool:
        """Whether most of the rows beside the total name indicators of their own, and not the one of the title."""
        count = others = 0
        for i, row in enumerate(rows):
            if i != total and row.numbers:
                count += 1
                tied = self.matcher.tie(row, None)
                surely = tied is not None and tied.match.exact and tied.confidence > 0.85
                others += surely and tied is not None and tied.match.indicator is not titled
        return others > count / 2

    def _breakdown(self, frame: _Frame) -> list[StatedFigure] | None:
        """A table whose title names one indicator and whose rows are its kinds: the total row is the figure."""
        lexicon = self.matcher.lexicon
        title = [m for m in lexicon.matches(lexicon.tokens(frame.caption)) if m.exact]
        if not title:
            return None
        at, total = max(_totals(frame.rows), default=(-1, None), key=itemgetter(0))
        if total is None or self._tell_others(frame.rows, at, title[0].indicator):
            return None
        unit = next((c.unit for c in frame.cols if c.unit is not None), None) or money_in(frame.caption)
        row = replace(total, label=frame.caption, unit=unit)
        tied = self._titled(replace(frame, rows=[replace(row, named=True)]), None, ())
        if (
            tied is not None
            and tied.indicator.is_ratio
            and any(c.role is ColumnRole.WHOLE for c, _, _ in total.numbers)
        ):
            return list(self.matcher.figures(row, replace(tied, confidence=0.9)))
        if title[0].indicator.is_ratio:
            return []
        return [
            replace(
                stated(
                    lexicon.framework,
                    title[0].indicator,
                    Part.VALUE,
                    n.value,
                    n,
                    cell,
                    col.unit or unit,
                    confidence=0.9,
                ),
                period=col.time,
            )
            for col, cell, n in total.numbers
            if col.role is ColumnRole.COUNT
        ]


def _totals(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """The rows that are totals by their label, with their places."""
    return ((i, row) for i, row in enumerate(rows) if TOTAL_ROW.match(accent_key(row.label).strip(" -:")))


def _ratio_beside(column: Column, following: Sequence[Tied | None]) -> Tied | None:
    """The ratio whose whole a column under "Tổng số" is: the one that the next column under the same header tells."""
    beside = next((t for t in following if t is not None), None)
    is_whole = column.role is ColumnRole.WHOLE and bare_role(column.header[-1]) is ColumnRole.WHOLE
    return beside if is_whole and beside is not None and beside.indicator.is_ratio else None


def _own(tied: Tied, above: Indicator) -> bool:
    """Whether a sub-row speaks of an indicator of its own and not of a part of the row above."""
    match = tied.match
    return match.exact and match.score >= STRONG and _result(match.indicator) != _result(above)


def _result(indicator: Indicator) -> str | None:
    """The element that tells what was done: an amount and the ratio of it to a plan have the same."""
    return indicator.numerator if indicator.is_ratio else indicator.element


def told_in_words(rows: Iterable[Row], in_words: InWords) -> Iterator[StatedFigure]:
    """The figures of rows whose result is told in words: "Gọi công dân nhập ngũ | Hoàn thành 12/12 chỉ tiêu"."""
    for row in rows:
        for cell in row.words:
            lead = f"{row.label.rstrip(' .:;')}: "
            segment = Segment(start=len(lead), end=len(lead) + len(cell.text), anchor=cell.anchor)
            for figure in in_words(Paragraph(text=lead + cell.text, segments=(segment,))):
                yield replace(figure, anchor=cell.anchor, org_unit=row.org_unit)


def is_layout(table: Table) -> bool:
    """Whether the table only places the letterhead or the signature."""
    return any(_LAYOUT.search(accent_key(c.text)) for c in table.cells[:6]) and table.rows <= 6


__all__ = ["TableReader", "is_layout", "told_in_words"]
