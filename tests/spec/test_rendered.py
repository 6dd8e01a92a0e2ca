"""Papers as they lie on the table: no heading left alone at a page's foot, no row over two pages, type that can be read."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from tongket.dossier.papers import (
    Heading,
    OfficialPaper,
    PaperBlock,
    PaperParagraph,
    PaperTable,
    ParagraphRole,
    text_of,
)
from tongket.review import ReviewResult, names
from tongket.review.cycle import papers_after, papers_before
from tongket.review.drawn import studio_of
from tongket.review.material import material_of
from tongket.review.papers import papers_of

pytestmark = pytest.mark.xdist_group("example")
FOOT = "Tài liệu minh họa – số liệu giả định"
SMALLEST = 9


@pytest.fixture(scope="module")
def papers(reviewed: tuple[ReviewResult, Path]) -> dict[str, tuple[OfficialPaper, ...]]:
    result = reviewed[0]
    material = material_of(result)
    assert material is not None
    assert result.conference is not None
    others = papers_before(result.conference, result.pack, result.hierarchy, result.period)
    others |= papers_after(result.conference, material)
    found = dict(papers_of(result, material, studio_of(result, material)))
    return found | {f"{names.OTHERS}/{name}": several for name, several in others.items()}


def pages_of(path: Path) -> list[str]:
    """The text of each page without its foot."""
    found = []
    for page in pypdfium2.PdfDocument(path):
        lines = [line.strip() for line in page.get_textpage().get_text_bounded().splitlines()]
        found.append("\n".join(line for line in lines if line and line != FOOT))
    return found


def squeezed(text: str) -> str:
    return re.sub(r"[\s\ufffe\u00ad-]", "", text).casefold()


def blocks_of(paper: OfficialPaper) -> Iterator[PaperBlock]:
    yield from paper.blocks
    for annex in paper.annexes:
        yield from annex.blocks


def left_alone(paper: OfficialPaper, pages: list[str]) -> list[str]:
    """Headings and captions with which a page ends."""
    ends = [squeezed(page) for page in pages]
    leads = [
        text_of(b.text)
        for b in blocks_of(paper)
        if isinstance(b, Heading) or (isinstance(b, PaperParagraph) and b.role is ParagraphRole.CAPTION)
    ]
    return [lead for lead in leads if len(lead) > 12 and any(end.endswith(squeezed(lead)) for end in ends)]


def split_rows(paper: OfficialPaper, pages: list[str]) -> list[str]:
    """Cells whose words do not stand on one page, together or (in narrow columns) line by line."""
    shown = [squeezed(page) for page in pages]
    cells = (
        text_of(cell)
        for block in blocks_of(paper)
        if isinstance(block, PaperTable)
        for row in block.rows
        for cell in row.cells
    )
    return [cell for cell in dict.fromkeys(cells) if cell and not any(_whole(cell, page) for page in shown)]


def _whole(cell: str, page: str) -> bool:
    return squeezed(cell) in page or (len(cell) < 20 and all(squeezed(word) in page for word in cell.split()))


def smallest_type(path: Path) -> float:
    """In points, of all letters and digits that are text and no drawing."""
    least = 99.0
    for page in pypdfium2.PdfDocument(path):
        text = page.get_textpage()
        for i in range(text.count_chars()):
            if chr(raw.FPDFText_GetUnicode(text, i)).isalnum():
                least = min(least, raw.FPDFText_GetFontSize(text, i))
    return least


def test_the_pdf_of_the_report_keeps_together_what_belongs_together(
    papers: dict[str, tuple[OfficialPaper, ...]], reviewed: tuple[ReviewResult, Path]
) -> None:
    (report,) = papers[names.REPORT]
    pages = pages_of(reviewed[1] / names.REPORT_PDF)
    assert len(pages) > 15
    assert left_alone(report, pages) == []
    assert split_rows(report, pages) == []
    tops = [page for page in pages if re.search(r"^Phụ lục [IVX]+$", page, re.MULTILINE)]
    assert len(tops) == len(report.annexes)
    assert all(page.startswith("Phụ lục") for page in tops)  # each annex is numbered for itself, its first page not


@pytest.mark.system("soffice")
def test_every_word_file_keeps_together_what_belongs_together(
    papers: dict[str, tuple[OfficialPaper, ...]], reviewed: tuple[ReviewResult, Path], tmp_path: Path
) -> None:
    files = [reviewed[1] / name for name in papers]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    found = {}
    for file, several in zip(files, papers.values(), strict=True):
        printed = tmp_path / f"{file.stem}.pdf"
        pages = pages_of(printed)
        wrong = [w for paper in several for w in (*left_alone(paper, pages), *split_rows(paper, pages))]
        found[file.name] = (wrong, round(smallest_type(printed), 1) >= SMALLEST)
    assert found == {file.name: ([], True) for file in files}
