"""The workbook in which people answer for a final version, out and in: a statement, what may be published, what is waived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from tongket.exchange.workbook import CellLook, Column, Sheet, SheetCell, Workbook, words
from tongket.problems import MalformedError, Problem, Where, register, translate
from tongket.reports import MARK, FormColumn
from tongket.vietnamese import search_key

register(
    {
        "approval.not_readable": "the workbook of approvals cannot be read ({reason}); use the one that the review wrote.",
        "approval.by": "row {row}: it is answered with yes and nobody is named; write who answers for it.",
    }
)
YES = "yes"
COLUMNS = (
    ("Key", 4),
    ("No.", 5),
    ("What is to be answered for", 78),
    ("Answer", 12),
    ("Who, and in which post", 28),
    ("Reason", 20),
)
READ = {0: FormColumn.KEY, 3: FormColumn.STATE, 4: FormColumn.VALUE, 5: FormColumn.NOTE}


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRow:
    """Something to be answered for by name; ``key`` is what the answer is tied to."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A person's yes."""

    key: str
    by: str
    reason: str = ""


def approval_workbook(rows: Sequence[ApprovalRow], title: str) -> Workbook:
    """The workbook, one row for each."""
    yes = translate(YES, "vi")
    note = translate(
        "Answer with yes and a name where you answer for it; a final version needs every row that it names.", "vi"
    )
    lines: list[tuple[SheetCell, ...]] = [
        tuple(words(READ[i].name_in_sheet if i in READ else "") for i in range(len(COLUMNS))),
        (words(""), words(title.upper(), CellLook.TITLE, columns=len(COLUMNS) - 1)),
        (words(""), words(note, CellLook.NOTE, columns=len(COLUMNS) - 1)),
        tuple(words(translate(name, "vi"), CellLook.HEADER) for name, _ in COLUMNS),
    ]
    for i, row in enumerate(rows, start=1):
        blank = (words("", CellLook.INPUT),) * 3
        lines.append((words(row.key), SheetCell(value=i, centred=True), words(row.text), *blank))
    columns = tuple(
        Column(
            width=width,
            hidden=i == 0,
            choices=(yes,) if name == "Answer" else (),
            prompt=note if name == "Answer" else "",
        )
        for i, (name, width) in enumerate(COLUMNS)
    )
    sheet = Sheet(name=translate("Final version", "vi"), columns=columns, rows=tuple(lines), header=3, repeated=3,
                  hidden_rows=(0,), protected=True, growing=True)  # fmt: skip
    return Workbook(title=title, sheets=(sheet,))


def read_approvals(path: Path) -> dict[str, Approval]:
    """What was answered with yes, by key; MalformedError where the workbook is none, or a yes has no name."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (OSError, CalamineError) as error:
        raise MalformedError([_problem(path, "approval.not_readable", reason=str(error))]) from error
    rows, names = next(((s, n) for s in sheets if (n := _names(s))), ([], {}))
    if not names:
        raise MalformedError([_problem(path, "approval.not_readable", reason="–")])
    found: dict[str, Approval] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows, start=1):
        told = {column: str(row[place]).strip() if place < len(row) else "" for column, place in names.items()}
        if told[FormColumn.KEY].startswith(MARK) or search_key(told[FormColumn.STATE]) != search_key(
            translate(YES, "vi")
        ):
            continue
        if not told[FormColumn.VALUE]:
            problems.append(_problem(path, "approval.by", row=str(number)))
        key = told[FormColumn.KEY]
        found[key] = Approval(key=key, by=told[FormColumn.VALUE], reason=told[FormColumn.NOTE])
    if problems:
        raise MalformedError(problems)
    return found


def _names(rows: Sequence[Sequence[object]]) -> Mapping[FormColumn, int]:
    """The columns by their hidden names."""
    words_of = {column.name_in_sheet: column for column in READ.values()}
    for row in rows[:20]:
        found = {words_of[str(cell)]: i for i, cell in enumerate(row) if str(cell) in words_of}
        if len(found) == len(words_of):
            return found
    return {}


def _problem(path: Path, code: str, **fields: str) -> Problem:
    return Problem(code=code, where=Where(file=str(path)), fields=fields)
