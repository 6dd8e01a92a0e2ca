"""A collection form as a report: what a unit filled in, each answer surely read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tongket.framework import Framework, Indicator, IndicatorKind, Part
from tongket.orgunits import Hierarchy
from tongket.problems import Problem, Severity, Where, register, translate
from tongket.reading.blocks import Document, FilledForm, FilledRow, Paragraph
from tongket.reading.fingerprint import fingerprint
from tongket.reading.table_cells import Cell
from tongket.reports import (
    DataValue,
    FormColumn,
    FormState,
    Narrative,
    NarrativeKind,
    Report,
    RowKind,
    Silence,
    SilenceState,
    Source,
    ValueState,
)
from tongket.vietnamese import parse_date, parse_number, search_key

register(
    {
        "form.number": "{cell}: “{text}” is no number, so the line was left open; write the figure alone.",
        "form.state": "{cell}: “{text}” is no answer of the list; choose one of it.",
        "form.contradiction": "{cell}: there is the figure {text}, and it is marked as having none; the figure was used.",
        "form.missing": "{cell}: marked as having a figure, and none is written.",
        "form.twice": "{cell}: this line stands in the form twice; the first one was used.",
        "form.unknown": "{cell}: the pack has no element “{text}”; the line was left out. Use a form made with this pack.",
        "form.inserted": "{cell}: “{text}” stands on a line that is not of the form and was not read as a figure.",
        "form.unit_gone": "The form is for a unit that is not in the table of units on {day}; make the forms anew.",
    }
)
STATES = {search_key(translate(state.value, language)): state for state in FormState for language in ("vi", "en")}


@dataclass(slots=True, kw_only=True)
class FormReader:
    """Goes through the rows of one form."""

    document: Document
    form: FilledForm
    framework: Framework
    level: str
    org_unit: str
    reader: str
    values: list[DataValue] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)
    narratives: list[Narrative] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def read(self) -> None:
        """Sort every row to what it is."""
        for row in self.form.rows:
            kind, _, code = row.key.partition(":")
            if kind == RowKind.ELEMENT:
                self.element(code, row)
            elif kind == RowKind.NARRATIVE:
                self.narrative(code, row)
            elif kind == RowKind.ABOUT and FormColumn.VALUE in row.cells:
                self.about[code] = row.cells[FormColumn.VALUE].text.strip()
            elif FormColumn.VALUE in row.cells and row.cells[FormColumn.VALUE].number is not None:
                self.tell("form.inserted", row.cells[FormColumn.VALUE])

    def element(self, code: str, row: FilledRow) -> None:
        """A line of figures."""
        written, chosen = row.cells.get(FormColumn.VALUE), row.cells.get(FormColumn.STATE)
        first = written or chosen
        if first is None:
            return
        if code in self.seen or code not in self.framework.elements:
            self.tell("form.twice" if code in self.seen else "form.unknown", first, code)
            return
        self.seen.add(code)
        state = self.state(chosen)
        value = self.number(written)
        if value is not None and written is not None:
            if value and state in (FormState.NOTHING_OCCURRED, FormState.NOT_COUNTED, FormState.NOT_OURS):
                self.tell("form.contradiction", written)
            nothing = not value and state is FormState.NOTHING_OCCURRED
            self.stated(code, value, written, ValueState.NOTHING_OCCURRED if nothing else ValueState.REPORTED)
        elif state is FormState.NOTHING_OCCURRED and chosen is not None:
            self.stated(code, Decimal(0), chosen, ValueState.NOTHING_OCCURRED)
        elif state is FormState.REPORTED and written is None:
            self.tell("form.missing", first)
        elif state in (FormState.NOT_COUNTED, FormState.NOT_OURS) and chosen is not None:
            self.silent(code, state, chosen, row.cells.get(FormColumn.NOTE))

    def state(self, chosen: Cell | None) -> FormState | None:
        """The answer chosen; words that are none of the list are told."""
        if chosen is None:
            return None
        state = STATES.get(search_key(" ".join(chosen.text.split())))
        if state is None:
            self.tell("form.state", chosen)
        return state

    def number(self, written: Cell | None) -> Decimal | None:
        """The number written: as one, or as a text that is one."""
        if written is None:
            return None
        value = written.number if written.number is not None else parse_number(written.text)
        if value is None:
            self.tell("form.number", written)
        return value * 100 if value is not None and written.percent else value

    def stated(self, code: str, value: Decimal, cell: Cell, state: ValueState) -> None:
        """A figure, under every indicator that the element is of."""
        for indicator, part in self.framework.uses(code, self.level):
            self.values.append(
                DataValue(
                    org_unit=self.org_unit,
                    period=self.form.identity.period,
                    indicator=indicator.code,
                    part=part,
                    value=value,
                    unit_of_measure=self.measure(indicator, part, code),
                    state=state,
                    source=self.source(cell, cell.text),
                )
            )

    def measure(self, indicator: Indicator, part: Part, code: str) -> str:
        """The unit of measure: a part of a ratio has its element's."""
        ratio = part is not Part.VALUE or indicator.kind is IndicatorKind.RATIO
        return self.framework.elements[code].unit_of_measure if ratio else indicator.unit_of_measure

    def silent(self, code: str, state: FormState, chosen: Cell, note: Cell | None) -> None:
        """No figure, and why; told once for each indicator."""
        kind = SilenceState.NOT_APPLICABLE if state is FormState.NOT_OURS else SilenceState.NOT_REPORTED
        why = note.text.strip() if note is not None else chosen.text.strip()
        for indicator, _ in self.framework.uses(code, self.level):
            silence = Silence(
                org_unit=self.org_unit,
                period=self.form.identity.period,
                indicator=indicator.code,
                state=kind,
                why=f"{why} ({chosen.anchor})",
            )
            if not any(s.indicator == indicator.code and s.state is kind for s in self.silences):
                self.silences.append(silence)

    def narrative(self, code: str, row: FilledRow) -> None:
        """A line of text."""
        cell = row.cells.get(FormColumn.VALUE)
        if cell is not None and code in set(NarrativeKind) and (text := " ".join(cell.text.split())):
            self.narratives.append(Narrative(kind=NarrativeKind(code), text=text, source=self.source(cell, text)))

    def source(self, cell: Cell, text: str) -> Source:
        name, sha256 = self.document.name, self.document.sha256
        return Source(file=name, sha256=sha256, anchor=cell.anchor, text=text, reader=self.reader, confidence=1.0)

    def tell(self, code: str, cell: Cell, text: str = "") -> None:
        """Something about one cell; the rest of the form counts all the same."""
        fields = {"cell": cell.anchor, "text": text or " ".join(cell.text.split())[:60]}
        where = Where(file=self.document.name, anchor=cell.anchor)
        self.problems.append(Problem(code=code, severity=Severity.WARNING, where=where, fields=fields))


