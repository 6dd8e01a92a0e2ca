"""Writes the documents of ``sources/`` out in their formats.

Usage: make_documents.py OUT. Needs python-docx and openpyxl; a PDF is printed from the Word document of the same name.
"""

import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SOURCES = Path(__file__).parent / "sources"
LINE = re.compile(r"(?P<what>[a-z][a-z0-9-]*): ?(?P<text>.*)")
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
Grid = list[list[str]]
Item = tuple[str, str, Grid]
"""What stands there, its text, and the rows of a table."""
Merge = tuple[int, int, int, int]
"""Top, left, bottom, right; both ends included."""


def items(text: str) -> Iterator[Item]:
    """The parts of a source in order."""
    lines = iter(text.splitlines())
    for line in lines:
        if line in ("table", "tabs"):
            grid = []
            for row in iter(lambda: next(lines), "end"):
                grid.append([cell.strip() for cell in row.split(" |")])
            yield line, "", [[c.removeprefix("|").strip() for c in row] for row in grid]
        elif found := LINE.match(line):
            yield found["what"], found["text"].strip(), []
        elif line.strip():
            yield line.strip(), "", []


def merges(grid: Grid) -> list[Merge]:
    """The merged ranges of a grid."""
    found = []
    for top, row in enumerate(grid):
        for left, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right, bottom = left, top
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            while bottom + 1 < len(grid) and grid[bottom + 1][left] == "^":
                bottom += 1
            if (right, bottom) != (left, top):
                found.append((top, left, bottom, right))
    return found


def shown(text: str) -> str:
    """A cell as printed."""
    if text in ("<", "^"):
        return ""
    return text[1:] + "%" if text.startswith("~") else text.removeprefix("'")


# Word


