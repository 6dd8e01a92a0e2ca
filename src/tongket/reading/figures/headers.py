"""The header of a table: how many rows at the top are header, and what they say over each column."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.reading.blocks import Table
from tongket.reading.figures.header_words import (
    SPAN,
    ColumnRole,
    is_of_plan,
    names_part_of_year,
    names_times,
    names_year,
    role_of,
    time_of,
)
from tongket.reading.recognition import UnitOfMeasure
from tongket.reading.recognition.measure import money_in
from tongket.reading.table_cells import Cell, Grid
from tongket.vietnamese import parse_number

HEADER_MOST = 5
_NUMBERING = re.compile(r"^\(?(\d{1,2}|[a-hA-H])\)?(\s*=.*)?$")
_INDEX = re.compile(r"^\(?(\d{1,3}|[IVX]{1,5}|[a-zđ])(\.\d{1,2})*\s*[.)]?$")
_STATED = re.compile(r"^[-–]?\d[\d.,]*(\s*/\s*\d[\d.,]*)?\s*(%|[^\W\d]{1,12}( [^\W\d]{1,8})?)?(\s*\([^()]*\))?$")
_TWO_YEARS = re.compile(r"^20\d\d ?/ ?20\d\d$")
"""One year against another: a header, though it looks like n of N."""
_GROWN = re.compile(r"tăng|giảm|\+/-|chênh lệch")
_SPELL = re.compile(r"\b(năm|tháng|quý|ngày)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its place, role, header texts from the top down, and what the header names: time, unit, org unit."""

    place: int
    role: ColumnRole
    header: tuple[str, ...]
    time: str | None = None
    unit: UnitOfMeasure | None = None
    org_unit: str | None = None


def title_rows(grid: Grid) -> list[str]:
    """Texts that stand alone on the first rows above the header: the table's title inside its frame."""
    found: list[str] = []
    for line, below in itertools.pairwise(grid):
        texts = _texts(line)
        if len(texts) != 1 or len(texts[0]) < 4 or not is_header(below, first=True):
            break
        found.append(texts[0])
    return found


def header_rows(grid: Grid) -> int:
    """How many rows at the top are header."""
    count = 0
    for row in grid[:HEADER_MOST]:
        if not is_header(row, first=count == 0, at=count):
            break
        count += 1
    while count < len(grid) and count and _is_numbering(grid[count]):
        count += 1
    return count


