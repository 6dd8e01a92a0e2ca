"""The responsibility matrix on paper."""

from collections.abc import Sequence

from tongket.dossier.papers import (
    Alignment,
    Annex,
    BindingKind,
    Issuer,
    IssuerProfile,
    OfficialPaper,
    PaperKind,
    PaperParagraph,
    PaperRow,
    PaperTable,
    Text,
    bound,
    plain,
)
from tongket.law import InstrumentText, Obligation
from tongket.problems import Problem, translate

WIDTHS = (0.13, 0.35, 0.17, 0.17, 0.18)
OPEN = {
    "law.no_lead": "{count} clauses have no lead yet: {places}.",
    "law.two_leads": "{count} clauses have more than one lead: {places}.",
}
NOBODY = Issuer(profile=IssuerProfile.PEOPLES_COMMITTEE, name=("",), symbol="", place="")


def matrix_paper(
    text: InstrumentText,
    lines: Sequence[Obligation],
    problems: Sequence[Problem],
    *,
    title: str,
) -> OfficialPaper:
    """A working paper: what each provision asks of whom, and the clauses that are still without one lead."""
    head = ("Provision", "What is to be done", "Lead", "Coordinating bodies", "By when")
    rows = tuple(_row(text, one) for one in lines if not one.none)
    table = PaperTable(
        header=(PaperRow(cells=tuple(plain(translate(name, "vi"), bold=True) for name in head), bold=True),),
        rows=rows,
        widths=WIDTHS,
        alignments=(Alignment.LEFT,) * len(head),
    )
    annex = Annex(title=plain(translate("Who does what", "vi")), blocks=(table,), landscape=True)
    blocks = [_counted(translate("{count} provisions give a duty to a lead.", "vi", count=len(rows)))]
    for code, sentence in OPEN.items():
        places = [one.fields["address"] for one in problems if one.code == code]
        if places:
            blocks.append(_counted(translate(sentence, "vi", count=len(places), places="; ".join(places))))
    return OfficialPaper(
        kind=PaperKind.INTERNAL,
        issuer=NOBODY,
        title=translate("RESPONSIBILITY MATRIX", "vi"),
        subject=bound(title, BindingKind.GIVEN, text.number or "text"),
        blocks=tuple(blocks),
        annexes=(annex,) if rows else (),
        draft=None,
    )


def _counted(sentence: str) -> PaperParagraph:
    return PaperParagraph(text=bound(sentence, BindingKind.COUNT, "matrix"))


def _given(text: InstrumentText, words: str) -> Text:
    return bound(words, BindingKind.FACT, text.number or "text")


def _row(text: InstrumentText, one: Obligation) -> PaperRow:
    cells = (str(one.address), one.deed, "; ".join(one.leads), "; ".join(one.coordinators), one.deadline)
    return PaperRow(cells=tuple(_given(text, cell) for cell in cells))
