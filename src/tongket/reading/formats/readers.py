"""The table of format readers."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, LargeZipFile

from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.docx import read_docx
from tongket.reading.formats.html import read_html
from tongket.reading.formats.kinds import DOCX, HTML, PDF, TEXT, XLS, XLSX
from tongket.reading.formats.legacy_fonts import modernised
from tongket.reading.formats.pdf import read_pdf
from tongket.reading.formats.text import read_text
from tongket.reading.formats.xls import read_xls
from tongket.reading.formats.xlsx import read_xlsx

READERS: dict[str, Callable[[bytes, Limits], Content]] = {
    DOCX: read_docx,
    XLSX: read_xlsx,
    XLS: read_xls,
    PDF: read_pdf,
    HTML: read_html,
    TEXT: read_text,
}


def read_content(kind: str, data: bytes, limits: Limits) -> Content:
    """The blocks of ``data``; FormatError, or one of :func:`damage`, where it cannot be read."""
    reader = READERS.get(kind)
    if reader is None:
        raise FormatError("kind_unsupported", {"kind": kind})
    content = reader(data, limits)
    return replace(content, blocks=modernised(content.blocks))


def damage() -> tuple[type[Exception], ...]:
    """What libraries raise on a damaged file; anything else is a fault of ours and must show."""
    return (BadZipFile, LargeZipFile, ExpatError, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError,
            ArithmeticError, RuntimeError, MemoryError)  # fmt: skip
