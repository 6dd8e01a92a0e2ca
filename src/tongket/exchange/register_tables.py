"""Tables made from registers: who was covered in which year, and money in time."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from tongket.exchange.labelled_rows import letter_of
from tongket.exchange.workbook import CellLook, Column, Sheet, SheetCell, Workbook, formula, number, words
from tongket.problems import translate

HEADER, TITLE, NOTE, TOTAL = CellLook.HEADER, CellLook.TITLE, CellLook.NOTE, CellLook.TOTAL
Row = tuple[SheetCell, ...]


def coverage_workbook(title: str, base: str, years: Sequence[int], rows: Mapping[str, Mapping[int, int]]) -> Workbook:
    """A row for each org unit (by name) and a column for each year with how many times; those never covered come first."""
    head = (translate("Org unit", "vi"), *map(str, years), translate("At least once", "vi"))
    width = len(head)
    lines: list[Row] = [
        (words(title.upper(), TITLE, columns=width),),
        (words(base, NOTE, columns=width),),
        tuple(words(one, HEADER) for one in head),
    ]
    last = letter_of(len(years))
    ordered = sorted(rows.items(), key=lambda row: (sum(row[1].values()) > 0, row[0]))
    for name, counts in ordered:
        line = len(lines) + 1
        covered = int(any(counts.values()))
        cells = [number(counts.get(year) or None, decimals=0) for year in years]
        lines.append((words(name), *cells, formula(f"=IF(SUM(B{line}:{last}{line})>0,1,0)", covered, decimals=0)))
    end = len(lines)
    sums: list[SheetCell] = []
    for i, year in enumerate(years, start=1):
        covered = sum(1 for counts in rows.values() if counts.get(year))
        sums.append(formula(f"=COUNT({letter_of(i)}4:{letter_of(i)}{end})", covered, TOTAL, decimals=0))
    whole = sum(1 for counts in rows.values() if any(counts.values()))
    letter = letter_of(width - 1)
    sums.append(formula(f"=SUM({letter}4:{letter}{end})", whole, TOTAL, decimals=0))
    lines.append((words(translate("Units covered", "vi"), TOTAL), *sums))
    columns = (Column(width=34), *(Column(width=9) for _ in years), Column(width=14))
    sheet = Sheet(name=translate("Coverage", "vi"), columns=columns, rows=tuple(lines), header=2, landscape=False)
    return Workbook(title=title, sheets=(sheet,))


MoneyRow = tuple[str, str, Decimal, date, Decimal, date | None, int, Decimal]
"""Org unit, line, planned, due, allocated by 31/3, day on which all was there, days late, spent."""


def money_workbook(title: str, base: str, rows: Sequence[MoneyRow]) -> Workbook:
    """A row for each budget line with its dates and days late; sums below."""
    head = (
        "Org unit",
        "Budget line",
        "Planned",
        "Due on",
        "Allocated by 31/3",
        "Share by 31/3",
        "All there on",
        "Days late",
        "Spent",
    )
    lines: list[Row] = [
        (words(title.upper(), TITLE, columns=len(head)),),
        (words(base, NOTE, columns=len(head)),),
        tuple(words(translate(one, "vi"), HEADER) for one in head),
    ]
    for unit, line, planned, due, early, reached, late, spent in rows:
        place = len(lines) + 1
        lines.append(
            (
                words(unit),
                words(line),
                number(planned, decimals=3),
                SheetCell(value=due),
                number(early, decimals=3),
                _share(place, planned, early, CellLook.PLAIN),
                SheetCell(value=reached),
                number(late, decimals=0),
                number(spent, decimals=3),
            )
        )
    end = len(lines)
    planned = sum((row[2] for row in rows), Decimal(0))
    early = sum((row[4] for row in rows), Decimal(0))
    spent = sum((row[7] for row in rows), Decimal(0))
    lines.append(
        (
            words(translate("Total", "vi"), TOTAL, columns=2),
            formula(f"=SUM(C4:C{end})", planned, TOTAL, decimals=3),
            words("", TOTAL),
            formula(f"=SUM(E4:E{end})", early, TOTAL, decimals=3),
            _share(end + 1, planned, early, TOTAL),
            words("", TOTAL),
            formula(f"=MAX(H4:H{end})", max((row[6] for row in rows), default=0), TOTAL, decimals=0),
            formula(f"=SUM(I4:I{end})", spent, TOTAL, decimals=3),
        )
    )
    widths = (26, 40, 12, 12, 14, 12, 12, 10, 12)
    sheet = Sheet(
        name=translate("Budget", "vi"), columns=tuple(Column(width=w) for w in widths), rows=tuple(lines), header=2
    )
    return Workbook(title=title, sheets=(sheet,))


def _share(line: int, planned: Decimal, early: Decimal, look: CellLook) -> SheetCell:
    value = early * 100 / planned if planned else None
    return formula(f'=IF(C{line}>0,E{line}/C{line}*100,"")', value, look, decimals=1, percent=True)
