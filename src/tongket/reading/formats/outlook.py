"""Letters that Outlook saved (.msg): the text of the letter, and the files attached to it."""

import io
from collections.abc import Sequence

import olefile

from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.html import read_html
from tongket.reading.formats.text import read_text

ATTACHED = "__attach_version1.0_"
CONTENT, LONG_NAME, NAME, BODY, HTML_BODY = "3701", "3707", "3704", "1000", "1013"
"""Properties of a letter and of an attachment: the numbers under which Outlook keeps them."""
TEXT, BYTES_TEXT, BYTES = "001F", "001E", "0102"
"""Their types: UTF-16, a code page, bytes."""


def read_outlook(data: bytes, limits: Limits) -> Content:
    """The text of the letter itself: the plain one where there are two."""
    with _opened(data) as letter:
        plain = _text(letter, [], BODY, limits)
        page = b"" if plain.strip() else _stream(letter, [], HTML_BODY, BYTES, limits)
    return read_html(page, limits) if page else read_text(plain.encode("utf-8"), limits)


def outlook_attachments(data: bytes, limits: Limits) -> list[tuple[str, bytes]]:
    """Name and bytes of each attached file; a letter attached to the letter is not opened."""
    found = []
    with _opened(data) as letter:
        storages = dict.fromkeys(path[0] for path in letter.listdir() if path[0].startswith(ATTACHED))
        for storage in storages:
            content = _stream(letter, [storage], CONTENT, BYTES, limits)
            name = _text(letter, [storage], LONG_NAME, limits) or _text(letter, [storage], NAME, limits)
            if content and name:
                found.append((name.strip("\0 "), content))
    return found


def _opened(data: bytes) -> olefile.OleFileIO:
    return olefile.OleFileIO(io.BytesIO(data))


def _text(letter: olefile.OleFileIO, path: Sequence[str], number: str, limits: Limits) -> str:
    wide = _stream(letter, path, number, TEXT, limits)
    if wide:
        return wide.decode("utf-16-le", "replace")
    narrow = _stream(letter, path, number, BYTES_TEXT, limits)
    try:
        return narrow.decode("utf-8")
    except UnicodeDecodeError:
        return narrow.decode("cp1258", "replace")


def _stream(letter: olefile.OleFileIO, path: Sequence[str], number: str, kind: str, limits: Limits) -> bytes:
    """The bytes of a property; empty where it is not there."""
    place = [*path, f"__substg1.0_{number}{kind}"]
    if letter.get_type(place) != olefile.STGTY_STREAM:
        return b""
    if letter.get_size(place) > limits.size:
        raise FormatError("file_too_large", {"limit": str(limits.size // (1024 * 1024))})
    with letter.openstream(place) as stream:
        content = stream.read()
    return content if isinstance(content, bytes) else b""
