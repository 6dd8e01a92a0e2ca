"""Place and date of a letterhead: "Bắc Kạn, ngày 05 tháng 01 năm 2025"."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.reading.letterhead.lines import Line
from tongket.reading.letterhead.national import without_heading

WORDS = re.compile(r"ngày\s*(\d{1,2})\s*,?\s*tháng\s*(\d{1,2})\s*,?\s*năm\s*(\d{4})", re.IGNORECASE)
DIGITS = re.compile(r"(?:,|\bngày)\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$", re.IGNORECASE)
BLANK = re.compile(r",?\s*ngày[\s.…_]*\d{0,2}[\s.…_]*tháng[\s.…_]*\d{0,2}[\s.…_]*năm", re.IGNORECASE)
NUMBER = re.compile(r"^.*?(?:Số|SỐ)\s*[:.]?\s*\S*\d\S*(?:\s?[/-]\s?\S+)*\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDate:
    """Where and when; ``line`` is the index of the line, -1 where nothing was found."""

    place: str = ""
    date: datetime.date | None = None
    line: int = -1


def find_place_date(lines: Sequence[Line]) -> PlaceDate:
    """The first place and date among ``lines``; a date left blank gives the place alone."""
    text = "\n".join(line.text for line in lines)
    for pattern in (WORDS, DIGITS, BLANK):
        flags = re.compile(pattern.pattern, pattern.flags | re.MULTILINE)
        for found in flags.finditer(text):
            at = text.count("\n", 0, found.start())
            if lines[at].text.startswith("("):
                continue
            return PlaceDate(place=_place(text, found.start(), lines, at), date=_date(found), line=at)
    return PlaceDate()


def _date(found: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(int(found[3]), int(found[2]), int(found[1]))
    except (ValueError, IndexError):
        return None


def _place(text: str, start: int, lines: Sequence[Line], at: int) -> str:
    """The words before the date on its line, and the line above where the place was broken in two."""
    begin = text.rfind("\n", 0, start) + 1
    place = NUMBER.sub("", without_heading(text[begin:start]))
    above = lines[at - 1] if at else None
    if above and above.box == lines[at].box and _is_broken(above.text, place):
        place = f"{above.text} {place}"
    return place.strip(" ,.:")


def _is_broken(above: str, place: str) -> bool:
    """Whether the line above is the first half of the place."""
    words = above.split()
    if not words or len(words) > 4 or above == above.upper() or any(c.isdigit() for c in above):
        return False
    return without_heading(above) == above and (not place.strip(" ,") or place[0].isupper()) and above[-1] not in ".;:"
