"""Administrative units in running text, named with their kind ("huyện Ngân Sơn")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.orgunits import UnitFinder
from tongket.reading.mentions.model import TextMention
from tongket.reading.mentions.passages import Passage
from tongket.reading.mentions.provinces import PROVINCES
from tongket.reading.names import LOWER, UPPER, is_name

KINDS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp.": "thành phố", "tp": "thành phố", "huyện": "huyện", "quận": "quận",
    "thị xã": "thị xã", "tx.": "thị xã", "tx": "thị xã", "thị trấn": "thị trấn", "tt.": "thị trấn", "xã": "xã",
    "phường": "phường", "đặc khu": "đặc khu", "tỉnh ủy": "tỉnh", "tỉnh uỷ": "tỉnh", "thành ủy": "thành phố",
    "thành uỷ": "thành phố", "huyện ủy": "huyện", "huyện uỷ": "huyện", "thị ủy": "thị xã", "thị uỷ": "thị xã",
    "thủ đô": "thành phố", "quận ủy": "quận", "quận uỷ": "quận", "tỉnh đoàn": "tỉnh", "huyện đoàn": "huyện",
}  # fmt: skip
"""The word before a name -> the kind of unit."""

WORD = rf"[{UPPER}](?:['’][{UPPER}]?)?[{LOWER}]+(?:['’][{LOWER}]+)?"
KIND = "|".join(re.escape(k) for k in sorted(KINDS, key=len, reverse=True))
MENTION = re.compile(
    rf"(?<!\w)(?i:({KIND}))(?:\s(?:đảo|miền núi|biên giới|vùng cao|ven biển|biển|mới))?\s?((?:{WORD}|[IVX]+\b)(?:(?:\s-\s|\s){WORD})*|\d{{1,2}}(?![\d.,/%]|\s*\w))"
)
KIND_HINTS = ("tỉnh", "huyện", "xã", "thành", "thị", "phường", "tp", "tx", "tt", "quận", "đặc", "thủ")
"""Text that has none of these in small letters names no unit."""
SHORT = re.compile(r"(?<!\w)(?:TP\.?\s?HCM|TPHCM)(?!\w)")
NEXT = re.compile(rf"(?:,\s*|\s+và\s+)((?:{WORD})(?:\s{WORD})*)(?=\s*(?:[,.;:)]|\s(?:và|đã|có|được)\b|$))")
PLURAL = re.compile(r"(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)\s+$", re.IGNORECASE)
OFFICES = (
    "Ủy ",
    "Uỷ ",
    "Hội",
    "Đảng",
    "Bộ ",
    "Ban ",
    "Sở ",
    "Phó ",
    "Chủ ",
    "Bí ",
    "Công an",
    "Đồng chí",
    "Mặt trận",
    "Đoàn",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedUnit:
    """A unit named at ``start`` to ``end``."""

    start: int
    end: int
    name: str


def find_units(text: str) -> Iterator[NamedUnit]:
    """The units of ``text`` in order, each with its canonical name; a list after a plural gives one for each name."""
    small = text.lower()
    if not any(hint in small for hint in KIND_HINTS):
        return
    for found in SHORT.finditer(text):
        yield NamedUnit(start=found.start(), end=found.end(), name="thành phố Hồ Chí Minh")
    for found in MENTION.finditer(text):
        kind, written = KINDS[found[1].lower()], found[2]
        name = place_name(written, kind)
        if not name or _is_office(name):
            continue
        end = found.start(2) + len(name)
        yield NamedUnit(start=found.start(), end=end, name=f"{kind} {name}")
        if len(name) == len(written) and PLURAL.search(text[max(0, found.start() - 8) : found.start()]):
            yield from _listed(text, end, kind)


def _listed(text: str, end: int, kind: str) -> Iterator[NamedUnit]:
    """The further names of a list ("các huyện Na Rì, Ba Bể và Pác Nặm")."""
    following = NEXT.match(text, end)
    while following:
        name = following[1]
        if is_name(name) and len(name.split()) > 2:
            return
        yield NamedUnit(start=following.start(1), end=following.end(1), name=f"{kind} {name}")
        following = NEXT.match(text, following.end(1))


def place_name(written: str, kind: str) -> str:
    """The name of the place that ``written`` begins with, without the name of a person who follows it."""
    if kind in ("tỉnh", "thành phố"):
        known = next((p for p in PROVINCES if written == p or written.startswith(p + " ")), "")
        if known:
            return known
    words = written.split(" ")
    if len(words) >= 5 and is_name(" ".join(words[2:])):
        return " ".join(words[:2])
    if is_name(written) and len(words) > 2 and (kind not in ("xã", "phường", "thị trấn") or words[1] in ("Văn", "Thị")):
        return ""
    for i in range(1, len(words) - 1):
        if is_name(" ".join(words[i:])) and (len(words) - i >= 3 or i >= 2):
            return " ".join(words[:i]).rstrip(" -")
    return written


def _is_office(name: str) -> bool:
    """Whether a capitalised office follows the kind of unit ("tỉnh Đoàn", "xã Hội")."""
    return f"{name} ".startswith(OFFICES)


def units(found: list[Passage], finder: UnitFinder | None = None) -> tuple[TextMention, ...]:
    """Each unit once, where it stands first; with a ``finder``, by the name the hierarchy gives it."""
    seen: dict[str, TextMention] = {}
    for passage in found:
        for unit in find_units(passage.text):
            name = _in_hierarchy(unit.name, finder) if finder else unit.name
            seen.setdefault(name, TextMention(text=name, anchor=passage.locate(unit.start, unit.end)))
    return tuple(seen.values())


def _in_hierarchy(name: str, finder: UnitFinder) -> str:
    """The name of the unit in the hierarchy, its kind word small, where one unit alone is meant; else as written."""
    candidates = finder.find(name)
    if not candidates or not candidates[0].sure:
        return name
    found = candidates[0].name
    return f"{found[:1].lower()}{found[1:]}"
