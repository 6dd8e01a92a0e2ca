"""Styles of a Word document, looked up only where a paragraph names one (the part is often 350 KB)."""

import re
from dataclasses import dataclass
from functools import cached_property
from xml.parsers.expat import ExpatError

from lxml import etree

from tongket.reading.formats.docx_parse import rewritten
from tongket.reading.formats.docx_properties import paragraph_properties, run_properties, told
from tongket.reading.formats.docx_properties import value as value_of

STYLE = re.compile(rb"<w:style\b([^>]*)>")
STYLE_ID = re.compile(rb"styleId\s*=\s*[\"']([^\"']*)[\"']")
DEFAULT = re.compile(rb"<w:style\b(?=[^>]*type=\"paragraph\")(?=[^>]*default=\"(?:1|true|on)\")[^>]*>")
DEFAULT_FONT = re.compile(rb"<w:rFonts\b[^>]*\bw:ascii=\"([^\"]*)\"")
HEADING_NAME = re.compile(r"(?:heading|tiêu đề|đề mục)\s*(\d)$", re.IGNORECASE)
MAX_CHAIN = 20
STYLE_PROPERTIES = {b"w:name": ("name", value_of), b"w:basedOn": ("base", value_of)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a paragraph or a run takes from its style; None where the style does not say."""

    name: str = ""
    heading: int = 0
    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    align: str = ""
    font: str = ""
    number: str = ""
    level: int | None = None


PLAIN = Style()


class Styles:
    """The styles by id, each read when first asked for."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml if b"<w:style" in xml else usually_written(xml)
        self.known: dict[str, Style] = {}

    def place(self, key: str) -> int:
        """Where a style begins; -1 where there is none."""
        start = self.xml.rfind(b"<", 0, max(0, self.xml.find(b'w:styleId="' + key.encode() + b'"')))
        return start if start >= 0 and self.xml.startswith(b"<w:style ", start) else self.places.get(key, -1)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each style begins, however its id is written."""
        found: dict[str, int] = {}
        for match in STYLE.finditer(self.xml):
            key = STYLE_ID.search(match[1])
            if key:
                found[key[1].decode("utf-8", "replace")] = match.start()
        return found

    @cached_property
    def default(self) -> str:
        """The id of the default paragraph style."""
        match = DEFAULT.search(self.xml)
        key = STYLE_ID.search(match[0]) if match else None
        return key[1].decode("utf-8", "replace") if key else ""

    @cached_property
    def font(self) -> str:
        """The font where no style names one."""
        start, end = self.xml.find(b"<w:docDefaults"), self.xml.find(b"</w:docDefaults>")
        match = DEFAULT_FONT.search(self.xml, start, end) if 0 <= start < end else None
        return match[1].decode("utf-8", "replace") if match else ""

    def get(self, key: str) -> Style:
        """The style with what it inherits; a plain one where ``key`` is unknown."""
        known = self.known.get(key)
        return self.inherited(key, 0) if known is None else known

    def inherited(self, key: str, depth: int) -> Style:
        """The style over its base; a circle of bases ends after MAX_CHAIN steps."""
        if key in self.known:
            return self.known[key]
        start = self.place(key) if depth <= MAX_CHAIN else -1
        end = self.xml.find(b"</w:style>", max(0, start))
        if start < 0 or end < 0:
            return self.known.setdefault(key, PLAIN)
        own, parent = own_style(self.xml[start:end])
        self.known[key] = style = over(own, self.inherited(parent, depth + 1) if parent else PLAIN)
        return style


def usually_written(xml: bytes) -> bytes:
    """The part as usually written; as it stands where it is damaged, for a document may be read without its styles."""
    try:
        return rewritten(xml)
    except ExpatError:
        return xml


def own_style(element: bytes) -> tuple[Style, str]:
    """What the style itself says, and the id of its base."""
    element = element.partition(b"<w:tblStylePr")[0]
    run, paragraph, own = run_properties(element), paragraph_properties(element), told(element, STYLE_PROPERTIES)
    name = own.get("name", "")
    style = Style(
        name=name,
        heading=heading(name, paragraph.outline),
        bold=run.bold,
        caps=run.caps,
        hidden=run.hidden,
        align=paragraph.align,
        font=run.font,
        number=paragraph.number,
        level=paragraph.level,
    )
    return style, own.get("base", "")


def over(own: Style, base: Style) -> Style:
    """The style with the gaps filled from its base."""
    return Style(
        name=own.name,
        heading=own.heading or base.heading,
        bold=base.bold if own.bold is None else own.bold,
        caps=base.caps if own.caps is None else own.caps,
        hidden=base.hidden if own.hidden is None else own.hidden,
        align=own.align or base.align,
        font=own.font or base.font,
        number=own.number or base.number,
        level=base.level if own.level is None else own.level,
    )


def heading(name: str, outline: str) -> int:
    """The outline level, 1 to 9; 0 for body text (Word writes 9 there)."""
    if outline.isdigit():
        return int(outline) + 1 if int(outline) < 9 else 0
    match = HEADING_NAME.match(name)
    return int(match[1]) if match else 0


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that local name."""
    if element is None:
        return None
    return next((c for c in element if isinstance(c.tag, str) and local(c.tag) == name), None)


def local(tag: str) -> str:
    """The name without namespace or undeclared prefix."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute by local name."""
    if element is None:
        return ""
    return next((str(v) for k, v in element.attrib.items() if local(str(k)) == name), "")


def value(element: etree._Element | None) -> str:
    """The ``val`` of an element."""
    return attribute(element, "val")


def toggle(element: etree._Element | None) -> bool | None:
    """A switch such as ``<w:b/>``; None where it is not set."""
    return None if element is None else value(element) not in ("0", "false", "off", "none")
