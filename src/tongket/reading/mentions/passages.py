"""The running text of a document, passage by passage, each able to say where its characters stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.reading.blocks import Block, Cell, Paragraph
from tongket.reading.sentences import split_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph or the text of a table cell; ``sentences`` are spans of ``text``."""

    text: str
    source: Paragraph | Cell
    sentences: tuple[tuple[int, int], ...]

    @property
    def in_table(self) -> bool:
        """Whether it is a table cell."""
        return isinstance(self.source, Cell)

    def locate(self, start: int, end: int) -> str:
        """The anchor of the characters ``start`` to ``end``."""
        if isinstance(self.source, Cell):
            return f"{self.source.anchor}:{start}-{end}"
        return self.source.locate(start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a passage; ``paragraph`` numbers the passage, ``first`` says whether it opens it."""

    passage: Passage
    start: int
    end: int
    paragraph: int
    first: bool

    @property
    def text(self) -> str:
        """Its characters."""
        return self.passage.text[self.start : self.end]

    def locate(self, start: int, end: int) -> str:
        """The anchor of the characters ``start`` to ``end`` of the sentence."""
        return self.passage.locate(self.start + start, self.start + end)


def passages(blocks: Iterable[Block]) -> list[Passage]:
    """The paragraphs and the cells of tables with something in them, in reading order."""
    found: list[Passage] = []
    for block in blocks:
        sources: Iterable[Paragraph | Cell] = [block] if isinstance(block, Paragraph) else block.cells
        for source in sources:
            if source.text.strip() and not _is_address(source.text):
                spans = tuple(split_sentences(source.text))
                found.append(Passage(text=source.text, source=source, sentences=spans))
    return found


def sentences(found: Iterable[Passage]) -> Iterator[Sentence]:
    """The sentences of the passages that are paragraphs."""
    for number, passage in enumerate(found):
        if passage.in_table:
            continue
        for i, (start, end) in enumerate(passage.sentences):
            yield Sentence(passage=passage, start=start, end=end, paragraph=number, first=i == 0)


def _is_address(text: str) -> bool:
    """Whether the paragraph is the web address a text was copied from."""
    return text.lstrip("# ").startswith(("http://", "https://")) and " " not in text.strip("# \n")
