"""A legal text as it is published: plain lines to a tree of provisions."""

import re
from collections.abc import Sequence

from tongket.law.growing import Outline
from tongket.law.provision import POINTS, InstrumentText, ProvisionKind
from tongket.problems import Problem, Severity, Where, register
from tongket.vietnamese import nfc

register(
    {
        "law.no_article": "There is no article (“Điều 1.”) in the text; give the text as it was published, a line for each clause.",
        "law.gap": "{found} follows {before}; look whether a provision is missing or a line was broken wrongly.",
    }
)
ROMAN = r"[IVXLC]+"
PART = re.compile(rf"phần\s+(?:thứ\s+)?({ROMAN}|\w+)[.:]?\s*(.*)", re.IGNORECASE)
PART_NUMBERS = re.compile(rf"{ROMAN}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười", re.IGNORECASE)
CHAPTER = re.compile(rf"chương\s+({ROMAN}|\d+[a-zđ]?)\b[.:]?\s*(.*)", re.IGNORECASE)
SECTION = re.compile(rf"mục\s+(\d+[a-zđ]?|{ROMAN})\b[.:]?\s*(.*)", re.IGNORECASE)
ARTICLE = re.compile(r"Điều\s+(\d+(?:\.[\dA-ZĐ]+)*[a-zđ]?)(?:\s*[.:]\s*(.*))?")
CLAUSE = re.compile(r"(\d{1,3}[a-zđ]?)\s*\.\s*(?=\D)(.*)")
POINT = re.compile(r"([a-zđ]\d?)\s*\)\s*(.*)")
NUMBER = re.compile(r"(?:^|\b)(?:Luật\s+số|Số)\s*:\s*(\d[\w/.\-]*/[\w\-/]+)", re.IGNORECASE)
FOOTNOTE = re.compile(r"\[\d+\]|<[^>]{1,40}>")
MARKUP = re.compile(r"^(?:#+\s*|>\s*|[-*]\s+(?=[a-zđ]\d?\)))|\*\*|__+|\\(?=[.\-)])")
END = re.compile(r"(Nơi nhận|XÁC THỰC VĂN BẢN|TM\. |CHỦ TỊCH QUỐC HỘI|.{0,40}được Quốc hội .* thông qua ngày)|PHỤ LỤC")
LONGEST_QUOTE = 400
"""Lines that a quotation may run over; one that is never closed is no quotation."""


def read_plain_text(text: str, *, name: str = "") -> tuple[InstrumentText, tuple[Problem, ...]]:
    """The text with its provisions, and what looks wrong in their numbering; ``name`` is that of the file."""
    lines = [line for line in (_clean(line) for line in nfc(text).splitlines()) if line]
    reader = _Reader(name)
    place, preamble = 0, []
    while place < len(lines):
        line = lines[place]
        if reader.outline.inside(ProvisionKind.ARTICLE) and END.match(line):
            break
        if not reader.take(line):
            preamble.append(line)
        last = _quoted_until(lines, place)
        for quoted in lines[place + 1 : last + 1]:
            reader.add(quoted)
        place = last + 1
    found = NUMBER.search("\n".join(preamble[:60]))
    made = InstrumentText(
        number=found[1] if found else "", provisions=reader.outline.provisions(), preamble="\n".join(preamble)
    )
    if next(made.articles(), None) is None:
        reader.problems.append(Problem(code="law.no_article", where=Where(file=name)))
    return made, tuple(reader.problems)


def _clean(line: str) -> str:
    """A line without marks of lists, headings and footnotes."""
    return " ".join(FOOTNOTE.sub("", MARKUP.sub("", line.strip().strip("\ufeff"))).split())


def _quoted_until(lines: Sequence[str], place: int) -> int:
    """The last line of a quotation that begins in the line at ``place``; ``place`` where none goes on."""
    depth = lines[place].count("“") - lines[place].count("”")
    if depth <= 0:
        return place
    for i in range(place + 1, min(place + LONGEST_QUOTE, len(lines))):
        depth += lines[i].count("“") - lines[i].count("”")
        if depth <= 0:
            return i
    return place


