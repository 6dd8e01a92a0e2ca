"""The workbook as collection form: one org unit, one period; people fill it in, checks speak while they do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.exchange.form_checks import check_formula
from tongket.exchange.workbook import (
    CellLook,
    Column,
    Condition,
    ConditionKind,
    Sheet,
    SheetCell,
    Workbook,
    number,
    words,
)
from tongket.framework import FormItem, Framework, Indicator, Part, ReportForm
from tongket.problems import translate
from tongket.reports import ABOUT, IDENTITY_SHEET, NARRATIVES, FormColumn, FormIdentity, FormState, RowKind, row_key

INPUT, HEADER, GROUP, NOTE, TITLE = (
    CellLook.INPUT, CellLook.HEADER, CellLook.GROUP, CellLook.NOTE, CellLook.TITLE
)  # fmt: skip
COLUMNS = (
    ("Key", 4), ("No.", 4), ("Indicator", 41), ("Unit of measure", 14), ("Last figure", 10), ("This period", 13), ("State", 17),
    ("Remark", 18), ("Please look again", 27),
)  # fmt: skip
KEY, VALUE, STATE, REMARK, CHECK = 0, 5, 6, 7, 8
READ = {KEY: FormColumn.KEY, VALUE: FormColumn.VALUE, STATE: FormColumn.STATE, REMARK: FormColumn.NOTE}
LINES = 8
"""Lines for each kind of text; more can be inserted."""
DECIMALS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LastFigure:
    """What the unit stated before, and of when."""

    value: Decimal
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """A line of a form: the element, what it is of, and the element of which it is a part, if it is of one."""

    element: str
    name: str
    unit_of_measure: str
    pillar: str
    whole: str = ""


def form_lines(form: ReportForm, framework: Framework) -> tuple[FormLine, ...]:
    """The lines of a form in its order. What no indicator is computed from is not asked for."""
    asked = {item.element for item in form.items}
    found = ((item, framework.uses(item.element, form.level)) for item in form.items)
    return tuple(_line(item, uses, framework, asked) for item, uses in found if uses)


def _line(item: FormItem, uses: Sequence[tuple[Indicator, Part]], framework: Framework, asked: set[str]) -> FormLine:
    element = framework.elements[item.element]
    wholes = (i.denominator for i, part in uses if part is Part.NUMERATOR and i.denominator_is == "whole")
    return FormLine(
        element=element.code,
        name=element.name,
        unit_of_measure=element.unit_of_measure,
        pillar=framework.pillars[uses[0][0].pillar].name,
        whole=next((whole for whole in wholes if whole in asked), "") or "",
    )


def collection_form(
    identity: FormIdentity,
    lines: Sequence[FormLine],
    *,
    unit_name: str,
    period_words: str,
    title: str,
    last: Mapping[str, LastFigure],
    now: Mapping[str, LastFigure] | None = None,
    statement: str = "",
) -> Workbook:
    """The workbook of one org unit; ``last`` are its last figures by element, ``now`` what
    its registers give for this period (``period`` then says from what), ``statement`` what must stand on all that
    is made from them."""
    return Workbook(
        title=f"{title}, {period_words}: {unit_name}",
        sheets=(
            _figures(lines, unit_name, period_words, title, last, now or {}, statement),
            _texts(unit_name, period_words),
            _guide(),
            _identity(identity),
        ),
    )


def _figures(
    lines: Sequence[FormLine],
    unit_name: str,
    period_words: str,
    title: str,
    last: Mapping[str, LastFigure],
    now: Mapping[str, LastFigure],
    statement: str,
) -> Sheet:
    states = tuple(translate(one.value, "vi") for one in FormState)
    top: list[tuple[SheetCell, ...]] = [
        _names(len(COLUMNS), READ),
        (words(""), words(title.upper(), TITLE, columns=CHECK)),
        (words(""), words(f"{unit_name} – {period_words}", TITLE, columns=CHECK)),
        (words(""), words(translate("Fill in the yellow cells only. Empty cells are allowed; what is missing can follow.", "vi"), NOTE, columns=CHECK)),
        *([(words(""), words(statement, NOTE, columns=CHECK))] if statement else []),
        *(_about(code, text) for code, text in ABOUT.items()),
    ]  # fmt: skip
    header = len(top)
    top.append(tuple(words(translate(name, "vi"), HEADER) for name, _ in COLUMNS))
    placed = dict(_placed(lines, header + 1))
    rows = [*top, *_body(lines, placed, last, now)]
    columns = tuple(
        Column(
            width=width,
            choices=states if i == STATE else (),
            prompt=translate("A figure, or why there is none", "vi") if i == STATE else "",
            hidden=i == KEY,
        )
        for i, (_, width) in enumerate(COLUMNS)
    )
    return Sheet(
        name=translate("Figures", "vi"),
        columns=columns,
        rows=tuple(rows),
        header=header,
        repeated=header,
        hidden_rows=(0,),
        protected=True,
        growing=True,
        frozen_columns=3,
        conditions=(Condition(kind=ConditionKind.FILLED, column=CHECK, tone="bad"),),
    )


def _names(width: int, read: Mapping[int, FormColumn]) -> tuple[SheetCell, ...]:
    """The hidden row that names the columns that are read."""
    return tuple(words(read[i].name_in_sheet if i in read else "") for i in range(width))


def _about(code: str, text: str) -> tuple[SheetCell, ...]:
    key = words(row_key(RowKind.ABOUT, code))
    asked = words(translate(text, "vi"), columns=VALUE - 1)
    return (key, asked, words("", INPUT), *(words("", NOTE) for _ in range(VALUE + 1, len(COLUMNS))))


def _placed(lines: Sequence[FormLine], first: int) -> Iterator[tuple[str, int]]:
    """Each element and the row it will stand on (from 0): a row is taken by each new pillar."""
    row, pillar = first, ""
    for line in lines:
        row += line.pillar != pillar
        pillar = line.pillar
        yield line.element, row
        row += 1


def _body(
    lines: Sequence[FormLine],
    placed: Mapping[str, int],
    last: Mapping[str, LastFigure],
    now: Mapping[str, LastFigure],
) -> Iterator[tuple[SheetCell, ...]]:
    numbers = {line.element: i for i, line in enumerate(lines, start=1)}
    pillar = ""
    for i, line in enumerate(lines, start=1):
        if line.pillar != pillar:
            pillar = line.pillar
            yield words("", GROUP), words(pillar, GROUP, columns=len(COLUMNS) - 1)
        row = placed[line.element]
        before, known = last.get(line.element), now.get(line.element)
        whole = (placed[line.whole], numbers[line.whole]) if line.whole else None
        yield (
            words(row_key(RowKind.ELEMENT, line.element)),
            SheetCell(value=i, centred=True),
            words(line.name),
            words(line.unit_of_measure, centred=True),
            number(before.value, decimals=DECIMALS, code=before.period) if before else words(""),
            number(known.value if known else None, INPUT, decimals=DECIMALS, code=known.period if known else ""),
            words("", INPUT),
            words("", INPUT),
            SheetCell(formula=check_formula(row, whole)),
        )


def _texts(unit_name: str, period_words: str) -> Sheet:
    """The sheet for results, limitations, causes and proposals: a line for each."""
    note = translate("One matter a line; insert lines where they do not suffice.", "vi")
    rows: list[tuple[SheetCell, ...]] = [
        _names(3, {0: FormColumn.KEY, 2: FormColumn.VALUE}),
        (words(""), words(f"{unit_name} – {period_words}", TITLE, columns=2)),
        (words(""), words(note, NOTE, columns=2)),
    ]
    for kind, text in NARRATIVES.items():
        key = words(row_key(RowKind.NARRATIVE, kind.value))
        rows.append((words(""), words(translate(text, "vi"), GROUP, columns=2)))
        rows += [(key, SheetCell(value=i, centred=True), words("", INPUT)) for i in range(1, LINES + 1)]
    return Sheet(
        name=translate("Text", "vi"),
        columns=(Column(width=4, hidden=True), Column(width=5), Column(width=88)),
        rows=tuple(rows),
        header=2,
        repeated=1,
        hidden_rows=(0,),
        landscape=False,
        protected=True,
        growing=True,
    )


def _guide() -> Sheet:
    lines = (
        "Write the figure of this period in the yellow cell, in the unit of measure that stands beside it.",
        "there is a figure: need not be chosen; a figure alone says so.",
        "nothing occurred: nothing of the kind happened in the period; it counts as nought.",
        "not yet counted: there is something but no figure yet; write in the remark why, and by when.",
        "not among our duties: the unit has nothing to do with it; it is left out of the base.",
        "The last column says what to look at again; it keeps nobody from sending the form.",
        "Rows and columns may be inserted; hidden rows and columns must stay. Save as .xlsx and send the file.",
        "A report in Word may go with it; the two are compared and what differs is told.",
    )
    rows: list[tuple[SheetCell, ...]] = [(words(translate("HOW TO FILL IN THE FORM", "vi"), TITLE),)]
    rows += [(words(translate(line, "vi")),) for line in lines]
    return Sheet(name=translate("Guide", "vi"), columns=(Column(width=95),), rows=tuple(rows), landscape=False)


def _identity(identity: FormIdentity) -> Sheet:
    rows = tuple((words(name), words(text)) for name, text in identity.rows())
    return Sheet(name=IDENTITY_SHEET, columns=(Column(width=20), Column(width=40)), rows=rows, hidden=True)
