"""Bytes as text: Unicode where they are, else the code pages Vietnam used before."""

import codecs
import re

from tongket.vietnamese import from_tcvn3, from_vni, is_modern, looks_like_tcvn3, looks_like_vni, nfc

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text of ``data``; never raises. Legacy TCVN3 and VNI text becomes Unicode."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    try:
        return modern(data.decode("utf-8"))
    except UnicodeDecodeError:
        return legacy(data)


def decode_html(data: bytes) -> str:
    """The same for a page, which may name its code page."""
    match = DECLARED.search(data[:4096])
    if match and not data.startswith(tuple(bom for bom, _ in BOMS)):
        try:
            return modern(data.decode(match[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def modern(text: str) -> str:
    """``text``, unless it is legacy text that only passed through a Unicode program: then that in Unicode."""
    if is_modern(text):
        return text
    if looks_like_tcvn3(text):
        return from_tcvn3(text)
    return from_vni(text) if looks_like_vni(text) else text


def legacy(data: bytes) -> str:
    """Text in one of the old code pages."""
    raw = data.decode("latin-1")
    converted = modern(raw)
    return converted if converted != raw else nfc(data.decode("cp1258", "replace"))
