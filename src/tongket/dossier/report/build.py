"""The report from its opening to its annexes."""

from tongket.dossier.material import Material
from tongket.dossier.papers import (
    Annex,
    BindingKind,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    Text,
    bound,
    plain,
)
from tongket.dossier.report.annexes import figures_annex
from tongket.dossier.report.comparability import turns_sentence
from tongket.dossier.report.quality import data_paragraph, quality_annex
from tongket.dossier.report.sections import outline_blocks
from tongket.dossier.report.statements import statements_annex
from tongket.dossier.wording import day_of, fact, said
from tongket.problems import translate


def review_report(
    material: Material, *, first: tuple[PaperBlock, ...] = (), charts: tuple[Annex, ...] = ()
) -> OfficialPaper:
    """The report. ``first`` stands before the sections of the outline: what became of the last review's matters;
    ``charts`` are the last annex."""
    occasion = material.occasion
    annexes = (figures_annex(material), quality_annex(material), *statements_annex(material), *charts)
    return OfficialPaper(
        kind=PaperKind.REPORT,
        issuer=occasion.issuer,
        title=translate("REPORT", "vi"),
        subject=subject_of(material),
        blocks=(*_opening(material), *first, *outline_blocks(material, after=len(first) > 0), _closing(material)),
        year=occasion.year,
        draft=occasion.draft,
        addressees=occasion.addressees,
        signature=occasion.signature,
        recipients=occasion.recipients,
        annexes=annexes,
        illustrative=material.illustrative,
    )


def subject_of(material: Material) -> Text:
    """What the papers of the review are about: "Sơ kết 05 năm thực hiện Nghị định số …"."""
    label = material.occasion.label
    name = bound(label[:1].upper() + label[1:], BindingKind.GIVEN, f"{material.occasion.ref}#label")
    span = bound(f" ({material.occasion.span})", BindingKind.GIVEN, f"{material.occasion.ref}#span_label")
    return (*name, *plain(" "), *said("of carrying out {instrument}", instrument=instrument_of(material)), *span)


def instrument_of(material: Material) -> Text:
    """The instrument as cited in running text, with its title in lower case."""
    citation = material.instrument
    if citation is None:
        return plain(translate("the instrument under review", "vi"))
    title = citation.original.title
    named = f"{citation.short()} {title[:1].lower()}{title[1:]}"
    return fact(named, f"law#{citation.original.number}")


def _closing(material: Material) -> PaperBlock:
    occasion = material.occasion
    label = bound(occasion.label, BindingKind.GIVEN, f"{occasion.ref}#label")
    sentence = "This is the report on the {label} of carrying out {instrument}; {issuer} respectfully reports."
    issuer = occasion.issuer_words
    return PaperParagraph(text=said(sentence, label=label, instrument=instrument_of(material), issuer=issuer))


def _opening(material: Material) -> tuple[PaperBlock, ...]:
    occasion = material.occasion
    label = bound(occasion.label, BindingKind.GIVEN, f"{occasion.ref}#label")
    opening = said(
        "{issuer} reports the results of the {label} of carrying out {instrument} as follows:",
        issuer=occasion.issuer_words,
        label=label,
        instrument=instrument_of(material),
    )
    blocks = [PaperParagraph(text=opening), PaperParagraph(text=data_paragraph(material))]
    if occasion.cut_off is not None:
        day = day_of(occasion.cut_off, f"{occasion.ref}#cut_off")
        blocks.append(PaperParagraph(text=said("Figures are as of {day}.", day=day)))
    if turns := turns_sentence(material):
        blocks.append(PaperParagraph(text=turns))
    return tuple(blocks)
