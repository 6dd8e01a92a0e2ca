"""From papers to a PDF for the archive; the same papers give the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tongket.dossier.papers import OfficialPaper, PaperKind, PaperParagraph, ParagraphRole, text_of
from tongket.dossier.writers.docx import measures
from tongket.dossier.writers.docx.body import ended
from tongket.dossier.writers.docx.frame import annex_reference
from tongket.dossier.writers.docx.write import ILLUSTRATIVE, ROMAN
from tongket.dossier.writers.typst.body import Files, body
from tongket.dossier.writers.typst.frame import foot, head
from tongket.dossier.writers.typst.markup import joined, paragraph, quoted, run, runs

FAMILIES = ("Times New Roman", "Liberation Serif")
"""What papers are set in: the type of the decree, or its twin of the same widths."""
OWN = "Libertinus Serif"
"""The serif that typst brings, complete in Vietnamese."""
STANDARD = "a-2b"
NEVER = 946_684_800
"""The second every file says it was made at: 1 January 2000."""
SAMPLE = "ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĂăÂâĐđÊêÔôƠơƯư"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """What a PDF is set in: the family, and the folder it comes from (None: typst's own)."""

    family: str
    folder: Path | None = None

    @property
    def own(self) -> bool:
        """Whether it is typst's own serif, because none of the usual ones is there."""
        return self.folder is None


def can_write_pdf() -> bool:
    """Whether the library that sets PDF is installed."""
    return find_spec("typst") is not None


def typeface(folders: Sequence[Path]) -> Typeface:
    """The first of the usual families in ``folders`` that has every Vietnamese letter in all four cuts; else typst's own."""
    import typst

    for folder in folders:
        found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
        for family in FAMILIES:
            face = Typeface(family=family, folder=folder)
            if family in found.families() and _complete(face):
                return face
    return Typeface(family=OWN)


def _complete(face: Typeface) -> bool:
    """Whether the archive's standard accepts every letter set in it: it refuses letters that the type lacks."""
    import typst

    cuts = [run(SAMPLE, bold=bold, italic=italic) for bold in (False, True) for italic in (False, True)]
    try:
        compiled(_settings("", face, illustrative=False) + f"#({joined(cuts)})\n", {}, face)
    except typst.TypstError:
        return False
    return True


def write_pdf(papers: OfficialPaper | Sequence[OfficialPaper], path: Path, face: Typeface) -> None:
    """Write one paper, or several one after the other, each with page numbers of its own."""
    given = [papers] if isinstance(papers, OfficialPaper) else list(papers)
    files = Files()
    illustrative = any(paper.illustrative for paper in given)
    text = _settings(text_of(given[0].subject)[:200] if given else "", face, illustrative=illustrative)
    sections = [part for paper in given for part in _sections(paper, files)]
    for i, (content, landscape) in enumerate(sections):
        turned = f"#set page(flipped: {str(landscape).lower()})\n"
        text += ("#counter(page).update(0)\n" if i else "") + turned + content
    path.write_bytes(compiled(text, files.pictures, face))


def compiled(text: str, pictures: dict[str, bytes], face: Typeface) -> bytes:
    """The PDF of a text of typst, with pictures by name."""
    import typst

    given = {"main": text.encode(), **pictures}
    return bytes(
        typst.compile(  # type: ignore[call-overload]  # takes files by name too, which its stub does not say
            given,
            format="pdf",
            font_paths=[str(face.folder)] if face.folder else [],
            ignore_system_fonts=True,
            pdf_standards=STANDARD,
            timestamp=NEVER,
        )
    )


def _settings(title: str, face: Typeface, *, illustrative: bool) -> str:
    """Page, type and paragraph as in the Word file: a line is 1.1 times as high as the type's own."""
    line = measures.BODY * 1.15 * measures.LINE
    number = "context { let n = counter(page).get().first(); if n > 1 { align(center, text(size: 14pt, str(n))) } }"
    said = f'align(center, text(size: 10pt, style: "italic", {quoted(ILLUSTRATIVE)}))' if illustrative else "none"
    return f"""#set document(title: {quoted(title)})
#set text(font: {quoted(face.family)}, size: {measures.BODY}pt, lang: "vi", fallback: false, hyphenate: false, top-edge: 0.8em, bottom-edge: -0.2em)
#set page(paper: "a4", margin: (top: {measures.TOP}mm, bottom: {measures.BOTTOM}mm, left: {measures.LEFT}mm, right: {measures.RIGHT}mm), header: {number}, header-ascent: 4mm, footer: {said}, footer-descent: 4mm)
#set par(justify: true, linebreaks: "simple", leading: {line - measures.BODY:.2f}pt, spacing: {line - measures.BODY:.2f}pt, first-line-indent: (amount: {measures.FIRST_LINE}mm, all: true))
#show heading: it => text(size: {measures.BODY}pt, it.body)
"""


def _sections(paper: OfficialPaper, files: Files) -> list[tuple[str, bool]]:
    """The content of each section, and whether it lies across: the paper itself, then its annexes."""
    bases = tuple(PaperParagraph(text=text, role=ParagraphRole.LEGAL_BASIS) for text in paper.legal_bases)
    compact = paper.kind is PaperKind.INTERNAL
    blocks = (*bases, *(paper.blocks if compact else ended(paper.blocks)))
    content = head(paper) + body(blocks, files, compact=compact) + foot(paper)
    return [(content, False), *(_annex(paper, i, files) for i in range(len(paper.annexes)))]


def _annex(paper: OfficialPaper, place: int, files: Files) -> tuple[str, bool]:
    annex = paper.annexes[place]
    number = f"Phụ lục {ROMAN[place % len(ROMAN)]}" if len(paper.annexes) > 1 else "Phụ lục"
    top = paragraph(run(number, bold=True), align="center", indent=False, sticky=True)
    title = f"heading(level: 1, {runs(annex.title, bold=True, capitals=True)})"
    top += f"#block(above: 0pt, below: 0pt, width: 100%, sticky: true, align(center, {title}))\n"
    top += paragraph(run(annex_reference(paper), italic=True), align="center", after=6, indent=False, sticky=True)
    return top + body(annex.blocks, files, landscape=annex.landscape), annex.landscape
