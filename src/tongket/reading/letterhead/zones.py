"""Where the head of a document ends and where its title stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.reading.letterhead.lines import Line
from tongket.reading.letterhead.titles import title_type, whole_title
from tongket.reading.letterhead.vocabulary import SIGNING_POSTS

REACH = 60
"""A head is looked for in that many first lines."""
BODY = re.compile(
    r"(?:Căn cứ|Thực hiện|Theo |Xét |Trên cơ sở|Để |Kính thưa|Điều \d|Phần |Chương |I\.|1\.|Thi hành|Tiếp theo)"
    r"|Phúc đáp|Trả lời"
)
ADDRESSED = re.compile(r"K[íÍ]nh\s+g[ửỬ]i", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """Indices into the lines: ``head`` ends where title, addressees or body begin; ``title`` is -1 where none is."""

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
        if i == title or is_addressed(lines, i) or (i > 1 and BODY.match(line.text)):
            end = i
            break
    return Zones(head=end, title=title, type=kind, title_span=span)


def is_addressed(lines: Sequence[Line], i: int) -> bool:
    """Whether "Kính gửi" begins on line ``i``, also where it is broken in two."""
    text = lines[i].text
    if text.casefold() == "kính" and i + 1 < len(lines):
        text = f"{text} {lines[i + 1].text}"
    return bool(ADDRESSED.match(text))


def _find_title(lines: Sequence[Line]) -> tuple[int, str, int]:
    """The line of the type of document, the type, and how many lines it takes."""
    for i, line in enumerate(lines[:REACH]):
        kind, span = title_type(line.text), 1
        if not kind and i + 1 < len(lines) and len(line.text.split()) <= 2:
            kind, span = whole_title(f"{line.text} {lines[i + 1].text}"), 2
        if kind:
            return i, kind, span
        if i > 1 and re.match(r"Căn cứ|Điều \d", line.text):
            break
    return -1, "", 0


def title_text(lines: Sequence[Line], zones: Zones, issuer: str) -> str:
    """What stands under the type: the abstract, up to the authority, the legal bases or the body."""
    if zones.title < 0:
        return ""
    head = lines[zones.title : zones.title + zones.title_span]
    first = " ".join(line.text for line in head).strip(" .:*#")
    parts = [first[len(zones.type) :].strip()] if len(first) > len(zones.type) else []
    above = head[-1]
    for line in lines[zones.title + zones.title_span : zones.title + zones.title_span + 9]:
        if line.box != above.box or _ends_title(line.text, issuer, bool(parts)) or (parts and _other_part(above, line)):
            break
        parts.append(line.text)
        above = line
        if line.text.endswith((".", ";")):
            break
    return " ".join(parts).strip(" .-")


def _other_part(above: Line, line: Line) -> bool:
    """Whether a new paragraph begins that is no part of the title: not bold as it is, or as long as a sentence."""
    if above.part == line.part:
        return False
    return (above.bold and not line.bold) or len(line.text) > 100 or line.text.endswith((".", ":", ";"))


def form_title(head: Sequence[Line], after: int) -> str:
    """The title of a form or table that names no type of document: the bold lines under the letterhead."""
    parts: list[str] = []
    for line in head[after + 1 :]:
        if line.bold and not line.text.startswith("(") and line.text.upper() not in ("TT", "STT"):
            parts.append(line.text)
        elif parts:
            break
    return " ".join(parts)


def _ends_title(text: str, issuer: str, begun: bool) -> bool:
    """Whether the line under the type belongs to the title no more."""
    upper = text.upper()
    if text == upper and (upper.startswith(SIGNING_POSTS) or (issuer and upper == issuer.upper())):
        return True
    if BODY.match(text) or ADDRESSED.match(text) or text.startswith(("(", "-", "+", "Số")):
        return True
    return len(text) > 220 or (begun and text.endswith(".") and len(text) > 120)
