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
from tongket.law import InstrumentText, Obligation, Provision
from tongket.problems import translate

WIDTHS = (0.13, 0.35, 0.17, 0.17, 0.18)
NOBODY = Issuer(profile=IssuerProfile.PEOPLES_COMMITTEE, name=("",), symbol="", place="")


def matrix_paper(
    text: InstrumentText, lines: Sequence[tuple[Provision, Obligation]], open_clauses: Sequence[str], *, title: str
) -> OfficialPaper:
    """A working paper: what each provision asks of whom, then the clauses that are still without one lead."""
    head = ("Provision", "What is to be done", "Lead", "Coordinating bodies", "By when")
    rows = tuple(_row(text, one) for _, one in lines if not one.none)
    table = PaperTable(
        header=(PaperRow(cells=tuple(plain(translate(name, "vi"), bold=True) for name in head), bold=True),),
        rows=rows,
        widths=WIDTHS,
        alignments=(Alignment.LEFT,) * len(head),
    )
    annex = Annex(title=plain(translate("Who does what", "vi")), blocks=(table,), landscape=True)
    sentences = [_counted("{count} provisions give a duty to a lead.", len(rows))]
    if open_clauses:
        sentences.append(_counted("{count} clauses have no lead or several; they are listed below.", len(open_clauses)))
    blocks = [*sentences, *(PaperParagraph(text=_given(text, one)) for one in open_clauses)]
    return OfficialPaper(
        kind=PaperKind.INTERNAL,
        issuer=NOBODY,
        title=translate("RESPONSIBILITY MATRIX", "vi"),
        subject=bound(title, BindingKind.GIVEN, text.number or "text"),
        blocks=tuple(blocks),
        annexes=(annex,) if rows else (),
        draft=None,
    )


def _counted(sentence: str, count: int) -> PaperParagraph:
    return PaperParagraph(text=bound(translate(sentence, "vi", count=count), BindingKind.COUNT, "matrix"))


def _given(text: InstrumentText, words: str) -> Text:
    return bound(words, BindingKind.FACT, text.number or "text")


def _row(text: InstrumentText, one: Obligation) -> PaperRow:
    cells = (str(one.address), one.deed, "; ".join(one.leads), "; ".join(one.coordinators), one.deadline)
    return PaperRow(cells=tuple(_given(text, cell) for cell in cells))
