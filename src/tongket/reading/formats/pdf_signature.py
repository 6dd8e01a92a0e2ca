"""Digital signatures of a PDF: who signed and when. Nothing is verified: that is for the signer's certificate office."""

import ctypes
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from importlib import import_module
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tongket.reading.blocks import DigitalSignature

MOST = 20
"""So many signatures are looked at."""
LARGEST = 1_000_000
_TIME = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?|Z)?")


def signatures(document: pdfium.PdfDocument) -> tuple[DigitalSignature, ...]:
    """The signatures in the order of the file; a name or a time is missing where the file does not tell it."""
    count = min(raw.FPDF_GetSignatureCount(document), MOST)
    return tuple(_read(raw.FPDF_GetSignatureObject(document, index)) for index in range(max(count, 0)))


def _read(signature: Any) -> DigitalSignature:
    name, signed_at = _signer(_bytes(raw.FPDFSignatureObj_GetContents, signature))
    written = _bytes(raw.FPDFSignatureObj_GetTime, signature).rstrip(b"\0").decode("ascii", "replace")
    return DigitalSignature(signer=name, signed_at=_time(written) or signed_at)


def _bytes(get: Callable[..., int], signature: Any) -> bytes:
    size = get(signature, None, 0)
    if not 0 < size <= LARGEST:
        return b""
    buffer = ctypes.create_string_buffer(size)
    get(signature, buffer, size)
    return buffer.raw


def _time(text: str) -> datetime | None:
    """A time as PDF writes it: D:20240315101530+07'00'."""
    found = _TIME.match(text)
    if found is None:
        return None
    zone = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0)) * (-1 if found[7] == "-" else 1)
    try:
        return datetime(*(int(part or 0) for part in found.groups()[:6]), tzinfo=timezone(zone))  # type: ignore[misc, arg-type]
    except ValueError:
        return None


def _signer(contents: bytes) -> tuple[str, datetime | None]:
    """The name in the signer's certificate and the signed time; asn1crypto comes with ``tongket[sign]``."""
    try:
        cms = import_module("asn1crypto.cms")
    except ImportError:
        return "", None
    try:
        signed = cms.ContentInfo.load(contents)["content"]
        info = signed["signer_infos"][0]
        return _name(signed, info), _signing_time(info)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return "", None


def _name(signed: Any, info: Any) -> str:
    """The common name of the certificate that the signature was made with."""
    serial = info["sid"].chosen["serial_number"].native if info["sid"].name == "issuer_and_serial_number" else None
    certificates = [c.chosen for c in signed["certificates"]]
    own = next((c for c in certificates if c.serial_number == serial), certificates[0] if certificates else None)
    return str(own.subject.native.get("common_name", "")) if own is not None else ""


def _signing_time(info: Any) -> datetime | None:
    return next(_times(info), None)


def _times(info: Any) -> Iterator[datetime]:
    for attribute in info["signed_attrs"] or ():
        if attribute["type"].native == "signing_time":
            yield attribute["values"][0].native
