"""Measure reading beside other libraries: processor seconds of each over the same files, best of three in turn, no cache kept.

Run: python benchmarks/read.py; libraries that are missing are named (pip install "tongket[bench]" brings them).
Ratios are of processor time, because wall time says more about who else works on the machine.
"""

import gc
import importlib
import io
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from peak import peaks

from tongket.reading import Document, Table, read_document, read_header, read_mentions
from tongket.reading.door import Admitted, admit_bytes
from tongket.reading.formats import Limits, read_content
from tongket.reading.formats.pdf_flow import lines_and_tables
from tongket.reading.formats.pdf_layer import Fonts
from tongket.reading.formats.pdf_page import read_page
from tongket.reading.table_cells import CellsOnDemand

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "examples", ROOT / "tests" / "cases")
RUNS = 3
ROWS, COLUMNS = 5_000, 30
Files = Sequence[tuple[str, bytes]]
Reader = Callable[[bytes], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another library's way: its name, how many times faster we mean to be, and what it needs."""

    name: str
    goal: float
    needs: str
    read: Callable[[], Reader]


def files(ending: str) -> Files:
    """The files of the example and of the tests that can be read."""
    paths = (p for folder in FOLDERS for p in sorted(folder.rglob(f"*.{ending}")))
    return [(p.name, p.read_bytes()) for p in paths if readable(p)]


def readable(path: Path) -> bool:
    """Whether the file is neither damaged nor refused: the others would only be slow to fail."""
    admitted = admit_bytes(path.read_bytes(), name=path.name)
    return isinstance(admitted, Admitted) and isinstance(read_document(admitted), Document)


def seconds(readers: Sequence[Reader], work: Files) -> list[float]:
    """Processor seconds of each reader for all the files, the best of three; in turn, so that a load that comes and goes
    falls on all of them."""
    best = [float("inf")] * len(readers)
    for _ in range(RUNS):
        for place, read in enumerate(readers):
            gc.collect()
            began = time.process_time()
            for _name, data in work:
                read(data)
            best[place] = min(best[place], time.process_time() - began)
    return best


def blocks(kind: str) -> Reader:
    """Our reading of the format: blocks with anchors."""
    return lambda data: read_content(kind, data, Limits())


def pdf_lines_and_tables(data: bytes) -> object:
    """Our first half of a PDF: lines with their boxes, ruled tables with their words; no margins, columns, paragraphs."""
    document = library("pypdfium2").PdfDocument(data)
    fonts = Fonts()
    try:
        with ExitStack() as opened:
            pages = [opened.enter_context(read_page(document, index, fonts)) for index in range(len(document))]
            return [lines_and_tables(page) for page in pages]
    finally:
        document.close()


def in_bulk(data: bytes) -> object:
    """Our reading of a workbook, and place, value, format and merges of every cell row by row, as our own readers of large
    tables have them."""
    content = read_content("xlsx", data, Limits())
    tables = (block for block in content.blocks if isinstance(block, Table))
    return [row for t in tables for row in (t.cells.in_rows() if isinstance(t.cells, CellsOnDemand) else t.cells)]


def every_cell(data: bytes) -> object:
    """Our reading of a workbook, and an object for each cell of it."""
    content = read_content("xlsx", data, Limits())
    return sum(1 for block in content.blocks if isinstance(block, Table) for _ in block.cells)


def whole(data: bytes) -> object:
    """Our whole reading of a Word file: door, blocks, letterhead, mentions."""
    admitted = admit_bytes(data, name="a.docx")
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document)
    header = read_header(document)
    return header, read_mentions(document, header=header)


def library(name: str) -> Any:
    """A library by its name, so that a missing one is no fault."""
    return importlib.import_module(name)


def docx_text() -> Reader:
    """python-docx: the text of paragraphs and tables in order."""
    docx = library("docx")

    def read(data: bytes) -> object:
        found = []
        for item in docx.Document(io.BytesIO(data)).iter_inner_content():
            if hasattr(item, "rows"):
                found += [cell.text for row in item.rows for cell in row.cells]
            else:
                found.append(item.text)
        return found

    return read


def docx_facts() -> Reader:
    """python-docx: text, style, bold, alignment, cells with their merges."""
    docx = library("docx")

    def read(data: bytes) -> object:
        return [docx_item(item) for item in docx.Document(io.BytesIO(data)).iter_inner_content()]

    return read


def docx_item(item: Any) -> object:
    """The facts of one paragraph or table."""
    if not hasattr(item, "rows"):
        return item.text, item.style.name, [(run.text, run.bold) for run in item.runs], item.alignment
    return [
        [(cell.text, cell.grid_span, id(cell._tc), [docx_item(p) for p in cell.paragraphs]) for cell in row.cells]
        for row in item.rows
    ]


def markitdown(ending: str) -> Callable[[], Reader]:
    """markitdown: Markdown of the file."""

    def make() -> Reader:
        converter = library("markitdown").MarkItDown()
        return lambda data: converter.convert_stream(io.BytesIO(data), file_extension=f".{ending}").text_content

    return make


def openpyxl_values() -> Reader:
    """openpyxl, read only: the values."""
    openpyxl = library("openpyxl")

    def read(data: bytes) -> object:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]

    return read


