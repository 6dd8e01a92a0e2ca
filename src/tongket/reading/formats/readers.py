"""The table of format readers."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, LargeZipFile

from lxml import etree

from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.docx import read_docx
from tongket.reading.formats.html import read_html
from tongket.reading.formats.kinds import DOCX, EML, HTML, IMAGE, MSG, OFFICE, PDF, TEXT, XLS, XLSX
from tongket.reading.formats.legacy_fonts import modernised
from tongket.reading.formats.letter import read_letter
from tongket.reading.formats.office import SAVED_AS, converted
from tongket.reading.formats.outlook import read_outlook
from tongket.reading.formats.pdf import read_pdf
from tongket.reading.formats.recognition import recognised_image, recognised_pdf
from tongket.reading.formats.text import read_text
from tongket.reading.formats.xls import read_xls
from tongket.reading.formats.xlsx import read_xlsx
from tongket.reading.programs import NO_PROGRAMS, Programs


def sound(reader: Callable[[bytes, Limits], Content]) -> Callable[[bytes, Limits], Content]:
    """``reader``, where a library in Rust that panics on a damaged file refuses it: no ``except Exception`` sees that."""

    def read(data: bytes, limits: Limits) -> Content:
        try:
            return reader(data, limits)
        except BaseException as error:
            if type(error).__name__ == "PanicException":
                raise FormatError("file_damaged") from error
            raise

    return read


READERS: dict[str, Callable[[bytes, Limits], Content]] = {
    DOCX: read_docx,
    XLSX: read_xlsx,
    XLS: sound(read_xls),
    PDF: read_pdf,
    HTML: read_html,
    TEXT: read_text,
    EML: read_letter,
    MSG: read_outlook,
}


def read_content(kind: str, data: bytes, limits: Limits, programs: Programs = NO_PROGRAMS) -> Content:
    """The blocks of ``data``; FormatError, or one of :func:`damage`, where it cannot be read."""
    content = read_kind(kind, data, limits, programs)
    return replace(content, blocks=modernised(content.blocks))


def read_kind(kind: str, data: bytes, limits: Limits, programs: Programs) -> Content:
    """The blocks as the reader of the kind gives them, with the help of a program where one is needed."""
    if kind in OFFICE:
        return READERS[SAVED_AS[kind]](converted(kind, data, programs, limits), limits)
    if kind == IMAGE and programs.tesseract:
        return recognised_image(data, programs)
    if kind == IMAGE:
        raise FormatError("needs_ocr")
    if kind == PDF and programs.tesseract:
        return read_scan(data, limits, programs)
    reader = READERS.get(kind)
    if reader is None:
        raise FormatError("kind_unsupported", {"kind": kind})
    return reader(data, limits)


def read_scan(data: bytes, limits: Limits, programs: Programs) -> Content:
    """A PDF, its pages recognised where they are pictures or hold letters without meaning."""
    try:
        content = read_pdf(data, limits)
    except FormatError as error:
        if error.code != "needs_ocr":
            raise
        return recognised_pdf(data, limits, programs)
    scanned = any(problem.code == "pages_need_ocr" for problem in content.problems)
    return recognised_pdf(data, limits, programs) if scanned else content


def damage() -> tuple[type[Exception], ...]:
    """What libraries raise on a damaged file; anything else is a fault of ours and must show."""
    return (etree.LxmlError, BadZipFile, LargeZipFile, ExpatError, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError,
            ArithmeticError, RuntimeError, MemoryError)  # fmt: skip