class _Reader:
    """Takes lines one by one."""

    def __init__(self, name: str) -> None:
        self.outline = Outline()
        self.problems: list[Problem] = []
        self._name = name
        self._titled = False
        """The heading of a chapter may still be to come."""

    def take(self, line: str) -> bool:
        """Put a line where it belongs; False where it stands before everything."""
        if self._heading(line) or self._article(line) or self._clause(line) or self._point(line):
            return True
        return self.add(line)

    def add(self, line: str) -> bool:
        """A line of text, or of the heading of a chapter."""
        inner = self.outline.innermost
        if inner is None:
            return False
        if inner.kind in (ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION):
            inner.heading = f"{inner.heading} {line}".strip()
        else:
            inner.lines.append(line)
        return True

    def _heading(self, line: str) -> bool:
        for kind, pattern in (
            (ProvisionKind.CHAPTER, CHAPTER),
            (ProvisionKind.SECTION, SECTION),
            (ProvisionKind.PART, PART),
        ):
            found = pattern.fullmatch(line)
            if found is None or not _is_heading(kind, found):
                continue
            self.outline.begin(kind, found[1].upper() if kind is not ProvisionKind.SECTION else found[1], found[2])
            return True
        return False

    def _article(self, line: str) -> bool:
        found = ARTICLE.fullmatch(line)
        if found is None:
            return False
        before = self._last_article
        if "." not in found[1] and before and not _follows(before, found[1]):
            self._gap("Điều", found[1], before)
        self._last_article = found[1]
        self.outline.begin(ProvisionKind.ARTICLE, found[1], found[2] or "")
        return True

    _last_article = ""

    def _clause(self, line: str) -> bool:
        found = CLAUSE.fullmatch(line)
        if found is None or not self.outline.inside(ProvisionKind.ARTICLE):
            return False
        before = self.outline.last_number(ProvisionKind.CLAUSE)
        if not _follows(before, found[1]):
            if not before or not _jumps(before, found[1]):
                return False
            self._gap("khoản", found[1], before)
        self.outline.begin(ProvisionKind.CLAUSE, found[1], text=found[2])
        return True

    def _point(self, line: str) -> bool:
        found = POINT.fullmatch(line)
        if found is None or not self.outline.inside(ProvisionKind.ARTICLE):
            return False
        before = self.outline.last_number(ProvisionKind.POINT)
        if not _next_point(before, found[1]):
            return False
        self.outline.begin(ProvisionKind.POINT, found[1], text=found[2])
        return True

    def _gap(self, word: str, number: str, before: str) -> None:
        article = "" if word == "Điều" else f" Điều {self._last_article}"
        fields = {"found": f"{word} {number}{article}", "before": f"{word} {before}"}
        where = Where(file=self._name)
        self.problems.append(Problem(code="law.gap", severity=Severity.WARNING, where=where, fields=fields))


def _is_heading(kind: ProvisionKind, found: re.Match[str]) -> bool:
    """A line that only speaks of a chapter or section ("Mục 2 của Chương này …") is text."""
    if kind is ProvisionKind.PART and not PART_NUMBERS.fullmatch(found[1]):
        return False
    title = found[2]
    return not title or title.upper() == title or (title[:1].isupper() and not title.endswith((".", ";")))


def _split(number: str) -> tuple[int, str]:
    digits = re.match(r"\d*", number)
    text = digits[0] if digits else ""
    return int(text or 0), number[len(text) :]


def _follows(before: str, number: str) -> bool:
    """Whether ``number`` comes next: 3 after 2, 2a after 2, 2b after 2a, 3 after 2a, 1 at first."""
    if not before:
        return number == "1"
    (old, old_letter), (new, letter) = _split(before), _split(number)
    if new == old:
        return bool(letter) and (POINTS.find(letter) == (POINTS.find(old_letter) + 1 if old_letter else 0))
    return new == old + 1 and not letter


def _jumps(before: str, number: str) -> bool:
    """Whether a clause or two may be missing between the two; anything else is a number in the text."""
    return 1 < _split(number)[0] - _split(before)[0] <= 3


def _next_point(before: str, letter: str) -> bool:
    if not before:
        return letter == "a"
    place = POINTS.find(before[0])
    if len(letter) == 2:
        return letter[0] == before[0] and int(letter[1]) == (int(before[1]) + 1 if len(before) == 2 else 1)
    return POINTS[place + 1 : place + 2] == letter
