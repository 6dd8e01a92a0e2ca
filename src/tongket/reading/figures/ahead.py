"""What a sentence tells of the time to come: plans for the next year are no figures of this one."""

import re

_NOT_NOW = re.compile(
    r"^\s*[-+*]?\s*(lý do|nguyên nhân|ví dụ)\b|\b(phấn đấu|(năm|thời gian|kỳ|giai đoạn) (tới|sau(?! cao| thấp| tăng| giảm| nhiều| ít| lớn| bằng)|tiếp theo)|dự kiến|kế hoạch năm sau)\b"
)
_CAME = re.compile(r"\b(?:thực tế|kết quả|đã|đến nay)\b")
_REST = re.compile(r"[,;] (?:số )?còn (?:lại )?\d")
"""What is left over for the time to come."""
_ITEM = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*\s*[.)\-/]\s")
"""The number of an item of a list."""
YEAR_ALONE = re.compile(r"\bnăm (20\d\d)\b")


def cut_off(folded: str, start: int, end: int) -> int:
    """Where a last clause about what is to come begins ("…, năm sau dự kiến 12 tỷ đồng"); else the end."""
    for found in _NOT_NOW.finditer(folded, start, end):
        before = folded[start : found.start()].rstrip()
        clause = max(before.rfind(","), before.rfind(";"))
        rest = _REST.match(before, clause) or not re.search(r"\d", before[clause:])
        if clause > 0 and re.search(r"\d", before[:clause]) and rest:
            return start + clause
    return end


def is_ahead(sentence: str) -> bool:
    """Whether the sentence speaks of what is to come, and not also of what came of it."""
    found = _NOT_NOW.search(sentence)
    return found is not None and not (found[0] == "dự kiến" and _CAME.search(sentence, found.end()))


def of_later_year(sentence: str, year: int | None) -> bool:
    """Whether the sentence speaks of a year after the period, not of its own."""
    if not year:
        return False
    named = list(YEAR_ALONE.finditer(sentence))
    if not named or min(int(m[1]) for m in named) <= year:
        return False
    number = re.search(r"\d", _ITEM.sub(lambda m: " " * len(m[0]), re.sub(r"20\d\d", "    ", sentence)))
    return number is None or named[0].start() < number.start()


__all__ = ["YEAR_ALONE", "cut_off", "is_ahead", "of_later_year"]
