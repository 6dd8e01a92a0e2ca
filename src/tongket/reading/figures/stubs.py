"""What the columns of a table are by what stands in them: labels, units of measure, org units, years, parts, numbers."""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.reading.figures.cells import cell_number, is_dash
from tongket.reading.figures.header_words import SPAN, ColumnRole, bare_role, is_average, names_year, time_of
from tongket.reading.figures.headers import Column
from tongket.reading.table_cells import Cell, Grid
from tongket.vietnamese import accent_key, parse_number

Resolve = Callable[[str], str | None]
"""The code of the org unit below the reporting one that a name means, or None."""
IsUnit = Callable[[str], bool]
"""Whether a text is a unit of measure."""

MOST = 0.6
NEARLY_ALL = 0.8
STUBS = 5
"""Names, years and parts stand in the first so many columns."""
_TELLS = re.compile(r"\d|^không\b", re.IGNORECASE)
"""A cell of results tells a number, or that there was none."""
_VALUES = (ColumnRole.WHOLE, ColumnRole.COUNT, ColumnRole.PERCENT)
_TEXTS = (ColumnRole.LABEL, ColumnRole.OTHER, ColumnRole.UNIT, ColumnRole.COUNT, ColumnRole.WHOLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """The distinct cells of a column below the header."""

    texts: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def numbers(self) -> int:
        return sum((cell_number(c) is not None or is_dash(c.text)) and not names_year(c.text) for c in self.cells)

    @property
    def is_numeric(self) -> bool:
        """Whether numbers prevail."""
        return bool(self.cells) and self.numbers >= MOST * len(self.cells)

    def share(self, test: Callable[[str], object]) -> float:
        """How many of the texts pass ``test``."""
        return sum(bool(test(t)) for t in self.texts) / len(self.texts) if self.texts else 0.0


def settled(cols: Sequence[Column], body: Grid, resolve: Resolve, is_unit: IsUnit) -> list[Column]:
    """The columns with their roles confirmed or corrected by their cells."""
    content = [_content(body, c.place) for c in cols]
    words = [c for c, own in zip(cols, content, strict=True) if own.texts and c.role in _TEXTS and not own.is_numeric]
    # The one column of words is that of the labels, though all of them are things that can be counted.
    if len(words) == 1 or any(c.role is ColumnRole.UNIT for c in cols):
        is_unit = _no_unit
    found = [_by_content(c, content[i], resolve, is_unit) for i, c in enumerate(cols)]
    found = _org_units_above(found, content, resolve)
    found = _one_label(found, content)
    return _values_named(found, content)


def _no_unit(_: str) -> bool:
    """No column is looked for among others where a header names the column of units."""
    return False


def _content(body: Grid, place: int) -> _Content:
    cells = dict.fromkeys(c for row in body if _is_data(row) and (c := row[place]) is not None and c.text.strip())
    return _Content(texts=tuple(c.text.strip() for c in cells), cells=tuple(cells))


def _is_data(row: Sequence[Cell | None]) -> bool:
    return len({id(c) for c in row if c is not None and c.text.strip()}) > 1


def _by_content(column: Column, content: _Content, resolve: Resolve, is_unit: IsUnit) -> Column:
    """The role that the cells give where it is plain."""
    texts = content.texts
    if column.role in (ColumnRole.INDEX, ColumnRole.CODE, ColumnRole.ASIDE) or not texts:
        return column
    if column.place < STUBS:
        years = content.share(names_year)
        times = content.share(lambda t: names_year(t) or time_of(t) or is_average(t))
        if years * len(texts) >= 2 and times >= NEARLY_ALL:
            return replace(column, role=ColumnRole.TIME, time=None)
        if _names_units(texts, resolve):
            return replace(column, role=ColumnRole.NAMES)
        if len(texts) >= 2 and content.share(bare_role) >= NEARLY_ALL and not content.is_numeric:
            return replace(column, role=ColumnRole.PARTS)
    if not content.is_numeric and column.role in _TEXTS and content.share(is_unit) >= MOST:
        return replace(column, role=ColumnRole.UNIT)
    if column.role is ColumnRole.UNIT and content.is_numeric:
        return replace(column, role=ColumnRole.OTHER)
    return column


def _names_units(texts: Sequence[str], resolve: Resolve) -> bool:
    names = [t for t in texts if any(ch.isalpha() for ch in t) and time_of(t) is None and len(t) <= 60]
    return len(names) >= 2 and sum(resolve(n) is not None for n in names) >= MOST * len(names)


def _org_units_above(found: list[Column], content: Sequence[_Content], resolve: Resolve) -> list[Column]:
    """The org units that headers name, where two columns of numbers at least name one."""
    named: dict[int, str] = {}
    for i, column in enumerate(found):
        if column.header and (content[i].is_numeric or not content[i].texts):
            code = next((u for text in reversed(column.header) if len(text) <= 60 and (u := resolve(text))), None)
            if code is not None:
                named[i] = code
    if len(set(named.values())) < 2:
        return found
    out = []
    for i, column in enumerate(found):
        if i in named:
            role = column.role if column.role in _VALUES else ColumnRole.COUNT
            column = replace(column, org_unit=named[i], role=role)
        elif column.role is ColumnRole.WHOLE or _is_whole_territory(column):
            column = replace(column, role=ColumnRole.COUNT)
        out.append(column)
    return out


def _is_whole_territory(column: Column) -> bool:
    last = accent_key(column.header[-1]).strip() if column.header else ""
    return last.startswith(("toàn ", "chung", "cộng", "tổng"))


def _one_label(found: list[Column], content: Sequence[_Content]) -> list[Column]:
    """The label is the column of words that differ most; those left of it only group its rows, those right of the
    numbers explain them."""
    words = [
        i for i, c in enumerate(found)
        if c.role in (ColumnRole.LABEL, ColumnRole.OTHER, ColumnRole.COUNT, ColumnRole.WHOLE)
        and content[i].texts and not content[i].is_numeric and c.org_unit is None
    ]  # fmt: skip
    first_number = next((i for i, c in enumerate(content) if c.is_numeric and found[i].role in (*_VALUES, ColumnRole.OTHER)
                         and not _is_index(found[i], c)), len(found))  # fmt: skip
    words = [i for i in words if i < first_number] or words[:1]
    best = max(words, key=lambda i: (len(set(content[i].texts)), -i), default=None)
    out = []
    for i, column in enumerate(found):
        role = column.role
        if i == best:
            role = ColumnRole.LABEL
        elif role is ColumnRole.COUNT and content[i].share(_TELLS.search) >= MOST:
            pass
        elif role is ColumnRole.LABEL and i > first_number and _explains(column, content[i]):
            role = ColumnRole.NOTE
        elif i in words or (role is ColumnRole.LABEL and not content[i].is_numeric):
            role = ColumnRole.OTHER
        elif not column.header and i == 0 and _is_index(column, content[i]):
            role = ColumnRole.INDEX
        out.append(replace(column, role=role))
    return out


def _explains(column: Column, content: _Content) -> bool:
    """Whether a column right of the numbers tells in words what they are, though it may hold shares and plans too."""
    return not content.is_numeric or accent_key(column.header[-1]).startswith("diễn giải")


def _is_index(column: Column, content: _Content) -> bool:
    """Whether a column without a header only counts the rows."""
    if column.role is ColumnRole.INDEX:
        return True
    numbers = [n for t in content.texts if (n := parse_number(t)) is not None]
    steps = all(b - a in (0, 1) for a, b in itertools.pairwise(numbers))
    return column.place == 0 and not column.header and len(numbers) > 1 and numbers[0] == 1 and steps


def _values_named(found: list[Column], content: Sequence[_Content]) -> list[Column]:
    """Where no header names a count, columns of numbers are counts."""
    numeric = [i for i, c in enumerate(content) if c.is_numeric]
    counts = any(c.role is ColumnRole.COUNT for c in found)
    wholes = any(found[i].role is ColumnRole.WHOLE for i in numeric)
    out = []
    for i, column in enumerate(found):
        role = column.role
        if i in numeric and counts and column.header and bare_role(column.header[-1]) is ColumnRole.WHOLE:
            role = ColumnRole.WHOLE if column.org_unit is None and column.time != SPAN else role
        elif i in numeric and role in (ColumnRole.LABEL, ColumnRole.OTHER):
            role = ColumnRole.OTHER if counts or wholes else ColumnRole.COUNT
        elif role is ColumnRole.WHOLE and not counts:
            role = ColumnRole.COUNT
        out.append(replace(column, role=role))
    return out


def holds_fractions(body: Grid, column: Column) -> bool:
    """Whether a column of percentages stores them as fractions of one (0,985)."""
    if column.role is not ColumnRole.PERCENT:
        return False
    cells = [c for row in body if (c := row[column.place]) is not None and c.number is not None]
    values = [c.number for c in cells if c.number is not None]
    plain = [v for c, v in zip(cells, values, strict=True) if not c.percent]
    return len(plain) >= 2 and all(Decimal(0) <= v <= Decimal("1.6") for v in plain) and any(v % 1 for v in plain)
