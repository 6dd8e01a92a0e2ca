"""A WordprocessingML part as tokens: expat proves that it is well-formed, one pattern then finds the tags that count.

That is three times as fast as a Python function called for every element, most of which only say how things look.
No tree, no recursion, no entities.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

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
ENCODING = re.compile(rb"<\?xml[^>]*\sencoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
PIECE = 1 << 18
"""Bytes whose tokens are held at a time."""
ATTRIBUTES = rb"[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*"
# A part is mostly these two: a run of one text, and the properties of a paragraph, where nothing is nested.
RUN = rb"w:r(?:\s[^<>]*)?(?<!/)>(?:<w:rPr>((?:<[^<>]*/>)*)</w:rPr>)?<w:t(?:\s[^<>]*)?(?<!/)>([^<]+)</w:t></w:r>"
PROPERTIES = rb"w:pPr>((?:<[^<>]*/>)+)</w:pPr>"
TEXT = rb"w:t(?=[\s>])" + ATTRIBUTES + rb"(?<!/)>([^<]*(?:<(?!/w:t>)[^<]*)*)</w:t>"

Token = tuple[bytes, bytes, bytes, bytes, bytes, bytes]
"""The name of a tag (``w:p``, ``/w:p``) and what follows it up to ``>`` come last. They are empty for a run of one
text: its properties and the text stand first; for the properties of a paragraph: third; for another text: fourth."""


def token_pattern(names: Iterable[str]) -> re.Pattern[bytes]:
    """The pattern of the tags of these ``names`` and of all text. Valid only in well-formed XML without CDATA, where
    ``<`` always begins a tag."""
    groups: dict[str, list[str]] = {}
    for name in names:
        prefix, _, local = name.partition(":")
        groups.setdefault(prefix, []).append(local)
    tags = "|".join(f"{prefix}:(?:{'|'.join(locals_)})" for prefix, locals_ in groups.items())
    return re.compile(
        rb"<(?:"
        + RUN
        + b"|"
        + PROPERTIES
        + b"|"
        + TEXT
        + rb"|("
        + tags.encode()
        + rb")(?=[\s/>])("
        + ATTRIBUTES
        + rb")>)"
    )


def tokens(xml: bytes, pattern: re.Pattern[bytes]) -> Iterator[Sequence[Token]]:
    """The tokens of a part, some at a time; raises ExpatError where it is not well-formed, FormatError on a DOCTYPE."""
    plain = checked(xml) if usual(xml) else rewritten(xml)
    start = 0
    while start < len(plain):
        end = plain.find(b"</w:p>", start + PIECE)
        end = len(plain) if end < 0 else end
        yield pattern.findall(plain, start, end)
        start = end


def usual(xml: bytes) -> bool:
    """Whether the part is UTF-8, calls its main namespace ``w`` and has nothing but tags and text, as nearly all do."""
    # "!" and "?" are rare, "<" is not: looked for alone they are found, or not, many times faster.
    start = xml.find(b"?>") + 2
    odd = (b"!" in xml and b"<!" in xml) or (xml.find(b"?", start) >= 0 and xml.find(b"<?", start) >= 0)
    return not odd and usual_prefix(xml) and not ENCODING.search(xml, 0, 256)


def usual_prefix(xml: bytes) -> bool:
    """Whether the part calls its main namespace ``w``: then names need no translation."""
    head = xml[:8192]
    return any(b'xmlns:w="' + uri + b'"' in head for uri in W) and b"<w:" in head


def checked(xml: bytes) -> bytes:
    """The part itself, proven to be well-formed; line ends as XML has them."""
    expat.ParserCreate(None, None, intern={}).Parse(xml, True)
    return xml.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in xml else xml


def rewritten(xml: bytes) -> bytes:
    """The part as it would usually be written."""
    written: list[str] = []
    parser = expat.ParserCreate(None, None if usual_prefix(xml) else SEPARATOR, intern={})
    parser.ordered_attributes = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = lambda name, attributes: written.append(opening(name, attributes))
    parser.EndElementHandler = lambda name: written.append(f"</{renamed(name)}>")
    parser.CharacterDataHandler = lambda text: written.append(escape(text))
    parser.Parse(xml, True)
    return "".join(written).encode()


def opening(name: str, attributes: Sequence[str]) -> str:
    """A start tag with the usual prefixes in the place of namespaces."""
    pairs = zip(attributes[::2], attributes[1::2], strict=True)
    return f"<{renamed(name)}{''.join(f' {renamed(a)}={quoteattr(value)}' for a, value in pairs)}>"


def renamed(name: str) -> str:
    """``uri}p`` as ``w:p``; names without a namespace stay."""
    uri, found, local = name.rpartition(SEPARATOR)
    return f"{PREFIXES.get(uri, '?')}:{local}" if found else name


def refuse_doctype(*_: object) -> None:
    """Office files hold no DOCTYPE; whoever puts one there is up to something."""
    raise FormatError("file_damaged")
