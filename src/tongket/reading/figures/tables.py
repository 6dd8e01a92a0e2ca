"""Figures stated in tables: by indicator, by org unit, or one indicator broken down to a total."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.framework import Part
from tongket.reading.blocks import Table
from tongket.reading.figures.by_unit import Resolve, names_column, read_by_unit, unit_columns
from tongket.reading.figures.columns import Column, ColumnRole, Grid, columns, header_rows
from tongket.reading.figures.fit import Nouns
from tongket.reading.figures.rows import STRONG, TOTAL_ROW, Row, RowReader, money_in, rows, stated
from tongket.reading.figures.stated import StatedFigure
from tongket.reading.recognition import Lexicon, Match
from tongket.vietnamese import accent_key

_LAYOUT = re.compile(r"cộng hòa xã hội chủ nghĩa|độc lập - tự do|nơi nhận|người lập biểu")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReader:
    """Reads the figures of tables with the wording of a framework."""

    rows: RowReader

    @classmethod
    def of(cls, lexicon: Lexicon) -> "TableReader":
        """A reader for the lexicon's framework."""
        return cls(rows=RowReader(lexicon=lexicon, nouns=Nouns.of(lexicon)))

    def read(self, table: Table, *, caption: str, pillar: str | None, resolve: Resolve) -> Iterator[StatedFigure]:
        """The figures of a table under the title ``caption``; ``resolve`` knows the org units below the reporter."""
        if is_layout(table):
            return
        grid = table.grid()
        header = header_rows(grid)
        cols = columns(table, grid, header)
        names = names_column(grid, header, resolve)
        if names is not None:
            found = unit_columns(cols, names, self.rows, caption, pillar)
            yield from read_by_unit(grid, header, names, found, self.rows, resolve)
            return
        data = list(rows(grid, header, cols, money_in(caption)))
        breakdown = self._breakdown(data, caption, cols)
        if breakdown is not None:
            yield from breakdown
        else:
            yield from self._by_indicator(data, pillar)

    def _by_indicator(self, data: Sequence[Row], pillar: str | None) -> Iterator[StatedFigure]:
        above: str | None = None
        unit_above = ""
        parts_follow = False
        for row in data:
            if row.section:
                pillar = self.rows.lexicon.pillar_of(row.label) or pillar
                parts_follow = False
                continue
            found = self.rows.match(row, pillar)
            if not row.numbers:
                parts_follow = "trong đó" in accent_key(row.label)
                continue
            sub = row.is_sub or parts_follow
            unit = row.unit.text if row.unit is not None and row.unit.money is None else ""
            part = above is not None and sub and (found is None or unit == unit_above != "" or not _own(found, above))
            if found is None or part:
                above = above if sub else None
                continue
            if not sub:
                above, unit_above = found[0].indicator.code, unit
                parts_follow = False
            yield from self.rows.figures(row, *found)

    def _breakdown(self, data: Sequence[Row], caption: str, cols: Sequence[Column]) -> list[StatedFigure] | None:
        """A table whose title names one indicator and whose rows are its kinds: the total row is the figure."""
        lexicon = self.rows.lexicon
        title = [m for m in lexicon.matches(lexicon.tokens(caption)) if m.exact]
        total = next((r for r in reversed(data) if TOTAL_ROW.match(accent_key(r.label).strip(" -:"))), None)
        if not title or total is None:
            return None
        others = [r for r in data if r is not total and r.numbers]
        indicator = title[0].indicator
        own = [m for r in others if (m := self.rows.match(r, None)) is not None and m[0].exact and m[1] > 0.85]
        if sum(m[0].indicator is not indicator for m in own) > len(others) / 2:
            return None
        if indicator.is_ratio:
            return []
        unit = _title_unit(cols) or money_in(caption)
        return [
            stated(
                lexicon.framework, indicator, Part.VALUE, n.value, n, cell, col.unit or unit, confidence=0.9, column=col
            )
            for col, cell, n in total.numbers
            if col.role is ColumnRole.COUNT
        ]


def _title_unit(cols: Sequence[Column]):  # type: ignore[no-untyped-def]
    return next((c.unit for c in cols if c.unit is not None), None)


def _own(found: tuple[Match, float], above: str) -> bool:
    """Whether a sub-row speaks of an indicator of its own and not of a part of the row above."""
    match = found[0]
    return match.exact and match.score >= STRONG and match.indicator.code != above


def is_layout(table: Table) -> bool:
    """Whether the table only places the letterhead or the signature."""
    return any(_LAYOUT.search(accent_key(c.text)) for c in table.cells[:6]) and table.rows <= 6


__all__ = ["Grid", "TableReader", "is_layout"]
