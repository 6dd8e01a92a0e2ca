"""The workbook in which people answer, out and in: one row for each doubt, worst first."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from tongket.exchange.workbook import CellLook, Column, Condition, ConditionKind, Sheet, SheetCell, Workbook, words
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
HEADER, INPUT = CellLook.HEADER, CellLook.INPUT
ANSWERS = {
    DecisionVerb.CONFIRM: "keep the figure as read",
    DecisionVerb.CORRECT: "correct it to the right figure",
    DecisionVerb.DROP: "leave the figure out",
    DecisionVerb.REASSIGN: "it belongs to the unit named",
    DecisionVerb.ACCEPT: "the point is right",
    DecisionVerb.WAIVE: "the point does not count",
    DecisionVerb.RECEIVED_ELSEWHERE: "received outside the system",
}
"""Answers in words (English msgids)."""
COLUMNS = (
    ("No.", 5), ("Level", 9), ("Org unit", 20), ("Period", 8), ("Indicator", 22), ("Text in the document", 16), ("Read as", 12),
    ("Point to review", 40), ("Right figure", 13), ("Answer", 20), ("Reason", 22), ("Who decides", 16), ("Source", 10), ("Key", 4),
)  # fmt: skip
RIGHT, ANSWER, REASON, BY, KEY = 8, 9, 10, 11, 13
LETTERS = "ABCDEFGHIJKLMN"
"""Of the columns, as Excel names them."""
NEEDS_REASON = {DecisionVerb.DROP, DecisionVerb.WAIVE, DecisionVerb.CORRECT, DecisionVerb.REASSIGN}
TOP = 2
"""Rows above the header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow:
    """A matter to decide, in words, with what a decision on it is tied to; ``answered`` is the decision it has."""

    level: str
    org_unit: str
    period: str
    indicator: str
    text: str
    read: str
    matter: str
    link: str
    subject: DecisionSubject
    proposed: str = ""
    answered: Decision | None = None


def decisions_workbook(rows: Sequence[DoubtRow], *, title: str, by: str = "") -> Workbook:
    """The workbook: what is open, and on a second sheet what was answered. ``by`` is filled in where it is known."""
    waiting = [row for row in rows if row.answered is None]
    answered = [row for row in rows if row.answered is not None]
    sheets = [_sheet(translate("To decide", "vi"), title, waiting, by)]
    if answered:
        sheets.append(_sheet(translate("Decided", "vi"), title, answered, by))
    return Workbook(title=title, sheets=(*sheets, _guide()))


def _sheet(name: str, title: str, rows: Sequence[DoubtRow], by: str) -> Sheet:
    answers = tuple(translate(one, "vi") for one in ANSWERS.values())
    head = tuple(words(translate(column, "vi"), HEADER) for column, _ in COLUMNS)
    note = translate("Fill in the yellow columns only. Rows without an answer stay open.", "vi")
    columns = tuple(
        Column(width=width, choices=answers if i == ANSWER else (), prompt=note, hidden=i == KEY)
        for i, (_, width) in enumerate(COLUMNS)
    )
    lines: list[tuple[SheetCell, ...]] = [
        (words(title.upper(), CellLook.TITLE, columns=KEY),),
        (words(note, CellLook.NOTE, columns=KEY),),
        head,
    ]
    lines += [_row(i, row, by) for i, row in enumerate(rows, start=1)]
    filled = Condition(kind=ConditionKind.FILLED, column=ANSWER, tone="good")
    return Sheet(
        name=name, columns=columns, rows=tuple(lines), header=TOP, filter=True, protected=True, frozen_columns=3,
        conditions=(filled,),
    )  # fmt: skip


def _row(number: int, row: DoubtRow, by: str) -> tuple[SheetCell, ...]:
    given = row.answered
    right = right_of(given) if given else ""
    return (
        SheetCell(value=number),
        words(row.level),
        words(row.org_unit),
        words(row.period),
        words(row.indicator),
        words(row.text),
        words(row.read),
        words(row.matter),
        words(right, INPUT),
        words(translate(ANSWERS[given.verb], "vi") if given else "", INPUT),
        words(given.reason if given else "", INPUT),
        words(given.by if given else by, INPUT),
        words(translate("open", "vi"), link=row.link) if row.link else words(""),
        words(key_of(row.subject)),
    )


def right_of(decision: Decision) -> str:
    """What stands in the column of the right figure: the number, or the codes of what is meant instead."""
    if decision.value is not None:
        return f"{decision.value:f}".replace(".", ",")
    return "; ".join(one for one in (decision.to, decision.to_indicator, decision.to_period) if one)


