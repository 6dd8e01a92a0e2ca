"""The text of a PDF page in runs: what is drawn in one go, mostly a line. Words within are looked up when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tongket.reading.formats.letters import clean
from tongket.reading.formats.pdf_calls import char_boxes, origins
from tongket.reading.formats.pdf_widths import LetterWidths, sizes

UNSURE = 0.7
"""A gap so many sizes wider than what a run is wider than its letters would be seen: the blank that is in it, and kerning."""


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
        return (self.left + self.right) / 2, self.base + self.size * 0.3

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

    def may_part(self, width: float) -> bool:
        """Whether a gap of so many points may lie within it."""
        return self.layer is not None and self.layer.may_part(self, width)


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
            self._slack = measured(self)
        own = self._slack[run.start]
        least = width / run.size - UNSURE
        return own.slack > least and has_gap(self._open(), run, own, least)

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
    text: str
    widths: bytes


def measured(layer: TextLayer) -> dict[int, Slack]:
    """The slack of the runs of a page by where they begin.

    Fonts that set some pairs of letters closer make all runs narrower: the run most so tells by how much.
    """
    coded, found, closest = layer.widths.coded(layer.text), [], {}
    for run in layer.runs:
        end, font = layer.stretches[run.start]
        widths = layer.widths.widths(layer.page, coded[run.start : end], run.start, run.size, font)
        slack = (run.right - run.left) / run.size - sizes(widths)
        found.append((run.start, end, font, slack, widths))
        closest[font] = min(closest.get(font, 0.0), slack / (end - run.start))
    return {start: Slack(slack - closest[font] * (end - start), closest[font], layer.text[start:end], widths)
            for start, end, font, slack, widths in found}  # fmt: skip


def has_gap(page: int, run: Run, own: Slack, least: float) -> bool:
    """Whether a run is wider by ``least`` sizes than its letters are at one blank: its halves are looked at in turn."""
    waiting = [(0, run.left, len(own.text), run.right)]
    while waiting:
        start, left, end, right = waiting.pop()
        wider = (right - left) / run.size - sizes(own.widths[start:end]) - own.kerning * (end - start)
        if wider <= least:
            continue
        middle = (start + end) // 2
        blank = own.text.find(" ", middle, end - 1)
        if blank < 0:
            blank = own.text.rfind(" ", start, middle)
        if blank >= 0:
            edge = origins(page, (run.start + blank + 1,))[0]
            waiting += [(start, left, blank + 1, edge), (blank + 1, edge, end, right)]
        elif own.text[end - 1] == " ":
            return True
    return False
