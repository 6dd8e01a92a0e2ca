"""Where the head of a document ends and where its title stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.reading.letterhead.lines import Line
from tongket.reading.letterhead.vocabulary import SIGNING_POSTS, TYPE_TITLES

REACH = 60
"""A head is looked for in that many first lines."""
BODY = re.compile(
    r"(?:Căn cứ|Thực hiện|Theo |Xét |Trên cơ sở|Để |Kính thưa|Điều \d|Phần |Chương |I\.|1\.|Thi hành|Tiếp theo|Phúc đáp|Trả lời)"
)
ADDRESSED = re.compile(r"K[íÍ]nh\s+g[ửỬ]i", re.IGNORECASE)
UPPER_TITLES = [t.upper() for t in TYPE_TITLES]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """Indices into the lines: ``head`` ends where title, addressees or body begin; ``title`` is -1 where none stands."""

    head: int
    title: int
    type: str
    title_span: int
    """How many lines the type takes."""


def find_zones(lines: Sequence[Line]) -> Zones:
    """The head and the title of the document."""
    title, kind, span = _find_title(lines)
    end = min(REACH, len(lines))
    for i, line in enumerate(lines[:end]):
        if i == title or ADDRESSED.match(line.text) or (i > 1 and BODY.match(line.text)):
            end = i
            break
    return Zones(head=end, title=title, type=kind, title_span=span)


def _find_title(lines: Sequence[Line]) -> tuple[int, str, int]:
    """The line of the type of document, the type, and how many lines it takes."""
    for i, line in enumerate(lines[:REACH]):
        kind, span = title_type(line.text), 1
        if not kind and i + 1 < len(lines) and len(line.text.split()) <= 2:
            kind, span = _whole_title(f"{line.text} {lines[i + 1].text}"), 2
        if kind:
            return i, kind, span
        if i > 1 and re.match(r"Căn cứ|Điều \d", line.text):
            break
    return -1, "", 0


def title_type(text: str) -> str:
    """The type of document that ``text``, a line in capitals, names as a title; empty where it does not."""
    bare = _spaced_out(text.strip(" .:*#"))
    whole = _whole_title(bare)
    if whole or bare != bare.upper():
        return whole
    for upper, kind in zip(UPPER_TITLES, TYPE_TITLES, strict=True):
        if bare.startswith(upper + " ") and not bare.startswith("LUẬT SƯ"):
            return kind
    return ""


def _whole_title(text: str) -> str:
    """The type where ``text`` is nothing but it, in capitals."""
    bare = " ".join(text.strip(" .:*#").split())
    return next((k for u, k in zip(UPPER_TITLES, TYPE_TITLES, strict=True) if bare == u), "")


def _spaced_out(text: str) -> str:
    """Letters set apart ("B Á O C Á O") brought together again where all words are single letters."""
    parts = text.split(" ")
    if len(parts) < 5 or any(len(p) > 1 for p in parts):
        return text
    glued = "".join(parts)
    return next((u for u in UPPER_TITLES if u.replace(" ", "") == glued), text)


def title_text(lines: Sequence[Line], zones: Zones, issuer: str) -> str:
    """What stands under the type: the abstract, up to the authority, the legal bases or the body."""
    if zones.title < 0:
        return ""
    first = " ".join(line.text for line in lines[zones.title : zones.title + zones.title_span]).strip(" .:*#")
    parts = [first[len(zones.type) :].strip()] if len(first) > len(zones.type) else []
    for line in lines[zones.title + zones.title_span : zones.title + zones.title_span + 9]:
        if _ends_title(line.text, issuer, bool(parts)):
            break
        parts.append(line.text)
        if line.text.endswith((".", ";")):
            break
    return " ".join(parts).strip(" .-")


def _ends_title(text: str, issuer: str, begun: bool) -> bool:
    """Whether the line under the type belongs to the title no more."""
    upper = text.upper()
    if text == upper and (upper.startswith(SIGNING_POSTS) or (issuer and upper == issuer.upper())):
        return True
    if BODY.match(text) or ADDRESSED.match(text) or text.startswith(("(", "-", "+", "Số")):
        return True
    return len(text) > 220 or (begun and text.endswith(".") and len(text) > 120)
