"""The text of an open PDF page read in runs: of each only the first and the last letter are looked up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat
from math import hypot
from operator import mul, ne
from unicodedata import combining

from tongket.reading.formats.letters import clean
from tongket.reading.formats.pdf_calls import (
    char_boxes,
    font_name,
    font_sizes,
    font_weight,
    fonts,
    glyph_widths,
    origins,
    owners,
    page_text,
    text_matrices,
)
from tongket.reading.formats.pdf_pieces import ACCENT, tangled, whole
from tongket.reading.formats.pdf_runs import Run, TextLayer, places
from tongket.reading.formats.pdf_turn import quarter, turning, usual_quarter
from tongket.reading.formats.pdf_widths import LetterWidths
from tongket.reading.formats.pdf_words import is_tall, oddities, read_words

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
    odd: set[int | None] = field(default_factory=set)
    """Those whose blanks are not as wide as usual."""
    widths: LetterWidths = field(default_factory=LetterWidths)


@dataclass(slots=True, kw_only=True)
class Stretches:
    """What of a page is drawn in one go: from where to where, in which fonts and styles; and which way most of it runs."""

    starts: list[int]
    ends: list[int]
    fonts: list[int | None]
    sizes: list[float]
    bolds: list[bool]
    way: int
    level: bool
    """Whether all of it runs from left to right."""


def read_runs(layer: TextLayer, known: Fonts, width: float, height: float) -> tuple[Sequence[Run], int]:
    """The runs of a text page in the order of the file, upright, and which way they run as they are stored.

    ``width`` and ``height`` are those of the page as it is stored. On a page that is drawn in pieces each word is a run.
    """
    drawn = styled(layer, known)
    if drawn.level and not has_loose_accents(layer) and (runs := whole_runs(layer, drawn, known)):
        return runs, 0
    pieces = [(start, layer.text[start:end]) for start, end in zip(drawn.starts, drawn.ends, strict=True)]
    styles = list(zip(drawn.sizes, drawn.bolds, strict=True))
    words = read_words(layer.page, pieces, styles, turning(drawn.way, width, height))
    return whole(words, layer.text), drawn.way


def has_loose_accents(layer: TextLayer) -> bool:
    """Whether an accent stands alone, or was drawn apart from the letter before it."""
    places = [found.start() for found in ACCENT.finditer(layer.text)]
    if not all(combining(layer.text[place]) for place in places):
        return True
    return owners(layer.page, places) != owners(layer.page, [max(0, place - 1) for place in places])


def whole_runs(layer: TextLayer, drawn: Stretches, known: Fonts) -> Sequence[Run]:
    """The runs of a page as they are drawn; none where the page is drawn in pieces."""
    text, page, starts, ends = layer.text, layer.page, drawn.starts, drawn.ends
    first, last = origins(page, starts), char_boxes(page, [end - 1 for end in ends])
    texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    if clean(text) != text:
        texts = [clean(own) for own in texts]
    fields = zip(texts, first[::2], last[2::4], first[1::2], drawn.sizes, drawn.bolds, starts, repeat(layer))
    runs: list[Run] = list(map(tuple.__new__, repeat(Run), fields))
    doubtful = oddities(runs, last)
    if any(is_tall(runs[i], last[4 * i + 1] - last[4 * i + 3]) for i in doubtful):
        return ()
    if known.odd:
        doubtful = sorted(
            {*doubtful, *(i for i, font in enumerate(drawn.fonts) if font in known.odd and " " in texts[i])}
        )
    layer.stretches = dict(zip(starts, zip(ends, drawn.fonts, strict=True), strict=True))
    layer.runs = tuple(runs)
    for i in reversed(doubtful):
        runs[i : i + 1] = read_words(
            page, [(starts[i], text[starts[i] : ends[i]])], [(runs[i].size, runs[i].bold)], None
        )
    return () if tangled(runs) else runs


def shown_text(page: int) -> str:
    """The characters of a text page, one for each index: every blank a space, every hyphen one that is printed."""
    text = page_text(page)
    for sign in BLANKS:
        if sign in text:
            text = text.replace(sign, " ")
    return text.replace(CUT, "-")


def printed(text: str) -> tuple[list[int], list[int], list[int]]:
    """Where each printed line begins, where its last word does, and where it ends: PDFium ends a line with two blank signs."""
    starts, lasts, ends = [], [], []
    at = 0
    for piece in text.split("  "):
        line = piece.strip(" ")
        if line:
            start = at + (piece[0] == " ")
            starts.append(start)
            lasts.append(start + line.rfind(" ") + 1)
            ends.append(start + len(line))
        at += len(piece) + 2
    return starts, lasts, ends


def stretches(page: int, text: str) -> tuple[list[int], list[int], list[int | None]]:
    """Where each stretch of words drawn in one go begins, where it ends, and what it was drawn with.

    Most lines are one, as their first and last word tell.
    """
    starts, lasts, ends = printed(text)
    drawn, drawn_last = owners(page, starts), owners(page, lasts)
    if drawn == drawn_last:
        return starts, ends, drawn
    for index in reversed([i for i, owner in enumerate(drawn) if owner != drawn_last[i]]):
        cuts, cut_owners = parted(page, text, starts[index], ends[index])
        starts[index : index + 1], drawn[index : index + 1] = cuts, cut_owners
        ends[index : index + 1] = [*(cut - 1 for cut in cuts[1:]), ends[index]]
    return starts, ends, drawn


def parted(page: int, text: str, start: int, end: int) -> tuple[list[int], list[int | None]]:
    """The stretches of a line that was drawn in several goes: where each begins, and what it was drawn with."""
    begins = places(text[start:end].split(" "), start)[0]
    drawn = owners(page, begins)
    fresh = [True, *map(ne, drawn, drawn[1:])]
    return list(compress(begins, fresh)), list(compress(drawn, fresh))


def styled(layer: TextLayer, known: Fonts) -> Stretches:
    """The stretches of a page, their style as their first letter tells it."""
    page = layer.page
    starts, ends, drawn = stretches(page, layer.text)
    used = fonts(drawn)
    for font, start in zip(used, starts, strict=True):
        if font not in known.bold:
            known.bold[font] = is_bold(page, start)
            if not BLANK[0] <= glyph_widths(font, " ")[0] <= BLANK[1]:
                known.odd.add(font)
    matrices = text_matrices(page, starts)
    scales = map(hypot, matrices[2::6], matrices[3::6])
    sizes = map(max, repeat(LEAST_SIZE), map(mul, font_sizes(page, starts), scales))
    level = not any(matrices[1::6]) and min(matrices[0::6], default=0.0) >= 0
    way = 0 if level else usual_way(layer.text, starts, ends, matrices)
    return Stretches(starts=starts, ends=ends, fonts=used, sizes=list(sizes), bolds=list(map(known.bold.__getitem__, used)),
                     way=way, level=level)  # fmt: skip


def usual_way(text: str, starts: Sequence[int], ends: Sequence[int], matrices: Sequence[float]) -> int:
    """Which way most words run."""
    ways = map(quarter, matrices[0::6], matrices[1::6])
    return usual_quarter(way for way, start, end in zip(ways, starts, ends, strict=True)
                         for _ in range(text.count(" ", start, end) + 1))  # fmt: skip


def is_bold(page: int, place: int) -> bool:
    """Whether a character is set in a bold font."""
    return font_weight(page, place) >= BOLD_WEIGHT or b"bold" in font_name(page, place).lower()
