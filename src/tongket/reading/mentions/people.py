"""Named persons in running text, with their ranks and posts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.reading.mentions.model import NamedPerson
from tongket.reading.mentions.passages import Passage
from tongket.reading.mentions.titles import BEFORE, posts_after, posts_before, ranks_before
from tongket.reading.mentions.units import find_units
from tongket.reading.names import LOWER, UPPER, is_name

WORD = rf"[{UPPER}](?:['’][{UPPER}]?)?[{LOWER}]*"
RUN = re.compile(rf"(?<!\w){WORD}(?: {WORD})+(?!\w)")
NAMED_AFTER = re.compile(
    r"\b(?:đường|phố|trường|trường học|giải|giải thưởng|cầu|huân chương|thành phố|tư tưởng|đoàn tncs|cộng sản|công viên|khu"
    r"|quảng trường|chiến dịch|huy chương|chợ|bệnh viện|đập|sông|hồ|núi)\s+$",
    re.IGNORECASE,
)
LIST = re.compile(r"\b(?:các đồng chí|các ông|các bà|các đ/c|gồm)\s*:?\s", re.IGNORECASE)
HISTORICAL = frozenset(
    ("Hồ Chí Minh", "Võ Nguyên Giáp", "Phan Bội Châu", "Trần Hưng Đạo", "Lê Lợi", "Nguyễn Huệ", "Lê Duẩn")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A person in a sentence: the name's place, the titles, where the titles behind it end."""

    name: str
    start: int
    end: int
    titles: tuple[str, ...]
    sure: bool


def find_people(found: Sequence[Passage]) -> tuple[NamedPerson, ...]:
    """Each person once, with the titles of all places put together; a bare name counts when it is known otherwise."""
    persons: dict[str, NamedPerson] = {}
    for passage in found:
        for start, end in passage.sentences:
            for one in _in_sentence(passage.text[start:end]):
                place = passage.locate(start + one.start, start + one.end)
                before = persons.get(one.name)
                if before is None and one.sure:
                    persons[one.name] = NamedPerson(name=one.name, titles=one.titles, anchor=place, confidence=0.9)
                elif before is not None:
                    titles = (*before.titles, *(t for t in one.titles if not _known(t, before.titles)))
                    persons[one.name] = NamedPerson(name=one.name, titles=titles, anchor=before.anchor, confidence=0.95)
    return tuple(persons.values())


def _known(title: str, titles: Sequence[str]) -> bool:
    """Whether the title, or a longer form of it, is known already."""
    return any(title.casefold() in known.casefold() for known in titles)


def _in_sentence(text: str) -> Iterator[_Found]:
    """The persons of a sentence in order; titles behind one name are not taken for the next."""
    taken = 0
    for start, end in _names(text):
        if start < taken or text[start:end] in HISTORICAL:
            continue
        ranks, rest = ranks_before(text[taken:start])
        addressed = bool(BEFORE.search(rest + " ")) if rest else False
        if addressed:
            more, _ = ranks_before(BEFORE.sub("", rest + " "))
            ranks = [*more, *ranks]
        behind, length = posts_after(text[end:])
        before = posts_before(re.split(r"[;:()]|\s[-–—]\s", BEFORE.sub("", rest + " ") if addressed else rest)[-1])
        sure = bool(ranks or before or behind or addressed or _in_list(text, start))
        yield _Found(
            name=text[start:end],
            start=start,
            end=end,
            titles=tuple(dict.fromkeys((*ranks, *before, *behind))),
            sure=sure,
        )
        if sure:
            taken = end + length


def _in_list(text: str, start: int) -> bool:
    """Whether the name stands in a list of persons ("các đồng chí: A, B và C")."""
    opening = LIST.search(text)
    if opening is None or opening.end() > start:
        return False
    return opening.end() == start or bool(re.search(r"(?:[,;:]|\svà)\s*$", text[:start]))


def _names(text: str) -> Iterator[tuple[int, int]]:
    """The places where capitalised words make a name, outside names of units and of things named after people."""
    runs = list(RUN.finditer(text))
    places = [(u.start, u.end) for u in find_units(text)] if runs else []
    for run in runs:
        start = max([run.start(), *(e for s, e in places if s <= run.start() < e or run.start() <= s < run.end())])
        if start >= run.end() or NAMED_AFTER.search(text[:start]):
            continue
        found = _name_in(text[start : run.end()])
        if found:
            yield start + found[0], start + found[1]


def _name_in(run: str) -> tuple[int, int] | None:
    """The part of a run of capitalised words that is a name: from a family name on, two to five words."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", run)]
    for i in range(len(words) - 1):
        last = min(len(words), i + 5)
        candidate = run[words[i][0] : words[last - 1][1]]
        if is_name(candidate) and (len(words) - i > 2 or i == 0 or len(words) == i + 2):
            return words[i][0], words[last - 1][1]
    return None
