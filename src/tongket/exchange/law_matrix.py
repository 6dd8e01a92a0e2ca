"""The responsibility matrix as a workbook: who does what by which clause, given out, filled in, read again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tongket.exchange.labelled_rows import LabelledRow, labelled_rows, letter_of, open_workbook
from tongket.exchange.workbook import CellLook, Column, Condition, ConditionKind, Sheet, SheetCell, Workbook, words
from tongket.law import Address, InstrumentText, Mandate, Obligation, Provision, ProvisionKind
from tongket.problems import Problem, Where, translate

HEADER, INPUT, NOTE, TITLE, GROUP = (
    CellLook.HEADER, CellLook.INPUT, CellLook.NOTE, CellLook.TITLE, CellLook.GROUP
)  # fmt: skip
COLUMNS = (
    ("Provision", 20), ("Words of the provision", 60), ("What is to be done", 36), ("Lead", 24), ("Coordinating bodies", 28), ("By when", 18),
    ("Figures that show it", 14), ("Gives no duty, because", 22), ("Please look again", 26),
)  # fmt: skip
PROVISION, LEAD, NONE, CHECK = 0, 3, 7, 8
TOP = 2
LONGEST = 600
"""Characters of a clause that are shown; the text itself is not replaced by the matrix."""


def matrix_workbook(
    text: InstrumentText, obligations: Sequence[Obligation], mandates: Sequence[Mandate] = (), *, title: str
) -> Workbook:
    """The matrix of a text: a row for each clause, with what is given already; beside it clause by body."""
    sheets = [_assignment(text, obligations, title), _by_body(text, obligations, title)]
    if mandates:
        sheets.append(_mandates(mandates))
    return Workbook(title=title, sheets=tuple(sheets))


def _labels() -> list[str]:
    return [translate(name, "vi") for name, _ in COLUMNS]


def _assignment(text: InstrumentText, obligations: Sequence[Obligation], title: str) -> Sheet:
    note = translate("One lead for each clause; others are coordinating bodies, several with semicolons.", "vi")
    rows: list[tuple[SheetCell, ...]] = [
        (words(title.upper(), TITLE, columns=len(COLUMNS)),),
        (words(note, NOTE, columns=len(COLUMNS)),),
        tuple(words(label, HEADER) for label in _labels()),
    ]
    for place, provision, given in lines(text, obligations):
        if provision.kind is ProvisionKind.ARTICLE and given is None and provision.children:
            rows.append((words(f"{place}. {provision.heading}", GROUP, columns=len(COLUMNS)),))
        else:
            rows.append(_row(place, provision, given, len(rows) + 1))
    return Sheet(
        name=translate("Assignment", "vi"),
        columns=tuple(Column(width=width) for _, width in COLUMNS),
        rows=tuple(rows),
        header=TOP,
        frozen_columns=1,
        conditions=(Condition(kind=ConditionKind.FILLED, column=CHECK, tone="warn"),),
    )


def lines(
    text: InstrumentText, obligations: Sequence[Obligation]
) -> Iterator[tuple[Address, Provision, Obligation | None]]:
    """What the matrix shows: articles, clauses, and points that have a row of their own."""
    given = {one.address: one for one in obligations}
    for place, provision in text.addressed():
        if provision.kind is not ProvisionKind.POINT or place in given:
            yield place, provision, given.get(place)


def _row(place: Address, provision: Provision, given: Obligation | None, line: int) -> tuple[SheetCell, ...]:
    whole = provision.whole_text
    values = (
        given.deed if given else "",
        "; ".join(given.leads) if given else "",
        "; ".join(given.coordinators) if given else "",
        given.deadline if given else "",
        "; ".join(given.indicators) if given else "",
        given.none if given else "",
    )
    return (
        words(str(place)),
        words(whole if len(whole) <= LONGEST else whole[:LONGEST].rsplit(" ", 1)[0] + " …"),
        *(words(value, INPUT) for value in values),
        SheetCell(formula=_check(line), look=NOTE),
    )


def _check(line: int) -> str:
    lead, none = f"{letter_of(LEAD)}{line}", f"{letter_of(NONE)}{line}"
    missing = translate("No lead is named.", "vi")
    several = translate("More than one lead is named.", "vi")
    return f'=IF({none}<>"","",IF({lead}="","{missing}",IF(ISNUMBER(FIND(";",{lead})),"{several}","")))'


def bodies(obligations: Sequence[Obligation]) -> tuple[str, ...]:
    """Every body that is named, those that lead most first."""
    leading = [name for one in obligations for name in one.leads]
    named = dict.fromkeys([*leading, *(name for one in obligations for name in one.coordinators)])
    return tuple(sorted(named, key=lambda name: (-leading.count(name), name)))


def _by_body(text: InstrumentText, obligations: Sequence[Obligation], title: str) -> Sheet:
    named = bodies(obligations)
    width = len(named) + 2
    note = translate("C: leads; P: coordinates.", "vi")
    head = [translate("Provision", "vi"), translate("What is to be done", "vi"), *named]
    rows: list[tuple[SheetCell, ...]] = [
        (words(title.upper(), TITLE, columns=width),),
        (words(note, NOTE, columns=width),),
        tuple(words(one, HEADER) for one in head),
    ]
    for place, _, given in lines(text, obligations):
        if given is not None and not given.none:
            marks = ("C" if name in given.leads else "P" if name in given.coordinators else "" for name in named)
            rows.append((words(str(place)), words(given.deed), *(words(mark, centred=True) for mark in marks)))
    columns = (Column(width=20), Column(width=40), *(Column(width=14) for _ in named))
    return Sheet(name=translate("Matrix", "vi"), columns=columns, rows=tuple(rows), header=TOP, frozen_columns=2)


def _mandates(mandates: Sequence[Mandate]) -> Sheet:
    head = (("Role", 30), ("Body", 36), ("What it does", 70), ("Source", 50))
    rows: list[tuple[SheetCell, ...]] = [tuple(words(translate(name, "vi"), HEADER) for name, _ in head)]
    rows += [(words(one.role), words(one.body), words(one.content), words(one.reference)) for one in mandates]
    columns = tuple(Column(width=width) for _, width in head)
    return Sheet(name=translate("Roles", "vi"), columns=columns, rows=tuple(rows))


def read_matrix(path: Path) -> tuple[tuple[Obligation, ...], tuple[Problem, ...]]:
    """What a workbook assigns, and what is wrong with single rows; rows in which nothing was filled in are left out."""
    book = open_workbook(path)
    if isinstance(book, Problem):
        return (), (book,)
    labels = _labels()
    rows = labelled_rows(book, labels, [labels[PROVISION], labels[LEAD]], file=path.name)
    if not rows:
        fields = {"columns": f"{labels[PROVISION]}, {labels[LEAD]}"}
        return (), (Problem(code="workbook.no_table", where=Where(file=path.name), fields=fields),)
    given: list[Obligation] = []
    problems: list[Problem] = []
    for row in rows:
        if not any(row.text(label) for label in labels[2:CHECK]):
            continue
        try:
            given.append(_obligation(row, labels))
        except ValueError:
            value = row.text(labels[PROVISION])
            problems.append(row.problem("law.address_malformed", labels[PROVISION], value=value))
    return tuple(given), tuple(problems)


def _obligation(row: LabelledRow, labels: Sequence[str]) -> Obligation:
    address, _, deed, lead, others, deadline, indicators, none = (row.text(label) for label in labels[:CHECK])
    where = row.where(labels[LEAD])
    return Obligation(
        address=Address.parse(address),
        leads=several(lead),
        coordinators=several(others),
        deed=deed,
        deadline=deadline,
        indicators=several(indicators),
        none=none,
        place=f"{where.file}, {where.anchor}",
    )


def several(text: str) -> tuple[str, ...]:
    """Names with semicolons or on lines of their own."""
    return tuple(part.strip() for part in text.replace("\n", ";").split(";") if part.strip())