def openpyxl_facts(*place: str) -> Reader:
    """openpyxl: values with places, number formats, bold, merges and hidden rows and columns."""
    openpyxl, placed = library("openpyxl"), attrgetter(*place)

    def read(data: bytes) -> object:
        found: list[object] = []
        for sheet in openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets:
            found += [(placed(c), c.value, c.number_format, c.font.b) for row in sheet.iter_rows() for c in row]
            found.append([str(area) for area in sheet.merged_cells.ranges])
            found.append([n for n, row in sheet.row_dimensions.items() if row.hidden])
            found.append([n for n, column in sheet.column_dimensions.items() if column.hidden])
        return found

    return read


def pdfium_text() -> Reader:
    """pypdfium2: the bare text."""
    pdfium = library("pypdfium2")

    def read(data: bytes) -> object:
        document = pdfium.PdfDocument(data)
        text = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return text

    return read


def pdfplumber_tables() -> Reader:
    """pdfplumber: text and tables."""
    plumber = library("pdfplumber")

    def read(data: bytes) -> object:
        with plumber.open(io.BytesIO(data)) as document:
            return [(page.extract_text(), page.extract_tables()) for page in document.pages]

    return read


DOCX = (
    Rival(name="python-docx, the same facts", goal=8, needs="docx", read=docx_facts),
    Rival(name="python-docx, bare text", goal=4, needs="docx", read=docx_text),
    Rival(name="markitdown", goal=55, needs="markitdown", read=markitdown("docx")),
)
XLSX = (
    Rival(name="openpyxl, the same facts", goal=6, needs="openpyxl", read=partial(openpyxl_facts, "coordinate")),
    Rival(name="openpyxl, values only", goal=3.5, needs="openpyxl", read=openpyxl_values),
)
BULK = (
    Rival(name="openpyxl, the same facts", goal=6, needs="openpyxl", read=partial(openpyxl_facts, "row", "column")),
    XLSX[1],
)
PDF = (
    Rival(name="pypdfium2, bare text", goal=0.75, needs="pypdfium2", read=pdfium_text),
    Rival(name="pdfplumber, text and tables", goal=20, needs="pdfplumber", read=pdfplumber_tables),
)
WHOLE = (Rival(name="markitdown, text", goal=25, needs="markitdown", read=markitdown("docx")),)


def large_workbook() -> bytes:
    """A workbook of 150,000 cells, merged and hidden ones among them, as a report system writes it."""
    writer = library("xlsxwriter")
    buffer = io.BytesIO()
    book = writer.Workbook(buffer, {"in_memory": True})
    sheet, percent = book.add_worksheet("Biểu"), book.add_format({"num_format": "0.0%"})
    for row in range(ROWS):
        sheet.write_string(row, 0, f"Xã Giả Định {row}")
        for column in range(1, COLUMNS):
            sheet.write_number(row, column, row * column / 7, percent if column % 5 == 0 else None)
    for row in range(0, ROWS, 50):
        sheet.set_row(row, None, None, {"hidden": True})
    book.close()
    return buffer.getvalue()


def compare(title: str, ours: Reader, work: Files, rivals: Sequence[Rival]) -> Iterator[str]:
    """Our time, and a line for each rival."""
    there = [(rival, read) for rival in rivals if (read := reader(rival)) is not None]
    mine, *others = seconds([ours, *(read for _, read in there)], work)
    each = 1000 * mine / len(work)
    yield f"{title}: {len(work)} files, {sum(len(d) for _, d in work) // 1024} KB; {each:.2f} ms each"
    for (rival, _), theirs in zip(there, others, strict=True):
        ratio = theirs / mine
        verdict = "reached" if ratio >= rival.goal else "MISSED"
        yield f"  {ratio:6.1f}x {rival.name} ({1000 * theirs / len(work):.2f} ms each; goal {rival.goal:g}x, {verdict})"
    for rival in rivals:
        if all(rival is not one for one, _ in there):
            yield f'  {rival.name}: not measured, {rival.needs} is missing (pip install "tongket[bench]")'


def reader(rival: Rival) -> Reader | None:
    """The rival's way of reading; None where its library is missing."""
    try:
        return rival.read()
    except ImportError:
        return None


def main() -> None:
    """Print the comparison for each format."""
    word, sheets, pages = files("docx"), files("xlsx"), files("pdf")
    large = [("large.xlsx", large_workbook())]
    for line in (
        *compare("Word to blocks", blocks("docx"), word, DOCX),
        *compare("Word, the whole reading", whole, word[:40], WHOLE),
        *compare("Excel, reports", blocks("xlsx"), sheets, XLSX),
        *compare("Excel, 150,000 cells", blocks("xlsx"), large, XLSX),
        *compare("Excel, 150,000 cells, every cell's facts", in_bulk, large, BULK),
        *compare("Excel, 150,000 cells, an object for each", every_cell, large, ()),
        *compare("PDF to lines with boxes and ruled tables", pdf_lines_and_tables, pages, PDF),
        *compare("PDF to blocks", blocks("pdf"), pages, PDF),
    ):
        print(line, flush=True)
    for line in peaks([data for _, data in pages]):
        print(line, flush=True)


if __name__ == "__main__":
    main()
