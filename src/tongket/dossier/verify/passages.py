"""A paper as passages: its sentences and the rows of its tables, each with its place and the figures bound in it."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tongket.dossier.papers import Binding, OfficialPaper, Text, text_of, texts
from tongket.dossier.verify.tokens import Token, keys, tokens_of
from tongket.reading import Block, Table, split_sentences

MARGINS = ("header", "footer")
BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundFigure:
    """A number at ``text[start:end]`` of a passage, and what supports it (kind and place of its binding)."""

    start: int
    end: int
    kind: str
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, or a row of a table with its cells in one line."""

    text: str
    anchor: str
    figures: tuple[BoundFigure, ...] = ()


def passages_of(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The passages of a document that was read; what stands in the margins of pages is none."""
    for block in blocks:
        if isinstance(block, Table):
            yield from rows_of(block)
        elif block.style not in MARGINS:
            for start, end in split_sentences(block.text):
                yield Passage(text=block.text[start:end], anchor=block.locate(start, end))


def rows_of(table: Table) -> Iterator[Passage]:
    """The rows of a table."""
    by_row: dict[int, list[str]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(" ".join(cell.text.split()))
    for row, cells in sorted(by_row.items()):
        if any(cells):
            yield Passage(text=BETWEEN_CELLS.join(cells), anchor=f"{table.anchor}/row[{row + 1}]")


def bound_passages(blocks: Sequence[Block], papers: Sequence[OfficialPaper]) -> Iterator[Passage]:
    """The passages of a paper as it was written, with the bindings of its numbers."""
    told = bindings_of(papers)
    for block in blocks:
        if isinstance(block, Table):
            yield from (bound_row(row, told) for row in rows_of(block))
        elif block.style not in MARGINS:
            supported = list(zip(numbers(block.text), bindings_for(block.text, told), strict=True))
            for start, end in split_sentences(block.text):
                inside = tuple(figure(n, b, start) for n, b in supported if b and start <= n.start < end)
                yield Passage(text=block.text[start:end], anchor=block.locate(start, end), figures=inside)


def bound_row(row: Passage, told: Mapping[tuple[str, ...], deque[tuple[Binding | None, ...]]]) -> Passage:
    """A row, its numbers supported cell by cell."""
    figures: list[BoundFigure] = []
    start = 0
    for cell in row.text.split(BETWEEN_CELLS):
        pairs = zip(numbers(cell), bindings_for(cell, told), strict=True)
        figures += [figure(n, b, -start) for n, b in pairs if b]
        start += len(cell) + len(BETWEEN_CELLS)
    return Passage(text=row.text, anchor=row.anchor, figures=tuple(figures))


def figure(number: Token, binding: Binding, start: int) -> BoundFigure:
    """A number of a passage that begins at ``start``."""
    return BoundFigure(start=number.start - start, end=number.end - start, kind=binding.kind.value, ref=binding.ref)


def numbers(text: str) -> list[Token]:
    """The numbers of a text."""
    return [token for token in tokens_of(text) if token.is_number]


def bindings_of(papers: Sequence[OfficialPaper]) -> dict[tuple[str, ...], deque[tuple[Binding | None, ...]]]:
    """For every text of the papers, by its words: what supports each of its numbers, in the order in which they come."""
    told: dict[tuple[str, ...], deque[tuple[Binding | None, ...]]] = {}
    for paper in papers:
        for text in texts(paper):
            key = keys(tokens_of(text_of(text)))
            if any(one.startswith("#") for one in key):
                told.setdefault(key, deque()).append(supported_by(text))
    return told


def supported_by(text: Text) -> tuple[Binding | None, ...]:
    """What supports each number of a text; a number that runs across two runs is supported by the first."""
    reach: list[tuple[int, Binding | None]] = []
    end = 0
    for run in text:
        end += len(run.text)
        reach.append((end, run.binding))
    return tuple(next((b for end, b in reach if n.start < end), None) for n in numbers(text_of(text)))


def bindings_for(
    text: str, told: Mapping[tuple[str, ...], deque[tuple[Binding | None, ...]]]
) -> tuple[Binding | None, ...]:
    """What supports the numbers of a text as it was read; before the text of a heading stands its number."""
    found = tokens_of(text)
    all_keys, count = keys(found), sum(token.is_number for token in found)
    for skipped in range(min(3, len(found))):
        waiting = told.get(all_keys[skipped:])
        if waiting:
            given = waiting[0] if len(waiting) == 1 else waiting.popleft()
            return (None,) * (count - len(given)) + given
    return (None,) * count
