"""The pages of a review as files: nothing is fetched, names are legal everywhere, figures carry theirs."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from tongket.review import ReviewResult

pytestmark = pytest.mark.xdist_group("example")


class Page(HTMLParser):
    """The ids, links and foreign resources of a page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.ids: list[str] = []
        self.links: list[str] = []
        self.resources: list[str] = []
        self.figures = 0
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" and "href" in given else []
        self.resources += [given[a] for a in ("src", "href") if a in given and tag != "a"]
        self.figures += "data-figure" in given


@pytest.fixture(scope="module")
def out(reviewed: tuple[ReviewResult, Path]) -> Path:
    return reviewed[1]


@pytest.fixture(scope="module")
def pages(out: Path) -> dict[Path, Page]:
    return {file: Page(file) for file in sorted(out.rglob("*.html"))}


def test_no_id_stands_twice_in_a_page(pages: dict[Path, Page]) -> None:
    assert [p.file.name for p in pages.values() if len(p.ids) != len(set(p.ids))] == []


def test_nothing_is_fetched(pages: dict[Path, Page]) -> None:
    assert {r for p in pages.values() for r in p.resources if re.match(r"(\w+:)?//", r)} == set()
    assert [p.file.name for p in pages.values() for link in p.links if re.match(r"(\w+:)?//", link)] == []
    for page in pages.values():
        assert all((page.file.parent / r).resolve().is_file() for r in page.resources)


def test_every_link_leads_to_a_place_in_the_folder(pages: dict[Path, Page]) -> None:
    """From a USB stick as well: relative, to a file that is there, and to an id that it has."""
    ids = {file.resolve(): set(page.ids) for file, page in pages.items()}
    for file, page in pages.items():
        for link in page.links:
            path, _, anchor = unquote(link).partition("#")
            target = (file.parent / path).resolve() if path else file.resolve()
            assert target.exists(), (file.name, link)
            assert not anchor or anchor in ids[target], (file.name, link)


def test_the_index_has_eight_ways_in_each_with_something_to_open(out: Path) -> None:
    text = (out / "00-MO-DAU-TIEN.html").read_text(encoding="utf-8")
    for language in ("vi", "en"):
        part = text.split(f'<div class="in-{language}"')[1].split("</main>")[0]
        tiles = part.split('<ul class="walks">')[1].split("</ul>")[0].split("<li")[1:]
        assert [tile.count("<a href=") >= 1 for tile in tiles] == [True] * 8


def test_figures_carry_their_name(pages: dict[Path, Page], out: Path) -> None:
    assert pages[out / "00-MO-DAU-TIEN.html"].figures > 100


def test_names_are_legal_on_every_file_system(out: Path) -> None:
    parts = [p.name for p in out.rglob("*")]
    assert [p for p in parts if re.search(r'[<>:"|?*\\]|[ .]$', p) or len(p) > 120] == []
