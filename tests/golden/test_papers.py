"""The papers of the small example, as data and as the text of the files: whoever changes a sentence sees which."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tongket.dossier.papers import (
    Heading,
    OfficialPaper,
    PaperBlock,
    PaperParagraph,
    PaperTable,
    Text,
    text_of,
)
from tongket.dossier.slides import Bullets, SlideDeck, slide_deck
from tongket.review import ReviewRequest, ReviewResult, names, run
from tongket.review.drawn import studio_of
from tongket.review.material import material_of
from tongket.review.papers import papers_of

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def reviewed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[ReviewResult, Path]:
    example, out = root / "examples" / "nong-thon-moi", tmp_path_factory.mktemp("papers") / "out"
    tables = {name: example / f"{name}.csv" for name in ("orgunits", "changes", "duties")}
    pack = str(example / "packs" / "nong-thon-moi")
    return run(
        ReviewRequest(reports=example / "reports", pack=pack, period="2023/2024", out=out, jobs=1, **tables)
    ), out


def as_data(text: Text) -> list[object]:
    """The runs of a text: bare words, or words with what supports them."""
    return [[one.text, one.binding.kind.value, one.binding.ref] if one.binding else one.text for one in text]


def blocks(found: tuple[PaperBlock, ...]) -> Iterator[object]:
    for one in found:
        if isinstance(one, Heading):
            yield {"heading": [one.level, one.number, *as_data(one.text)]}
        elif isinstance(one, PaperParagraph):
            yield {one.role.value: as_data(one.text)}
        elif isinstance(one, PaperTable):
            yield {"table": [[as_data(cell) for cell in row.cells] for row in (*one.header, *one.rows)]}
        else:
            yield type(one).__name__


def paper(one: OfficialPaper) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "title": one.title,
        "subject": as_data(one.subject),
        "blocks": list(blocks(one.blocks)),
        "annexes": [{"title": as_data(a.title), "blocks": list(blocks(a.blocks))} for a in one.annexes],
    }


def slides(deck: SlideDeck) -> list[object]:
    """Titles, what is shown, what is said."""
    out: list[object] = []
    for one in deck.slides:
        shown: object = one.content.code if hasattr(one.content, "code") else None
        if isinstance(one.content, Bullets):
            shown = [as_data(line) for line in one.content.lines]
        elif isinstance(one.content, PaperTable):
            shown = list(blocks((one.content,)))
        out.append({"title": text_of(one.title), "shown": shown, "notes": [text_of(line) for line in one.notes]})
    return out


def test_the_papers_as_data_say_what_they_said(
    reviewed: tuple[ReviewResult, Path], golden: Callable[[str, str], None]
) -> None:
    result = reviewed[0]
    material = material_of(result)
    assert material is not None
    data: dict[str, object] = {
        name: [paper(one) for one in several]
        for name, several in papers_of(result, material, studio_of(result, material)).items()
    }
    data[names.SLIDES] = slides(slide_deck(material))
    golden("nong-thon-moi-papers.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def test_the_files_hold_the_text_they_held(
    reviewed: tuple[ReviewResult, Path], golden: Callable[[str, str], None]
) -> None:
    """Read from the archive, not by the writer."""
    lines = []
    for name in (names.REPORT, names.SUMMARY):
        with ZipFile(reviewed[1] / name) as archive:
            body = ElementTree.fromstring(archive.read("word/document.xml"))
        lines.append(f"=== {name}")
        lines += ["".join(t.text or "" for t in p.iter(f"{WORD}t")) for p in body.iter(f"{WORD}p")]
    golden("nong-thon-moi-papers.txt", re.sub(r"\n{2,}", "\n", "\n".join(lines)) + "\n")
