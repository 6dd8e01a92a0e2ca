"""The hidden names in a collection form: which cells of its sheets are answers, wherever they have been pushed."""

from collections.abc import Iterator
from dataclasses import dataclass

from tongket.reading.blocks import FilledForm, FilledRow
from tongket.reading.formats.sheet_cells import name
from tongket.reading.formats.sheet_rows import Places
from tongket.reading.formats.xlsx_values import Value
from tongket.reading.table_cells import Cell
from tongket.reports import MARK, FormColumn, FormIdentity, RowKind
from tongket.vietnamese import nfc

NARRATIVE = f"{RowKind.NARRATIVE.value}:"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """A visible sheet of a form: what it shows and what it hides, by (row, column)."""

    name: str
    shown: Places
    concealed: Places


def identity_of(cells: Places) -> FormIdentity | None:
    """What a hidden sheet says of the workbook; None where it is not ours."""
    rows = sorted({row for row, _ in cells})
    told = [[cells[row, c].text.strip() for c in sorted(c for r, c in cells if r == row)] for row in rows]
    return FormIdentity.of((nfc(row[0]), nfc(row[1])) for row in told if len(row) > 1)


def filled_form(identity: FormIdentity, sheets: list[FormSheet]) -> FilledForm:
    """The answers of a form, sheet by sheet."""
    return FilledForm(identity=identity, rows=tuple(row for sheet in sheets for row in filled_rows(sheet)))


def own_names(sheet: FormSheet) -> set[tuple[int, int]]:
    """The places of the hidden names themselves."""
    columns = named_columns(sheet)
    if columns is None:
        return set()
    names_row, by_column = columns
    keys = {c for c, column in by_column.items() if column is FormColumn.KEY}
    return {(r, c) for r, c in sheet.concealed if r == names_row or c in keys}


def named_columns(sheet: FormSheet) -> tuple[int, dict[int, FormColumn]] | None:
    """The row of the names, and the columns they name; None where the sheet has none."""
    words = {column.name_in_sheet: column for column in FormColumn}
    found: dict[int, dict[int, FormColumn]] = {}
    for (row, column), value in (*sheet.concealed.items(), *sheet.shown.items()):
        if value.text.startswith(MARK) and value.text in words:
            found.setdefault(row, {})[column] = words[value.text]
    first = min((r for r, columns in found.items() if FormColumn.KEY in columns.values()), default=None)
    return (first, found[first]) if first is not None else None


def filled_rows(sheet: FormSheet) -> Iterator[FilledRow]:
    """The rows in which something is filled in. A row without a key that somebody inserted among the lines of a text
    belongs to the text above it; among figures it has no key, and its reader says so."""
    named = named_columns(sheet)
    if named is None:
        return
    names_row, columns = named
    key_column = next(c for c, column in columns.items() if column is FormColumn.KEY)
    read = {column: c for c, column in columns.items() if column is not FormColumn.KEY}
    key = ""
    for row in sorted({r for r, _ in (*sheet.shown, *sheet.concealed) if r > names_row}):
        own = sheet.concealed.get((row, key_column)) or sheet.shown.get((row, key_column))
        key = own.text.strip() if own is not None else key if key.startswith(NARRATIVE) else ""
        cells: dict[FormColumn, Cell] = {
            column: cell(sheet.name, row, c, sheet.shown[row, c])
            for column, c in read.items()
            if (row, c) in sheet.shown
        }
        if cells:
            yield FilledRow(key=key, cells=cells)


def cell(sheet: str, row: int, column: int, value: Value) -> Cell:
    """One answer with its address."""
    anchor = f"{sheet}!{name(row, column)}"
    return Cell(text=value.text, anchor=anchor, row=row, column=column, number=value.number, percent=value.percent)
