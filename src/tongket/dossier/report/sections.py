"""The sections of the outline, each with its figures, its statements, or a word that somebody has to fill it."""

from collections.abc import Iterator

from tongket.consolidation import Figure
from tongket.dossier.material import Material
from tongket.dossier.outline import OutlineSection
from tongket.dossier.papers import BindingKind, Heading, PaperBlock, PaperParagraph, ParagraphRole, Text, bound, plain
from tongket.dossier.phrases import fill
from tongket.dossier.report.statements import quoted, statement_blocks
from tongket.dossier.sentences import sentences
from tongket.dossier.wording import count_of, said
from tongket.problems import translate
from tongket.reports import NarrativeKind

ACCOUNTS = 2
"""So many accounts in words of each field of work."""
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def outline_blocks(material: Material, *, after: bool = False) -> tuple[PaperBlock, ...]:
    """All sections; with ``after`` their numbers begin at II."""
    blocks: list[PaperBlock] = []
    telling = _telling(material)
    for number, section in enumerate(material.outline, start=1 if after else 0):
        blocks.append(Heading(level=1, number=f"{ROMAN[number]}.", text=plain(section.name)))
        blocks += _content(material, section, telling, turn=number)
        for i, inner in enumerate(section.sections):
            blocks.append(Heading(level=2, number=f"{i + 1}.", text=plain(inner.name)))
            blocks += _content(material, inner, telling, turn=i)
    return tuple(blocks)


def _telling(material: Material) -> dict[str, str]:
    """The section in which each kind of statement is told: the last at the top of the outline that is of the kind."""
    return {section.narrative: section.code for section in material.outline if section.narrative}


def _content(
    material: Material, section: OutlineSection, telling: dict[str, str], *, turn: int
) -> Iterator[PaperBlock]:
    told: list[PaperBlock] = [PaperParagraph(text=text) for text in material.occasion.texts.get(section.code, ())]
    told += figure_blocks(material, section.pillars, turn=turn)
    kind = section.narrative
    if kind and kind != NarrativeKind.RESULT and telling.get(kind) == section.code:
        told += statement_blocks(material, NarrativeKind(kind))
    if not told and not section.sections:
        note = translate("[To be written: the units' reports hold no figure for this section.]", "vi")
        told.append(PaperParagraph(text=plain(note), role=ParagraphRole.NOTE))
    yield from told


def figure_blocks(material: Material, pillars: tuple[str, ...], *, turn: int = 0) -> Iterator[PaperBlock]:
    """The sentences on the figures of ``pillars``, and how many indicators have too few figures to be named."""
    for pillar in pillars:
        yield from _account(material, pillar, turn)
        own = [indicator for indicator in material.framework if indicator.pillar == pillar]
        figures = [figure for one in own if (figure := material.best_figure(one.code)) is not None]
        for text in sentences(material, figures, turn=turn):
            yield PaperParagraph(text=text)
        weak = [one for one in own if _weak(material, one.code, figures)]
        if weak:
            number = count_of(len(weak), f"pillars[{pillar}].weak")
            sentence = "Of {number} more indicators too few units give figures; they stand in the annex only."
            yield PaperParagraph(text=said(sentence, number=number), role=ParagraphRole.NOTE)


def _account(material: Material, pillar: str, turn: int) -> Iterator[PaperBlock]:
    """What most units say of the field of work in words, as theirs."""
    out: Text = ()
    for place, group in enumerate(material.accounts.get(pillar, ())[:ACCOUNTS]):
        phrase = material.phrases.choose("account", turn=turn + place)
        if phrase is not None:
            ref = f"accounts[{pillar}/{place}].units"
            many = bound(f"{len(group.org_units)}/{len(material.reporting_units)}", BindingKind.COUNT, ref)
            out += (*plain(" " if out else ""), *fill(phrase.text, words=quoted(group), many=many))
    if out:
        yield PaperParagraph(text=out)


def _weak(material: Material, indicator: str, told: list[Figure]) -> bool:
    """Whether there is a figure of an indicator and none that stands."""
    stated = any(code == indicator for code, _ in material.own)
    return stated and all(figure.indicator != indicator for figure in told)
