"""The summary report that is read out: a quarter of an hour aloud."""

from collections.abc import Iterator

from tongket.dossier.material import Material
from tongket.dossier.outline import OutlineSection
from tongket.dossier.papers import (
    Heading,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    ParagraphRole,
    plain,
    text_of,
)
from tongket.dossier.report.build import instrument_of, subject_of
from tongket.dossier.report.quality import data_paragraph
from tongket.dossier.report.statements import shared, told
from tongket.dossier.sentences import sentences
from tongket.dossier.wording import said
from tongket.problems import translate
from tongket.reports import NarrativeKind

SYLLABLES = 1950
"""What is said in a quarter of an hour, at a hundred and thirty syllables a minute."""
FIGURES = (3, 2, 1)
"""Figures of each section: as many as can be said in the time."""
MATTERS = (
    (NarrativeKind.LIMITATION, "Limitations", 5),
    (NarrativeKind.CAUSE, "Causes", 3),
    (NarrativeKind.TASK, "Tasks for the time to come", 5),
    (NarrativeKind.PROPOSAL, "What the units ask for", 4),
)
ROMAN = ("I", "II", "III", "IV", "V", "VI")


def brief_report(material: Material) -> OfficialPaper:
    """The summary: what was reached in each field of work, what was not and why, what comes next."""
    drafts = [tuple(_blocks(material, most)) for most in FIGURES]
    blocks = next((one for one in drafts if _syllables(one) <= SYLLABLES), drafts[-1])
    occasion = material.occasion
    return OfficialPaper(
        kind=PaperKind.REPORT,
        issuer=occasion.issuer,
        title=translate("SUMMARY REPORT", "vi"),
        subject=subject_of(material),
        blocks=blocks,
        year=occasion.year,
        draft=occasion.draft,
        signature=occasion.signature,
        illustrative=material.illustrative,
    )


def _syllables(blocks: tuple[PaperBlock, ...]) -> int:
    return sum(len(text_of(one.text).split()) for one in blocks if isinstance(one, PaperParagraph | Heading))


def _blocks(material: Material, most: int) -> Iterator[PaperBlock]:
    opening = "{issuer} summarises the results of carrying out {instrument} as follows:"
    words = material.occasion.issuer_words
    yield PaperParagraph(text=said(opening, issuer=words[:1].upper() + words[1:], instrument=instrument_of(material)))
    yield PaperParagraph(text=data_paragraph(material))
    yield _heading(0, "Results")
    for section in _sections(material.outline):
        yield from _section(material, section, most)
    place = 0
    for kind, title, count in MATTERS:
        groups = shared(material, kind)[:count]
        if groups:
            place += 1
            yield _heading(place, title)
            for i, group in enumerate(groups):
                yield PaperParagraph(text=(*plain("- "), *told(material, group, i)), role=ParagraphRole.ITEM)
    yield PaperParagraph(text=said("This is the summary; the report and its annexes are in the delegates' hands."))


def _heading(place: int, msgid: str) -> Heading:
    return Heading(level=1, number=f"{ROMAN[place]}.", text=plain(translate(msgid, "vi")))


def _sections(outline: tuple[OutlineSection, ...]) -> Iterator[OutlineSection]:
    for section in outline:
        yield section
        yield from section.sections


def _section(material: Material, section: OutlineSection, most: int) -> Iterator[PaperBlock]:
    """The figures of a section that most units state, under its name."""
    own = [one for pillar in section.pillars for one in material.framework if one.pillar == pillar]
    figures = [figure for one in own if (figure := material.best_figure(one.code)) is not None]
    figures.sort(key=lambda one: (not one.base.full, not one.period.is_span, -len(one.base.reporters)))
    if not figures:
        return
    first, *others = sentences(material, figures[:most], with_change=False)
    yield PaperParagraph(text=(*plain(f"{section.name}: ", italic=True), *first))
    yield from (PaperParagraph(text=one) for one in others)
