"""A paper from its national motto to "Nơi nhận"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tongket.dossier.papers.blocks import Annex, Heading, PaperBlock, PaperParagraph, PaperTable
from tongket.dossier.papers.layout import Issuer, PaperKind, Signature
from tongket.dossier.papers.text import Run, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialPaper:
    """An administrative paper. ``number`` and ``issued_on`` are None in drafts: the clerical office gives them."""

    kind: PaperKind
    issuer: Issuer
    title: str
    """The type in words as printed in capitals: "BÁO CÁO"; empty for an official letter."""
    subject: Text
    """The abstract under the type, or the "V/v …" of an official letter (without "V/v")."""
    blocks: tuple[PaperBlock, ...]
    number: int | None = None
    issued_on: date | None = None
    year: int | None = None
    """The year printed in a draft's blank date: "ngày      tháng      năm 2024"."""
    draft: int | None = 1
    """n of "DỰ THẢO LẦN n"; None where it is final."""
    addressees: tuple[Text, ...] = ()
    legal_bases: tuple[Text, ...] = ()
    signature: Signature | None = None
    recipients: tuple[Text, ...] = ()
    """Lines of "Nơi nhận:", without "- " and the archive line."""
    annexes: tuple[Annex, ...] = ()
    illustrative: bool = False
    """Whether it is made from invented data: then it says so at its foot."""
    headed: bool = True
    """Whether the national motto and the issuer stand above it; not over a paper in another language."""
    unit_symbol: str = ""
    """The drafting unit in an official letter's number: "NC" in "05/UBND-NC"."""


def walk(paper: OfficialPaper) -> Iterator[Run]:
    """Every run of a paper in reading order, annexes last."""
    return (run for text in texts(paper) for run in text)


def texts(paper: OfficialPaper) -> Iterator[Text]:
    """Every text of a paper in reading order: what stands in one paragraph, heading or cell."""
    yield from (paper.subject, *paper.addressees, *paper.legal_bases)
    yield from _of_blocks(paper.blocks)
    yield from paper.recipients
    for annex in paper.annexes:
        yield annex.title
        yield from _of_blocks(annex.blocks)


def _of_blocks(blocks: tuple[PaperBlock, ...]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Heading | PaperParagraph):
            yield block.text
        elif isinstance(block, PaperTable):
            yield block.caption
            for row in (*block.header, *block.rows):
                yield from row.cells