def read_form(
    document: Document,
    form: FilledForm,
    *,
    framework: Framework,
    hierarchy: Hierarchy,
    reader: str,
    org_unit: str | None,
    illustrative: bool = False,
) -> Report:
    """The report that a form is; never rejected as a whole: what is wrong is told by cell."""
    identity, day = form.identity, form.identity.period.last_day
    code = org_unit or identity.org_unit
    there = hierarchy.on(day).get(code)
    level = there.kind.value if there is not None else next(
        (f.level for f in framework.forms.values() if f.code == identity.form), ""
    )  # fmt: skip
    found = FormReader(
        document=document, form=form, framework=framework, level=level, org_unit=code, reader=reader
    )  # fmt: skip
    found.read()
    if there is None:
        fields = {"day": f"{day:%d/%m/%Y}"}
        found.problems.append(
            Problem(code="form.unit_gone", severity=Severity.WARNING, where=Where(file=document.name), fields=fields)
        )
    return Report(
        file=document.name,
        sha256=document.sha256,
        org_unit=code,
        period=identity.period,
        unit_as_written=code,
        number=found.about.get("number", ""),
        title=form_title(document.blocks),
        document_date=written_date(found.about.get("date", "")),
        illustrative=illustrative,
        values=tuple(found.values),
        silences=tuple(found.silences),
        narratives=tuple(found.narratives),
        problems=(*document.problems, *found.problems),
        fingerprint=fingerprint(own_words(found.narratives)),
        form=identity.form,
    )


def form_title(blocks: Sequence[object]) -> str:
    """The first line of the form."""
    return next((block.text for block in blocks if isinstance(block, Paragraph)), "")


def own_words(narratives: Sequence[Narrative]) -> Iterator[Paragraph]:
    """What the unit wrote itself: the words of the form are the same for all."""
    return (Paragraph(text=one.text, segments=()) for one in narratives)


def written_date(text: str) -> date | None:
    """A day as a stored date or as people write it."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return parse_date(text)
