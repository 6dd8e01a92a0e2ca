"""The workbooks in which people answer: one row for each doubt, worst first; for the desk, and for a unit its own."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from tongket.exchange.decision_words import ANSWER, ANSWERS, DESK, KEY, UNIT, SheetWords
from tongket.exchange.workbook import CellLook, Column, Condition, ConditionKind, Sheet, SheetCell, Workbook, words
from tongket.problems import translate
from tongket.reports import Decision, DecisionSubject, fits

__all__ = ["ANSWERS", "DoubtRow", "decisions_workbook", "key_of", "right_of", "unit_sheet"]

HEADER, INPUT = CellLook.HEADER, CellLook.INPUT
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
    where: str = ""
    """The place in the report, in words that people can follow."""
    answered: Decision | None = None


def decisions_workbook(rows: Sequence[DoubtRow], *, title: str, by: str = "") -> Workbook:
    """The workbook of the desk: what is open, and on a second sheet what was answered. ``by`` is filled in where it is
    known."""
    waiting = [row for row in rows if row.answered is None]
    answered = [row for row in rows if row.answered is not None]
    sheets = [_sheet(DESK, translate("To decide", "vi"), title, [_desk_cells(row, by) for row in waiting])]
    if answered:
        cells = [_desk_cells(row, by) for row in answered]
        sheets.append(_sheet(DESK, translate("Decided", "vi"), title, cells))
    return Workbook(title=title, sheets=(*sheets, _guide(DESK)))


def unit_sheet(rows: Sequence[DoubtRow], *, title: str) -> Workbook:
    """The sheet in which one unit answers what concerns it."""
    sheet = _sheet(UNIT, translate("To answer", "vi"), title, [_unit_cells(row) for row in rows])
    return Workbook(title=title, sheets=(sheet, _guide(UNIT)))


def _sheet(how: SheetWords, name: str, title: str, rows: Sequence[tuple[SheetCell, ...]]) -> Sheet:
    head = tuple(words(translate(column, "vi"), HEADER) for column, _ in how.columns)
    note = translate(how.note, "vi")
    columns = tuple(Column(width=width, hidden=column == KEY) for column, width in how.columns)
    shown = len(how.columns) - 1
    lines: list[tuple[SheetCell, ...]] = [
        (words(title.upper(), CellLook.TITLE, columns=shown),),
        (words(note, CellLook.NOTE, columns=shown),),
        head,
    ]
    lines += [(SheetCell(value=i, centred=True), *cells) for i, cells in enumerate(rows, start=1)]
    place = next(i for i, (column, _) in enumerate(how.columns) if column.startswith(ANSWER))
    filled = Condition(kind=ConditionKind.FILLED, column=place, tone="good")
    return Sheet(
        name=name, columns=columns, rows=tuple(lines), header=TOP, filter=True, protected=True, frozen_columns=3,
        conditions=(filled,),
    )  # fmt: skip


def _desk_cells(row: DoubtRow, by: str) -> tuple[SheetCell, ...]:
    given = row.answered
    return (
        words(row.level),
        words(row.org_unit),
        words(row.period),
        words(row.indicator),
        words(row.text),
        words(row.read),
        words(" ".join(one for one in (row.matter, row.proposed) if one)),
        words(right_of(given) if given else "", INPUT),
        _answer(DESK, row.subject, given),
        words(given.reason if given else "", INPUT),
        words(given.by if given else by, INPUT),
        words(translate("open", "vi"), link=row.link) if row.link else words(""),
        words(key_of(row.subject)),
    )


def _unit_cells(row: DoubtRow) -> tuple[SheetCell, ...]:
    return (
        words(row.period),
        words(row.indicator),
        words(row.text),
        words(row.where),
        words(row.matter),
        words(row.proposed),
        _answer(UNIT, row.subject, None),
        words("", INPUT),
        words("", INPUT),
        words("", INPUT),
        words(key_of(row.subject)),
    )


def _answer(how: SheetWords, subject: DecisionSubject, given: Decision | None) -> SheetCell:
    """The cell in which is chosen, with the answers that such a row can have."""
    choices = tuple(translate(text, "vi") for verb, text in how.answers.items() if fits(verb, subject))
    text = translate(how.answers[given.verb], "vi") if given else ""
    return SheetCell(value=text, look=INPUT, choices=choices)


def right_of(decision: Decision) -> str:
    """What stands in the column of the right figure: the number, or the codes of what is meant instead."""
    if decision.value is not None:
        return f"{decision.value:f}".replace(".", ",")
    return "; ".join(one for one in (decision.to, decision.to_indicator, decision.to_period) if one)


def key_of(subject: DecisionSubject) -> str:
    """What ties a row to its subject, as text."""
    return json.dumps({k: str(v) for k, v in asdict(subject).items() if v}, ensure_ascii=False, sort_keys=True)


def _guide(how: SheetWords) -> Sheet:
    rows: list[tuple[SheetCell, ...]] = [(words(translate("HOW TO DECIDE", "vi"), CellLook.TITLE),)]
    rows += [(words(translate(line, "vi")),) for line in how.guide]
    return Sheet(name=translate("Guide", "vi"), columns=(Column(width=110),), rows=tuple(rows), landscape=False)
