"""A part cut into whole items: rows of a sheet, shared strings. What is written as usual need not go through a parser;
what is not goes through it item by item, and where even that cannot be, the part is unusual and read by events."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

LONGEST = 16 * 1024 * 1024
"""Bytes without the end of an item that are still held together."""
CONTROL = bytes(set(range(32)) - set(b"\t\n\r"))
REFERENCE = re.compile(r"&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);")
LETTER = re.compile(r"&#([1-9][0-9]{2,3});")
"""A reference that is never wrong: those to the characters 100 to 9999."""
ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\bencoding\s*=\s*[\"']([^\"']*)")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
CHARACTERS = (range(9, 11), range(13, 14), range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000))


class UnusualError(Exception):
    """The part is written in a way that only a parser can follow, or it is damaged."""


class Role(Enum):
    """What a portion is: what stands before the items, items, or what follows them."""

    HEAD = "head"
    ITEMS = "items"
    TAIL = "tail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Bytes of a part and where they begin in it."""

    role: Role
    start: int
    data: bytes


def portions(pieces: Iterable[bytes], items: str, item: str) -> Iterator[Portion]:
    """The pieces cut anew: the head with the tag ``<items>``, whole items, the tail from ``</items>`` on."""
    opening = re.compile(rf"<{items}(?:\s[^<>]*)?>".encode())
    closing, last = f"</{items}>".encode(), f"</{item}>".encode()
    role, start, held = Role.HEAD, 0, b""
    for piece in pieces:
        held += piece
        if role is Role.HEAD and (match := opening.search(held)):
            yield Portion(role=role, start=0, data=usual_head(held[: match.end()]))
            role, start, held = Role.ITEMS, match.end(), held[match.end() :]
        if role is Role.ITEMS:
            end = held.find(closing)
            cut = end if end >= 0 else after_last(held, last)
            yield Portion(role=role, start=start, data=held[:cut])
            start, held = start + cut, held[cut:]
            role = Role.TAIL if end >= 0 else role
        if role is Role.TAIL:
            yield Portion(role=role, start=start, data=held)
            start, held = start + len(held), b""
        if len(held) > LONGEST:
            raise UnusualError
    if role is not Role.TAIL:
        raise UnusualError


def after_last(held: bytes, last: bytes) -> int:
    """Where the last whole item ends."""
    at = held.rfind(last)
    return at + len(last) if at >= 0 else 0


def usual_head(head: bytes) -> bytes:
    """The head, if what follows is in UTF-8."""
    match = ENCODING.match(head)
    if match and match[1].lower() != b"utf-8":
        raise UnusualError
    return head


def text_of(data: bytes) -> str:
    """Whole items as text, where it holds nothing that a parser would refuse or change."""
    if b"]]>" in data or b"\xef\xbf\xbe" in data or b"\xef\xbf\xbf" in data:
        raise UnusualError
    if len(data.translate(None, CONTROL)) != len(data):
        raise UnusualError
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnusualError from error
    text = resolved(text)
    if "&" in text:
        references = REFERENCE.findall(text)
        if len(references) != text.count("&"):
            raise UnusualError
        for reference in set(references):
            character(reference)
    return text


def resolved(text: str) -> str:
    """The text with the line ends that a parser hands on, and with letters for the references that can mean no mark-up."""
    if "&#" in text:
        parts = LETTER.split(text)
        parts[1::2] = map(letter, parts[1::2])
        text = "".join(parts)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@lru_cache(maxsize=10_000)
def letter(code: str) -> str:
    """The character of a decimal number."""
    return chr(int(code))


@lru_cache(maxsize=4096)
def character(reference: str) -> str:
    """The character that ``amp``, ``#225`` or ``#xE1`` stands for."""
    if reference in NAMED:
        return NAMED[reference]
    code = int(reference[2:], 16) if reference.startswith("#x") else int(reference[1:])
    if not any(code in characters for characters in CHARACTERS):
        raise UnusualError
    return chr(code)


def unescaped(text: str) -> str:
    """``text`` with its references resolved."""
    parts = REFERENCE.split(text)
    parts[1::2] = map(character, parts[1::2])
    return "".join(parts)
