"""The text of a PDF page in runs: what is drawn in one go, mostly a line. Words within are looked up when they are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tongket.reading.formats.letters import clean
from tongket.reading.formats.pdf_calls import char_boxes, origins
from tongket.reading.formats.pdf_widths import LetterWidths, coded, sizes

UNSURE = 0.2
"""Kerning and rounding may make a run so many sizes narrower than its letters with a blank in place of its gap."""


MIDDLE = 0.3
"""The middle of small letters, in sizes above their base."""


class Run(NamedTuple):
    """Words drawn in one go, or one word, in points, y upwards: they stand on ``base`` with letters of ``size``.

    Those that came from a ``layer`` begin there at ``start``, and their words can be looked up. A tuple: there are thousands.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    start: int = 0
    layer: TextLayer | None = None

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of its small letters."""
        return (self.left + self.right) / 2, self.base + self.size * MIDDLE

    @property
    def words(self) -> Sequence[Run]:
        """Its words, each as a run."""
        return (self,) if self.layer is None else self.layer.words(self)

    @property
    def first_width(self) -> float:
        """How wide its first word is."""
        return (self.right if self.layer is None else self.layer.first_right(self)) - self.left

    @property
    def looked_up(self) -> Sequence[Run]:
        """Its words where they were looked up already."""
        return () if self.layer is None else self.layer.looked_up(self)


class TextLayer:
    """The text of a page that is open: its letters, and where they stand. Once closed it answers no more."""

    def __init__(self, page: int, text: str, widths: LetterWidths) -> None:
        self.page, self.text, self.widths = page, text, widths
        self.runs: Sequence[Run] = ()
        self.stretches: Mapping[int, tuple[int, int | None]] = {}
        self._words: dict[int, Sequence[Run]] = {}
        self._slack: dict[int, Slack] = {}

    def close(self) -> None:
        """Forget the page."""
        self.page, self.runs = 0, ()

    def words(self, run: Run) -> Sequence[Run]:
        """The words of a run of the layer."""
        if " " not in run.text:
            return (run,)
        if run.start not in self._words:
            self._words[run.start] = self._look_up(run)
        return self._words[run.start]

    def looked_up(self, run: Run) -> Sequence[Run]:
        """The words of a run as far as they were asked for."""
        return self._words.get(run.start, ())

    def _look_up(self, run: Run) -> Sequence[Run]:
        texts = self.text[run.start : self.stretches[run.start][0]].split(" ")
        starts, ends = places(texts, run.start)
        first, last = origins(self._open(), starts), char_boxes(self.page, ends)
        return [Run(clean(text), left, right, base, run.size, run.bold)
                for text, left, right, base in zip(texts, first[::2], last[2::4], first[1::2], strict=True)]  # fmt: skip

    def first_right(self, run: Run) -> float:
        """Where the first word of a run ends."""
        blank = self.text.find(" ", run.start, self.stretches[run.start][0])
        return run.right if blank < 0 else char_boxes(self._open(), (blank - 1,))[2]

    def may_part(self, run: Run, width: float) -> bool:
        """Whether a gap of so many points may lie within a run: whether it is so much wider than its letters are."""
        if " " not in run.text:
            return False
        if not self._slack:
            self._open()
            self._slack = measured(self)
        own = self._slack[run.start]
        least = width / run.size - own.blank - UNSURE
        return own.slack > least and has_gap(self, run, own, least)

    def _open(self) -> int:
        if not self.page:
            raise ValueError("the page is closed")
        return self.page


def places(texts: Iterable[str], start: int) -> tuple[list[int], list[int]]:
    """The places of the first and the last letter of each word, one blank between them."""
    starts, ends = [], []
    for text in texts:
        starts.append(start)
        start += len(text) + 1
        ends.append(start - 2)
    return starts, ends


def words(runs: Iterable[Run]) -> list[Run]:
    """The words of the runs."""
    return [word for run in runs for word in run.words]


class Slack(NamedTuple):
    """How many sizes wider a run is than its letters are. ``kerning`` is what a letter of its font is closer to the next."""

    slack: float
    kerning: float
    blank: float
    """How wide a blank is, in sizes."""
    widths: bytearray
    """Those of all letters of its page in its font."""


def measured(layer: TextLayer) -> dict[int, Slack]:
    """The slack of the runs of a page by where they begin."""
    letters = coded(layer.text)
    fonts: dict[int | None, list[Run]] = defaultdict(list)
    for run in layer.runs:
        if " " in run.text:
            fonts[layer.stretches[run.start][1]].append(run)
    return {start: slack for font, runs in fonts.items() for start, slack in slacks(layer, letters, font, runs)}


def slacks(layer: TextLayer, letters: bytes, font: int | None, runs: Sequence[Run]) -> Iterator[tuple[int, Slack]]:
    """The slack of the runs of a page that are set in one font.

    A font that sets some pairs of letters closer makes all its runs narrower: the run most so tells by how much.
    """
    spans = [(run.start, layer.stretches[run.start][0]) for run in runs]
    own = bytearray(len(letters))
    for start, end in spans:
        own[start:end] = letters[start:end]
    widths = layer.widths.of(font, own, layer.text)
    over = [
        (run.right - run.left) / run.size - sizes(widths[start:end])
        for run, (start, end) in zip(runs, spans, strict=True)
    ]
    kerning = min(0.0, *(slack / (end - start) for slack, (start, end) in zip(over, spans, strict=True)))
    blank = layer.widths.blank(font)
    for slack, (start, end) in zip(over, spans, strict=True):
        yield start, Slack(slack - kerning * (end - start), kerning, blank, widths)


def has_gap(layer: TextLayer, run: Run, own: Slack, least: float) -> bool:
    """Whether a run is wider by ``least`` sizes than its letters are at one blank: its halves are looked at in turn."""
    waiting = [(run.start, run.left, layer.stretches[run.start][0], run.right)]
    while waiting:
        start, left, end, right = waiting.pop()
        wider = (right - left) / run.size - sizes(own.widths[start:end]) - own.kerning * (end - start)
        if wider <= least:
            continue
        middle = (start + end) // 2
        blank = layer.text.find(" ", middle, end - 1)
        if blank < 0:
            blank = layer.text.rfind(" ", start, middle)
        if blank >= 0:
            edge = origins(layer.page, (blank + 1,))[0]
            waiting += [(start, left, blank + 1, edge), (blank + 1, edge, end, right)]
        elif layer.text[end - 1] == " ":
            return True
    return False
