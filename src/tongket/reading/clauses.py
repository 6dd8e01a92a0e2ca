"""The clauses of a sentence that are statements of their own: items of a list, a shortcoming beside a result."""

import re
from collections.abc import Iterator

from tongket.reading.shortcomings import announces, is_shortcoming, lacks

Span = tuple[int, int]

LEAST = 3
"""Words below which a clause stays with the one before it."""
ORDER = 10
"""Words below which a task is no more than a figure in a list."""
_BREAK = re.compile(r";\s*(?:[-–+*•]\s+|(?:và|còn)(?: về [^,;]{2,40},)? (?=\w))?")
_MARK = re.compile(
    r"\s*(?:[-–+*•]\s+)?(?:\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})\)\s+)?"
    r"(?:(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy))\b\s*[,:]?\s*)?"
)
"""A dash, a letter or "một là", "thứ hai," before an item of a list."""
_INTRODUCTION = re.compile(r"[^:;]{2,160}:\s+(?=\D)")
_TURN = re.compile(r"[,;]\s+(?=(?:tuy nhiên|tuy vậy|song(?! phương| song| hành| ngữ)|nhưng)\b)|;\s+")
_CAUSE = re.compile(r"[,;]\s+(?:mà )?nguyên nhân(?: (?:chính|chủ yếu|khách quan|chủ quan))?(?: là do| là| do)\s+")
_WHEN = r"(?:(?:trong |riêng |cả |từ |đến )?(?:năm|quý|tháng|giai đoạn) [\d/ivx]+(?: ?- ?\d+)?(?: và (?:năm )?\d+)?,? |(?:hằng|hàng) năm,? |(?:đến|hiện) nay,? |nhiều năm,? )?"
_NO_SUBJECT = re.compile(
    rf"{_WHEN}(?:chưa|không|còn|mới|chỉ|phải|bị|được|đã|thiếu|chậm|ít|do|vì|nên|dẫn đến|gây|làm|ảnh hưởng|nhất là|trong đó|đặc biệt là|cụ thể|như|"
    r"có (?:nơi|lúc|đợt|thời điểm|chỗ|khi|mặt|phần|việc|nội dung))\b"
)
"""How a clause begins that says more of the subject of the clause before it."""

_EXCEPTED = re.compile(
    r"(?:riêng |chỉ |còn )?(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám)(?! (?:số|vài|bộ phận|phần)) \w+|xã|phường|thị trấn|thôn|bản|huyện|ban|trạm|phòng|công ty|trường)"
    r"(?: (?!còn|vẫn)\w+){0,4} chưa\b"
)
"""Those that a count beside them leaves out."""


def items(folded: str, start: int, end: int) -> list[Span]:
    """The items of a list in one sentence; a clause without a subject of its own stays with the one before it."""
    found: list[Span] = []
    alone = True
    for begin, stop in _parts(_BREAK, folded, _listed(folded, start, end), end):
        begin += len(_mark(folded, begin, stop))
        bare = _NO_SUBJECT.match(folded, begin, stop) is not None
        if found and (len(folded[begin:stop].split()) < LEAST or (bare and not alone)):
            found[-1] = (found[-1][0], stop)
            continue
        alone = bare
        found.append((begin, stop))
    return found


def orders(folded: str, start: int, end: int) -> list[Span]:
    """Tasks and proposals in one sentence: parted at semicolons where each is of some length."""
    parts = list(_parts(_BREAK, folded, start, end))
    return parts if min(len(folded[a:b].split()) for a, b in parts) >= ORDER else [(start, end)]


def are_aims(folded: str, start: int, end: int) -> bool:
    """Whether a list of figures with nothing lacking tells what is to be reached, behind the shortcomings."""
    parts = list(_parts(_BREAK, folded, start, end))
    figures = sum(re.search(r"\d", folded[a:b]) is not None for a, b in parts)
    return len(parts) > 1 and figures > len(parts) / 2 and not lacks(folded[start:end])


def with_causes(folded: str, start: int, end: int) -> list[Span]:
    """The sentence, and the reason given in its last clause apart."""
    return list(_parts(_CAUSE, folded, start, end))


def owned(folded: str, start: int, end: int) -> Iterator[tuple[bool, Span]]:
    """The parts of a sentence among results, each with whether it owns to a shortcoming."""
    colon = folded.find(":", start, end)
    if colon > 0 and announces(folded[start : colon + 1]):
        yield from ((True, span) for span in items(folded, start, end))
        return
    parts = [
        (is_shortcoming(folded[a:b]) and not (a > start and _EXCEPTED.match(folded, a, b)), (a, b))
        for a, b in _parts(_TURN, folded, start, end)
    ]
    runs: list[tuple[bool, Span]] = []
    for short, (a, b) in parts:
        bare = short and runs and not runs[-1][0] and _NO_SUBJECT.match(folded, a, b)
        if runs and (runs[-1][0] == short or bare):
            runs[-1] = (runs[-1][0] or short, (runs[-1][1][0], b))
        else:
            runs.append((short, (a, b)))
    for short, (a, b) in runs:
        yield from ((short, span) for span in (items(folded, a, b) if short else [(a, b)]))


def _listed(folded: str, start: int, end: int) -> int:
    """Where the first item begins behind words that only introduce the list or name its field."""
    start += len(_mark(folded, start, end))
    found = _INTRODUCTION.match(folded, start, end)
    if found and (announces(found[0].strip()) or not lacks(found[0])):
        return found.end()
    return start


def _mark(folded: str, start: int, end: int) -> str:
    found = _MARK.match(folded, start, end)
    return found[0] if found else ""


def _parts(pattern: re.Pattern[str], folded: str, start: int, end: int) -> Iterator[Span]:
    """The spans between what the pattern finds; a bracket holds together."""
    begin = seen = start
    depth = 0
    for found in pattern.finditer(folded, start, end):
        depth += folded.count("(", seen, found.start()) - folded.count(")", seen, found.start())
        seen = found.start()
        if depth <= 0 and found.start() > begin and found.end() < end:
            yield begin, found.start()
            begin, depth = found.end(), 0
    yield begin, end
