"""What a table itself says of its columns and rows: "3=1+2" under a header, "Tổng số (I+II)" before a row."""

import re
from collections.abc import Iterator

from tongket.checks.counting.grid import NumberGrid
from tongket.checks.counting.model import Equation

OWN = re.compile(r"\(?(\w{1,2})\)?\s*=\s*(.+)")
TERM = re.compile(r"([+-]?)\s*\(?(\w{1,2})\)?")
SUM = re.compile(r"[+-]?\s*\(?\w{1,2}\)?(\s*[+-]\s*\(?\w{1,2}\)?)+")
QUOTIENT = re.compile(r"\(?(\w{1,2})\)?\s*[/:]\s*\(?(\w{1,2})\)?\s*(?:[x×*]\s*100\s*%?)?")
IN_LABEL = re.compile(r"\(?\b((?:[IVX]{1,5}|[A-H]|\d{1,2})(?:\s*\+\s*(?:[IVX]{1,5}|[A-H]|\d{1,2}))+)\b\)?")


def stated_equations(grid: NumberGrid) -> Iterator[Equation]:
    """The equations that are written in the table."""
    yield from _of_columns(grid)
    yield from _of_rows(grid)


def _of_columns(grid: NumberGrid) -> Iterator[Equation]:
    if grid.numbering is None:
        return
    texts = {i: cell.text.strip() for i, cell in enumerate(grid.cells[grid.numbering]) if cell is not None}
    places = {_name(text): i for i, text in texts.items()}
    for column, text in texts.items():
        found = OWN.fullmatch(text)
        if found is None:
            continue
        quotient, names = QUOTIENT.fullmatch(found[2].strip()), TERM.findall(found[2])
        if quotient and {quotient[1], quotient[2]} <= places.keys():
            yield from _in_each_row(grid, column, ((1, places[quotient[1]]), (1, places[quotient[2]])), share=True)
        elif SUM.fullmatch(found[2].strip()) and {name for _, name in names} <= places.keys():
            parts = tuple((-1 if sign == "-" else 1, places[name]) for sign, name in names)
            yield from _in_each_row(grid, column, parts, share=False)


def _name(text: str) -> str:
    return text.partition("=")[0].strip("() ")


def _in_each_row(
    grid: NumberGrid, column: int, parts: tuple[tuple[int, int], ...], *, share: bool
) -> Iterator[Equation]:
    for row in range(grid.head, grid.table.rows):
        given = [(sign, (row, c)) for sign, c in parts if grid.numbers[row][c] is not None]
        whole = grid.numbers[row][parts[-1][1]]
        if share and len(given) == len(parts) and whole and grid.share((row, column)) is not None:
            yield Equation(total=(row, column), parts=tuple(given), share=True)
        elif not share and len(given) >= 2 and grid.numbers[row][column] is not None:
            yield Equation(total=(row, column), parts=tuple(given))


def _of_rows(grid: NumberGrid) -> Iterator[Equation]:
    """ "Tổng số (I+II)": the rows that bear these numbers."""
    rows: dict[str, int] = {}
    for i in range(grid.head, grid.table.rows):
        if grid.marks[i]:
            rows.setdefault(grid.marks[i], i)
    for i in range(grid.head, grid.table.rows):
        found = IN_LABEL.search(grid.raw_labels[i])
        names = re.split(r"\s*\+\s*", found[1]) if found else []
        if not names or not set(names) <= rows.keys() or i in (rows[name] for name in names):
            continue
        for column in grid.added:
            parts = tuple((1, (rows[name], column)) for name in names if grid.numbers[rows[name]][column] is not None)
            if len(parts) >= 2 and grid.numbers[i][column] is not None:
                yield Equation(total=(i, column), parts=parts)
