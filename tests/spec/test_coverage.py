"""docs/coverage.md: every command in the table runs, and its file holds what the row promises."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
from tests.spec.conftest import EXAMPLE, ROOT

from tongket.cli import main
from tongket.review import ReviewResult

pytestmark = pytest.mark.xdist_group("example")
DOCUMENT = ROOT / "docs" / "coverage.md"
REVIEW = "make review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the table."""

    number: int
    command: str
    file: str
    promised: tuple[str, ...]


def rows() -> list[Row]:
    cells = [
        line.strip("| ").split(" | ")
        for line in DOCUMENT.read_text(encoding="utf-8").splitlines()
        if re.match(r"\| \d", line)
    ]
    return [
        Row(
            number=int(cell[0]),
            command=cell[3].strip("`"),
            file=cell[4].strip("`"),
            promised=tuple(re.findall(r"`([^`]+)`", cell[5])),
        )
        for cell in cells
    ]


def text_of(path: Path) -> str:
    """The text of a file, read without the product."""
    if path.suffix == ".docx":
        with ZipFile(path) as archive:
            root = ElementTree.fromstring(archive.read("word/document.xml"))
        word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        return "\n".join("".join(t.text or "" for t in p.iter(f"{word}t")) for p in root.iter(f"{word}p"))
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return "\n".join(str(c.value) for page in book for row in page.iter_rows() for c in row if c.value is not None)
    text = path.read_text(encoding="utf-8")
    return Words(text).words if path.suffix == ".html" else text


class Words(HTMLParser):
    """What a page says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words = ""
        self.feed(text)

    def handle_data(self, data: str) -> None:
        self.words += f"{data}\n"


def test_the_table_has_the_23_rows_of_the_article() -> None:
    assert [row.number for row in rows()] == list(range(1, 24))
    assert all(row.promised for row in rows())


def test_make_review_is_the_review_of_these_tests() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nreview:")[1].split("\n\n")[0]
    named = set(re.findall(r"--(\w+)", recipe))
    assert named == {"orgunits", "changes", "duties", "conference", "pack", "period", "out"}
    assert (EXAMPLE / "conference.yaml").is_file()


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row.number))
def test_the_file_holds_what_the_row_promises(
    row: Row,
    reviewed: tuple[ReviewResult, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = reviewed[1]
    monkeypatch.chdir(ROOT)
    screen = ""
    if row.command != REVIEW:
        program, *words = row.command.split()
        assert program == "tongket"
        given: Callable[[str], str] = lambda word: {"OUT": str(out), "WORK": str(tmp_path)}.get(word, word)  # noqa: E731
        capsys.readouterr()
        with pytest.raises(SystemExit):
            main([given(word) for word in words])
        printed = capsys.readouterr()
        screen = printed.out + printed.err
    found = screen if row.file == "screen" else text_of(out / row.file)
    flat = " ".join(found.split())
    missing = [words for words in row.promised if " ".join(words.split()) not in flat]
    assert missing == [], found[:3000]
