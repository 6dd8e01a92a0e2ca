"""Lines set side by side in a PDF (letterhead, signatures): cut where they stand apart, read column by column."""

from collections.abc import Iterator
from itertools import pairwise

from tongket.reading.formats.aligned import LEAST_ROWS, Part, runs, table
from tongket.reading.formats.aligned import columns as column_edges
from tongket.reading.formats.pdf_bands import Band, Group, anchor, bands, edges, groups, shown
from tongket.reading.formats.pdf_lines import Line, line_of, opened
from tongket.reading.formats.pdf_paragraphs import Measure
from tongket.reading.formats.pdf_tables import DrawnTable

WIDE_GAP = 1.5
"""A gap of so many sizes of the letters parts a line into columns."""
NARROW_GAP = 0.67
"""So much is enough where the lines above or below are parted at the same place."""
NEAR = 1.8
"""A line of the left column stands at most so many usual distances below the one before."""


def without_tables(printed: list[Line], drawn: int) -> tuple[list[list[Line]], list[DrawnTable]]:
    """The lines outside tables that no rules are drawn for, each with its parts, and those tables.

    ``drawn`` other tables stand on the page.
    """
    rows = columns(printed)
    if sum(len(row) > 1 for row in rows) < LEAST_ROWS:
        return rows, []
    beside = bands(rows)
    parts = [parts_of(band) for band in beside]
    tables, inside = [], set()
    for index, (start, end) in enumerate(runs(parts), drawn + 1):
        lines = [line for band in beside[start:end] for row in band for line in row]
        done = table(parts[start:end], f"page[{lines[0].page}]/table[{index}]", lines[0].page)
        lefts = tuple(low for low, _ in column_edges(parts[start:end]))
        tables.append(DrawnTable(table=done, top=lines[0].top, bottom=lines[-1].base, xs=lefts))
        inside |= {line.number for line in lines}
    return columns([line for line in printed if line.number not in inside]) if tables else rows, tables


def parts_of(band: Band) -> list[Part]:
    """The parts of a row: as its line is parted, or as several lines leave room between them."""
    if len(band) == 1:
        return [part_of(line) for line in band[0]]
    return [part_of_group(group) for group in groups(band)]


def part_of_group(group: Group) -> Part:
    """What stands in one column of several lines as a part of a row."""
    left, right = edges(group)
    return Part(left=left, right=right, text=shown(group), anchor=anchor(group), bold=all(word.bold for word in group))


def part_of(line: Line) -> Part:
    """A line, or the part of one, as a part of a row."""
    end = line.offset + len(line.text)
    anchor = f"{line.anchor}:{line.offset}-{end}"
    return Part(left=line.left, right=line.right, text=line.text, anchor=anchor, bold=line.bold)


def reading_order(rows: list[list[Line]], area: Measure) -> list[Line]:
    """The lines as they are read: of lines in two columns first the left one, then the right one."""
    ordered: list[Line] = []
    index = 0
    while index < len(rows):
        end = block_end(rows, index, area) if len(rows[index]) == 2 else index + 1
        ordered += by_column(rows[index:end]) if end > index + 1 else rows[index]
        index = end
    return ordered


def block_end(rows: list[list[Line]], start: int, area: Measure) -> int:
    """The end of the run of rows that stand in the two columns of row ``start``."""
    low, high = rows[start][0].right, rows[start][1].left
    last, end = rows[start][0].base, start + 1
    while end < len(rows):
        left, right = sorted_out(rows[end], low, high)
        if len(left) + len(right) < len(rows[end]) or len(rows[end]) > 2:
            break
        if left and not right and last - left[0].base > area.leading * NEAR:
            break
        low, high = max([low, *[p.right for p in left]]), min([high, *[p.left for p in right]])
        last = left[0].base if left else last
        end += 1
    return end


def sorted_out(row: list[Line], low: float, high: float) -> tuple[list[Line], list[Line]]:
    """The parts of a row that end left of the gap between the columns, and those that begin right of it."""
    middle = (low + high) / 2
    return [p for p in row if p.right < middle], [p for p in row if p.left > middle]


def by_column(rows: list[list[Line]]) -> Iterator[Line]:
    """The parts of the rows, the left column first."""
    middle = (rows[0][0].right + rows[0][1].left) / 2
    for side in (True, False):
        for row in rows:
            for part in row:
                if (part.left < middle) == side:
                    yield alone(part)


def alone(line: Line) -> Line:
    """The line as one that continues nothing: what stands in a column is joined by nobody."""
    return line._replace(parted=True)


def gaps(line: Line, least: float) -> list[int]:
    """The runs before which the line has a gap of at least ``least`` sizes."""
    if len(line.runs) == 1:
        return []
    width = line.size * least
    return [i for i, (before, run) in enumerate(pairwise(line.runs), 1) if run.left - before.right >= width]


def parted(line: Line, places: list[int]) -> list[Line]:
    """The line cut before the runs at ``places``."""
    if not places:
        return [line]
    parts, offset = [], line.offset
    for start, end in zip([0, *places], [*places, len(line.runs)], strict=True):
        part = line_of(line.page, line.number, line.runs[start:end], offset, parted=True)
        parts.append(part)
        offset += len(part.text) + 1
    return parts


def columns(lines: list[Line]) -> list[list[Line]]:
    """Each line with its parts: wide gaps part it, and narrow ones that continue a wide gap of its neighbours."""
    lines = [opened(line, WIDE_GAP) for line in lines]
    wide = [gaps(line, WIDE_GAP) for line in lines]
    if not any(wide):
        return [[line] for line in lines]
    beside = [[n for n in (index - 1, index + 1) if 0 <= n < len(lines) and wide[n]] for index in range(len(lines))]
    for index in [index for index, near in enumerate(beside) if near]:
        lines[index] = opened(lines[index], NARROW_GAP)
        wide[index] = gaps(lines[index], WIDE_GAP)
    parts = []
    for line, own, near in zip(lines, wide, beside, strict=True):
        narrow = gaps(line, NARROW_GAP) if near else []
        more = [g for g in narrow if any(meets(line, g, lines[n], wide[n]) for n in near)]
        parts.append(parted(line, sorted({*own, *more}) if more else own))
    return parts


def meets(line: Line, gap: int, other: Line, others: list[int]) -> bool:
    """Whether a gap lies over one of a neighbouring line."""
    low, high = line.runs[gap - 1].right, line.runs[gap].left
    return any(low < other.runs[o].left and other.runs[o - 1].right < high for o in others)
