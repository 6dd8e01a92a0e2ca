"""Excel workbooks (.xlsx): what is shown on each sheet, by our own streaming pass.

A sheet is never laid out over its bounding box, so a cell at BK1048501 costs what any other cell costs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tongket.problems import Problem, Severity, Where
from tongket.reading.blocks import Block, Paragraph, Segment
from tongket.reading.formats.content import MEBIBYTE, Content, FormatError, Limits
from tongket.reading.formats.docx_styles import attribute, child, local
from tongket.reading.formats.form_cells import FormSheet, filled_form, identity_of, named_columns, own_names
from tongket.reading.formats.letters import clean
from tongket.reading.formats.package import Package, Relation
from tongket.reading.formats.sheet_blocks import SheetCells, sheet_blocks
from tongket.reading.formats.sheet_rows import by_place
from tongket.reading.formats.xlsx_reading import Sheet, read_sheet
from tongket.reading.formats.xlsx_shared import read_shared
from tongket.reading.formats.xlsx_styles import CellStyles
from tongket.reading.formats.xlsx_values import CellValues
from tongket.reports import IDENTITY_SHEET, FormIdentity

FIELD_CODE = re.compile(r"&(?:[LCRPNDTAFGZBIUESXYOH]|\d+|\"[^\"]*\"|K[0-9A-Fa-f+-]+)")

COMMENT = re.compile(rb"<(?:\w+:)?(?:comment|threadedComment)\s[^>]*?\bref=[\"']([^\"']*)")
HELD = 4 * MEBIBYTE
"""Bytes of sheets, unpacked, whose values are held; those of further sheets are read again when they are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A sheet of the workbook and the part that holds it."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True, kw_only=True)
class Findings:
    """Blocks and notices while the sheets are read."""

    blocks: list[Block] = field(default_factory=list)
    margins: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    form_sheets: list[FormSheet] = field(default_factory=list)
    comments: int = 0


def read_xlsx(data: bytes, limits: Limits) -> Content:
    """The blocks of a workbook; headers and footers of the sheets stand at the end."""
    package = Package(data, limits)
    main = package.main_part("xl/workbook.xml")
    book, links = parsed(package.read(main)), package.relations(main)
    targets = {link.kind: link.target for link in links}
    shared = read_shared(package.part(targets.get("sharedStrings", "")), limits.cells)
    styles = CellStyles(package.read(targets.get("styles", "")), date1904=is_1904(book))
    values = CellValues(shared, styles)
    found = Findings()
    left, unpacked = limits.cells, 0
    parts = list(sheet_parts(package, links, book))
    ours = next((sheet for sheet in parts if sheet.hidden and sheet.name == IDENTITY_SHEET), None)
    identity = identity_of(by_place(read_sheet(package.part(ours.part), values, left).rows)) if ours else None
    for index, sheet in enumerate(parts, 1):
        if sheet.hidden:
            found.problems += [notice("hidden_content", sheet.name)] if identity is None or sheet is not ours else []
            continue
        part = package.part(sheet.part)
        unpacked += part.size
        packed = identity is None and unpacked > HELD
        told = read_sheet(part, values, left, keep=identity is not None, packed=packed)
        left -= sum(map(len, told.rows.columns))
        collect(found, sheet, index, told, identity)
        found.comments += count_comments(package, sheet.part)
    if found.comments:
        count = {"count": str(found.comments)}
        found.problems.append(Problem(code="comments_ignored", severity=Severity.NOTICE, where=Where(), fields=count))
    form = filled_form(identity, found.form_sheets) if identity is not None else None
    return Content(blocks=(*found.blocks, *found.margins), problems=tuple(found.problems), form=form)


def collect(found: Findings, sheet: SheetPart, index: int, read: Sheet, identity: FormIdentity | None = None) -> None:
    """Add what one sheet shows, and what a form hides."""
    told = read.told
    hidden, unsolved = told.hidden_values, told.unsolved.total()
    if identity is not None:
        form = FormSheet(name=sheet.name, shown=by_place(read.rows), concealed=told.concealed)
        found.form_sheets.append(form)
        hidden -= len(own_names(form))
        answers = (named_columns(form) or (0, {}))[1]
        unsolved = sum(told.unsolved[column] for column in answers)
    cells = SheetCells(name=sheet.name, rows=read.rows, spans=read.visible_spans(),
                       hidden_rows=frozenset(told.hidden_rows))  # fmt: skip
    found.blocks += sheet_blocks(cells)
    found.margins += margins(told.margins, index)
    if hidden:
        found.problems.append(notice("hidden_content", sheet.name))
    if unsolved:
        found.problems.append(notice("formula_without_value", sheet.name, count=str(unsolved)))


def count_comments(package: Package, sheet: str) -> int:
    """How many comments stand beside the cells of a sheet; a conversation also leaves a note in the old way."""
    links = package.relations(sheet)
    notes, remarks = (
        [ref for link in links if link.kind == kind for ref in COMMENT.findall(package.read(link.target))]
        for kind in ("comments", "threadedComment")
    )
    return len(set(notes) - set(remarks)) + len(remarks)


def parsed(xml: bytes) -> etree._Element:
    """A small part as a tree; damage raises ValueError."""
    if not xml or b"<!DOCTYPE" in xml[:2048]:
        raise FormatError("file_damaged")
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise FormatError("file_damaged") from error


def is_1904(book: etree._Element) -> bool:
    """Whether days are counted from 1904, as old Macintosh workbooks do."""
    return attribute(child(book, "workbookPr"), "date1904") in ("1", "true")


def sheet_parts(package: Package, links: list[Relation], book: etree._Element) -> Iterator[SheetPart]:
    """The worksheets in their order (chart sheets hold no cells)."""
    targets = {link.key: link for link in links}
    sheets = child(book, "sheets")
    for element in sheets if sheets is not None else ():
        if local(str(element.tag)) != "sheet":
            continue
        link = targets.get(relation_id(element))
        if link and link.kind == "worksheet":
            if link.target not in package:
                raise FormatError("file_damaged")
            hidden = attribute(element, "state") in ("hidden", "veryHidden")
            yield SheetPart(name=clean(attribute(element, "name")), part=link.target, hidden=hidden)


def relation_id(element: etree._Element) -> str:
    """The relation id of a sheet (``r:id``; ``sheetId`` is another thing)."""
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")


def margins(texts: dict[str, str], index: int) -> list[Block]:
    """Headers and footers printed on the sheet's pages, field codes taken out."""
    found: list[Block] = []
    for kind, raw in texts.items():
        style = "header" if kind.endswith("Header") else "footer"
        for number, section in enumerate(re.split(r"&[LCR]", raw), 1):
            text = clean(FIELD_CODE.sub("", section)).strip()
            if text:
                anchor = f"{style}[{index}]/p[{number}]"
                segment = Segment(start=0, end=len(text), anchor=anchor)
                found.append(Paragraph(text=text, segments=(segment,), style=style))
    return found


def notice(code: str, sheet: str, **fields: str) -> Problem:
    """Something on a sheet that the reader should know of."""
    return Problem(code=code, severity=Severity.NOTICE, where=Where(anchor=sheet), fields={"sheet": sheet, **fields})
