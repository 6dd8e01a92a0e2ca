"""What is printed in the margins of PDF pages: page numbers, headers and footers."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from tongket.reading.formats.pdf_lines import Line
from tongket.reading.formats.pdf_page import Page
from tongket.reading.formats.text_lines import begins_item

ZONE = 0.075
"""The share of the page's height that the margin takes at the top and at the bottom."""
OUTER = 0.055
"""A line that stands on one page only belongs to the margin when it is so near the edge and ``FAR`` from the text."""
FAR = 1.9
TEXT_ENDS = (".", ",", ";", ":")
LETTERHEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM", re.IGNORECASE)
HEAD_LINES = 4
PAGE_NUMBER = re.compile(r"(?:trang|page)?\s*[-–—(]*\s*\d{1,4}\s*(?:/\s*\d{1,4})?\s*[-–—)]*", re.IGNORECASE)


def split_margins(pages: Sequence[Page], lines: Sequence[list[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """The lines of the body by page, and the distinct lines of the margins (page numbers are dropped)."""
    repeated = repetitions(pages, lines)
    bodies: list[list[Line]] = []
    margins: dict[str, Line] = {}
    for page, own in zip(pages, lines, strict=True):
        outer = outer_lines(page, own, repeated)
        bodies.append([line for line in own if line.number not in outer])
        for line in own:
            if line.number in outer and not PAGE_NUMBER.fullmatch(line.text):
                margins.setdefault(line.text, line)
    return bodies, list(margins.values())


def repetitions(pages: Sequence[Page], lines: Sequence[list[Line]]) -> set[str]:
    """The texts, digits aside, that stand at one place at the edge of several pages. What stands above letterheads only
    is none: a file may hold several reports."""
    seen: Counter[str] = Counter()
    elsewhere: set[str] = set()
    for page, own in zip(pages, lines, strict=True):
        edge = edge_lines(page, own)
        seen.update(map(folded, edge))
        heads = own[:HEAD_LINES] if any(LETTERHEAD.search(line.text) for line in own[:HEAD_LINES]) else []
        elsewhere.update(folded(line) for line in edge if line not in heads)
    return {text for text, count in seen.items() if count > 1 and text in elsewhere}


def edge_lines(page: Page, lines: list[Line]) -> list[Line]:
    """The two first and the two last lines, as far as they stand near the edge."""
    outer = {line.number: line for line in (*lines[:2], *lines[-2:])}
    return [line for line in outer.values() if in_zone(page, line, ZONE * 1.4)]


def in_zone(page: Page, line: Line, zone: float) -> bool:
    """Whether a line stands in the upper or lower margin."""
    return line.base < page.height * zone or line.base > page.height * (1 - zone)


def folded(line: Line) -> str:
    """The height and the text, digits alike."""
    return f"{round(line.base / 6)} " + re.sub(r"\d+", "0", line.text)


def outer_lines(page: Page, lines: list[Line], repeated: set[str]) -> set[int]:
    """The numbers of the lines that belong to the margins of a page."""
    edge = edge_lines(page, lines)
    found = {line.number for line in edge if folded(line) in repeated or PAGE_NUMBER.fullmatch(line.text)}
    inner = [line for line in lines if line.number not in found]
    ends = [(inner[-1], inner[-2:])] + [(inner[0], inner[:2])] * (page.number > 1) if len(inner) > 1 else []
    outside = [(line, pair) for line, pair in ends if in_zone(page, line, OUTER)]
    step = usual_step(inner) if outside else 0.0
    return found | {line.number for line, pair in outside if stands_off(line, pair, step)}


def usual_step(lines: list[Line]) -> float:
    """The usual distance between the lines of a page."""
    steps = [a.base - b.base for a, b in itertools.pairwise(lines)]
    return median(steps) if steps else 0.0


def stands_off(line: Line, pair: list[Line], step: float) -> bool:
    """Whether a line at the very edge stands away from its neighbour and reads like no part of the text."""
    if begins_item(line.text) or line.text.endswith(TEXT_ENDS):
        return False
    return pair[0].base - pair[1].base > FAR * step
