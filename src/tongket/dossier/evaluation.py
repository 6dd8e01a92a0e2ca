"""The report on one exercise: what was to be reached, how each objective was judged, what is to be improved by whom."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tongket.dossier.papers import (
    Alignment,
    BindingKind,
    Heading,
    Issuer,
    IssuerProfile,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    PaperRow,
    PaperTable,
    ParagraphRole,
    Text,
    bound,
    plain,
)
from tongket.orgunits import OrgUnit, OrgUnitKind
from tongket.problems import translate
from tongket.registers import Evaluation, FieldKind, FollowUp, Line, Record, RecordField, RecordType, RecordValue
from tongket.vietnamese import format_date, format_number


def evaluation_report(
    record: Record, kind: RecordType, unit: OrgUnit, *, year: int, illustrative: bool = False
) -> OfficialPaper:
    """The paper; the register must say in which lines it is judged. Number and day stay blank, as in all drafts."""
    if kind.evaluation is None:
        raise ValueError(kind.code)
    committee = () if unit.kind is OrgUnitKind.AGENCY else ("Ủy ban nhân dân",)
    place = unit.name.partition(" ")[2] if committee else unit.name
    title = str(record.values.get(kind.fields[0].code) or "")
    return OfficialPaper(
        kind=PaperKind.REPORT,
        issuer=Issuer(
            profile=IssuerProfile.PEOPLES_COMMITTEE,
            name=(*committee, unit.name[:1].lower() + unit.name[1:] if committee else unit.name),
            symbol="UBND" if committee else "",
            place=place,
        ),
        title=translate("REPORT", "vi"),
        subject=_given(record, translate("Results: {title}", "vi", title=title[:1].lower() + title[1:])),
        blocks=tuple(_blocks(record, kind, kind.evaluation)),
        year=year,
        illustrative=illustrative,
    )


def _given(record: Record, words: str) -> Text:
    return bound(words, BindingKind.GIVEN, f"record:{record.id}") if words else ()


def _blocks(record: Record, kind: RecordType, judged: Evaluation) -> Iterator[PaperBlock]:
    table = kind.table(judged.lines)
    lines = record.lines.get(judged.lines, ())
    names = {one.code: one for one in table.fields}
    yield Heading(level=1, number="I.", text=plain(translate("General", "vi")))
    for one in kind.fields[1:]:
        value = shown(one, record.values.get(one.code))
        if value:
            yield PaperParagraph(text=_given(record, f"- {one.name}: {value}."), role=ParagraphRole.ITEM)
    yield Heading(level=1, number="II.", text=plain(translate("Results by objective", "vi")))
    yield PaperParagraph(
        text=bound(_counts(lines, names[judged.rating], judged), BindingKind.COUNT, f"record:{record.id}")
    )
    codes = (judged.objective, judged.rating, judged.strength, judged.improvement)
    yield _table(record, [names[code] for code in codes], lines, (0.28, 0.14, 0.29, 0.29))
    yield Heading(level=1, number="III.", text=plain(translate("What is to be improved", "vi")))
    follow_up = kind.follow_up
    open_lines = [line for line in lines if follow_up and line.values.get(follow_up.deed)]
    if follow_up is None or not open_lines:
        yield PaperParagraph(text=plain(translate("Nothing was noted that is to be improved.", "vi")))
        return
    yield _table(record, _plan(names, follow_up), open_lines, (0.4, 0.22, 0.22, 0.16))
    yield PaperParagraph(text=plain(translate("What is to be improved is followed as tasks until it is done.", "vi")))


def _plan(names: Mapping[str, RecordField], follow_up: FollowUp) -> list[RecordField]:
    codes = (follow_up.deed, follow_up.owner, follow_up.product, follow_up.due)
    return [names[code] for code in codes if code in names]


def _counts(lines: tuple[Line, ...], rating: RecordField, judged: Evaluation) -> str:
    """ "5 mục tiêu: 2 giỏi, 3 khá; 1 chưa đánh giá." """
    counted = [
        f"{sum(line.values.get(judged.rating) == code for line in lines)} {name.lower()}"
        for code, name in rating.choices.items()
    ]
    open_ = sum(line.values.get(judged.rating) is None for line in lines)
    told = translate("{count} objectives: {ratings}", "vi", count=len(lines), ratings=", ".join(counted))
    return told + (f"; {translate('{count} not judged yet', 'vi', count=open_)}." if open_ else ".")


def _table(
    record: Record, fields: list[RecordField], lines: list[Line] | tuple[Line, ...], widths: tuple[float, ...]
) -> PaperTable:
    rows = tuple(
        PaperRow(cells=tuple(_given(record, shown(one, line.values.get(one.code))) for one in fields)) for line in lines
    )
    return PaperTable(
        header=(PaperRow(cells=tuple(plain(one.name, bold=True) for one in fields), bold=True),),
        rows=rows,
        widths=widths[: len(fields)],
        alignments=(Alignment.LEFT,) * len(fields),
    )


def shown(field: RecordField, value: RecordValue) -> str:
    """A value in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return translate("yes" if value else "no", "vi")
    if isinstance(value, str):
        return field.choices.get(value, value) if field.kind is FieldKind.CHOICE else value
    measure = f" {field.unit_of_measure}" if field.unit_of_measure else ""
    return format_number(value) + measure if isinstance(value, Decimal) else format_date(value)
