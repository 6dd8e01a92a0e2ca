"""What stands in and between the tags of WordprocessingML, given as bytes."""

import re

REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(\w+));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
TAG = re.compile("<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
BREAKS = bytes.maketrans(b"\t\n", b"  ")


def named(name: str) -> re.Pattern[bytes]:
    """The pattern of the attribute ``name``."""
    return re.compile(rb"\s" + name.encode() + rb"\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


VALUE, ASCII, TYPE, CHAR, STRING = map(named, ("w:val", "w:ascii", "w:type", "w:char", "string"))


def get(attributes: bytes, wanted: re.Pattern[bytes]) -> str:
    """The value of an attribute; empty where there is none."""
    found = wanted.search(attributes)
    return characters((found[1] or found[2] or b"").translate(BREAKS)) if found else ""


def closed(attributes: bytes) -> bool:
    """Whether the element ends with its tag: ``<w:p/>``."""
    return attributes.endswith(b"/")


def characters(raw: bytes) -> str:
    """The characters that the text of an element or an attribute stands for; tags inside it are left out."""
    text = raw.decode()
    return REFERENCE.sub(referred, TAG.sub("", text)) if "&" in text or "<" in text else text


def referred(reference: re.Match[str]) -> str:
    """The character of a reference, which expat has found to be one."""
    if reference[3]:
        return NAMED[reference[3]]
    return chr(int(reference[1], 16) if reference[1] else int(reference[2]))


def whole(text: str, default: int) -> int:
    """A small whole number."""
    return min(int(text), 16_384) if text.isdigit() else default
