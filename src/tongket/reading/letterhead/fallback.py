"""What other places of a document tell where its letterhead was lost."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.reading.letterhead.lines import Line
from tongket.reading.letterhead.number import SYMBOL
from tongket.reading.letterhead.vocabulary import TYPE_TITLES

KINDS = "|".join(re.escape(t) for t in TYPE_TITLES if t != "Luật")
DAY = r"ngày\s*(\d{1,2})\s*(?:/|-|\.|tháng)\s*(\d{1,2})\s*(?:/|-|\.|năm)\s*(\d{4})"
ANNEXED = re.compile(
    rf"\((?:Ban hành )?[Kk]èm theo ({KINDS}|Công văn)\s+(?:số:?\s*)?({SYMBOL})(?:\s*,?\s*{DAY})?(?:\s+của\s+([^()]+))?",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    rf"{DAY},\s*([^,.]+?)\s+(?:đã |vừa )?(?:ký |ký ban hành |ban hành |có )({KINDS}|Công văn)\s+(?:số\s*)?({SYMBOL})",
    re.IGNORECASE,
)
SPEAKS = re.compile(
    r"(?:^|[.;,]\s)((?:Cục|Sở|Bộ|Ủy ban|UBND|Ban|Văn phòng|Tổng cục|Chi cục|Thuế|Công an|Thanh tra)[\w ]{2,60}?)\s+"
    r"(?:nhận được (?:công văn|văn bản|câu hỏi|đơn)|trả lời để|thông báo để|có ý kiến như sau|đề nghị)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """What a document says of itself outside its letterhead."""

    number: str = ""
    type: str = ""
    issuer: str = ""
    date: datetime.date | None = None
    anchor: str = ""


def from_reference(lines: Sequence[Line], number: str) -> Mentioned:
    """The reference line of an annex ("Kèm theo Quyết định số … của …") or the notice of issue above the text."""
    text = "\n".join(line.text for line in lines)
    announced = ANNOUNCED.search("\n".join(line.text for line in lines[:12]).replace("\n", " "))
    if announced:
        day = _date(announced[3], announced[2], announced[1])
        kind = announced[5].capitalize()
        return Mentioned(number=_bare(announced[6]), type=kind, issuer=announced[4], date=day, anchor=lines[0].anchor)
    for found in ANNEXED.finditer(text.replace("\n", " ")):
        if not number or _bare(found[2]) == number:
            return Mentioned(
                number=_bare(found[2]),
                type=found[1].capitalize(),
                issuer=(found[6] or "").strip(),
                date=_date(found[5], found[4], found[3]),
                anchor=lines[text.count("\n", 0, found.start())].anchor,
            )
    return Mentioned()


def speaker(lines: Sequence[Line]) -> str:
    """The agency that speaks in a letter ("Cục X nhận được công văn …")."""
    found = SPEAKS.search(" ".join(line.text for line in lines[:40]))
    return found[1].strip() if found else ""


def _bare(number: str) -> str:
    return re.sub(r"\s+", "", number).rstrip(".,;)")


def _date(year: str | None, month: str | None, day: str | None) -> datetime.date | None:
    try:
        return datetime.date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return None
