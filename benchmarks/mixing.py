"""One report in other formats: as a web page, printed as PDF, attached to a letter, in an archive."""

import io
import itertools
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from email.message import EmailMessage
from html import escape

import typst

from tongket.reading import Admitted, Document, Paragraph, Table, read_document
from tongket.reading.door import admit_bytes

TYPES = {".docx": "vnd.openxmlformats-officedocument.wordprocessingml.document", ".xlsx": "vnd.ms-excel"}


def as_page(data: bytes, suffix: str) -> bytes:
    """A web page of the paragraphs and tables."""
    out = "".join(
        f"<p>{lines(b.text)}</p>" if isinstance(b, Paragraph) else f"<table>{rows(b)}</table>"
        for b in blocks(data, suffix)
    )
    return f"<!doctype html><html><head><meta charset=utf-8></head><body>{out}</body></html>".encode()


def lines(text: str) -> str:
    """The text with its breaks."""
    return escape(text).replace("\n", "<br>")


def typed(text: str) -> str:
    """The same for Typst."""
    return "[" + "#linebreak()".join(f"#{json.dumps(line, ensure_ascii=False)}" for line in text.split("\n")) + "]"


def rows(table: Table) -> str:
    """The rows of a table with merged cells."""
    of_row: dict[int, str] = {}
    for cell in table.cells:
        of_row[cell.row] = of_row.get(cell.row, "") + (
            f"<td rowspan={cell.rowspan} colspan={cell.colspan}>{lines(cell.text)}</td>"
        )
    return "".join(f"<tr>{of_row.get(row, '')}</tr>" for row in range(table.rows))


def as_print(data: bytes, suffix: str) -> bytes:
    """A PDF of A4 pages."""
    parts = ['#set page(paper: "a4", margin: 2cm)', "#set text(size: 12pt)", "#set table(stroke: 0.5pt)"]
    for block in blocks(data, suffix):
        if isinstance(block, Paragraph):
            parts.append(f"#par{typed(block.text)}")
        else:
            cells = ", ".join(
                f"table.cell(x: {c.column}, y: {c.row}, rowspan: {c.rowspan}, colspan: {c.colspan}){typed(c.text)}"
                for c in block.cells
            )
            parts.append(f"#table(columns: ({'1fr, ' * block.columns}), {cells})")
    return typst.compile("\n\n".join(parts).encode())


def blocks(data: bytes, suffix: str) -> tuple[Paragraph | Table, ...]:
    """What stands in the document."""
    admitted = admit_bytes(data, name=f"a{suffix}")
    assert isinstance(admitted, Admitted), admitted
    document = read_document(admitted)
    assert isinstance(document, Document), document
    return tuple(document.blocks)


def as_letter(data: bytes, suffix: str) -> bytes:
    """A letter with the file attached."""
    letter = EmailMessage()
    letter["Subject"] = "Gửi báo cáo"
    letter.set_content("Kính gửi báo cáo.")
    letter.add_attachment(data, maintype="application", subtype=TYPES[suffix], filename=f"Báo cáo{suffix}")
    return letter.as_bytes()


def as_archive(data: bytes, suffix: str) -> bytes:
    """An archive of the file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"Báo cáo{suffix}", data)
    return buffer.getvalue()


Dress = Callable[[bytes, str], bytes]
DRESSES: Mapping[str, tuple[tuple[str, Dress] | None, ...]] = {
    ".docx": (None, None, (".html", as_page), None, (".pdf", as_print), (".eml", as_letter), (".zip", as_archive)),
    ".xlsx": (None, None, None, (".zip", as_archive)),
    ".txt": (None,),
}


def mixed() -> Callable[[bytes, str], tuple[bytes, str]]:
    """A function that gives each file in the next of the formats of its kind, with its new ending."""
    turns: dict[str, Iterator[tuple[str, Dress] | None]] = {k: itertools.cycle(v) for k, v in DRESSES.items()}

    def dressed(data: bytes, suffix: str) -> tuple[bytes, str]:
        dress = next(turns[suffix])
        return (data, suffix) if dress is None else (dress[1](data, suffix), dress[0])

    return dressed
