"""The most memory that reading one large file takes, of the whole process: a workbook of 50 MB and a PDF of 500 pages.

usage: peak.py KIND FILE [--all | --whole TABLES]: read FILE to blocks (with --all also every cell, one after the other; with
--whole the report that it is, against the tables that a worker of a review is given), and print megabytes.
"""

import importlib
import itertools
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tongket.orgunits import load_hierarchy
from tongket.reading import InputFile, ReadFile, ReadingJob, ReadingTables, Table, read_file
from tongket.reading.formats import Limits, read_content

GOAL = 150
ROWS, COLUMNS, WORDS = 48_000, 40, 38
PAGES = 500
LIST = 1_000_000
EXAMPLE = Path(__file__).parents[1] / "examples" / "bac-kan"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADING = (
    "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN",
    "Số: 12/BC-UBND",
    "Bắc Kạn, ngày 10 tháng 12 năm 2021",
    "BÁO CÁO",
    "Kết quả xây dựng khu vực phòng thủ năm 2021",
)
VOCABULARY = (
    "kết quả thực hiện nhiệm vụ quốc phòng an ninh củng cố khu vực phòng thủ lực lượng dân quân tự vệ bồi dưỡng"
)


def write_workbook(path: Path) -> None:
    """1.9 million cells, a third of them long texts that no two cells share, the others numbers of 16 digits."""
    chance = random.Random(7)
    texts: list[str] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in frame():
            archive.writestr(name, xml)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for row, line in enumerate(HEADING, 1):
                texts.append(line)
                part.write(f'<row r="{row}"><c r="A{row}" t="s"><v>{row - 1}</v></c></row>'.encode())
            for row in range(len(HEADING) + 2, len(HEADING) + 2 + ROWS):
                cells = "".join(cell(row, column, chance, texts) for column in range(COLUMNS))
                part.write(f'<row r="{row}" spans="1:{COLUMNS}">{cells}</row>'.encode())
            part.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w") as part:
            part.write(f'<sst xmlns="{MAIN}">'.encode())
            for text in texts:
                part.write(f"<si><t>{text}</t></si>".encode())
            part.write(b"</sst>")


def cell(row: int, column: int, chance: random.Random, texts: list[str]) -> str:
    """One cell; its text, where it is one, is put to the others."""
    letters = (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)
    if column % 3:
        return f'<c r="{letters}{row}"><v>{chance.random() * 1000!r}</v></c>'
    texts.append(f"{' '.join(chance.choices(VOCABULARY.split(), k=WORDS))} {chance.random():.6f}")
    return f'<c r="{letters}{row}" t="s"><v>{len(texts) - 1}</v></c>'


def frame() -> Iterator[tuple[str, str]]:
    """The parts of a workbook around its sheet."""
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Biểu" sheetId="1" r:id="r1"/></sheets></workbook>'
    yield "xl/workbook.xml", book
    yield "_rels/.rels", links(("officeDocument", "xl/workbook.xml"))
    kinds = ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
    yield "xl/_rels/workbook.xml.rels", links(*kinds)


def links(*kinds: tuple[str, str]) -> str:
    """A part of relationships."""
    items = "".join(f'<Relationship Id="r{i}" Type="{OFFICE}/{k}" Target="{t}"/>' for i, (k, t) in enumerate(kinds, 1))
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


def write_pages(path: Path, sources: Sequence[bytes]) -> None:
    """A PDF of 500 pages, taken from ``sources`` in turn."""
    pdfium = importlib.import_module("pypdfium2")
    whole = pdfium.PdfDocument.new()
    for source in itertools.cycle(sources):
        document = pdfium.PdfDocument(source)
        whole.import_pages(document, pages=list(range(min(len(document), PAGES - len(whole)))))
        if len(whole) == PAGES:
            break
    whole.save(path)


def peaks(sources: Sequence[bytes]) -> Iterator[str]:
    """What a process of its own takes for each file, in words; ``sources`` are PDF files to take pages from."""
    with tempfile.TemporaryDirectory() as folder:
        book, rows, pages, tables = (Path(folder, n) for n in ("large.xlsx", "list.xlsx", "large.pdf", "tables"))
        write_workbook(book)
        write_list(rows)
        tables.write_bytes(packed_tables())
        write_pages(pages, sources)
        for title, *call in (
            ("a workbook", "xlsx", str(book)),
            ("the same, every cell asked for", "xlsx", str(book), "--all"),
            ("the same, the whole reading", "xlsx", str(book), "--whole", str(tables)),
            (f"{LIST:,} rows of one cell, the whole reading", "xlsx", str(rows), "--whole", str(tables)),
            (f"a PDF of {PAGES} pages", "pdf", str(pages)),
        ):
            printed = subprocess.run(
                [sys.executable, __file__, *call], capture_output=True, text=True, check=True
            ).stdout
            size = Path(call[1]).stat().st_size / 1_048_576
            verdict = "reached" if float(printed) <= GOAL else "MISSED"
            yield f"Most memory, {title}, {size:.0f} MB: {printed.strip()} MB (goal {GOAL}, {verdict})"


def write_list(path: Path) -> None:
    """A million rows of one cell."""
    writer = importlib.import_module("xlsxwriter")
    book = writer.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Sổ")
    for row in range(LIST):
        sheet.write_string(row, 0, f"Dòng {row} của sổ theo dõi công văn đến")
    book.close()


def packed_tables() -> bytes:
    """What a worker of a review reads every file against."""
    from tongket.packs import load_pack  # a worker reads no packs: what it takes in memory is told without them

    hierarchy = load_hierarchy(EXAMPLE / "orgunits.csv", EXAMPLE / "changes.csv")
    return ReadingTables.of(load_pack("nd21").framework, hierarchy).packed


def main(kind: str, path: Path, *options: str) -> None:
    """Read the file, and print the most memory that this process has had."""
    if "--whole" in options:
        tables = ReadingTables(packed=Path(options[-1]).read_bytes())
        file = InputFile(path=path, name="bao-cao.xlsx")
        found = read_file(tables, ReadingJob(file=file))
        assert isinstance(found, ReadFile)
        print(f"{len(found.report.values)} figures of {found.report.org_unit}, {found.report.period}", file=sys.stderr)
    else:
        content = read_content(kind, path.read_bytes(), Limits())
        if "--all" in options:
            sum(1 for block in content.blocks if isinstance(block, Table) for _ in block.cells)
    print(most_memory())


def most_memory() -> int:
    """The most megabytes that this process has had, as Linux tells (``resource`` would tell those of its parent too)."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s*(\d+)", told)[1]) // 1024  # type: ignore[index]


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
