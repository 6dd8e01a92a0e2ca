"""Slides before any format: a title, what is shown, what the speaker says and where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from tongket.charts import Chart
from tongket.dossier.chart_tables import chart_table
from tongket.dossier.papers import PaperTable, Run, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """Lines of text, each a bullet."""

    lines: tuple[Text, ...]


SlideContent: TypeAlias = Bullets | PaperTable | Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide; ``notes`` are the speaker's words, a paragraph each, with the sources last."""

    title: Text
    content: SlideContent | None = None
    under: Text = ()
    """A line under the content: of whom, in what unit of measure."""
    notes: tuple[Text, ...] = ()
    opening: bool = False
    """Whether it is the first or the last: title in the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideDeck:
    """The slides of a review in their order."""

    title: Text
    slides: tuple[Slide, ...]
    illustrative: bool = False


def deck_runs(deck: SlideDeck) -> Iterator[Run]:
    """Every run of a deck in reading order, notes included; what charts show stands in their tables."""
    for one in deck.slides:
        yield from one.title
        yield from one.under
        if isinstance(one.content, Bullets):
            for line in one.content.lines:
                yield from line
        elif one.content is not None:
            table = one.content if isinstance(one.content, PaperTable) else chart_table(one.content)
            for row in (*table.header, *table.rows):
                for cell in row.cells:
                    yield from cell
        for line in one.notes:
            yield from line
