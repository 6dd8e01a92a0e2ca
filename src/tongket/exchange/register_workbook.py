"""The workbook of one org unit and one register: a row for each record, further sheets for the lines below them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.exchange.labelled_rows import letter_of
from tongket.exchange.workbook import CellLook, Column, Condition, ConditionKind, Sheet, SheetCell, Workbook, words
from tongket.problems import translate
from tongket.registers import FieldKind, Line, LineTable, Record, RecordField, RecordType, RecordValue, RegisterBook

HEADER, INPUT, NOTE, TITLE, PLAIN = (
    CellLook.HEADER, CellLook.INPUT, CellLook.NOTE, CellLook.TITLE, CellLook.PLAIN
)  # fmt: skip
WIDTHS = {
    FieldKind.TEXT: 34,
    FieldKind.CHOICE: 20,
    FieldKind.DAY: 12,
    FieldKind.YES_NO: 10,
    FieldKind.WHOLE: 12,
    FieldKind.DECIMAL: 12,
    FieldKind.COMPUTED: 12,
}
BLANK_RECORDS = 30
BLANK_LINES = 60
TOP = 2
"""Rows above the header."""
DECIMALS = 6
NUMBERS = (FieldKind.WHOLE, FieldKind.DECIMAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLabels:
    """The names of columns and sheets that every register has."""

    id: str
    record: str
    state: str
    check: str
    about: str
    register: str
    org_unit: str

    @classmethod
    def vietnamese(cls) -> "RegisterLabels":
        """As they stand in workbooks."""
        return cls(
            id=translate("Record code", "vi"),
            record=translate("Code of the record", "vi"),
            state=translate("State", "vi"),
            check=translate("Please look again", "vi"),
            about=translate("About", "vi"),
            register=translate("Register (code)", "vi"),
            org_unit=translate("Org unit (code)", "vi"),
        )


def record_id(kind: RecordType, org_unit: str, number: int) -> str:
    """The code of the n-th record of a unit in a register; it never changes."""
    return f"{kind.code}-{org_unit}-{number:04d}"


def next_number(kind: RecordType, org_unit: str, ids: Sequence[str]) -> int:
    """The first number that no code of the register has."""
    start = f"{kind.code}-{org_unit}-"
    used = [int(one[len(start) :]) for one in ids if one.startswith(start) and one[len(start) :].isdigit()]
    return max(used, default=0) + 1


def register_workbook(
    kind: RecordType, book: RegisterBook, *, unit_name: str, pack: str, blank: int = BLANK_RECORDS
) -> Workbook:
    """The workbook with the records there are and rows for more, each with its code already."""
    labels = RegisterLabels.vietnamese()
    sheets = [_records(kind, book, labels, unit_name, blank)]
    sheets += [_lines(table, book, labels, blank and BLANK_LINES) for table in kind.lines]
    about = (
        (labels.register, kind.code),
        (translate("Register", "vi"), kind.name),
        (labels.org_unit, book.org_unit),
        (translate("Org unit", "vi"), unit_name),
        (translate("Pack", "vi"), pack),
    )
    rows = tuple((words(name, HEADER), words(value)) for name, value in about)
    guide = tuple((words(line, NOTE, columns=2),) for line in _guide(kind))
    sheets.append(Sheet(name=labels.about, columns=(Column(width=22), Column(width=80)), rows=(*rows, *guide)))
    return Workbook(title=f"{kind.name} – {unit_name}", sheets=tuple(sheets))


def _guide(kind: RecordType) -> Iterator[str]:
    yield kind.purpose
    yield translate("Fill in the yellow cells. Each row has its code already; leave the codes as they are.", "vi")
    yield translate("The last column says what to look at again; nothing keeps you from saving.", "vi")
    yield translate("On the other sheets a line begins with the code of its record.", "vi")
    yield translate("Columns and rows may be added. Save as .xlsx and send the file.", "vi")


def _records(kind: RecordType, book: RegisterBook, labels: RegisterLabels, unit_name: str, blank: int) -> Sheet:
    names = [labels.id, *(one.label for one in kind.fields), labels.state, labels.check]
    width = len(names)
    first = next_number(kind, book.org_unit, [record.id for record in book.records])
    empty = [
        Record(id=record_id(kind, book.org_unit, first + i), record_type=kind.code, org_unit=book.org_unit, state="", values={})
        for i in range(blank)
    ]  # fmt: skip
    rows: list[tuple[SheetCell, ...]] = [
        (words(kind.name.upper(), TITLE, columns=width),),
        (words(f"{unit_name}. {kind.purpose}", NOTE, columns=width),),
        tuple(words(name, HEADER) for name in names),
    ]
    for record in (*book.records, *empty):
        rows.append(_record(kind, record, len(rows) + 1))
    columns = (Column(width=24), *(_column(one) for one in kind.fields), _states(kind), Column(width=34))
    filled = Condition(kind=ConditionKind.FILLED, column=width - 1, tone="warn")
    return Sheet(
        name=translate("Register", "vi"), columns=columns, rows=tuple(rows), header=TOP, filter=True, frozen_columns=2,
        conditions=(filled,),
    )  # fmt: skip


def _states(kind: RecordType) -> Column:
    return Column(width=16, choices=tuple(kind.lifecycle.states.values()), prompt=translate("Choose the state", "vi"))


def _column(field: RecordField) -> Column:
    choices = tuple(field.choices.values())
    if field.kind is FieldKind.YES_NO:
        choices = (translate("yes", "vi"), translate("no", "vi"))
    prompt = translate("Day, as 05/01/2024", "vi") if field.kind is FieldKind.DAY else ""
    return Column(width=WIDTHS[field.kind], choices=choices, prompt=prompt)


def _record(kind: RecordType, record: Record, line: int) -> tuple[SheetCell, ...]:
    cells = [words(record.id)]
    cells += [value_cell(field, record.values, record.as_written) for field in kind.fields]
    state = record.as_written.get("state") or kind.lifecycle.states.get(record.state, record.state)
    return (*cells, words(state, INPUT), SheetCell(formula=check_formula(kind, line), look=NOTE))


def value_cell(field: RecordField, values: Mapping[str, RecordValue], written: Mapping[str, str]) -> SheetCell:
    """The cell of a field: the value, or what was written where it could not be understood."""
    look = PLAIN if field.kind is FieldKind.COMPUTED else INPUT
    if field.code in written:
        return words(written[field.code], look)
    value = values.get(field.code)
    if value is None:
        return SheetCell(look=look, day=field.kind is FieldKind.DAY)
    if isinstance(value, bool):
        return words(translate("yes" if value else "no", "vi"), look)
    if isinstance(value, str):
        return words(field.choices.get(value, value), look)
    if isinstance(value, Decimal) and field.kind is FieldKind.WHOLE and not field.unit_of_measure:
        return SheetCell(value=value, look=look, grouped=False)
    if isinstance(value, Decimal):
        return SheetCell(
            value=round(value, 2) if field.kind is FieldKind.COMPUTED else value, look=look, decimals=DECIMALS
        )
    return SheetCell(value=value, look=look)


def _lines(table: LineTable, book: RegisterBook, labels: RegisterLabels, blank: int) -> Sheet:
    names = [labels.record, *(one.label for one in table.fields)]
    rows: list[tuple[SheetCell, ...]] = [
        (words(table.name.upper(), TITLE, columns=len(names)),),
        (
            words(
                translate("On the other sheets a line begins with the code of its record.", "vi"),
                NOTE,
                columns=len(names),
            ),
        ),
        tuple(words(name, HEADER) for name in names),
    ]
    for record in book.records:
        for line in record.lines.get(table.code, ()):
            rows.append(_line(table, record.id, line))
    rows += [_line(table, "", Line(values={})) for _ in range(blank)]
    columns = (Column(width=24), *(_column(one) for one in table.fields))
    return Sheet(name=table.name, columns=columns, rows=tuple(rows), header=TOP, filter=True)


def _line(table: LineTable, record: str, line: Line) -> tuple[SheetCell, ...]:
    return (words(record, INPUT), *(value_cell(one, line.values, line.as_written) for one in table.fields))


def check_formula(kind: RecordType, line: int) -> str:
    """What to look at again on a row, in one sentence; only functions that Excel 2013 and LibreOffice both know."""
    places = {one.code: f"{letter_of(i + 1)}{line}" for i, one in enumerate(kind.fields)}
    written = [places[one.code] for one in kind.fields if one.kind is not FieldKind.COMPUTED]
    tests = list(_tests(kind, places))
    text = '""'
    for test, sentence in reversed(tests):
        text = f'IF({test},"{sentence.replace(chr(34), chr(39))[:200]}",{text})'
    return f'=IF(COUNTA({",".join(written)})=0,"",{text})'


def _tests(kind: RecordType, places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for one in kind.fields:
        place = places[one.code]
        if one.required:
            yield f'{place}=""', translate("Still to be filled in: {name}.", "vi", name=one.name)
        if one.kind in (*NUMBERS, FieldKind.DAY):
            sort = "Write a number: {name}." if one.kind in NUMBERS else "Write a day: {name}."
            yield f'AND({place}<>"",NOT(ISNUMBER({place})))', translate(sort, "vi", name=one.name)
    for first, then in kind.orders:
        day, other = places[first], places[then]
        names = {"later": kind.field(then).name, "earlier": kind.field(first).name}
        sentence = translate("“{later}” is before “{earlier}”; correct one of the days.", "vi", **names)
        yield f"AND(ISNUMBER({day}),ISNUMBER({other}),{other}<{day})", sentence
