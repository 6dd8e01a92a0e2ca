"""Whose report a document is where its letterhead does not tell: its title, its signature, its opening sentence, its file name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from tongket.orgunits import Candidate, Hierarchy, UnitFinder, UnitMention, lowest
from tongket.periods import Period
from tongket.reading.blocks import Block, Document, Paragraph, Table
from tongket.reading.letterhead import Header
from tongket.vietnamese import accent_fold, accent_key

ENDING, OPENING = 12, 12
"""Blocks at the end and at the beginning that are looked at."""
_AUTHORITY = (
    r"(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân|huyện ủy|huyện uỷ|thành ủy|thị ủy|đảng ủy|đảng uỷ|đảng bộ"
    r"|ban chấp hành|ban thường vụ|ban chỉ đạo|ban chỉ huy|bộ chỉ huy|công an|sở|hội|liên đoàn)"
)
MOST_TITLE = 160
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_OF_OTHERS = re.compile(r"kèm theo|kính gửi|theo công văn|ban hành")
_SIGNED = re.compile(rf"\bt[/.]?m\.?\s*({_AUTHORITY}\b[^\n,;()]*)")
_SPEAKS = re.compile(rf"(?:^|[,;.]\s)({_AUTHORITY}\b[^,.;:()]{{2,60}}?)\s+(?:xin |kính |trân trọng )?báo cáo\b")
"""Who reports; who "đã hướng dẫn" or "tổ chức" may be somebody else."""
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The unit that another place names, as written there; ``problem`` tells which place."""

    unit: Candidate
    written: str
    problem: str


def unit_elsewhere(
    document: Document, header: Header, finder: UnitFinder, hierarchy: Hierarchy, day: date | None, below: str = ""
) -> Elsewhere | None:
    """The first place beside the letterhead that names one unit clearly, alive on the day; only one ``below`` another unit,
    where that is given."""
    for problem, text, running in _places(document, header):
        unit = _one_named(finder.scan(text, on=day), hierarchy, day) if running else _sure(finder.find(text, on=day))
        tree = hierarchy.on(day) if day is not None else None
        if unit is None or (tree is not None and unit.code not in tree):
            continue
        if not below or (tree is not None and below in {one.code for one in tree.ancestors(unit.code)}):
            return Elsewhere(
                unit=unit, written=" ".join(text.split()) if len(text) < 80 else unit.name, problem=problem
            )
    return None


def _places(document: Document, header: Header) -> Iterator[tuple[str, str, bool]]:
    """What to look at, the surest first: the notice that tells of it, the text, and whether units are named within it."""
    if header.title:
        yield "unit_by_title", header.title, True
    for text in _texts(document.blocks[:OPENING], first=True):
        if text == text.upper() and len(text) <= MOST_TITLE and not _OF_OTHERS.search(accent_key(text)):
            yield "unit_by_title", text, True
    for text in _texts(document.blocks[-ENDING:], first=False):
        if found := _SIGNED.search(accent_fold(text)):
            yield "unit_by_signature", text[found.start(1) : found.end(1)], False
    for text in _texts(document.blocks[:OPENING], first=True):
        if found := _SPEAKS.search(accent_fold(text)):
            yield "unit_by_text", text[found.start(1) : found.end(1)], False
    sheets = {block.sheet for block in document.blocks if isinstance(block, Table)}
    if len(sheets) == 1:
        yield "unit_by_sheet", sheets.pop(), False
    for name in _names(document.name):
        yield "unit_by_file_name", name, False


def period_of_path(name: str) -> Period | None:
    """The years that a file's name, or the folder it is in, tells."""
    for part in _names(name):
        years = sorted({int(year) for year in _YEAR.findall(part)})
        if years:
            return Period.parse(str(years[0]) if len(years) == 1 else f"{years[0]}/{years[-1]}")
    return None


def _names(name: str) -> Iterator[str]:
    """The name of a file, then those of the folders it lies in, up to the one that was given: what that is called is no
    matter of the report."""
    path = PurePosixPath(name)
    yield path.stem
    if not path.is_absolute() and not _DRIVE.match(name):
        yield from reversed(path.parts[1:-1])


def _texts(blocks: Sequence[Block], *, first: bool) -> Iterator[str]:
    """The paragraphs, and the cells in the first or the last rows of tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            rows = range(OPENING) if first else range(max(block.rows - ENDING, 0), block.rows)
            yield from (cell.text for cell in block.of_rows(rows))


def _sure(found: Sequence[Candidate]) -> Candidate | None:
    return found[0] if found and found[0].sure and found[0].alive else None


def _one_named(mentions: Sequence[UnitMention], hierarchy: Hierarchy, day: date | None) -> Candidate | None:
    """The one unit that a text names, those above it aside; None where it names several."""
    sure = (m.candidates[0] for m in mentions if m.code is not None and m.sure)
    return lowest([one for one in sure if one.alive], hierarchy, day)


__all__ = ["Elsewhere", "period_of_path", "unit_elsewhere"]
