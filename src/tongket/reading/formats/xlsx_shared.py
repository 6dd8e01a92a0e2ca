"""The strings that cells share, held in one block of bytes: they may be millions."""

import re
from array import array
from collections.abc import Callable
from xml.parsers import expat

from tongket.reading.formats.content import FormatError
from tongket.reading.formats.docx_parse import refuse_doctype
from tongket.reading.formats.packed_part import PackedPart
from tongket.reading.formats.xlsx_portions import Role, UnusualError, portions, text_of, unescaped
from tongket.reading.formats.xlsx_values import cleaned

STRING = re.compile(r'<si>(?:<t(?: xml:space="preserve")?>([^<]*)</t></si>|((?:(?!</?si>).)*)</si>)|<si/>', re.DOTALL)
HANDED_ON = "surrogatepass"
"""Half characters that a file names by ``_xD83D_`` come back as they are."""


class SharedStrings:
    """The shared strings by number, as shown; ``blank`` are the numbers of those that show nothing."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.texts, self.ends = bytearray(), array("Q", [0])
        self.blank: set[int] = set()

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, index: int) -> str:
        return self.texts[self.ends[index] : self.ends[index + 1]].decode("utf-8", HANDED_ON)

    def add(self, raw: str) -> None:
        """One more string; FormatError where there are more than any workbook needs."""
        text = cleaned(raw)
        if not text.strip():
            self.blank.add(len(self))
        self.texts += text.encode("utf-8", HANDED_ON)
        self.ends.append(len(self.texts))
        if len(self) > self.most:
            raise FormatError("too_many_parts")


def read_shared(part: PackedPart, most: int) -> SharedStrings:
    """The shared strings, at most ``most``; runs joined, phonetic guides left out."""
    if not part.size:
        return SharedStrings(most)
    try:
        return usual_strings(part, most)
    except (UnusualError, expat.ExpatError):
        return any_strings(part, most)


def any_strings(part: PackedPart, most: int) -> SharedStrings:
    """The strings written in whatever way; ExpatError where the part is damaged."""
    shared = SharedStrings(most)
    parser = event_parser(shared.add)
    for piece in part.pieces():
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    return shared


def usual_strings(part: PackedPart, most: int) -> SharedStrings:
    """The strings, those with runs through a parser one by one."""
    shared = SharedStrings(most)
    edges = event_parser(outside)
    for portion in portions(part.pieces(), "sst", "si"):
        if portion.role is not Role.ITEMS:
            edges.Parse(portion.data, False)
            continue
        text, at = text_of(portion.data), 0
        for match in STRING.finditer(text):
            if match.start() != at:
                raise UnusualError
            at = match.end()
            shared.add(joined_runs(match[0]) if match[2] is not None else unescaped(match[1] or ""))
        if at != len(text):
            raise UnusualError
    edges.Parse(b"", True)
    return shared


def outside(raw: str) -> None:
    """A string that stands where none is looked for."""
    raise UnusualError


def joined_runs(item: str) -> str:
    """The text of one ``<si>`` with runs or other contents."""
    found: list[str] = []
    event_parser(found.append).Parse(item.encode(), True)
    return "".join(found)


def event_parser(add: Callable[[str], None]) -> expat.XMLParserType:
    """A parser that hands on the text of each string."""
    parts: list[str] = []
    state = {"t": False, "rPh": False}

    def start(name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "si":
            parts.clear()
        elif name in state:
            state[name] = True

    def end(name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "si":
            add("".join(parts))
        elif name in state:
            state[name] = False

    def text(data: str) -> None:
        if state["t"] and not state["rPh"]:
            parts.append(data)

    parser = expat.ParserCreate(intern={})
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    return parser
