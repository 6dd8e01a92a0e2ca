"""What units say in words: limitations, causes, tasks, proposals, with how many say so."""

from collections.abc import Iterator
from itertools import count

from tongket.consolidation import StatementGroup, Theme
from tongket.dossier.material import Material
from tongket.dossier.papers import (
    Alignment,
    Annex,
    BindingKind,
    PaperBlock,
    PaperParagraph,
    PaperRow,
    PaperTable,
    ParagraphRole,
    Text,
    bound,
    plain,
)
from tongket.dossier.wording import count_of, said
from tongket.problems import translate
from tongket.reports import NarrativeKind

COLUMNS = 5
"""Of the annex."""
MOST = 8
"""So many matters stand in the body; the others in the annex."""
INTRODUCTIONS = {
    NarrativeKind.LIMITATION: "The reports of {units} units name these limitations most often:",
    NarrativeKind.CAUSE: "As causes the units name most often:",
    NarrativeKind.TASK: "For the time to come the units propose most often:",
    NarrativeKind.PROPOSAL: "The units ask most often:",
}


def statement_blocks(material: Material, kind: NarrativeKind) -> Iterator[PaperBlock]:
    """The matters that most units name, in a unit's own words."""
    groups = shared(material, kind)[:MOST]
    if not groups:
        return
    units = count_of(len(material.reporting_units), "reporting_units")
    introduction = translate(INTRODUCTIONS[kind], "vi")
    counted = bound(introduction, BindingKind.COUNT, kind.value)
    text = said(INTRODUCTIONS[kind], units=units) if "{units}" in introduction else counted
    yield PaperParagraph(text=text)
    for i, group in enumerate(groups):
        yield PaperParagraph(text=(*plain("- "), *told(material, group, i)), role=ParagraphRole.ITEM)


def shared(material: Material, kind: NarrativeKind) -> tuple[StatementGroup, ...]:
    """The matters of a kind that more than one unit names, those of most units first; a wording with a number in it is
    one unit's own and speaks for no other."""
    several = (group for group in material.statements.get(kind, ()) if len(group.org_units) > 1)
    return tuple(group for group in several if not any(c.isdigit() for c in group.text))


def told(material: Material, group: StatementGroup, place: int) -> Text:
    """A matter in a unit's words, and how many units name it."""
    words = quoted(group)
    ref = f"{group.kind.value}[{place}].units"
    many = bound(f"{len(group.org_units)}/{len(material.reporting_units)}", BindingKind.COUNT, ref)
    return (*words, *plain(" "), *said("({many} units)", many=many), *plain("."))


def quoted(group: StatementGroup) -> Text:
    """The wording of a group without its full stop, bound to a report that has it."""
    source = group.representative.narrative.source
    return bound(group.text.rstrip(" .;"), BindingKind.QUOTED, f"{source.file}#{source.anchor}")


def statements_annex(material: Material) -> tuple[Annex, ...]:
    """The limitations that more than one unit names, by theme: who names them, since when, whether the last review had
    them, who leads, what is proposed."""
    numbers = count(1)
    rows = tuple(row for theme in material.themes for row in _theme_rows(material, theme, numbers))
    if not rows:
        return ()
    table = PaperTable(
        header=(_header(("No.", "Limitation, in a unit's words", "Units", "Since", "Which units")),),
        rows=rows,
        widths=(0.06, 0.42, 0.08, 0.08, 0.36),
        alignments=(Alignment.CENTRE, Alignment.LEFT, Alignment.CENTRE, Alignment.CENTRE, Alignment.LEFT),
    )
    title = plain(translate("Limitations that several units name", "vi"))
    return (Annex(title=title, blocks=(table,), landscape=True),)


def _header(msgids: tuple[str, ...]) -> PaperRow:
    return PaperRow(cells=tuple(plain(translate(one, "vi")) for one in msgids), bold=True)


def _theme_rows(material: Material, theme: Theme, numbers: Iterator[int]) -> Iterator[PaperRow]:
    """The row of a theme, then of its matters that several units name; nothing where there is none."""
    places = {group.text: i for i, group in enumerate(material.statements.get(theme.kind, ()))}
    told = [group for group in theme.groups if len(group.org_units) > 1]
    if told:
        yield PaperRow(cells=(_theme_words(material, theme),), spans=(COLUMNS,), bold=True)
    for group in told:
        yield _row(material, group, places[group.text], next(numbers))


def _theme_words(material: Material, theme: Theme) -> Text:
    """ "Kinh phí bảo đảm; trụ sở làm việc: 27/36 đơn vị, từ 2019; ..."."""
    ref = f"themes[{theme.kind.value}/{theme.code}]"
    source = theme.groups[0].representative.narrative.source
    out = (
        *bound(theme.title, BindingKind.QUOTED, f"{source.file}#{source.anchor}"),
        *plain(": "),
        *said(
            "{many} units, since {year}",
            many=bound(f"{len(theme.org_units)}/{len(material.reporting_units)}", BindingKind.COUNT, f"{ref}.units"),
            year=bound(str(theme.periods[0]), BindingKind.COUNT, f"{ref}.since"),
        ),
    )
    if theme.earlier:
        out += (*plain("; "), *said("the last review named it too"))
    if theme.owner:
        out += (*plain("; "), *said("lead: {lead}", lead=bound(theme.owner, BindingKind.GIVEN, f"{ref}.owner")))
    if theme.remedy is not None:
        out += (*plain("; "), *said("units propose: {words}", words=quoted(theme.remedy)))
    return out


def _row(material: Material, group: StatementGroup, place: int, number: int) -> PaperRow:
    ref = f"{group.kind.value}[{place}]"
    names = ", ".join(material.name(code, group.periods[-1]) for code in group.org_units)
    return PaperRow(
        cells=(
            bound(str(number), BindingKind.COUNT, ref),
            quoted(group),
            bound(str(len(group.org_units)), BindingKind.COUNT, f"{ref}.units"),
            bound(str(group.periods[0]), BindingKind.COUNT, f"{ref}.since"),
            bound(names, BindingKind.COUNT, f"{ref}.units"),
        )
    )
