"""The answers in a workbook, found by the names of its columns: sorted, shortened and widened tables are read alike."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from tongket.exchange.decision_words import ANSWER, ANSWERS, BY, HEADS, KEY, REASON, RIGHT, UNIT_ANSWERS
from tongket.problems import Problem, Where, register, translate
from tongket.reports import Decision, DecisionSubject, DecisionVerb, SubjectKind, fits
from tongket.vietnamese import parse_number, search_key

register(
    {
        "decisions.fit": "The answer “{verb}” does not fit this row; choose another of the list.",
        "decisions.not_readable": "The workbook of decisions cannot be read ({reason}); save it as .xlsx and try again.",
        "decisions.no_table": "There is no table of decisions in the workbook; use the one that the review wrote.",
        "decisions.verb": "“{value}” is no answer; choose one of the list: {allowed}.",
        "decisions.number": "“{value}” is no number; write the right one as people do: 1.234,5.",
        "decisions.right": "The answer “{verb}” needs “{column}”; fill it in.",
        "decisions.by": "Nobody is named; write who decides.",
        "decisions.reason": "The answer “{verb}” needs a reason; write it.",
        "decisions.key": "The hidden key of this row is damaged; take the row anew from the review's workbook.",
    }
)
NEEDS_REASON = {DecisionVerb.DROP, DecisionVerb.WAIVE, DecisionVerb.CORRECT, DecisionVerb.REASSIGN}
HIGHEST = 20
"""The header is looked for in so many rows from the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredRow:
    """A row with the cells that are read, and where it stands."""

    cells: Mapping[str, str]
    columns: Mapping[str, int]
    sheet: str
    row: int

    def place(self, column: str) -> str:
        """The cell of a column, as "file, sheet!J4"."""
        return f"{self.sheet}{column_letters(self.columns[column])}{self.row}"

    def problem(self, code: str, column: str, /, **fields: str) -> Problem:
        """A problem with the cell of a column."""
        return Problem(code=code, where=Where(file=self.place(column)), fields=fields)


def column_letters(column: int) -> str:
    """A column (from 0) as Excel names it."""
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def read_decisions(path: Path) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The answers in a workbook and what is wrong with single ones; a faulty row is told and the others count."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except (OSError, CalamineError) as error:
        where = Where(file=str(path))
        return (), (Problem(code="decisions.not_readable", where=where, fields={"reason": str(error)}),)
    decisions: list[Decision] = []
    problems: list[Problem] = []
    found = False
    for name, rows in sheets:
        head = _head(rows)
        found = found or head is not None
        for row in _answered(rows, head, f"{path.name}, {name}!") if head else ():
            decision, wrong = _decision(row)
            problems += wrong
            decisions += [decision] if decision is not None else []
    if not found:
        problems.append(Problem(code="decisions.no_table", where=Where(file=str(path))))
    return tuple(decisions), tuple(problems)


def _head(rows: Sequence[Sequence[object]]) -> tuple[int, dict[str, int]] | None:
    """The row of the header and the columns that are read."""
    names = {search_key(translate(one, "vi")): column for column, several in HEADS.items() for one in several}
    for i, row in enumerate(rows[:HIGHEST]):
        columns = {names[key]: c for c, cell in enumerate(row) if (key := search_key(str(cell))) in names}
        if set(columns) == set(HEADS):
            return i, columns
    return None


def _answered(rows: Sequence[Sequence[object]], head: tuple[int, dict[str, int]], sheet: str) -> Iterator[AnsweredRow]:
    top, columns = head
    for i, row in enumerate(rows[top + 1 :], start=top + 2):
        cells = {name: _shown(row[c]) if c < len(row) else "" for name, c in columns.items()}
        if cells[ANSWER]:
            yield AnsweredRow(cells=cells, columns=columns, sheet=sheet, row=i)


def _decision(row: AnsweredRow) -> tuple[Decision | None, list[Problem]]:
    cells = row.cells
    said = {search_key(translate(text, "vi")): verb for verb, text in (*UNIT_ANSWERS.items(), *ANSWERS.items())}
    verb = said.get(search_key(cells[ANSWER]))
    subject = _subject(cells[KEY])
    problems = list(_faults(row, verb, subject))
    if problems or verb is None or subject is None:
        return None, problems
    value = parse_number(cells[RIGHT]) if verb is DecisionVerb.CORRECT else None
    to = cells[RIGHT] if verb is DecisionVerb.REASSIGN else ""
    return Decision(
        verb=verb,
        subject=subject,
        by=cells[BY],
        reason=cells[REASON],
        value=value,
        to=to,
        place=row.place(ANSWER),
    ), []


def _faults(row: AnsweredRow, verb: DecisionVerb | None, subject: DecisionSubject | None) -> Iterator[Problem]:
    cells = row.cells
    if subject is None:
        yield row.problem("decisions.key", KEY)
    if verb is None:
        allowed = "; ".join(translate(one, "vi") for one in ANSWERS.values())
        yield row.problem("decisions.verb", ANSWER, value=cells[ANSWER], allowed=allowed)
        return
    said = cells[ANSWER]
    if subject is not None and not fits(verb, subject):
        yield row.problem("decisions.fit", ANSWER, verb=said)
    if not cells[BY]:
        yield row.problem("decisions.by", BY)
    against = subject is not None and subject.kind is SubjectKind.FINDING and verb is DecisionVerb.CONFIRM
    if (verb in NEEDS_REASON or against) and not cells[REASON]:
        yield row.problem("decisions.reason", REASON, verb=said)
    if verb in (DecisionVerb.CORRECT, DecisionVerb.REASSIGN) and not cells[RIGHT]:
        yield row.problem("decisions.right", RIGHT, verb=said, column=translate("Right figure", "vi"))
    elif verb is DecisionVerb.CORRECT and parse_number(cells[RIGHT]) is None:
        yield row.problem("decisions.number", RIGHT, value=cells[RIGHT])


def _shown(cell: object) -> str:
    """A cell as people would write it: a stored number with a decimal comma."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")
    return str(cell).strip()


def _subject(text: str) -> DecisionSubject | None:
    try:
        given = json.loads(text)
        return DecisionSubject(**{**given, "kind": SubjectKind(given["kind"])})
    except (ValueError, KeyError, TypeError):
        return None
