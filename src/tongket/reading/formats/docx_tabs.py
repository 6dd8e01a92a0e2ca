"""Tables that tab stops alone make in a Word document."""

from collections.abc import Iterator, Sequence

from tongket.reading.blocks import Block, Paragraph
from tongket.reading.formats.aligned import Part, runs, table

STEP = 2.0


def with_tab_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; paragraphs whose tabs set numbers under each other stand as a table."""
    if not any(isinstance(b, Paragraph) and "\t" in b.text for b in blocks):
        return list(blocks)
    rows = [list(parts(b)) if isinstance(b, Paragraph) else [] for b in blocks]
    done: list[Block] = []
    index = 0
    for start, end in runs(rows):
        done += [*blocks[index:start], table(rows[start:end], blocks[start].anchor)]
        index = end
    return [*done, *blocks[index:]]


def parts(paragraph: Paragraph) -> Iterator[Part]:
    """The stretches between tabs; the count of tabs says in which column one stands."""
    start = 0
    for column, text in enumerate(paragraph.text.split("\t")):
        if text.strip():
            lead = start + len(text) - len(text.lstrip())
            anchor = paragraph.locate(lead, lead + len(text.strip()))
            left = column * STEP
            yield Part(left=left, right=left + 1, text=text.strip(), anchor=anchor, bold=paragraph.bold)
        start += len(text) + 1
