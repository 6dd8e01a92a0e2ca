"""Numbers of legal and administrative documents in running text."""

import re
from collections.abc import Iterator

from tongket.reading.mentions.model import TextMention
from tongket.reading.mentions.passages import Passage

LETTERS = r"A-ZĐÔƯƠa-zđ"
SYMBOLED = re.compile(
    rf"(?<![\w/.-])\d{{1,6}}(?:/\d{{4}})?(?:/[A-ZĐ][{LETTERS}]*\d*|\s?[-–]\s?[A-ZĐ]{{2,3}}(?=/))"
    rf"(?:(?:[-/]|\s?[-–]\s?(?=CP\b|TTg\b|UBND\b))[A-ZĐ][{LETTERS}]*\d*)*"
)
BARE_DECREE = re.compile(
    r"\b(Nghị định|Thông tư|Quyết định|Nghị quyết)\s+(?:số\s*)?(\d{1,4}/\d{4})(?![\d/]|-?[A-ZĐ])", re.IGNORECASE
)
BY_ISSUER = re.compile(
    r"\b(Nghị quyết|Chỉ thị|Kết luận|Quy định)\s+(?:số\s*)?(\d{1,4})\s+(?:của\s+)?(Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Trung ương Đảng)"
)
"""A Party document named by its number and its issuer, without its symbol."""
PERHAPS = re.compile(r"\d(?:/|\s?[-–]\s?[A-ZĐ]|\s+(?:của|[BbTt]))")
"""What any of them has in it."""
SUFFIXES = {"nghị định": "NĐ-CP"}
"""The symbol that every instrument of the kind bears."""


def find_legal(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, number) of each document named by its number; a decree written without its symbol gets it."""
    if not PERHAPS.search(text):
        return
    for found in SYMBOLED.finditer(text):
        if any(c.isalpha() for c in found[0]) and not re.fullmatch(r"\d+/\w{1,2}", found[0]):
            yield found.start(), found.end(), _symbol(found)
    for found in BY_ISSUER.finditer(text):
        yield found.start(), found.end(), f"{found[1]} {found[2]} của {found[3]}"
    for found in BARE_DECREE.finditer(text):
        suffix = SUFFIXES.get(found[1].lower())
        if suffix:
            yield found.start(2), found.end(2), f"{found[2]}/{suffix}"


def _symbol(found: re.Match[str]) -> str:
    """The number without white space, with plain hyphens."""
    return re.sub(r"\s*[-–]\s*", "-", found[0])


def legal_refs(found: list[Passage], own: str) -> tuple[TextMention, ...]:
    """Each number once, where it stands first; ``own`` is the document's own number, which is no reference."""
    refs: dict[str, TextMention] = {}
    for passage in found:
        for start, end, number in sorted(find_legal(passage.text)):
            if number != own:
                refs.setdefault(number, TextMention(text=number, anchor=passage.locate(start, end)))
    return tuple(refs.values())
