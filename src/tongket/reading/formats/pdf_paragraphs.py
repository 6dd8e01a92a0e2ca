"""Lines of a PDF joined into paragraphs by where they stand."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from tongket.reading.blocks import Paragraph, Segment
from tongket.reading.formats.pdf_lines import Line
from tongket.reading.formats.pdf_rows import is_cut
from tongket.reading.formats.text_lines import begins_item

INDENT = 6.0
CENTRE_SLACK = 12.0
SPACE, SURE_SPACE = 0.28, 1.3
"""A blank takes so many sizes of the letters; one wide enough to tell that a sentence was broken off there, so many."""
ENDS = (".", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The type area of the document: its edges and the usual distance between lines."""

    left: float
    right: float
    leading: float


def measure(lines: list[Line]) -> Measure:
    """The type area of lines that stand in one column."""
    whole = [line for line in lines if not line.parted and line.text.count(" ") > 2] or lines
    if not whole:
        return Measure(left=0, right=0, leading=0)
    lefts, rights = sorted(line.left for line in whole), sorted(line.right for line in whole)
    steps = [a.base - b.base for a, b in itertools.pairwise(whole) if a.page == b.page and a.base > b.base]
    return Measure(left=lefts[len(lefts) // 20], right=rights[len(rights) * 9 // 10], leading=median(steps or [16.0]))


def breaks(group: list[Line], line: Line, area: Measure) -> bool:
    """Whether ``line`` begins a new paragraph after those of ``group``."""
    before = group[-1]
    if line.parted or before.parted or begins_item(line.text) or capitals(line) != capitals(before):
        return True
    if line.page == before.page and before.base - line.base > max(area.leading * 1.45, before.size * 2.1):
        return True
    if line.bold != before.bold and (bold_throughout(group) or line.bold):
        return True
    if line.text[:1].islower() and not had_room(before, line, area):
        return False
    if centred(line, area) and centred(before, area):
        return had_room(before, line, area)
    return had_room(before, line, area) or indented(group, line)


def indented(group: list[Line], line: Line) -> bool:
    """Whether the line begins further in than the one before; under a list mark that is its own edge."""
    if line.left - group[-1].left <= INDENT:
        return False
    return len(group) > 1 or not begins_item(group[0].text)


def had_room(before: Line, line: Line, area: Measure) -> bool:
    """Whether the first word of ``line`` would have fitted on the line before; surely so within a sentence."""
    goes_on = line.text[:1].islower() and not before.text.endswith(ENDS)
    space = before.size * (SURE_SPACE if goes_on else SPACE)
    room = area.right - before.right - 2 * space
    return room > 0 and (room > line.right - line.left or line.runs[0].first_width < room)


def centred(line: Line, area: Measure) -> bool:
    """Whether a line stands in the middle, away from both edges."""
    middle = (area.left + area.right) / 2
    return line.left - area.left > CENTRE_SLACK and abs((line.left + line.right) / 2 - middle) < CENTRE_SLACK


def bold_throughout(group: list[Line]) -> bool:
    """Whether all lines are bold."""
    return all(line.bold for line in group)


def capitals(line: Line) -> bool:
    """Whether a line is set in capitals."""
    return line.text.isupper() and sum(map(str.isalpha, line.text)) > 2


def paragraph(lines: Iterable[Line], area: Measure, style: str = "") -> Paragraph:
    """Lines joined by blanks, each with its anchor."""
    lines = list(lines)
    text, segments = "", []
    for line in lines:
        text += " " if text and not is_cut(text) else ""
        start = len(text)
        text += line.text
        segments.append(Segment(start=start, end=len(text), anchor=line.anchor, offset=line.offset))
    align = "center" if all(centred(line, area) for line in lines) else ""
    return Paragraph(text=text, segments=tuple(segments), style=style, bold=bold_throughout(lines), align=align,
                     page=lines[0].page)  # fmt: skip
