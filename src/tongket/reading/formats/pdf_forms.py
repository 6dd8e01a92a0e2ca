"""Forms in a PDF without rules: a head that names columns, and rows with hardly anything in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from tongket.reading.blocks import Table
from tongket.reading.formats.pdf_bands import Band, Group, Span, anchor, bands, edges, groups, shown, singly
from tongket.reading.formats.pdf_lines import Line
from tongket.reading.formats.pdf_paragraphs import Measure
from tongket.reading.formats.pdf_tables import DrawnTable
from tongket.reading.table_cells import Cell

HEAD = re.compile(r"(?:S?TT|Số TT|Số thứ tự|Họ và tên|Họ tên|Tên|Nội dung|Chỉ tiêu|Danh mục|Mã số)\b", re.IGNORECASE)
"""The first column of nearly every form is headed so."""
HEAD_BEGINS = re.compile(r"(?:S?TT|Số|Họ|Tên|Nội|Chỉ|Danh|Mã)\b", re.IGNORECASE)
LEAST_COLUMNS = 3
FRESH = 1.45
"""A line so many usual distances below the one before begins a row."""
APART = 1.5
"""Words so many sizes apart under one heading stand in columns of their own."""
OTHER = re.compile(r"(?i:Nơi nhận|Ghi chú|Lưu ý|Chú thích|\(Ký)|(?:TM|KT|TL|TUQ)\.|(?:PHÓ )?CHỦ TỊCH|NGƯỜI |"
                   r"(?:THỦ|HIỆU|BỘ|CỤC|TRƯỞNG) |(?:PHÓ )?(?:TỔNG )?GIÁM ĐỐC")  # fmt: skip
"""What stands under a form and is none of its rows: notes and who signs."""


@dataclass(slots=True, kw_only=True)
class Form:
    """A form as far as it is read; ``spans`` are the columns that each heading covers."""

    head: list[Group]
    spans: list[int]
    columns: list[Span]
    rows: list[list[Group]] = field(default_factory=list)

    def add(self, row: list[Group], *, goes_on: bool) -> None:
        """Add a row, or what goes on with the cells of the one before."""
        self.columns = [widened(column, group) for column, group in zip(self.columns, row, strict=True)]
        if not goes_on:
            self.rows.append(row)
        elif self.rows:
            self.rows[-1] = [before + group for before, group in zip(self.rows[-1], row, strict=True)]
        else:
            self.head = [before + group for before, group in zip(self.head, row, strict=True)]

    def words(self) -> Group:
        """All that stands in it."""
        return [word for row in (self.head, *self.rows) for group in row for word in group]


def widened(column: Span, group: Group) -> Span:
    """The column with what stands in it."""
    return (min(column[0], edges(group)[0]), max(column[1], edges(group)[1])) if group else column


def without_forms(rows: list[list[Line]], drawn: int, area: Measure) -> tuple[list[list[Line]], list[DrawnTable]]:
    """The rows outside forms, and the forms; ``drawn`` other tables stand on the page."""
    found: list[DrawnTable] = []
    inside: set[int] = set()
    waiting = bands(rows) if any(len(row) > 1 for row in rows) else []
    for index, band in enumerate(waiting):
        head = [] if band[0][0].number in inside else heading(band)
        if head and (form := under(head, waiting[index:], area.leading)).rows:
            found.append(drawn_form(form, drawn + len(found) + 1))
            inside |= {word.number for word in form.words()}
    return [row for row in rows if row[0].number not in inside], found


def heading(band: Band) -> list[Group]:
    """The headings of a band that reads like the head of a form; none where it does not."""
    if len(band) == 1 and len(band[0]) < LEAST_COLUMNS:
        return []
    first = min((row[0] for row in band), key=attrgetter("left"))
    if not HEAD_BEGINS.match(first.text):
        return []
    found = groups(band) if len(band) > 1 else [list(singly(part)) for part in band[0]]
    return found if len(found) >= LEAST_COLUMNS and HEAD.match(shown(found[0])) else []


def under(head: list[Group], waiting: Sequence[Band], leading: float) -> Form:
    """The form of a head and the bands that come after, as far as they keep to its columns."""
    found = Form(head=head, spans=[1] * len(head), columns=[edges(group) for group in head])
    line = waiting[0][-1][0].base
    for band in waiting[1:]:
        row = placed(groups(band), found.columns)
        if row is None or any(OTHER.match(part.text) for parts in band for part in parts):
            break
        divided = not found.rows and not row[0] and divide(found, row)
        cells = [flat(stand) for stand in (divided or row)]
        fresh = line - band[0][0].base > leading * FRESH
        found.add(cells, goes_on=not (divided or cells[0] or fresh))
        line = band[-1][0].base
    return found


def placed(found: list[Group], columns: Sequence[Span]) -> list[list[Group]] | None:
    """The groups by column; None where one lies across the space between two columns."""
    row, start = [], 0
    for (_, low), (high, _) in pairwise(columns):
        cut = best_cut(found, start, low, high)
        if cut is None:
            return None
        row.append(found[start:cut])
        start = cut
    return [*row, found[start:]]


def best_cut(found: list[Group], start: int, low: float, high: float) -> int | None:
    """Before which group a column ends, between ``low`` and ``high``: in the widest gap, else as early as it may."""
    reach = [edges(group) for group in found]
    cuts = [cut for cut in range(start, len(found) + 1)
            if (cut == start or reach[cut - 1][1] < high) and (cut == len(found) or reach[cut][0] > low)]  # fmt: skip
    within = [cut for cut in cuts if start < cut < len(found)]
    if within:
        return max(within, key=lambda cut: reach[cut][0] - reach[cut - 1][1])
    return min(cuts, default=None)


def divide(form: Form, row: list[list[Group]]) -> list[list[Group]]:
    """Columns under one heading become columns of their own; the row with them, empty where there are none."""
    parts = [apart(stand) for stand in row]
    if all(len(part) < 2 for part in parts):
        return []
    form.spans = [max(1, len(part)) for part in parts]
    form.columns = [
        edge for whole, part in zip(form.columns, parts, strict=True)
        for edge in (map(edges, map(flat, part)) if len(part) > 1 else [whole])
    ]  # fmt: skip
    return [piece for part in parts for piece in (part or [[]])]


def apart(stand: list[Group]) -> list[list[Group]]:
    """The groups of a column, in several where wide gaps part them."""
    found: list[list[Group]] = []
    for group in stand:
        if found and edges(group)[0] - edges(found[-1][-1])[1] < group[0].size * APART:
            found[-1].append(group)
        else:
            found.append([group])
    return found


def flat(stand: list[Group]) -> Group:
    """The groups of a column as one."""
    return [part for group in stand for part in group]


def drawn_form(form: Form, index: int) -> DrawnTable:
    """A form as a table; places with nothing in them are empty cells."""
    first, last = form.head[0][0], form.words()[-1]
    place = f"page[{first.page}]/table[{index}]"
    starts = [sum(form.spans[:i]) for i in range(len(form.spans))]
    cells = [
        cell(group, f"{place}/row[1]/cell[{i + 1}]", 0, starts[i], form.spans[i]) for i, group in enumerate(form.head)
    ]
    cells += [cell(group, f"{place}/row[{r + 1}]/cell[{c + 1}]", r, c)
              for r, row in enumerate(form.rows, 1) for c, group in enumerate(row)]  # fmt: skip
    table = Table(anchor=place, cells=tuple(cells), rows=len(form.rows) + 1, columns=len(form.columns), page=first.page)
    return DrawnTable(table=table, top=first.top, bottom=last.base, xs=tuple(low for low, _ in form.columns))


def cell(group: Group, place: str, row: int, column: int, colspan: int = 1) -> Cell:
    """A cell of the words of its lines; an empty one is found at its place in the table."""
    place = anchor(group) if group else place
    return Cell(text=shown(group), anchor=place, row=row, column=column, colspan=colspan,
                bold=bool(group) and all(word.bold for word in group))  # fmt: skip
