"""Every output read again by another reader: no number but bound figures, facts, and parts of names, dates, references."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest
from tests.spec.conftest import EXAMPLE
from tests.spec.evidence import Evidence, all_numbers, numbers, written

from tongket.dossier.material import Material
from tongket.dossier.papers import Heading, OfficialPaper, PaperBlock, PaperParagraph, PaperTable, text_of, walk
from tongket.dossier.slides import deck_runs, slide_deck
from tongket.reading import Block, Table
from tongket.review import ReviewResult, names
from tongket.review.cycle import papers_after, papers_before
from tongket.review.drawn import studio_of
from tongket.review.letters import unit_letters, urging_letter
from tongket.review.material import material_of
from tongket.review.occasion import last_review
from tongket.review.papers import in_english, papers_of

pytestmark = pytest.mark.xdist_group("example")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def evidence(reviewed: tuple[ReviewResult, Path]) -> Evidence:
    said = {(n.source.file, n.source.anchor, n.text) for r in reviewed[0].reports for n in r.narratives}
    documents = {f.report.file: frozenset(all_numbers(texts_of(f.document.blocks))) for f in reviewed[0].files}
    return Evidence(out=reviewed[1], example=EXAMPLE, statements=frozenset(said), documents=documents)


def texts_of(blocks: Sequence[Block]) -> Iterator[str]:
    """The text of a report: its paragraphs and its cells."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell.text for cell in block.cells)
        else:
            yield block.text


@pytest.fixture(scope="module")
def material(reviewed: tuple[ReviewResult, Path]) -> Material:
    found = material_of(reviewed[0])
    assert found is not None
    return found


@pytest.fixture(scope="module")
def papers(reviewed: tuple[ReviewResult, Path], material: Material) -> dict[str, tuple[OfficialPaper, ...]]:
    """Every paper as data, by the file it is written to."""
    result = reviewed[0]
    found = dict(papers_of(result, material, studio_of(result, material)))
    for letter in unit_letters(result, material):
        found[f"{names.LETTERS}/{letter.letter_file}"] = (letter.letter,)
    urging = urging_letter(result, material)
    assert urging is not None
    found[f"{names.LETTERS}/{names.URGING}"] = (urging,)
    files = result.conference
    assert files is not None
    others = papers_before(files, result.pack, result.hierarchy, result.period) | papers_after(files, material)
    return found | {f"{names.OTHERS}/{name}": several for name, several in others.items()}


def test_each_number_of_each_paper_rests_on_what_it_names(
    papers: dict[str, tuple[OfficialPaper, ...]],
    evidence: Evidence,
    reviewed: tuple[ReviewResult, Path],
    material: Material,
) -> None:
    looked_at = 0
    english = {names.SUMMARY_IN_ENGLISH: (in_english(reviewed[0], material),)}
    for file, several in {**papers, **english}.items():
        for paper in several:
            for run in walk(paper):
                if numbers(run.text):
                    looked_at += 1
                    assert evidence.rests(run), (file, run)
    assert looked_at > 1000


def test_the_files_hold_the_numbers_of_the_papers_and_no_others(
    papers: dict[str, tuple[OfficialPaper, ...]], reviewed: tuple[ReviewResult, Path]
) -> None:
    """Read without the writer: the text in the archive's XML. What the frame adds: year, draft, numbers of headings."""
    for file, several in papers.items():
        found = Counter(n for line in lines_of(reviewed[1] / file) for n in numbers(line))
        meant = Counter(n for paper in several for line in told(paper) for n in numbers(line))
        framed: Counter[str] = Counter()
        for paper in several:
            year = [str(paper.year)] if paper.year and paper.headed and paper.kind.value != "-" else []
            framed += Counter(
                [*year, *([str(paper.draft)] if paper.draft and year else []), *(year * len(paper.annexes))]
            )
        assert found - meant == framed, file
        assert meant - found == Counter(), file


