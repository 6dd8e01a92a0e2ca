"""The strings that cells share: many are held in one block of bytes, very many are left in the packed file."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from operator import itemgetter
from xml.parsers import expat

from tongket.reading.formats.content import FormatError
from tongket.reading.formats.docx_parse import refuse_doctype
from tongket.reading.formats.packed_part import PackedPart
from tongket.reading.formats.xlsx_portions import Portion, Role, UnusualError, portions, text_of, unescaped
from tongket.reading.formats.xlsx_values import cleaned

STRING = re.compile(r'<si>(?:<t(?: xml:space="preserve")?>([^<]*)</t></si>|((?:(?!</?si>).)*)</si>)|<si/>', re.DOTALL)
HELD = 8 * 1024 * 1024
"""Bytes of strings, unpacked, that are held together."""
OPEN = 4
OPENINGS = 8
"""So often may each portion be opened on average before all strings are held: then they are used without order."""
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

    def add(self, text: str) -> None:
        """One more string; FormatError where there are more than any workbook needs."""
        if not text.strip():
            self.blank.add(len(self))
        self.texts += text.encode("utf-8", HANDED_ON)
        self.ends.append(len(self.texts))
        if len(self) > self.most:
            raise FormatError("too_many_parts")


class PackedStrings:
    """Very many shared strings, left in the packed file: the portions last used are open, and all are held together once
    they are asked for without order."""

    def __init__(self, part: PackedPart, most: int) -> None:
        self.part, self.most = part, most
        self.blank: set[int] = set()
        self.count = 0
        self.portions: list[tuple[int, int, int]] = []
        """For each portion the number of its first string, and its first and last byte in the part."""
        self.opened: dict[int, list[str]] = {}
        self.openings = 0
        self.held: SharedStrings | None = None

    def note(self, portion: Portion) -> None:
        """Take note of the strings of a portion."""
        self.portions.append((self.count, portion.start, portion.start + len(portion.data)))
        for text in strings_of(portion.data):
            if not text.strip():
                self.blank.add(self.count)
            self.count += 1
        if self.count > self.most:
            raise FormatError("too_many_parts")

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: int) -> str:
        if self.held is not None:
            return self.held[index]
        if index >= self.count:
            raise IndexError(index)
        number = bisect_right(self.portions, index, key=itemgetter(0)) - 1
        texts = self.opened.get(number) or self.open(number)
        return texts[index - self.portions[number][0]]

    def open(self, number: int) -> list[str]:
        """The strings of a portion."""
        self.openings += 1
        if self.openings > OPENINGS * len(self.portions):
            self.held, self.opened = usual_strings(self.part, self.most), {}
        while len(self.opened) >= OPEN:
            del self.opened[next(iter(self.opened))]
        _, start, end = self.portions[number]
        self.opened[number] = texts = list(strings_of(self.part.stretch(start, end)))
        return texts


def read_shared(part: PackedPart, most: int) -> SharedStrings | PackedStrings:
    """The shared strings, at most ``most``; runs joined, phonetic guides left out."""
    if not part.size:
        return SharedStrings(most)
    try:
        return packed_strings(part, most) if part.size > HELD else usual_strings(part, most)
    except (UnusualError, expat.ExpatError):
        return any_strings(part, most)


def any_strings(part: PackedPart, most: int) -> SharedStrings:
    """The strings written in whatever way; ExpatError where the part is damaged."""
    shared = SharedStrings(most)
    parser = event_parser(lambda raw: shared.add(cleaned(raw)))
    for piece in part.pieces():
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    return shared


def usual_strings(part: PackedPart, most: int) -> SharedStrings:
    """The strings, held together."""
    shared = SharedStrings(most)
    for portion in string_portions(part):
        for text in strings_of(portion.data):
            shared.add(text)
    return shared


def packed_strings(part: PackedPart, most: int) -> PackedStrings:
    """The strings, left where they are."""
    shared = PackedStrings(part, most)
    for portion in string_portions(part):
        shared.note(portion)
    return shared


def string_portions(part: PackedPart) -> Iterator[Portion]:
    """The portions that hold the strings; what stands around them goes through a parser."""
    edges = event_parser(outside)
    for portion in portions(part.pieces(), "sst", "si"):
        if portion.role is Role.ITEMS:
            yield portion
        else:
            edges.Parse(portion.data, False)
    edges.Parse(b"", True)


def strings_of(data: bytes) -> Iterator[str]:
    """The strings of whole items, those with runs through a parser one by one."""
    text, at = text_of(data), 0
    for match in STRING.finditer(text):
        if match.start() != at:
            raise UnusualError
        at = match.end()
        yield cleaned(joined_runs(match[0]) if match[2] is not None else unescaped(match[1] or ""))
    if at != len(text):
        raise UnusualError


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
