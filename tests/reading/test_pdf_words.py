"""Runs of a PDF: words within them, and gaps, against all letters looked up one by one."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.build import Bar, Text, paragraphs, pdf, read, rows, tables, texts
from tongket.reading.formats.pdf_layer import Fonts
from tongket.reading.formats.pdf_lines import opened, page_lines
from tongket.reading.formats.pdf_page import Page, read_page
from tongket.reading.formats.pdf_runs import Run, words
from tongket.reading.formats.pdf_words import split

PLACES = st.tuples(
    st.integers(0, 5).map(lambda column: 40 + 90 * column),
    st.integers(3, 33).map(lambda row: 24 * row),
    st.text("abc mnop12,.-", min_size=1, max_size=12).filter(str.strip),
)
WORDS = st.lists(st.text("aimW1", min_size=1, max_size=7), min_size=2, max_size=9)
WIDE = 1.5
PLAIN = {" ": 250}
"""A blank as wide as in most fonts."""


@contextmanager
def page_of(content: list[Text], **widths: int) -> Iterator[Page]:
    document = pdfium.PdfDocument(pdf([content], widths=PLAIN | widths))
    try:
        with read_page(document, 0, Fonts()) as page:
            yield page
    finally:
        document.close()


def letter_by_letter(run: Run) -> list[Run]:
    """The words of a run, all their letters looked up; the run itself where that was done already."""
    if run.layer is None:
        return [run]
    found: list[Run] = []
    start = run.start
    for text in run.text.split(" "):
        found += split(run.layer.page, text, start, run, None)
        start += len(text) + 1
    return found


@settings(max_examples=40, deadline=None)
@given(content=st.lists(PLACES, min_size=1, max_size=9, unique_by=lambda place: place[:2]))
def test_the_words_are_those_told_letter_by_letter(content: list[Text]) -> None:
    with page_of(content) as page:
        slow = [word for run in page.runs for word in letter_by_letter(run)]
        quick = words(page.runs)
    assert [(w.text, round(w.right, 3), w.base) for w in quick] == [(w.text, round(w.right, 3), w.base) for w in slow]


@settings(max_examples=100, deadline=None)
@given(lines=st.lists(st.tuples(WORDS, st.integers(0, 8), st.integers(1, 9)), min_size=1, max_size=6))
def test_no_gap_within_a_run_is_overlooked(lines: list[tuple[list[str], int, int]]) -> None:
    """Blanks side by side are one in what PDFium tells of a line: the gap shows in its width only."""
    content: list[Text] = []
    for y, (own, place, blanks) in enumerate(lines):
        cut = place % len(own) or 1
        content.append((40, 800 - 24 * y, " ".join(own[:cut]) + " " * blanks + " ".join(own[cut:])))
    with page_of(content, i=250, W=950) as page:
        for line in page_lines(page):
            looked_up, shown = words(line.runs), opened(line, WIDE)
            gaps = [b.left - a.right for a, b in pairwise(looked_up)]
            assert len(shown.runs) == len(looked_up) or max(gaps, default=0.0) < WIDE * line.size


def test_columns_set_with_blanks_are_parted() -> None:
    blanks = " " * 30
    page: list[Text] = [(60, 760, f"ỦY BAN NHÂN DÂN{blanks}CỘNG HÒA XÃ HỘI"), (60, 744, f"XÃ ĐÔNG SƠN{blanks}{' ' * 6}Độc lập"),
                        (60, 700, "Ủy ban nhân dân xã báo cáo như sau:")]  # fmt: skip
    document = read(pdf([page], widths=PLAIN), "a.pdf")
    assert texts(document)[:4] == ["ỦY BAN NHÂN DÂN", "XÃ ĐÔNG SƠN", "CỘNG HÒA XÃ HỘI", "Độc lập"]
    assert paragraphs(document)[2].locate(0, 4) == "page[1]/line[1]:16-20"


def test_what_is_drawn_across_the_edge_of_a_cell_is_parted_there() -> None:
    bars: list[Bar] = [*((60, y, 400, y) for y in (600, 580, 560)), *((x, 560, x, 600) for x in (60, 200, 400))]
    page: list[Text] = [
        (70, 585, f"Chỉ tiêu{' ' * 35}Kết quả"),
        (70, 565, f"Văn bản{' ' * 36}12 văn bản"),
        (70, 520, "Hết."),
    ]
    document = read(pdf([page], bars={0: bars}, widths=PLAIN), "a.pdf")
    assert rows(tables(document)[0]) == [["Chỉ tiêu", "Kết quả"], ["Văn bản", "12 văn bản"]]
    assert texts(document) == ["Hết."]


def test_letters_with_their_accents_apart_are_still_one_run() -> None:
    with page_of([(60, 700, "quo\u0302\u0301c pho\u0300ng")], **dict.fromkeys("\u0300\u0301\u0302", 0)) as page:
        assert [run.text for run in page.runs] == ["quốc phòng"]
        assert [word.text for word in words(page.runs)] == ["quốc", "phòng"]


def test_a_page_that_is_closed_is_not_asked() -> None:
    with page_of([(60, 700, "quoc phong")]) as page:
        pass
    with pytest.raises(ValueError, match="closed"):
        words(page.runs)


def test_a_long_document_is_read_as_a_short_one() -> None:
    page: list[Text] = [(60, 700, f"Nơi nhận:{' ' * 30}CHỦ TỊCH"), (60, 684, "Như trên")]
    document = read(pdf([page] * 103, widths=PLAIN), "a.pdf")
    assert [p.text for p in paragraphs(document) if p.page == 1] == [
        p.text for p in paragraphs(document) if p.page == 77
    ]
    assert len(paragraphs(document)) == 103 * len([p for p in paragraphs(document) if p.page == 1])
