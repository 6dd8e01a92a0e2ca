"""The edition of a paper that prints the short code of every figure, so that it is found on paper in half a minute."""

from dataclasses import replace

from tongket.dossier.papers.blocks import Annex, Heading, PaperBlock, PaperParagraph, PaperTable
from tongket.dossier.papers.official import OfficialPaper
from tongket.dossier.papers.text import BindingKind, Run, Text


def with_codes(paper: OfficialPaper) -> OfficialPaper:
    """The paper with each figure followed by its code; a numerator and its denominator share one."""
    annexes = tuple(_annex(one) for one in paper.annexes)
    return replace(paper, blocks=tuple(_block(one) for one in paper.blocks), annexes=annexes)


def _annex(annex: Annex) -> Annex:
    return replace(annex, blocks=tuple(_block(one) for one in annex.blocks))


def _block(one: PaperBlock) -> PaperBlock:
    if isinstance(one, Heading | PaperParagraph):
        return replace(one, text=_text(one.text))
    if isinstance(one, PaperTable):
        rows = tuple(replace(row, cells=tuple(_text(cell) for cell in row.cells)) for row in one.rows)
        return replace(one, rows=rows)
    return one


def _text(text: Text) -> Text:
    """The code stands after the last run of its figure."""
    out: list[Run] = []
    for i, run in enumerate(text):
        out.append(run)
        code = short_code(run)
        if code and code not in (short_code(later) for later in text[i + 1 : i + 4]):
            out.append(Run(text=f" [{code}]", binding=run.binding, italic=True))
    return tuple(out)


def short_code(run: Run) -> str:
    """``A01/2019-2023`` of a figure; empty of anything else."""
    if run.binding is None or run.binding.kind is not BindingKind.FIGURE:
        return ""
    _, period, indicator, *_ = run.binding.ref.partition("@")[0].split("/")
    return f"{indicator}/{period}"