def key_of(subject: DecisionSubject) -> str:
    """What ties a row to its subject, as text."""
    return json.dumps({k: str(v) for k, v in asdict(subject).items() if v}, ensure_ascii=False, sort_keys=True)


def _guide() -> Sheet:
    lines = (
        "One row for each point, the worst first. Look at the source, then choose an answer.",
        "keep the figure as read: the machine read it right and it counts.",
        "correct it to the right figure: write the figure in the column Right figure.",
        "leave the figure out: it enters no total.",
        "it belongs to the unit named: write the code of the unit in the column Right figure.",
        "the point is right: what it concerns stays out of the totals until the unit corrects it.",
        "the point does not count: say why; the figure then enters the totals and the reason stays visible.",
        "received outside the system: the report came by another way; the unit is neither missing nor late.",
        "Save the file and run the review again with --decisions and its name.",
    )
    rows: list[tuple[SheetCell, ...]] = [(words(translate("HOW TO DECIDE", "vi"), CellLook.TITLE),)]
    rows += [(words(translate(line, "vi")),) for line in lines]
    return Sheet(name=translate("Guide", "vi"), columns=(Column(width=110),), rows=tuple(rows), landscape=False)


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
        if head is None:
            continue
        found = True
        for i, row in enumerate(rows[head + 1 :], start=head + 2):
            cells = [_shown(cell) for cell in row]
            if len(cells) > KEY and cells[ANSWER]:
                decision, wrong = _decision(cells, f"{path.name}, {name}!", i)
                problems += wrong
                decisions += [decision] if decision is not None else []
    if not found:
        problems.append(Problem(code="decisions.no_table", where=Where(file=str(path))))
    return tuple(decisions), tuple(problems)


def _head(rows: Sequence[Sequence[object]]) -> int | None:
    """The row of the header: the one whose last column is the key's."""
    key = search_key(translate("Key", "vi"))
    for i, row in enumerate(rows[:20]):
        if len(row) > KEY and search_key(str(row[KEY])) == key:
            return i
    return None


def _decision(cells: Sequence[str], sheet: str, row: int) -> tuple[Decision | None, list[Problem]]:
    verbs = {search_key(translate(text, "vi")): verb for verb, text in ANSWERS.items()}
    verb = verbs.get(search_key(cells[ANSWER]))
    subject = _subject(cells[KEY])
    problems = list(_faults(cells, verb, subject, sheet, row))
    if problems or verb is None or subject is None:
        return None, problems
    value = parse_number(cells[RIGHT]) if verb is DecisionVerb.CORRECT else None
    to = cells[RIGHT] if verb is DecisionVerb.REASSIGN else ""
    place = f"{sheet}{LETTERS[ANSWER]}{row}"
    return Decision(verb=verb, subject=subject, by=cells[BY], reason=cells[REASON], value=value, to=to, place=place), []


def _faults(
    cells: Sequence[str], verb: DecisionVerb | None, subject: DecisionSubject | None, sheet: str, row: int
) -> Iterator[Problem]:
    def problem(code: str, at: int, **fields: str) -> Problem:
        return Problem(code=code, where=Where(file=f"{sheet}{LETTERS[at]}{row}"), fields=fields)

    if subject is None:
        yield problem("decisions.key", KEY)
    if verb is None:
        allowed = "; ".join(translate(one, "vi") for one in ANSWERS.values())
        yield problem("decisions.verb", ANSWER, value=cells[ANSWER], allowed=allowed)
        return
    said = cells[ANSWER]
    if subject is not None and not fits(verb, subject):
        yield problem("decisions.fit", ANSWER, verb=said)
    if not cells[BY]:
        yield problem("decisions.by", BY)
    against = subject is not None and subject.kind is SubjectKind.FINDING and verb is DecisionVerb.CONFIRM
    if (verb in NEEDS_REASON or against) and not cells[REASON]:
        yield problem("decisions.reason", REASON, verb=said)
    if verb in (DecisionVerb.CORRECT, DecisionVerb.REASSIGN) and not cells[RIGHT]:
        yield problem("decisions.right", RIGHT, verb=said, column=translate("Right figure", "vi"))
    elif verb is DecisionVerb.CORRECT and parse_number(cells[RIGHT]) is None:
        yield problem("decisions.number", RIGHT, value=cells[RIGHT])


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
