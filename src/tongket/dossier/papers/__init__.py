"""Papers as data: what a written paper says and looks like, before any format; every number in it is bound."""

from tongket.dossier.papers.blocks import (
    Alignment,
    Annex,
    Block,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Table,
    TableRow,
)
from tongket.dossier.papers.layout import Issuer, IssuerProfile, PaperKind, Signature
from tongket.dossier.papers.official import OfficialPaper, walk
from tongket.dossier.papers.text import Binding, BindingKind, Run, Text, bound, plain, text_of

__all__ = [
    "Alignment",
    "Annex",
    "Binding",
    "BindingKind",
    "Block",
    "Heading",
    "Issuer",
    "IssuerProfile",
    "OfficialPaper",
    "PageBreak",
    "PaperKind",
    "Paragraph",
    "ParagraphRole",
    "Run",
    "Signature",
    "Table",
    "TableRow",
    "Text",
    "bound",
    "plain",
    "text_of",
    "walk",
]
