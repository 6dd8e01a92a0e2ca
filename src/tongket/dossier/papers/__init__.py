"""Papers as data: what a written paper says and looks like, before any format; every number in it is bound."""

from tongket.dossier.papers.blocks import (
    Alignment,
    Annex,
    Heading,
    PageBreak,
    PaperBlock,
    PaperParagraph,
    PaperPicture,
    PaperRow,
    PaperScan,
    PaperTable,
    ParagraphRole,
)
from tongket.dossier.papers.codes import with_codes
from tongket.dossier.papers.layout import Issuer, IssuerProfile, PaperKind, Signature
from tongket.dossier.papers.official import OfficialPaper, texts, walk
from tongket.dossier.papers.overlay import OverlayPage, PlacedLine
from tongket.dossier.papers.text import Binding, BindingKind, Run, Text, bound, plain, text_of

__all__ = [
    "Alignment",
    "Annex",
    "Binding",
    "BindingKind",
    "Heading",
    "Issuer",
    "IssuerProfile",
    "OfficialPaper",
    "OverlayPage",
    "PageBreak",
    "PaperBlock",
    "PaperKind",
    "PaperParagraph",
    "PaperPicture",
    "PaperRow",
    "PaperScan",
    "PaperTable",
    "ParagraphRole",
    "PlacedLine",
    "Run",
    "Signature",
    "Text",
    "bound",
    "plain",
    "text_of",
    "texts",
    "walk",
    "with_codes",
]
