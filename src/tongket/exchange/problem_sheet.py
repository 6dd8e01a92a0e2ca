"""What is wrong in workbooks, as a workbook: file, cell, what to do."""

from collections.abc import Sequence

from tongket.exchange.workbook import CellLook, Column, Sheet, SheetCell, Workbook, words
from tongket.problems import Problem, message, translate


def problem_sheet(problems: Sequence[Problem]) -> Workbook:
    """A row for each problem."""
    title = translate("Cells to look at again", "vi")
    head = ("File", "Place", "What to do")
    rows: list[tuple[SheetCell, ...]] = [
        (words(title.upper(), CellLook.TITLE, columns=len(head)),),
        tuple(words(translate(name, "vi"), CellLook.HEADER) for name in head),
    ]
    rows += [(words(one.where.file), words(one.where.anchor or one.where.key), words(_said(one))) for one in problems]
    columns = (Column(width=36), Column(width=24), Column(width=100))
    return Workbook(title=title, sheets=(Sheet(name=title, columns=columns, rows=tuple(rows), header=1, filter=True),))


def _said(problem: Problem) -> str:
    """The sentence without the place, which stands beside it."""
    return message(Problem(code=problem.code, severity=problem.severity, fields=problem.fields))
