"""The text of an open PDF page read in runs: of each only the first and the last letter are looked up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, repeat
from math import hypot
from operator import itemgetter

from tongket.reading.formats.letters import clean
from tongket.reading.formats.pdf_calls import (
    blank_width,
    char_boxes,
    font_name,
    font_sizes,
    font_weight,
    fonts,
    origins,
    owners,
    page_text,
    text_matrices,
)
from tongket.reading.formats.pdf_pieces import ACCENT, tangled, whole
from tongket.reading.formats.pdf_runs import Run, TextLayer, places
from tongket.reading.formats.pdf_turn import quarter, turning, usual_quarter
from tongket.reading.formats.pdf_widths import LetterWidths
from tongket.reading.formats.pdf_words import Style, oddities, read_words

BLANKS = "\t\r\n\xa0\u200b\x00\u2028"
CUT = "\ufffe"
"""PDFium's sign for a hyphen at the end of a line: Vietnamese cuts no words, so the hyphen is meant ("NĐ-CP")."""
BOLD_WEIGHT = 600
LEAST_SIZE = 4.0
BLANK = (0.2, 0.34)
"""How many sizes a blank takes. In a font where it does not, PDFium may see one between letters that touch."""


@dataclass(slots=True, kw_only=True)
class Fonts:
    """What is known of the fonts of a document that is open."""

    bold: dict[int | None, bool] = field(default_factory=dict)
    blank: dict[int | None, bool] = field(default_factory=dict)
    """Whether its blank is as wide as usual."""
    widths: LetterWidths = field(default_factory=LetterWidths)


@dataclass(slots=True, kw_only=True)
class Drawn:
    """The stretches of a page: where each begins and ends, its font and style, and which way most of the page runs."""

    starts: list[int]
    ends: list[int]
    fonts: list[int | None]
    styles: list[Style]
    way: int
    level: bool
    """Whether all run from left to right."""


def read_runs(layer: TextLayer, known: Fonts, width: float, height: float) -> tuple[Sequence[Run], int]:
    """The runs of a text page in the order of the file, upright, and which way they run as they are stored.

    ``width`` and ``height`` are those of the page as it is stored. Where the page is drawn in pieces, or letters may stand
    apart, each word is a run of its own.
    """
    drawn = read_drawn(layer, known)
    if drawn.level and not ACCENT.search(layer.text) and (runs := whole_runs(layer, drawn, known)):
        return runs, 0
    pieces = [(start, layer.text[start:end]) for start, end in zip(drawn.starts, drawn.ends, strict=True)]
    words = read_words(layer.page, pieces, drawn.styles, turning(drawn.way, width, height))
    return whole(words, layer.text), drawn.way


def whole_runs(layer: TextLayer, drawn: Drawn, known: Fonts) -> Sequence[Run]:
    """The runs of a page as they are drawn; none where they cannot be taken as they are."""
    text, page = layer.text, layer.page
    first, last = origins(page, drawn.starts), char_boxes(page, [end - 1 for end in drawn.ends])
    texts = [text[start:end] for start, end in zip(drawn.starts, drawn.ends, strict=True)]
    if clean(text) != text:
        texts = [clean(own) for own in texts]
    sizes, bolds = zip(*drawn.styles, strict=True) if drawn.styles else ((), ())
    fields = zip(texts, first[::2], last[2::4], first[1::2], sizes, bolds, drawn.starts, repeat(layer))
    runs = list(map(tuple.__new__, repeat(Run), fields))
    odd_fonts = {font for font in set(drawn.fonts) if not known.blank[font]}
    if oddities(runs, last) or tangled(runs) or odd_fonts and any(
            font in odd_fonts and " " in own for font, own in zip(drawn.fonts, texts, strict=True)):  # fmt: skip
        return ()
    layer.stretches = dict(zip(drawn.starts, zip(drawn.ends, drawn.fonts, strict=True), strict=True))
    layer.runs = runs
    return runs


def shown_text(page: int) -> str:
    """The characters of a text page, one for each index: every blank a space, every hyphen one that is printed."""
    text = page_text(page)
    for sign in BLANKS:
        if sign in text:
            text = text.replace(sign, " ")
    return text.replace(CUT, "-")


def printed(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each printed line goes: PDFium ends it with two blank signs."""
    at = 0
    for piece in text.split("  "):
        line = piece.strip(" ")
        if line:
            start = at + (piece[0] == " ")
            yield start, start + len(line)
        at += len(piece) + 2


def stretches(page: int, text: str) -> Iterator[tuple[int, int, int | None]]:
    """From where to where each stretch of words goes that was drawn in one go, and what it was drawn with.

    Most lines are one, as their first and last word tell.
    """
    lines = list(printed(text))
    firsts = owners(page, [start for start, _ in lines])
    lasts = owners(page, [max(start, text.rfind(" ", start, end) + 1) for start, end in lines])
    for (start, end), first, last in zip(lines, firsts, lasts, strict=True):
        if first == last:
            yield start, end, first
            continue
        begins, ends = places(text[start:end].split(" "), start)
        words = zip(owners(page, begins), begins, ends, strict=True)
        for owner, group in groupby(words, itemgetter(0)):
            own = list(group)
            yield own[0][1], own[-1][2] + 1, owner


def read_drawn(layer: TextLayer, known: Fonts) -> Drawn:
    """The stretches of a page with their style, which is told from one letter of each that was drawn in one go."""
    page = layer.page
    found = list(stretches(page, layer.text))
    samples = {owner: start for start, _, owner in found}
    used = dict(zip(samples, fonts(samples), strict=True))
    for owner, font in used.items():
        if font not in known.bold:
            known.bold[font] = is_bold(page, samples[owner])
            known.blank[font] = BLANK[0] <= blank_width(font) <= BLANK[1]
    spots = list(samples.values())
    matrices = text_matrices(page, spots)
    scales = map(hypot, matrices[2::6], matrices[3::6])
    style = {owner: (max(LEAST_SIZE, points * scale), known.bold[font])
             for (owner, font), points, scale in zip(used.items(), font_sizes(page, spots), scales, strict=True)}  # fmt: skip
    level = not any(matrices[1::6]) and min(matrices[0::6], default=0.0) >= 0
    ways = {} if level else dict(zip(samples, map(quarter, matrices[0::6], matrices[1::6]), strict=True))
    way = usual_quarter(ways[owner] for start, end, owner in found for _ in range(layer.text.count(" ", start, end) + 1)) \
        if any(ways.values()) else 0
    return Drawn(starts=[start for start, _, _ in found], ends=[end for _, end, _ in found], way=way, level=level,
                 fonts=[used[owner] for _, _, owner in found], styles=[style[owner] for _, _, owner in found])  # fmt: skip


def is_bold(page: int, place: int) -> bool:
    """Whether a character is set in a bold font."""
    return font_weight(page, place) >= BOLD_WEIGHT or b"bold" in font_name(page, place).lower()