def numbering(document: docx.document.Document) -> dict[str, int]:
    """A two-level automatic numbering (I., 1.); level -> number id."""
    part = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for level, (form, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."))):
        lvl = OxmlElement("w:lvl")
        lvl.set(qn("w:ilvl"), str(level))
        for tag, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            lvl.append(child)
        abstract.append(lvl)
    part.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    num.append(link)
    part.append(num)
    return {"n1": 0, "n2": 1}


def numbered(document: docx.document.Document, level: int, text: str) -> None:
    """A bold paragraph with an automatic number."""
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    properties = paragraph._p.get_or_add_pPr()
    num = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", 77)):
        child = OxmlElement(tag)
        child.set(qn("w:val"), str(value))
        num.append(child)
    properties.append(num)


def word_table(document: docx.document.Document, grid: Grid) -> None:
    """A ruled table with its merged cells."""
    table = document.add_table(rows=len(grid), cols=len(grid[0]))
    table.style = "Table Grid"
    for r, row in enumerate(grid):
        for c, text in enumerate(row):
            if text not in ("<", "^"):
                table.cell(r, c).text = shown(text)
    for top, left, bottom, right in merges(grid):
        text = shown(grid[top][left])
        table.cell(top, left).merge(table.cell(bottom, right)).text = text


def word_head(document: docx.document.Document, text: str) -> None:
    """The letterhead as a table without rules."""
    parent, unit, number, place = (part.strip() for part in text.split("|"))
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = f"{parent}\n{unit}"
    table.cell(0, 1).text = "\n".join(NATION)
    table.cell(1, 0).text = f"Số: {number}"
    table.cell(1, 1).text = place


def word(found: list[Item]) -> docx.document.Document:
    """The document."""
    document = docx.Document()
    levels = numbering(document)
    for what, text, grid in found:
        if what == "head":
            word_head(document, text)
        elif what == "table":
            word_table(document, grid)
        elif what == "tabs":
            for row in grid:
                document.add_paragraph("\t".join(shown(c) for c in row))
        elif what == "landscape":
            section = document.add_section()
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        elif what == "pagebreak":
            document.add_page_break()
        elif what in levels:
            numbered(document, levels[what], text)
        else:
            for part in text.split(" | ") if what == "title" else [text]:
                run = (paragraph := document.add_paragraph()).add_run(part)
                run.bold, run.italic = what in ("title", "h", "b", "c"), what == "i"
                if what in ("title", "i", "c"):
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


# Excel


def stored(text: str) -> tuple[object, bool]:
    """What a workbook stores for a cell, and whether it is shown as a percentage."""
    if text.startswith("'"):
        return text[1:], False
    share = text.startswith("~")
    plain = text.removeprefix("~").replace(".", "").replace(",", ".")
    if not re.fullmatch(r"-?\d+(\.\d+)?", plain) or (plain[0] == "0" and len(plain) > 1 and "." not in plain):
        return text, False
    number = float(plain) if "." in plain or share else int(plain)
    return (round(number / 100, 6) if share else number), share


def sheet_table(sheet: Worksheet, row: int, grid: Grid) -> int:
    """Write a table below ``row``; the last row written."""
    for r, line in enumerate(grid):
        for c, text in enumerate(line):
            if text and text not in ("<", "^"):
                value, share = stored(text)
                cell = sheet.cell(row + 1 + r, c + 1, value)
                if share:
                    cell.number_format = "0.0%"
    for top, left, bottom, right in merges(grid):
        sheet.merge_cells(start_row=row + 1 + top, start_column=left + 1, end_row=row + 1 + bottom, end_column=right + 1)
    return row + len(grid)


def workbook(found: list[Item]) -> Workbook:
    """The workbook."""
    book, sheet, row = Workbook(), None, 0
    for what, text, grid in found:
        if what == "sheet":
            sheet, row = (book.create_sheet(text) if sheet else book.worksheets[0]), 0
            sheet.title = text
        assert sheet is not None
        if what == "r":
            row += 1
            sheet.cell(row, 1, text or None)
        elif what == "table":
            row = sheet_table(sheet, row, grid)
        elif what == "hide-columns":
            for column in text.split():
                sheet.column_dimensions[chr(65 + int(column))].hidden = True
        elif what == "hide-rows":
            for hidden in text.split():
                sheet.row_dimensions[int(hidden)].hidden = True
    return book


# HTML and Markdown


def html_table(grid: Grid) -> str:
    """A table with its spans."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merges(grid)}
    rows = []
    for r, row in enumerate(grid):
        cells = []
        for c, text in enumerate(row):
            if text not in ("<", "^"):
                down, across = spans.get((r, c), (1, 1))
                cells.append(f'<td rowspan="{down}" colspan="{across}">{escape(shown(text))}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table border="1">{"".join(rows)}</table>'


def html(found: list[Item]) -> str:
    """The page."""
    body = []
    for what, text, grid in found:
        if what == "head":
            parent, unit, number, place = (part.strip() for part in text.split("|"))
            body.append(
                f"<table><tr><td>{parent}<br>{unit}<br>Số: {number}</td><td>{'<br>'.join(NATION)}<br>{place}</td></tr></table>"
            )
        elif what == "table":
            body.append(html_table(grid))
        elif what in ("title", "h", "b", "c"):
            body += [f"<p><b>{escape(part)}</b></p>" for part in text.split(" | ")]
        else:
            body.append(f"<p>{escape(text)}</p>")
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{"".join(body)}</body></html>'


def markdown(found: list[Item]) -> str:
    """The text with ``|`` tables."""
    out = []
    for what, text, grid in found:
        if what == "table":
            rows = [f"| {' | '.join(shown(c) for c in row)} |" for row in grid]
            out.append("\n".join([rows[0], "|" + "---|" * len(grid[0]), *rows[1:]]))
        elif what == "head":
            parent, unit, number, place = (part.strip() for part in text.split("|"))
            out.append(f"{parent}\n\n**{unit}**\n\nSố: {number}\n\n{place}")
        elif what in ("title", "h", "b"):
            out += [f"**{part}**" for part in text.split(" | ")]
        else:
            out.append(text)
    return "\n\n".join(out) + "\n"


def write(source: Path, out: Path) -> None:
    """One document, in the format that its name tells."""
    kind = source.stem.rpartition(".")[2] if "." in source.stem else ""
    text = source.read_text(encoding="utf-8")
    path = out / (source.name if not kind else source.stem)
    if not kind:
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    found = list(items(text))
    if kind in ("docx", "pdf"):
        word(found).save(str(path.with_suffix(".docx")))
    elif kind == "xlsx":
        workbook(found).save(str(path))
    else:
        path.write_text(html(found) if kind == "html" else markdown(found), encoding="utf-8", newline="\n")


def main(out: Path) -> None:
    """Write every document."""
    out.mkdir(parents=True, exist_ok=True)
    for source in sorted(SOURCES.glob("*.txt")):
        write(source, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
