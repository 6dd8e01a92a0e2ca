"""Text files: hard-wrapped lines joined into paragraphs, every character traced to its line."""

import re

from tongket.reading.blocks import Block, Paragraph, Segment, Table
from tongket.reading.formats.aligned import Part, runs, table
from tongket.reading.formats.charset import decode
from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.letters import clean
from tongket.reading.formats.text_lines import Line, begins_item, columns, marked_up, read_lines
from tongket.reading.table_cells import Cell

UNWRAPPED = 170
"""Lines longer than this were not broken by hand: each is a paragraph."""
SHORT = 0.85
CENTRED = 8
ROW = re.compile(r"^\s*\|(.*[^\s|].*\|.*)\|?\s*$")
BARE_ROWS = 3
LEADER = re.compile(r"\.{4,}|…{2,}")
"""Dots that lead from a label to its figure."""
RULE = re.compile(r"^[\s|:+-]+$")
SENTENCE_END = re.compile(r"[.:;!?][\"”)]?$")


def read_text(data: bytes, limits: Limits) -> Content:
    """The blocks of a text file."""
    raw = [clean(line) for line in re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", decode(data).lstrip("\ufeff"))]
    if len(raw) > limits.cells:
        raise FormatError("too_many_parts")
    lines = list(read_lines(raw, markup=marked_up("\n".join(raw))))
    width = usual_width(lines)
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        end = table_end(raw, index)
        if end - index > 1:
            blocks.append(pipe_table(raw, index, end))
        else:
            end = block_end(raw, lines, index)
            blocks += flowing(lines[index:end], width)
        index = end
    return Content(blocks=tuple(blocks))


def usual_width(lines: list[Line]) -> int:
    """Where lines were broken: the length that one line in twenty reaches."""
    lengths = sorted(line.indent + len(line.text) for line in lines if not line.blank)
    return lengths[len(lengths) * 95 // 100] if lengths else 0


def block_end(raw: list[str], lines: list[Line], start: int) -> int:
    """The end of the run of lines up to a blank line or a table."""
    end = start + 1
    while end < len(lines) and not lines[end - 1].blank and not ROW.match(raw[end]) and _bare_end(raw, end) == end:
        end += 1
    return end


def table_end(raw: list[str], start: int) -> int:
    """The end of a run of ``| a | b |`` rows; ``start`` where there is none."""
    end = start
    while end < len(raw) and (ROW.match(raw[end]) or (end > start and "|" in raw[end] and RULE.match(raw[end]))):
        end += 1
    return end if end > start else _bare_end(raw, start)


def _bare_end(raw: list[str], start: int) -> int:
    """The end of a run of ``a | b | c`` rows, three at least of as many cells; ``start`` where there is none."""
    parts, end = raw[start].count(" | "), start
    while parts >= 2 and end < len(raw) and raw[end].count(" | ") == parts:
        end += 1
    return end if end - start >= BARE_ROWS else start


def pipe_table(raw: list[str], start: int, end: int) -> Table:
    """Rows of ``| a | b |`` as a table."""
    rows = [(i, raw[i]) for i in range(start, end) if not RULE.match(raw[i])]
    cells: list[Cell] = []
    for row, (number, text) in enumerate(rows):
        for column, part in enumerate(text.strip().strip("|").split("|")):
            anchor = f"line[{number + 1}]/cell[{column + 1}]"
            shown = part.strip().replace("**", "")
            cells.append(Cell(text=shown, anchor=anchor, row=row, column=column, bold=part.strip().startswith("**")))
    wide = max((c.column for c in cells), default=0) + 1
    return Table(anchor=f"line[{start + 1}]", cells=tuple(cells), rows=len(rows), columns=wide)


def flowing(lines: list[Line], width: int) -> list[Block]:
    """The paragraphs of a run of lines, and the tables that blanks alone make."""
    shown = [line for line in lines if not line.blank]
    parts = [[part_of(line) for line in columns(line)] for line in shown]
    blocks: list[Block] = []
    index = 0
    for start, end in [*runs(parts), (len(shown), len(shown))]:
        blocks += paragraphs(shown[index:start], width)
        if start < end:
            blocks.append(table(parts[start:end], f"line[{shown[start].number}]"))
        index = end
    return blocks


def part_of(line: Line) -> Part:
    """A line, or the part of one, as a part of a row."""
    start, end = line.indent, line.indent + len(line.text)
    bold = all(piece.bold for piece in line.pieces)
    return Part(left=start, right=end, text=line.text, anchor=f"line[{line.number}]:{start}-{end}", bold=bold)


def paragraphs(lines: list[Line], width: int) -> list[Paragraph]:
    """The paragraphs of a run of lines."""
    groups: list[list[Line]] = []
    for line in lines:
        parts = columns(line)
        if line.blank:
            continue
        if len(parts) > 1:
            groups += [[part] for part in parts] + [[]]
        elif groups and groups[-1] and not breaks(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [paragraph(group, width) for group in groups if group]


def breaks(group: list[Line], line: Line, width: int) -> bool:
    """Whether ``line`` begins a new paragraph after those of ``group``."""
    before, text = group[-1], line.text
    if line.opened:
        return False
    if LEADER.search(before.text) and LEADER.search(text):
        return True
    if begins_item(text) or line.heading or before.heading or capitals(text) != capitals(before.text):
        return True
    if text[:1].islower():
        return abs(line.indent - before.indent) > CENTRED and line.indent > before.indent
    if capitals(text) or max(width, len(text)) > UNWRAPPED:
        return True
    return ended(before, text, width) or shifted(group, line)


def ended(before: Line, text: str, width: int) -> bool:
    """Whether the line before stopped although the next word had room, or stopped with a sentence."""
    reach = before.indent + len(before.text)
    room = reach + 1 + len(text.split(" ", 1)[0])
    if room < width * SHORT:
        return True
    return bool(SENTENCE_END.search(before.text)) and reach < width * 0.93 and text[:1].isupper()


def shifted(group: list[Line], line: Line) -> bool:
    """Whether the line is indented anew, or stands elsewhere than a centred line before it."""
    before = group[-1].indent
    if line.indent > before:
        return not begins_item(group[0].text)
    return before - line.indent > CENTRED


def capitals(text: str) -> bool:
    """Whether a line is set in capitals."""
    return text.isupper() and sum(map(str.isalpha, text)) > 2


def paragraph(lines: list[Line], width: int) -> Paragraph:
    """Lines joined by blanks, every stretch with its line."""
    text, segments = "", []
    for line in lines:
        text += " " if text else ""
        for piece in line.pieces:
            start = len(text)
            text += piece.text
            segments.append(Segment(start=start, end=len(text), anchor=f"line[{piece.number}]", offset=piece.offset))
    bold = all(p.bold for line in lines for p in line.pieces if p.text.strip())
    return Paragraph(text=text, segments=tuple(segments), heading=lines[0].heading, bold=bold,
                     align=alignment(lines[0], width))  # fmt: skip


def alignment(line: Line, width: int) -> str:
    """Centred where the blanks at both sides are about equal."""
    right = width - line.indent - len(line.text)
    return "center" if line.indent > 3 and abs(line.indent - right) <= max(4, width // 16) else ""
