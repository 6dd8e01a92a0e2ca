"""What a file is, told by its first bytes and its parts, never by its name alone."""

import re

DOCX, XLSX, XLS, PDF, HTML, TEXT, IMAGE = "docx", "xlsx", "xls", "pdf", "html", "txt", "image"
EML, MSG = "eml", "msg"
OFFICE = frozenset({"doc", "rtf", "odt", "ods"})
"""Kinds that LibreOffice opens for us."""
READABLE = frozenset({DOCX, XLSX, XLS, PDF, HTML, TEXT, EML, MSG, IMAGE}) | OFFICE
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
MAGIC = {b"{\\rtf": "rtf", b"Rar!\x1a\x07": "rar", b"7z\xbc\xaf\x27\x1c": "7z", b"\x1f\x8b": "gz"}
OLE_STREAMS = {"__substg1.0_": MSG, "EncryptedPackage": "encrypted", "WordDocument": "doc", "Workbook": XLS, "Book": XLS,
               "PowerPoint Document": "ppt"}  # fmt: skip
ZIP_PARTS = {b"word/document": DOCX, b"xl/workbook.bin": "xlsb", b"xl/workbook": XLSX, b"ppt/presentation": "pptx",
             b"mimetypeapplication/vnd.oasis.opendocument.text": "odt",
             b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "ods"}  # fmt: skip
HTML_START = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|div|p)\b", re.IGNORECASE)
EXPECTED = {"docx": DOCX, "docm": DOCX, "dotx": DOCX, "xlsx": XLSX, "xlsm": XLSX, "xls": XLS, "pdf": PDF, "htm": HTML,
            "html": HTML, "txt": TEXT, "md": TEXT, "text": TEXT, "csv": TEXT, "": TEXT, "eml": EML, "msg": MSG, "doc": "doc", "dot": "doc", "rtf": "rtf",
            "odt": "odt", "ods": "ods", "png": IMAGE, "jpg": IMAGE, "jpeg": IMAGE, "tif": IMAGE, "tiff": IMAGE,
            "bmp": IMAGE, "gif": IMAGE}  # fmt: skip
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1a\x1b"))
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def suffix(name: str) -> str:
    """The ending of a file name, lower case, without the dot."""
    stem, dot, ending = name.rpartition("/")[2].rpartition(".")
    return ending.casefold() if dot and stem else ""


def kind_of(data: bytes) -> str:
    """The kind of the content: one of ``READABLE``, another known kind ("doc", "rar", "image" ...), or ""."""
    if data.startswith(ZIP):
        return zip_kind(data)
    if data.startswith(OLE):
        return next((k for name, k in OLE_STREAMS.items() if name.encode("utf-16-le") in data), "ole")
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(IMAGES):
        return IMAGE
    other = next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), "")
    return other or text_kind(data)


def zip_kind(data: bytes) -> str:
    """The kind of a zip container by the names in it; works on truncated files too."""
    return next((kind for part, kind in ZIP_PARTS.items() if part in data), "zip")


def text_kind(data: bytes) -> str:
    """Text or HTML; "" where the bytes are no text at all."""
    if data.startswith(UTF16):
        return markup(data.decode("utf-16", "replace").encode("utf-8", "replace"))
    sample = data[:65536]
    if b"\x00" in sample or len(sample) - len(sample.translate(None, CONTROL)) > len(sample) // 200:
        return ""
    if not decodes(sample) and unlike_text(sample):
        return ""
    return markup(data)


def markup(data: bytes) -> str:
    """HTML where a page begins soon and some element ends; else text."""
    start = HTML_START.search(data[:4096])
    closed = re.search(rb"</(html|body|table|p|div|head)\s*>", data, re.IGNORECASE)
    return HTML if start and closed else TEXT


def decodes(sample: bytes) -> bool:
    """Whether the bytes are UTF-8 (the last character may be cut)."""
    try:
        sample[:-4].decode("utf-8") if len(sample) == 65536 else sample.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def unlike_text(sample: bytes) -> bool:
    """Whether bytes that are not UTF-8 look like noise: old Vietnamese code pages still hold mostly letters."""
    plain = sum(1 for byte in sample if 32 <= byte < 127 or byte in b"\t\r\n")
    return plain < len(sample) * 0.55