def is_header(row: Sequence[Cell | None], *, first: bool, at: int = 0) -> bool:
    """Whether a row is header: words and years, no figure; below the first row also under cells that reach down."""
    texts = _texts(row)
    reach = any(c is not None and (c.rowspan > 1 or c.row < at) for c in row)
    if not texts or (len(texts) == 1 and not reach):
        return False
    if any(states_number(t) for t in texts):
        return False
    named = sum(role_of(t) is not ColumnRole.OTHER or time_of(t) is not None for t in texts)
    if first:
        lead = any(c is not None and (c.rowspan > 1 or names_times(c.text)) for c in row[:2])
        return named >= max(1, len(texts) // 3) or (lead and len(texts) > 1)
    if not reach:
        return named >= max(1, len(texts) // 2)
    from_above = any(c is not None and c.row < at for c in row)
    stub = row[0]
    return from_above and not (stub is not None and stub.row == at and bool(_INDEX.match(stub.text.strip())))


def states_number(text: str) -> bool:
    """Whether a cell states a figure, and not a year, a term or the number of a column."""
    if names_year(text) or _NUMBERING.match(text):
        return text.isdecimal() and not names_year(text)
    if parse_number(text) is not None:
        return True
    if _TWO_YEARS.match(text):
        return False
    return bool(_STATED.match(text)) and not _SPELL.search(text)


def _texts(row: Sequence[Cell | None]) -> list[str]:
    return [c.text.strip() for c in dict.fromkeys(c for c in row if c is not None) if c.text.strip()]


def _is_numbering(row: Sequence[Cell | None]) -> bool:
    texts = _texts(row)
    return len(texts) >= 3 and all(_NUMBERING.match(t) for t in texts)


def header_columns(table: Table, grid: Grid, header: int) -> list[Column]:
    """Every column with what its header says; nothing is said where there is no header."""
    paths = [_path(grid, header, place) for place in range(table.columns)]
    found = [_column(place, path) for place, path in enumerate(paths)]
    found = [_growth(c, found[i - 1] if i else None) for i, c in enumerate(_without_parts_of_year(found))]
    years = sum(c.time not in (None, SPAN) for c in found)
    # A total column sums years only beside columns of years; beside others it is a total of the period.
    return [
        _total_of_years(c) if years or _names_years(c) else replace(c, time=None) if c.time == SPAN else c
        for c in found
    ]


def _without_parts_of_year(found: Sequence[Column]) -> list[Column]:
    """Columns of some months only are asides where another column counts the year."""
    partly = [any(names_part_of_year(t) for t in c.header) for c in found]
    if not any(c.role is ColumnRole.COUNT and not p for c, p in zip(found, partly, strict=True)):
        return list(found)
    return [replace(c, role=ColumnRole.ASIDE) if p else c for c, p in zip(found, partly, strict=True)]


def _growth(column: Column, before: Column | None) -> Column:
    """A bare "%" right behind a column of growth is the growth in percent."""
    bare = column.header[-1:] in (("%",), ("(%)",), ("Tỷ lệ %",)) and len(column.header) == 1
    grown = before is not None and before.role is ColumnRole.ASIDE and _GROWN.search(before.header[-1].lower())
    return replace(column, role=ColumnRole.ASIDE) if bare and grown else column


def _total_of_years(column: Column) -> Column:
    """A column that is a total beside columns of years counts, whatever its header says of a whole."""
    lone = column.time == SPAN and len(column.header) == 1 and column.role is ColumnRole.WHOLE
    return replace(column, role=ColumnRole.COUNT) if lone else column


def _names_years(column: Column) -> bool:
    return any(re.search(r"20\d\d|giai đoạn|\bnăm\b", text) for text in column.header)


def _path(grid: Grid, header: int, place: int) -> tuple[str, ...]:
    found: dict[Cell, None] = {}
    for r in range(header):
        cell = _over(grid, header, r, place)
        if cell is not None:
            found[cell] = None
    return tuple(c.text.strip() for c in found if c.text.strip() and not _NUMBERING.match(c.text.strip()))


def _over(grid: Grid, header: int, r: int, place: int) -> Cell | None:
    """The header cell over a column; where it is blank and not merged, the one to its left that stands over both."""
    cell = grid[r][place]
    if cell is not None and cell.text.strip():
        return cell
    below = next((c for s in range(r + 1, header) if (c := grid[s][place]) is not None and c.text.strip()), None)
    if below is None or below.row <= r:
        return cell
    for left in range(place - 1, -1, -1):
        other = grid[r][left]
        if other is not None and other.text.strip():
            under = grid[r + 1][left]
            stands = under is not None and under is not other and bool(under.text.strip())
            return other if stands and other.colspan == 1 else cell
    return cell


def _column(place: int, path: tuple[str, ...]) -> Column:
    roles = [role_of(text) for text in reversed(path)]
    role = next((r for r in roles if r is not ColumnRole.OTHER), ColumnRole.OTHER)
    if ColumnRole.ASIDE in roles and not (role is ColumnRole.PERCENT and is_of_plan(path)):
        role = ColumnRole.ASIDE
    times = [time_of(text) for text in reversed(path)]
    time = next((t for t in times if t not in (None, SPAN)), None) or next((t for t in times if t), None)
    if time is not None and role in (ColumnRole.OTHER, ColumnRole.LABEL):
        role = ColumnRole.COUNT
    unit = next((u for u in map(money_in, reversed(path)) if u is not None), None)
    return Column(place=place, role=role, header=path, time=time, unit=unit)
