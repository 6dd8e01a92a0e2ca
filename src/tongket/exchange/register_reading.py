"""A filled-in register read again: every row counts, what is wrong is told cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tongket.exchange.labelled_rows import LabelledRow, labelled_rows, open_workbook, plain, shown
from tongket.exchange.register_workbook import RegisterLabels, next_number, record_id
from tongket.problems import Problem, Where
from tongket.registers import (
    FieldKind,
    Line,
    Record,
    RecordField,
    RecordType,
    RecordValue,
    RegisterBook,
    WrongCellError,
    computed,
    order_faults,
    parse_cell,
)


@dataclass(slots=True)
class _Cells:
    """What the cells of a row give."""

    values: dict[str, RecordValue] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_register(path: Path, kinds: Mapping[str, RecordType]) -> tuple[RegisterBook | None, tuple[Problem, ...]]:
    """The register in a workbook, None where it is none of ``kinds``, and all that is wrong with its cells."""
    opened = open_workbook(path)
    if isinstance(opened, Problem):
        return None, (opened,)
    labels = RegisterLabels.vietnamese()
    about = {}
    if labels.about in opened.sheet_names:
        rows = opened.get_sheet_by_name(labels.about).to_python()
        about = {shown(plain(row[0])): shown(plain(row[1])) for row in rows if len(row) > 1}
    kind = kinds.get(about.get(labels.register, ""))
    org_unit = about.get(labels.org_unit, "")
    if kind is None or not org_unit:
        return None, (Problem(code="registers.not_a_register", where=Where(file=path.name)),)
    names = [labels.id, labels.state, *(one.label for one in kind.fields)]
    rows_found = labelled_rows(opened, names, [labels.id, kind.fields[0].label], file=path.name)
    reader = _BookReader(kind, org_unit, labels)
    reader.records(rows_found)
    for table in kind.lines:
        columns = [labels.record, *(one.label for one in table.fields)]
        reader.lines(
            table.code, table.fields, labelled_rows(opened, columns, columns[:2], file=path.name, sheets=(table.name,))
        )
    return reader.book(), tuple(reader.problems)


class _BookReader:
    """Takes the rows of one register."""

    def __init__(self, kind: RecordType, org_unit: str, labels: RegisterLabels) -> None:
        self.kind, self.org_unit, self.labels = kind, org_unit, labels
        self.problems: list[Problem] = []
        self._rows: dict[str, tuple[LabelledRow, _Cells]] = {}
        self._lines: dict[str, dict[str, list[Line]]] = {}

    def records(self, rows: Sequence[LabelledRow]) -> None:
        """The rows of the first sheet; those that hold nothing but a code are left out."""
        ids = [row.text(self.labels.id) for row in rows]
        number = next_number(self.kind, self.org_unit, ids)
        written = [one.label for one in self.kind.fields if one.kind is not FieldKind.COMPUTED]
        for row in rows:
            if not any(row.cells.get(label) is not None for label in (*written, self.labels.state)):
                continue
            code = row.text(self.labels.id)
            if code in self._rows:
                other = str(self._rows[code][0].line)
                self.problems.append(row.problem("registers.id_twice", self.labels.id, id=code, other=other))
                code = ""
            if not code:
                code = record_id(self.kind, self.org_unit, number)
                number += 1
            cells = read_cells(row, self.kind.fields)
            self.problems += cells.problems
            self._rows[code] = (row, cells)

    def lines(self, table: str, fields: Sequence[RecordField], rows: Sequence[LabelledRow]) -> None:
        """The rows of a further sheet; a line without a record is told and kept out."""
        for row in rows:
            if not any(row.cells.get(one.label) is not None for one in fields):
                continue
            code = row.text(self.labels.record)
            if code not in self._rows:
                self.problems.append(row.problem("registers.line_without_record", self.labels.record, id=code))
                continue
            cells = read_cells(row, fields)
            self.problems += cells.problems
            line = Line(values=cells.values, as_written=cells.written, place=place_of(row))
            self._lines.setdefault(code, {}).setdefault(table, []).append(line)

    def book(self) -> RegisterBook:
        """All that was read."""
        records = tuple(self._record(code, row, cells) for code, (row, cells) in self._rows.items())
        return RegisterBook(record_type=self.kind.code, org_unit=self.org_unit, records=records)

    def _record(self, code: str, row: LabelledRow, cells: _Cells) -> Record:
        state = self._state(row, cells)
        lines = {table: tuple(found) for table, found in self._lines.get(code, {}).items()}
        record = Record(
            id=code, record_type=self.kind.code, org_unit=self.org_unit, state=state, values=cells.values, lines=lines,
            as_written=cells.written, place=place_of(row),
        )  # fmt: skip
        for earlier, later in order_faults(record, self.kind):
            told = row.problem("registers.order", later.label, later=later.name, earlier=earlier.name)
            self.problems.append(told)
        return computed(record, self.kind)

    def _state(self, row: LabelledRow, cells: _Cells) -> str:
        text = row.text(self.labels.state)
        code = self.kind.lifecycle.named(text) if text else self.kind.lifecycle.initial
        if code is None:
            allowed = ", ".join(self.kind.lifecycle.states.values())
            self.problems.append(row.problem("registers.state", self.labels.state, value=text, allowed=allowed))
            cells.written["state"] = text
            return self.kind.lifecycle.initial
        return code


def place_of(row: LabelledRow) -> str:
    """File, sheet and row."""
    return f"{row.file}, {row.sheet}!{row.line}"


def read_cells(row: LabelledRow, fields: Sequence[RecordField]) -> _Cells:
    """The values of a row; a cell that cannot be understood is told and kept as it was written."""
    found = _Cells()
    for one in fields:
        cell = row.cells.get(one.label)
        try:
            found.values[one.code] = parse_cell(one, cell)
        except WrongCellError as error:
            text = shown(cell)
            found.values[one.code] = None
            if error.kept and text:
                found.written[one.code] = text
            found.problems += _told(row, one, error, text)
    return found


def _told(row: LabelledRow, one: RecordField, error: WrongCellError, text: str) -> Iterator[Problem]:
    fields = {"value": text if error.kept else "", "name": one.name, "allowed": ", ".join(one.choices.values())}
    yield Problem(code=error.code, where=row.where(one.label), fields=fields)
