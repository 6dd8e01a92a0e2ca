"""The secrecy mark: a stamp that stands alone in the head of a document or in a margin."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, pairwise
from operator import attrgetter

from tongket.reading.blocks import Block, Paragraph, Table
from tongket.reading.table_cells import Cell
from tongket.vietnamese import nfc

HEAD_LINES = 40
PROSE = 160
MARGIN_STYLES = frozenset({"header", "footer"})
EDGE = re.compile(r"^[\s\[\](){}<>|*_\-–—=~.,:;\"'“”«»/\\]+|[\s\[\](){}<>|*_\-–—=~.,:;\"'“”«»/\\]+$")
SPACED = re.compile(r"^(?:\w\s+)+\w$")
LEVEL = r"(?:(?:tối|tuyệt)\s*)?mật"
URGENCY = r"(?:\s*[-–,;/]?\s*(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn)(?:\s+hẹn giờ)?)?"
MARK = re.compile(rf"(?:{LEVEL}|(?:mức\s+)?độ\s*mật\s*[:\-–]\s*[\"“(\[]?{LEVEL}[\"”)\]]?){URGENCY}")
MARGIN_MARK = re.compile(rf"(?:tài liệu|văn bản)\s+{LEVEL}")
RUNS_ON = re.compile(r"(?:bí|bảo|cơ|chứa|độ|tài liệu|văn bản|thông tin|nội dung|vật|hồ sơ)$")
SECTION = re.compile(r"^(?:[IVX]+|\d{1,2}|[A-Z])\s*[.)/]\s*\S")
NUMERIC = re.compile(r"^[\d.,%/\s+-]+$")
LETTERHEAD = re.compile(r"cộng h[òo][àa]? xã hội|cộng h[òo]a xã hội|độc lập|đảng cộng sản|^\s*số\s*:", re.IGNORECASE)
WIDE_GAP = re.compile(r"\t+| {3,}|\n")


def has_secrecy_mark(blocks: Sequence[Block]) -> bool:
    """Whether a mark stands alone in the head of the first page, of a sheet, or in a margin."""
    return any(in_margin(b) for b in blocks) or any(in_head(head) for head in heads(blocks))


def is_mark(line: str, before: str = "") -> bool:
    """Whether a line is a mark and nothing else; ``before`` is the line it might continue."""
    bare = stripped(line)
    if not bare or not bare[0].isupper() or len(bare) > 60:
        return False
    return bool(MARK.fullmatch(bare.casefold())) and not RUNS_ON.search(stripped(before).casefold())


def stripped(line: str) -> str:
    """The line without frames and dashes around it, spaced letters closed up."""
    text = nfc(line).replace("\xa0", " ")
    while (bare := EDGE.sub("", text)) != text:
        text = bare
    return re.sub(r"\s+", "", text) if SPACED.match(text) else re.sub(r"\s+", " ", text)


def in_margin(block: Block) -> bool:
    """Whether a header, a footer or a text box bears a mark."""
    if isinstance(block, Table):
        texts = [text for _, text in block.words()] if margin(block.anchor, "") else []
    else:
        texts = [block.text] if margin(block.anchor, block.style) else []
    return any(is_mark(line) or margin_mark(line) for text in texts for line in WIDE_GAP.split(text))


def margin(anchor: str, style: str) -> bool:
    """Whether a block stands outside the body: header, footer, text box."""
    return style in MARGIN_STYLES or anchor.startswith(("header[", "footer[")) or "/textbox[" in anchor


def margin_mark(line: str) -> bool:
    """The looser wordings, which count in a margin only."""
    return bool(MARGIN_MARK.fullmatch(stripped(line).casefold()))


def heads(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks that begin the document, and those that begin each sheet of a workbook."""
    body = [b for b in blocks if not margin(b.anchor, b.style if isinstance(b, Paragraph) else "")]
    starts = [i for i, b in enumerate(body) if i == 0 or sheet(b) != sheet(body[i - 1])]
    for start, end in pairwise([*starts, len(body)]):
        yield body[start:end]


def sheet(block: Block) -> str:
    """The sheet a block stands on; empty outside workbooks."""
    return block.anchor.rpartition("!")[0]


def in_head(blocks: Iterable[Block]) -> bool:
    """Whether a mark stands alone before the body begins."""
    before, count = "", 0
    for line in head_lines(blocks):
        if is_mark(line, before):
            return True
        before, count = line, count + 1
        if count > HEAD_LINES:
            break
    return False


def head_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of the head, to the first prose, section heading or table of data."""
    for block in blocks:
        if isinstance(block, Table):
            if not small(block) and not letterhead(block):
                return
            yield from table_lines(block)
        elif begins_body(block):
            return
        else:
            yield from lines(block)


def begins_body(paragraph: Paragraph) -> bool:
    """Whether a paragraph is prose or a section heading."""
    text = paragraph.text.strip()
    return (len(text) > PROSE and not text.isupper()) or bool(SECTION.match(text)) or bool(paragraph.label)


def lines(paragraph: Paragraph) -> Iterator[str]:
    """The printed lines of a paragraph, parts set wide apart taken singly."""
    for segment in paragraph.segments:
        yield from WIDE_GAP.split(paragraph.text[segment.start : segment.end])


def table_lines(table: Table) -> Iterator[str]:
    """The lines of a letterhead or a frame that can hold a stamp, down to the first row of data."""
    for row in rows(table):
        if len(row) >= 4:
            return
        if any(NUMERIC.match(cell.text) for cell in row):
            continue
        for cell in row:
            yield ""
            yield from WIDE_GAP.split(cell.text)


def rows(table: Table) -> Iterator[list[Cell]]:
    """The cells that are not blank, by row."""
    shown = (cell for cell in table.cells if cell.text.strip())
    return (list(row) for _, row in groupby(shown, key=attrgetter("row")))


def small(table: Table) -> bool:
    """Whether a table is but a frame around a few words."""
    return len(list(islice((c for c in table.cells if c.text.strip()), 4))) <= 3


def letterhead(table: Table) -> bool:
    """Whether a table holds the letterhead."""
    return any(LETTERHEAD.search(line) for _, text in table.words() for line in text.split("\n"))
