"""Automatic list numbers: they stand in no text of the document and must be counted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tongket.reading.formats.docx_styles import Styles, attribute, child, local, value
from tongket.reading.formats.letters import clean

PLACE = re.compile(r"%(\d)")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LEVELS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: where it starts, how it counts, what is printed."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list definition: its levels, the definition that counts, and the starts it sets anew."""

    key: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """The list definitions of a document, read when a paragraph is numbered, and how far each has counted."""

    def __init__(self, read: Callable[[], bytes], styles: Styles) -> None:
        self.read = read
        self.styles = styles
        self.counts: dict[str, dict[int, int]] = {}
        self.lists: dict[str, List | None] = {}
        self.begun: set[str] = set()

    @cached_property
    def root(self) -> etree._Element | None:
        """The part."""
        xml = self.read()
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(xml, parser) if xml else None

    def label(self, number: str, level: int) -> str:
        """The next label of list ``number`` ("numId") at ``level``; empty where the list is unknown."""
        if number not in self.lists:
            self.lists[number] = self.find(number, 0)
        found = self.lists[number]
        if found is None or level not in found.levels:
            return ""
        counts = self.counts.setdefault(found.key, {})
        if number not in self.begun:
            self.begun.add(number)
            counts.update({i: start - 1 for i, start in found.restarts.items()})
        advance(counts, level, found.levels)
        return printed(found.levels, counts, level)

    def find(self, number: str, depth: int) -> List | None:
        """The list of a "numId", links through list styles followed."""
        num = self.item("num", "numId", number)
        abstract = self.item("abstractNum", "abstractNumId", value(child(num, "abstractNumId")))
        if num is None or abstract is None:
            return None
        link = value(child(abstract, "numStyleLink"))
        if link and depth < 3:
            return self.find(self.styles.get(link).number, depth + 1)
        overrides = {int(attribute(e, "ilvl") or 0): e for e in num if local(str(e.tag)) == "lvlOverride"}
        levels = read_levels(abstract)
        for index, override in overrides.items():
            replaced = child(override, "lvl")
            if replaced is not None:
                levels[index] = read_level(replaced)
        starts = {i: value(child(e, "startOverride")) for i, e in overrides.items()}
        restarts = {i: int(s) for i, s in starts.items() if s.isdigit()}
        return List(key=attribute(abstract, "abstractNumId"), levels=levels, restarts=restarts)

    def item(self, name: str, key: str, wanted: str) -> etree._Element | None:
        """The element ``name`` whose attribute ``key`` is ``wanted``."""
        if self.root is None or not wanted:
            return None
        return next((e for e in self.root if local(str(e.tag)) == name and attribute(e, key) == wanted), None)


def read_levels(abstract: etree._Element) -> dict[int, Level]:
    """The levels of a definition."""
    elements = [e for e in abstract if local(str(e.tag)) == "lvl"]
    return {int(attribute(e, "ilvl") or 0): read_level(e) for e in elements[:LEVELS]}


def read_level(element: etree._Element) -> Level:
    """One level."""
    start = value(child(element, "start"))
    return Level(
        start=int(start) if start.isdigit() else 0 if start == "" else 1,
        form=value(child(element, "numFmt")) or "decimal",
        text=clean(value(child(element, "lvlText"))),
        legal=child(element, "isLgl") is not None,
    )


def advance(counts: dict[int, int], level: int, levels: dict[int, Level]) -> None:
    """Count one on; outer levels not yet begun begin, inner ones begin anew."""
    for outer in range(level):
        if outer in levels:
            counts.setdefault(outer, levels[outer].start)
    counts[level] = counts.get(level, levels[level].start - 1) + 1
    for inner in [i for i in counts if i > level]:
        del counts[inner]


def printed(levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
    """The label as printed; a bullet of any shape is "-"."""
    own = levels[level]
    if own.form == "bullet":
        return "-"
    if own.form == "none":
        return PLACE.sub("", own.text)

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        form = "decimal" if own.legal or index not in levels else levels[index].form
        return formatted(counts.get(index, 1), form)

    return PLACE.sub(number, own.text)


def formatted(count: int, form: str) -> str:
    """A count in a number format of Word; unknown formats count in figures."""
    if form == "decimalZero":
        return f"{count:02d}"
    if form in ("lowerRoman", "upperRoman"):
        return roman(count) if form == "lowerRoman" else roman(count).upper()
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    return str(count)


def roman(count: int) -> str:
    """A Roman numeral, lower case."""
    text = ""
    for size, sign in ROMAN:
        while count >= size and len(text) < 40:
            text, count = text + sign, count - size
    return text