def test_the_pdf_of_the_report_holds_the_numbers_of_the_word_file(reviewed: tuple[ReviewResult, Path]) -> None:
    """Read by another reader; numbers of pages and what stands in the drawings come on top."""
    pages = pypdfium2.PdfDocument(reviewed[1] / names.REPORT_PDF)
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    printed = Counter(numbers(re.sub(r"-?[\r\n]+|\ufffe", " ", text)))
    meant = Counter(n for line in lines_of(reviewed[1] / names.REPORT) for n in numbers(line))
    lost = meant - printed
    assert sum(lost.values()) <= 0.01 * sum(meant.values()), lost  # numbers broken over two lines
    assert set(printed - meant) <= {*map(str, range(1, 41))} | set(meant)


def test_each_number_of_the_slides_rests_on_what_it_names(
    evidence: Evidence, reviewed: tuple[ReviewResult, Path], material: Material
) -> None:
    files = reviewed[0].conference
    assert files is not None
    deck = slide_deck(material, last_review=last_review(files.previous, material))
    runs = [run for run in deck_runs(deck) if numbers(run.text)]
    assert len(runs) > 150
    charts, points = [], set()
    for run in runs:
        assert run.binding is not None
        if run.binding.ref.startswith("charts["):
            charts.append(run)
        elif run.binding.ref != "sources":  # codes of figures, by which they are found
            assert evidence.rests(run), run
            points.update(numbers(run.text))
    for run in charts:  # titles, and what is read to who cannot see: the points again
        assert evidence.rests(run) or set(numbers(run.text)) <= points | evidence.facts | evidence.given, run
    with ZipFile(reviewed[1] / names.SLIDES) as archive:
        parts = [name for name in archive.namelist() if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml", name)]
        roots = [ElementTree.fromstring(archive.read(name)) for name in parts]
    shown = {
        n
        for root in roots
        for p in root.iter(f"{DRAWING}p")
        for n in numbers("".join(t.text or "" for t in p.iter(f"{DRAWING}t")))
    }
    told = {n for run in runs for n in numbers(run.text)} | {str(i) for i in range(1, len(deck.slides) + 1)}
    assert shown <= told | evidence.facts | evidence.given, shown - told


def lines_of(path: Path) -> list[str]:
    """The paragraphs of a Word file's body."""
    with ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{WORD}t")) for p in root.iter(f"{WORD}p")]


def told(paper: OfficialPaper) -> Iterator[str]:
    """What a paper says, a paragraph or cell at a time."""
    yield from (text_of(one) for one in (paper.subject, *paper.addressees, *paper.legal_bases, *paper.recipients))
    if paper.headed:
        yield from (*paper.issuer.superior, *paper.issuer.name)
    yield from _blocks(paper.blocks)
    for annex in paper.annexes:
        yield text_of(annex.title)
        yield from _blocks(annex.blocks)


def _blocks(blocks: tuple[PaperBlock, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield f"{block.number} {text_of(block.text)}"
        elif isinstance(block, PaperParagraph):
            yield text_of(block.text)
        elif isinstance(block, PaperTable):
            yield text_of(block.caption)
            yield from (text_of(cell) for row in (*block.header, *block.rows) for cell in row.cells)


def test_every_number_in_the_annex_is_one_of_the_review(evidence: Evidence) -> None:
    """Numeric cells are values of reports, sums of one unit's own, or figures; the pages hold nothing else."""
    values = {round(v["value"], 3) for v in evidence.data["values"]}
    own: Counter[tuple[str, str, str, str]] = Counter()
    for v in evidence.data["values"]:
        own[v["org_unit"], v["period"], v["indicator"], v["part"]] += v["value"]
    known = values | {round(total, 3) for total in own.values()}
    for r in evidence.data["rollups"]:
        known |= {round(r[part], 3) for part in ("value", "numerator", "denominator") if r[part] is not None}
    book = openpyxl.load_workbook(evidence.out / names.FIGURES, data_only=True)
    looked_at = 0
    for page in book:
        for cell in (c for row in page.iter_rows() for c in row):
            if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                looked_at += 1
                ordinal = cell.column == 1 and float(cell.value).is_integer()
                assert ordinal or round(cell.value, 3) in known, f"{page.title}!{cell.coordinate} {cell.value}"
    assert looked_at > 2000


@pytest.mark.parametrize("file", [names.FIGURES, names.TASKS, names.DECISIONS])
def test_every_number_in_words_of_a_workbook_is_known(evidence: Evidence, file: str) -> None:
    known = known_numbers(evidence)
    for page in openpyxl.load_workbook(evidence.out / file):
        for cell in (c for row in page.iter_rows() for c in row):
            if isinstance(cell.value, str) and not cell.value.startswith(("=", "{")):
                text = re.sub(r"\bKL[\w.-]+", "", cell.value)
                assert set(numbers(text)) <= known, f"{page.title}!{cell.coordinate} {cell.value}"


def known_numbers(evidence: Evidence) -> set[str]:
    """The numbers of facts, inputs, findings, files and values as written, of small ordinals, and of all figures."""
    data = evidence.data
    texts = [
        f["note"] + " " + f.get("suggestion", "") + " ".join(f["files"]) for f in (*data["findings"], *data["notices"])
    ]
    texts += [v["text"] + " " + v["anchor"] for v in data["values"]]
    known = evidence.facts | evidence.given | all_numbers(texts) | {str(i) for i in range(100)}
    for one in (*data["values"], *data["rollups"]):
        for part in ("value", "numerator", "denominator"):
            if one.get(part) is not None:
                known |= {written(one[part], places) for places in range(6)}
    for one in data["rollups"]:
        known |= {written(v, 3) for v in (one["with_excluded"] or {}).values() if isinstance(v, int | float)}
        known |= {str(len(one["reporters"])), str(len(one["expected"])), str(5 * len(one["expected"]))}
    known |= {written(round(100 * v["confidence"]), 0) for v in data["values"]}
    return known | {f"{i:02d}" for i in range(10)}


class Figures(HTMLParser):
    """The figures of a page by their code, and all its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.figures: list[tuple[str, str]] = []
        self.text: list[str] = []
        self._open = ""
        self._skip = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = dict(attrs).get("data-figure") or "" if tag == "a" else self._open
        self._skip = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._open = "" if tag == "a" else self._open
        self._skip = self._skip and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.figures.append((self._open, data))
        elif not self._skip:
            self.text.append(data)


def test_every_figure_on_the_index_is_that_of_its_code(evidence: Evidence) -> None:
    page = Figures((evidence.out / names.START_PAGE).read_text(encoding="utf-8"))
    assert len(page.figures) > 300
    for code, text in page.figures:
        value = evidence.figures[code]["value"]
        assert set(numbers(text)) <= ({written(value, 2)} if value is not None else set()), (code, text)


def test_every_other_number_on_the_index_is_known(evidence: Evidence) -> None:
    data = evidence.data
    counts = {
        len(data["values"]),
        len(data["rollups"]),
        len(data["findings"]),
        data["coverage"]["expected"],
        data["coverage"]["reported"],
    }
    files = (
        {v["file"] for v in data["values"]} | {f for x in data["findings"] for f in x["files"]} | set(data["refused"])
    )
    known = known_numbers(evidence) | all_numbers(files) | {written(n, 0) for n in counts}
    known |= {str(len(list((EXAMPLE / "reports").rglob("*.*")))), *map(str, range(2019, 2024))}
    page = Figures((evidence.out / names.START_PAGE).read_text(encoding="utf-8"))
    unknown = {
        n: text for text in page.text for n in numbers(text) if n not in known and not re.search(r"nd21|tongket", text)
    }
    assert unknown == {}
