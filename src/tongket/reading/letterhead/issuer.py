"""The issuing agency and the one above it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.reading.letterhead.lines import Line
from tongket.reading.letterhead.national import has_heading, is_stamp, without_heading
from tongket.reading.letterhead.vocabulary import AGENCIES, SIGNING_POSTS, TERRITORIES

OPEN_ENDS = (
    "ỦY", "VÀ", "CÁC", "CỦA", "CHỈ", "NHÂN", "HỘI", "VỀ", "CHÍNH", "CHO", ",", "-", "VĂN", "TRONG", "THUỘC",
)  # fmt: skip
KINDS = frozenset(("TỈNH", "HUYỆN", "QUẬN", "PHƯỜNG", "XÃ", "TRẤN", "PHỐ", "TP", "TX"))
"""Last words of a line that break off before the name of a place."""
ALIKE = re.compile(r"(?:TRƯỜNG|HỘI|NHÀ|ĐỘI|ĐÀI|BÁO|TỔ|KHỐI) \w+")
"""Names of places that begin as those of agencies do: "UBND THÀNH PHỐ / HỘI AN"."""
OWN = (
    "TỈNH ỦY",
    "HUYỆN ỦY",
    "THÀNH ỦY",
    "THỊ ỦY",
    "QUẬN ỦY",
    "TỈNH ĐOÀN",
    "HUYỆN ĐOÀN",
    "THÀNH ĐOÀN",
    "TỈNH HỘI",
    "HUYỆN HỘI",
)
HEADS = re.compile(
    "(?:" + "|".join(re.escape(a) for a in sorted(AGENCIES, key=len, reverse=True)) + r"|PHÒNG P[A-Z]\d+)\b"
)
PLACE = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|TX\.?|THỊ TRẤN|TT\.|XÃ|PHƯỜNG) (?!HỘI\b|ỦY\b|ĐOÀN\b)")
MOST_PLACE = 6
FORM = re.compile(r"(?:BIỂU|BẢNG (?:TỔNG|SỐ|KẾT)|PHỤ LỤC|TỔNG HỢP|KẾT QUẢ|SỐ LIỆU|STT|CHỈ TIÊU)\b")
"""A form or table begins: the letterhead above has no number."""
OPEN_OA = re.compile(r"OÀ(?!\w)")
TERRITORY = re.compile("(?:" + "|".join(re.escape(t) for t in TERRITORIES) + r")(?=\s|\d|$)")


def fold_upper(text: str) -> str:
    """``text`` in capitals with the tone marks of UỶ and HOÀ where new spelling puts them; ĐOÀN has its own place."""
    return OPEN_OA.sub("ÒA", text.upper().replace("UỶ", "ỦY").replace("UÝ", "ÚY"))


def agencies(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """The agencies named by the ``lines`` above the number, top first, each with the anchor of its first line."""
    found: list[tuple[str, str]] = []
    for line in _whole(lines):
        text = without_heading(line.text).strip(" .;:-–*")
        if found and FORM.match(fold_upper(text)):
            break
        if not text or is_stamp(text) or not _printed_as_agency(text):
            continue
        if found and _continues(found[-1][0], text) and not (_is_place(found[-1][0]) and _is_place(text)):
            found[-1] = (f"{found[-1][0]} {text}", found[-1][1])
        elif HEADS.match(fold_upper(text)) or _is_place(text):
            found.append((text, line.anchor))
    return found


def _is_place(text: str) -> bool:
    """Whether a line is the name of a territory and no more: above the body of it that speaks ("HUYỆN X / ỦY BAN NHÂN DÂN")."""
    upper = fold_upper(text)
    return text == text.upper() and len(text.split()) <= MOST_PLACE and PLACE.match(upper) is not None


def _whole(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; a single word that is no agency is joined with the line below it in its column."""
    pending: Line | None = None
    for line in lines:
        if pending and pending.box == line.box and _joins(pending.text, line.text):
            line = replace(line, text=f"{pending.text} {line.text}", anchor=pending.anchor)
        elif pending:
            yield pending
        pending = line if " " not in line.text and without_heading(line.text) else None
        if not pending:
            yield line
    if pending:
        yield pending


def _joins(word: str, following: str) -> bool:
    """Whether a single word and the line below it make one name."""
    first, second = fold_upper(word), fold_upper(following)
    return not HEADS.match(second) or bool(HEADS.fullmatch(first) or HEADS.match(f"{first} {second}"))


def _printed_as_agency(text: str) -> bool:
    """Whether the line may be a part of an agency's name: capitals, few words, no date."""
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if not letters or len(text) > 120 or re.match(r"(?:SỐ|V/V)\b", text.upper()) or "NGÀY" in text.upper().split():
        return False
    if upper >= 0.7 * len(letters) or (len(text.split()) <= 12 and HEADS.match(fold_upper(text))):
        return True
    return len(text.split()) <= 6 and TERRITORY.match(fold_upper(text)) is not None


def _continues(above: str, text: str) -> bool:
    """Whether the line goes on with the name above: a territory, or no agency of its own, or the name was left open."""
    upper, last = fold_upper(text), fold_upper(above).split()[-1]
    if upper.startswith(OWN):
        return False
    if TERRITORY.match(upper):
        return True
    if last in KINDS and ALIKE.fullmatch(upper):
        return True
    if last in OPEN_ENDS or last.endswith((",", "-")):
        return not (last == "CHÍNH" and HEADS.match(upper) and not upper.startswith("PHỦ"))
    return not HEADS.match(upper)


def issuer_of_authority(text: str) -> str:
    """The agency whose head decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X": the committee); empty if it is no authority."""
    upper = fold_upper(text)
    post = next((p for p in sorted(SIGNING_POSTS, key=len, reverse=True) if upper.startswith(p + " ")), "")
    rest = text[len(post) :].strip(" .,:-")
    if post and HEADS.match(fold_upper(rest)):
        return rest
    return text if not post and HEADS.match(upper) and text == text.upper() else ""


def head_of_page(lines: Sequence[Line]) -> bool:
    """Whether a national or Party heading stands among ``lines``."""
    return any(has_heading(line.text) for line in lines)
