"""From papers to the bytes of a Word file: the same papers give the same bytes."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from tongket.dossier.papers import Annex, OfficialPaper, PaperKind, PaperParagraph, ParagraphRole
from tongket.dossier.writers.archive import dateless
from tongket.dossier.writers.docx import measures
from tongket.dossier.writers.docx.body import body, ended
from tongket.dossier.writers.docx.frame import annex_reference, foot, head
from tongket.dossier.writers.docx.styles import new_document
from tongket.dossier.writers.docx.xml import Pieces, paragraph, run, runs, twips

ILLUSTRATIVE = "Tài liệu minh họa – số liệu giả định"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def write_docx(papers: OfficialPaper | Sequence[OfficialPaper], path: Path) -> None:
    """Write one paper, or several one after the other, each with page numbers of its own."""
    given = [papers] if isinstance(papers, OfficialPaper) else list(papers)
    path.write_bytes(docx_bytes(given))


def docx_bytes(papers: Sequence[OfficialPaper]) -> bytes:
    """The file of some papers."""
    document = new_document()
    document.core_properties.title = " ".join(r.text for r in papers[0].subject)[:200] if papers else ""
    pieces = Pieces()
    ids = _page_furniture(document, illustrative=any(paper.illustrative for paper in papers))
    sections = [part for paper in papers for part in _sections(paper, pieces)]
    _fill(document, sections, ids)
    for target, number in pieces.links.items():
        document.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, number, is_external=True)
    for png, number in pieces.pictures.items():
        image = document.part.package.get_or_add_image_part(BytesIO(png))
        document.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, image, number)
    out = BytesIO()
    document.save(out)
    return dateless(out.getvalue())


def _sections(paper: OfficialPaper, pieces: Pieces) -> list[tuple[str, bool]]:
    """The content of each section, and whether it lies across: the paper itself, then its annexes."""
    bases = tuple(PaperParagraph(text=text, role=ParagraphRole.LEGAL_BASIS) for text in paper.legal_bases)
    pieces.compact = paper.kind is PaperKind.INTERNAL
    blocks = (*bases, *(paper.blocks if pieces.compact else ended(paper.blocks)))
    content = head(paper, pieces) + body(blocks, pieces, signed=paper.signature is not None) + foot(paper, pieces)
    annexes = [_annex(paper, annex, i, pieces) for i, annex in enumerate(paper.annexes)]
    return [(content, False), *annexes]


def _annex(paper: OfficialPaper, annex: Annex, place: int, pieces: Pieces) -> tuple[str, bool]:
    number = f"Phụ lục {ROMAN[place % len(ROMAN)]}" if len(paper.annexes) > 1 else "Phụ lục"
    top = paragraph(run(number, bold=True), align="center", before=0, after=0, first_line=0, keep_next=True)
    title = runs(annex.title, pieces, bold=True, capitals=True)
    top += paragraph(title, style="Heading1", align="center", first_line=0, before=0, after=0, keep_next=True)
    top += paragraph(run(annex_reference(paper), italic=True), align="center", first_line=0, keep_next=True)
    return top + body(annex.blocks, pieces, landscape=annex.landscape), annex.landscape


def _fill(document: Any, sections: Sequence[tuple[str, bool]], ids: dict[str, str]) -> None:
    """Put the sections in place of the empty body; the last one's properties stand at its end."""
    parts = []
    for i, (content, landscape) in enumerate(sections):
        properties = _section(landscape, ids)
        parts.append(
            content + (paragraph("", section=properties, before=0, after=0) if i < len(sections) - 1 else properties)
        )
    spaces = nsdecls("w", "r")
    parsed = parse_xml(f"<w:body {spaces}>{''.join(parts)}</w:body>")
    old = document.element.body
    old.getparent().replace(old, parsed)


def _section(landscape: bool, ids: dict[str, str]) -> str:
    width, height = (measures.PAGE[1], measures.PAGE[0]) if landscape else measures.PAGE
    across = ' w:orient="landscape"' if landscape else ""
    references = f'<w:headerReference w:type="default" r:id="{ids["number"]}"/><w:headerReference w:type="first" r:id="{ids["empty"]}"/>'
    references += f'<w:footerReference w:type="default" r:id="{ids["foot"]}"/><w:footerReference w:type="first" r:id="{ids["foot"]}"/>'
    margins = (
        f'w:top="{twips(measures.TOP)}" w:bottom="{twips(measures.BOTTOM)}" w:left="{twips(measures.LEFT)}" '
        f'w:right="{twips(measures.RIGHT)}" w:header="{twips(measures.HEADER_TO_EDGE)}" w:footer="{twips(8)}" w:gutter="0"'
    )
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{across}/>'
        f'<w:pgMar {margins}/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _page_furniture(document: Any, *, illustrative: bool) -> dict[str, str]:
    """Header with the page number, empty header for first pages, footer; the ids by which sections name them."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    _put(section.header, paragraph(number, align="center", first_line=0, after=0))
    _put(section.first_page_header, paragraph("", align="center", first_line=0, after=0))
    _put(
        section.footer,
        paragraph(
            run(ILLUSTRATIVE if illustrative else "", italic=True, size=10), align="center", first_line=0, after=0
        ),
    )
    properties = document.element.body.sectPr
    found = {}
    for element in properties.iterchildren():
        kind, name = element.get(qn("w:type")), etree.QName(element).localname
        if name == "headerReference":
            found["number" if kind == "default" else "empty"] = element.get(qn("r:id"))
        elif name == "footerReference" and kind == "default":
            found["foot"] = element.get(qn("r:id"))
    return found


def _put(part: Any, content: str) -> None:
    part.is_linked_to_previous = False
    element = part._element
    for child in list(element):
        element.remove(child)
    wrapped = parse_xml(f"<w:body {nsdecls('w', 'r')}>{content}</w:body>")
    for child in list(wrapped):
        element.append(child)
