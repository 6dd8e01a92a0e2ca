"""Events of a WordprocessingML part, by expat: no tree, no recursion, no entities."""

from collections.abc import Callable, Sequence
from typing import Protocol
from xml.parsers import expat

from tongket.reading.formats.content import FormatError

W = (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
     b"http://purl.oclc.org/ooxml/wordprocessingml/main")  # fmt: skip
PREFIXES = {
    W[0].decode(): "w",
    W[1].decode(): "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
}
SEPARATOR = "}"


class Listener(Protocol):
    """What takes the events: names as ``w:p``, attributes as ``name, value, name, value``."""

    def start(self, name: str, attributes: Sequence[str], /) -> None:
        """An element begins."""

    def end(self, name: str, /) -> None:
        """An element ends."""

    def text(self, data: str, /) -> None:
        """Characters."""


def parse_part(xml: bytes, listener: Listener) -> None:
    """Send the events of ``xml``; raises ExpatError where it is not well-formed, FormatError on a DOCTYPE."""
    usual = usual_prefix(xml)
    parser = expat.ParserCreate(None, None if usual else SEPARATOR, intern={})
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = listener.start if usual else renamed_start(listener)
    parser.EndElementHandler = listener.end if usual else lambda name: listener.end(renamed(name))
    parser.CharacterDataHandler = listener.text
    parser.Parse(xml, True)


def usual_prefix(xml: bytes) -> bool:
    """Whether the part calls its main namespace ``w``, as nearly all do: then names need no translation."""
    head = xml[:8192]
    return any(b'xmlns:w="' + uri + b'"' in head for uri in W) and b"<w:" in head


def renamed_start(listener: Listener) -> Callable[[str, list[str]], None]:
    """A start handler that puts the usual prefixes in the place of namespaces."""

    def start(name: str, attributes: list[str]) -> None:
        listener.start(renamed(name), [renamed(a) if i % 2 == 0 else a for i, a in enumerate(attributes)])

    return start


def renamed(name: str) -> str:
    """``uri}p`` as ``w:p``; names without a namespace stay."""
    uri, found, local = name.rpartition(SEPARATOR)
    return f"{PREFIXES.get(uri, '?')}:{local}" if found else name


def refuse_doctype(*_: object) -> None:
    """Office files hold no DOCTYPE; whoever puts one there is up to something."""
    raise FormatError("file_damaged")
