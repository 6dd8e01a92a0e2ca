"""Files that LibreOffice opens and saves under another ending."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from openpyxl import Workbook


def report(paragraphs: Sequence[str], table: Sequence[Sequence[str]], folder: Path) -> Path:
    """A whole Word document: the paragraphs and a ruled table."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    grid = document.add_table(rows=len(table), cols=len(table[0]), style="Table Grid")
    for row, texts in zip(grid.rows, table, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(folder / "a.docx"))
    return folder / "a.docx"


def workbook(sheet: str, rows: Sequence[Sequence[object]], folder: Path) -> Path:
    """A whole workbook of one sheet."""
    book = Workbook()
    assert book.active is not None
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def made(source: Path, ending: str) -> Path:
    """The file as LibreOffice saves it."""
    folder = source.parent
    profile = (folder / "profile").as_uri()
    run = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending, "--outdir", str(folder)]
    subprocess.run([*run, str(source)], check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{ending}")
