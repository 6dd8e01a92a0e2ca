"""Word documents (.docx): the body, its text boxes, notes, headers and footers as blocks."""

import re
from collections.abc import Iterator
from functools import partial

from tongket.problems import Problem, Severity, Where
from tongket.reading.blocks import Block
from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.docx_body import BodyReader
from tongket.reading.formats.docx_numbering import Numbering
from tongket.reading.formats.docx_styles import Styles
from tongket.reading.formats.docx_tabs import with_tab_tables
from tongket.reading.formats.package import Package, Relation

CHANGED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\s[^>]*w:author")
HIDDEN = re.compile(
    rb"<w:vanish ?/>(?:(?!</w:r>).)*?</w:rPr>(?:(?!</w:r>).)*?<w:t[ >]|<w:hidden ?/>(?=.{0,400}?</w:trPr>)", re.DOTALL
)
COMMENT = re.compile(rb"<w:comment\s")
MARGINS = ("header", "footer")
NOTES = ("footnotes", "endnotes")


def read_docx(data: bytes, limits: Limits) -> Content:
    """The blocks of a Word document; headers and footers stand at the end."""
    package = Package(data, limits)
    main = package.main_part("word/document.xml")
    if main not in package:
        raise FormatError("file_damaged")
    links = package.relations(main)
    styles = Styles(package.read(target(links, "styles")))
    numbering = Numbering(partial(package.read, target(links, "numbering")), styles)
    xml = package.read(main)
    blocks = with_tab_tables(read_part(xml, "body", styles, numbering, "", limits))
    for kind in NOTES:
        blocks += notes(package, links, kind, styles, numbering, limits)
    for kind in MARGINS:
        blocks += margins(package, links, kind, styles, numbering, limits)
    return Content(blocks=tuple(blocks), problems=tuple(revisions(xml, package.read(target(links, "comments")))))


def revisions(xml: bytes, remarks: bytes) -> Iterator[Problem]:
    """What was written beside the text: changes that are not yet accepted, what is hidden, and comments."""
    changed = len(CHANGED.findall(xml)) if b":author" in xml else 0
    if changed:
        yield Problem(code="changes_accepted", severity=Severity.NOTICE, where=Where(), fields={"count": str(changed)})
    hidden = len(HIDDEN.findall(xml)) if b"vanish" in xml or b":hidden" in xml else 0
    if hidden:
        yield Problem(code="hidden_passages", severity=Severity.NOTICE, where=Where(), fields={"count": str(hidden)})
    comments = len(COMMENT.findall(remarks))
    if comments:
        yield Problem(code="comments_ignored", severity=Severity.NOTICE, where=Where(), fields={"count": str(comments)})


def target(links: list[Relation], kind: str) -> str:
    """The part of one kind; empty where there is none."""
    return next((link.target for link in links if link.kind == kind), "")


def read_part(xml: bytes, root: str, styles: Styles, numbering: Numbering, style: str, limits: Limits) -> list[Block]:
    """The blocks of one part, anchored under ``root``."""
    return BodyReader(root, styles, numbering, style, limits.cells).read(xml)


def margins(
    package: Package, links: list[Relation], kind: str, styles: Styles, numbering: Numbering, limits: Limits
) -> list[Block]:
    """The headers or footers; a part that two sections share is read once."""
    parts = sorted({link.target for link in links if link.kind == kind and link.target in package})
    found: list[Block] = []
    for index, part in enumerate(parts, 1):
        found += read_part(package.read(part), f"{kind}[{index}]", styles, numbering, kind, limits)
    return found


def notes(
    package: Package, links: list[Relation], kind: str, styles: Styles, numbering: Numbering, limits: Limits
) -> list[Block]:
    """The footnotes or endnotes as paragraphs of style "footnote"."""
    part = target(links, kind)
    if part not in package:
        return []
    return read_part(package.read(part), kind, styles, numbering, "footnote", limits)
