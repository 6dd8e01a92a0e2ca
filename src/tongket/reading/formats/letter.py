"""Letters (.eml): the text of the letter, and the files attached to it."""

import email
import email.policy
from email.message import EmailMessage

from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.html import read_html
from tongket.reading.formats.text import read_text

MOST_PARTS, MOST_NAMES = 500, 2_000
"""Boundaries, and pieces of names, of a letter that is still read."""
BROKEN = (LookupError, ValueError, TypeError, AttributeError, AssertionError)
"""What the standard library raises on letters that break the rules of letters."""


def read_letter(data: bytes, limits: Limits) -> Content:
    """The text of the letter itself: the plain one where there are two."""
    try:
        body = parsed(data).get_body(preferencelist=("plain", "html"))
        raw = body.get_payload(decode=True) if body is not None else b""
        kind = body.get_content_type() if body is not None else ""
        charset = (body.get_content_charset() if body is not None else "") or "utf-8"
    except BROKEN as error:
        raise FormatError("file_damaged") from error
    if not isinstance(raw, bytes):
        raise FormatError("file_damaged")
    reader = read_html if kind == "text/html" else read_text
    return reader(in_utf8(raw, charset), limits)


def in_utf8(raw: bytes, charset: str) -> bytes:
    """The text in UTF-8; as it is where its code page is not known or not the one it names."""
    try:
        return raw.decode(charset).encode("utf-8")
    except (LookupError, ValueError):
        return raw


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """Name and bytes of each attached file; pictures inside the text are no attachments."""
    try:
        return [item for part in parsed(data).iter_attachments() for item in attached(part)]
    except BROKEN as error:
        raise FormatError("file_damaged") from error


def attached(part: EmailMessage) -> list[tuple[str, bytes]]:
    """One attached file; a letter attached to the letter is one."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return [(file_name(part) or "letter.eml", inner.as_bytes())] if isinstance(inner, EmailMessage) else []
    content = part.get_payload(decode=True)
    name = file_name(part)
    return [(name, content)] if name and isinstance(content, bytes) and content else []


def file_name(part: EmailMessage) -> str:
    """The name of an attached file; bytes that no code page was named for are taken for UTF-8."""
    name = part.get_filename() or ""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def parsed(data: bytes) -> EmailMessage:
    """The letter in parts; of one with too many parts every file in it would cost as much as the whole."""
    if data.count(b"\n--") > MOST_PARTS or data.count(b"name*") > MOST_NAMES:
        raise FormatError("too_many_parts")
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise FormatError("file_damaged")
    return message
