"""Styles of a Word document, looked up only where a paragraph names one (the part is often 350 KB)."""

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

STYLE = re.compile(rb"<(w:)style\b([^>]*)>")
OTHER_STYLE = re.compile(rb"<(\w+:)?style\b([^>]*)>")
STYLE_ID = re.compile(rb"styleId\s*=\s*[\"']([^\"']*)[\"']")
DEFAULT = re.compile(rb"<(?:\w+:)?style\b(?=[^>]*type=\"paragraph\")(?=[^>]*default=\"(?:1|true|on)\")[^>]*>")
DEFAULT_FONT = re.compile(rb"<w:rFonts\b[^>]*\bw:ascii=\"([^\"]*)\"")
HEADING_NAME = re.compile(r"(?:heading|tiêu đề|đề mục)\s*(\d)$", re.IGNORECASE)
MAX_CHAIN = 20


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
    """The styles by id, each parsed when first asked for."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self.known: dict[str, Style] = {}

    @cached_property
    def places(self) -> dict[str, tuple[int, bytes]]:
        """Where each style begins."""
        found: dict[str, tuple[int, bytes]] = {}
        for match in (STYLE if b"<w:style " in self.xml else OTHER_STYLE).finditer(self.xml):
            key = STYLE_ID.search(match[2])
            if key:
                found[key[1].decode("utf-8", "replace")] = (match.start(), match[1] or b"")
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
        return self.inherited(key, 0)

    def inherited(self, key: str, depth: int) -> Style:
        """The style over its base; a circle of bases ends after MAX_CHAIN steps."""
        if key in self.known:
            return self.known[key]
        element = self.element(key) if depth <= MAX_CHAIN else None
        if element is None:
            return self.known.setdefault(key, PLAIN)
        parent = child(element, "basedOn")
        base = self.inherited(value(parent), depth + 1) if parent is not None else PLAIN
        self.known[key] = style = over(own_style(element), base)
        return style

    def element(self, key: str) -> etree._Element | None:
        """The style element, cut out and parsed alone."""
        if key not in self.places:
            return None
        start, prefix = self.places[key]
        closing = b"</" + prefix + b"style>"
        end = self.xml.find(closing, start)
        if end < 0:
            return None
        return etree.fromstring(self.xml[start : end + len(closing)], fragment_parser())


def fragment_parser() -> etree.XMLParser:
    """A parser for fragments whose prefixes are declared elsewhere."""
    return etree.XMLParser(recover=True, resolve_entities=False, no_network=True)


def own_style(element: etree._Element) -> Style:
    """What the style itself says."""
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    number = child(paragraph, "numPr")
    name = value(child(element, "name"))
    level = value(child(number, "ilvl"))
    return Style(
        name=name,
        heading=heading(name, value(child(paragraph, "outlineLvl"))),
        bold=toggle(child(run, "b")),
        caps=toggle(child(run, "caps")),
        hidden=toggle(child(run, "vanish")),
        align=value(child(paragraph, "jc")),
        font=attribute(child(run, "rFonts"), "ascii"),
        number=value(child(number, "numId")),
        level=int(level) if level.isdigit() else None,
    )


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
