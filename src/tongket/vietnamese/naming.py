"""Numbers that name and measure nothing: dates, years, file numbers, outline labels, clock times, "Điều 5"."""

import re
from collections.abc import Iterator

from tongket.vietnamese.dates import DateMention, dates_of
from tongket.vietnamese.nouns import COUNTED, INSTRUMENTS, NAMED_BY_NUMBER, NUMBER_OF, PERHAPS_NAMED

Span = tuple[int, int]

_UPPER = "A-ZĐÀ-ỸƯƠĂÂÊÔ"
_FILE_NUMBER = re.compile(
    # "30/2020/NĐ-CP", "374/UBND-NC", "45-BC/HU", "22/2018/QH14"; small letters only where a year stands before them.
    rf"(?<![\w/.])\d{{1,8}}(?:\.\d)?[A-Za-z]?\s?(?:/\s?\d{{4}}\s?)?[/-]\s?(?=[{_UPPER}]{{2}}|[{_UPPER}]\d?[-/])[\w&]+(?:[-/.]\s?(?=[^\W\d_])[\w&]+)*(?:/\d{{4}})?"
    r"|(?<![\w/.])\d{1,8}(?:\.\d)?\s?/\s?\d{4}\s?/\s?[^\W\d_][\w&]*(?:[-/][\w&]+)*"
)
_PERHAPS_FILE_NUMBER = re.compile(r"\d[A-Za-z]?\s?[/-]")
_LABEL = re.compile(
    rf"(?m)^[^\S\n]*(?:[-+•*]\s+)?(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)](?=\s|$)|\d{{1,2}}(?:\.\d{{1,2}})+\.?(?=\s+[{_UPPER}])|\d{{1,2}}\s?[/-](?=\s+[{_UPPER}]))"
    rf"|(?:^|(?<=[;:,.])\s*)\(\d{{1,2}}\)(?=\s)|\(\d{{1,2}}\)(?=\s+[{_UPPER}])|\[\d{{1,3}}\]"
)
_PERHAPS_LABEL = re.compile(r"(?m)^\W*\d|[(\[]\d")
_YEAR = r"(?:19|20)\d\d"
_PERHAPS_YEAR = re.compile(_YEAR)
_PERHAPS_SCHOOL_YEAR = re.compile(r"năm\s+(?:học\s+)?\d")
_YEARS = re.compile(
    rf"(?<!\w)(?:năm|giai đoạn|nhiệm kỳ|niên độ|khóa|thời kỳ|năm học|từ|đến|tới|trước|sau)\s*:?\s*\(?{_YEAR}(?![\d.]\d|\d)"
    rf"(?:\s*(?:[-–—/,;]|và|đến|hoặc)\s*(?:{_YEAR}|(?<=[-–—/])\d\d)(?!\d|[.,]\d))*"
    rf"|(?<![\d.,]){_YEAR}\s*[-–—]\s*{_YEAR}(?![\d.]\d|\d)|\bquý\s*\d\s*[/-]\s*{_YEAR}|\bnăm\s+(?:học\s+)?\d{{2,4}}\s*[-–]\s*\d{{2,4}}"
)
_LONE_YEAR = re.compile(rf"(?<![\d.,/]){_YEAR}(?![\d/%]|[.,]\d)")
_STATED = re.compile(r"\b(?:đạt|có|được|là|hiện|giao|hoàn thành|gồm|tổng số|tổng|số)\s*:?\s*$")
_FILE_AND_YEAR = re.compile(rf"(?<![\d.,/])\d{{1,4}}\s?/\s?{_YEAR}(?![\d/]|[.,]\d)")
_CLOCK = re.compile(
    r"\b\d{1,2}\s?(?:giờ|h)\s?\d{2}(?:\s?phút)?\b|(?:(?<=lúc )|(?<=sau )|(?<=trước )|(?<=đến )|(?<=từ ))(?:1\d|2[0-3]|0?\d)\s?(?:giờ|h)\b|\b24\s?/\s?7\b"
    r"|\b24\s?/\s?24\s?(?:giờ|h)\b|(?<=trực )24\s?/\s?24\b|\b\d+:\d+(?!\d)"
)
_PERHAPS_CLOCK = re.compile(r"\d(?:\s?(?:giờ|h|/)|:\d)")
_CHAIN = re.compile(r"(?<![\w.,])\d+(?:\s?/\s?\d+){2,}")
_PERHAPS_CHAIN = re.compile(r"\d\s?/\s?\d+\s?/")
_TELEPHONE = re.compile(r"(?<![\w.,])0\d{3,}(?:[. ]\d{3,4})*|\+?84[. ]?\d{2,3}[. ]\d{3}[. ]\d{3,4}")
_PERHAPS_TELEPHONE = re.compile(r"0\d\d\d|84")
# The hint before a form is found wherever the form is, and much sooner.
_IN_TEXT = ((_PERHAPS_FILE_NUMBER, _FILE_NUMBER), (_PERHAPS_LABEL, _LABEL))
_IN_FOLD = ((_PERHAPS_CLOCK, _CLOCK), (_PERHAPS_CHAIN, _CHAIN), (_PERHAPS_TELEPHONE, _TELEPHONE))
_DIGIT = re.compile(r"\d")
_NAMED = re.compile(
    r"(?<!\w)(?P<noun>"
    + "|".join(sorted(map(re.escape, NAMED_BY_NUMBER | PERHAPS_NAMED), key=len, reverse=True))
    + r")(?P<thus>\s+số|\s+thứ|\s*[:-])?\s*(?P<number>\d{1,5}(?:\.\d{1,2}(?!\d))*[a-zđ]?)(?!\w|[.,/]\d|\s?/\s?\d|\s?%)"
)
_OF_WHOLE = re.compile(r"\s*(?:\w+ ){0,2}?(?:trong|trên)(?: tổng)?(?: số)? \d")
_NEXT = re.compile(r"\s*(?:,|;|và|đến|hoặc|[-–])\s*(\d{1,5}[a-zđ]?)(?!\w|[.,/]\d|\s?/\s?\d|\s?%)")
_ATTENDED = re.compile(r"\s+(?:lượt|người)\b")
"""What a decree's number is not of: "tập huấn Nghị định 860 lượt người"."""
_DIGIT_BEFORE = re.compile(r"\d $")
_AFTER = re.compile(r"\s*\(?([^\W\d_]+[²³23]?)(?: ([^\W\d_]+))?")
_UNIT_AFTER = re.compile(r"\s?(?:%|(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn|trăm|đồng|phần trăm)\b)")


def naming_spans(text: str, folded: str) -> list[Span]:
    """The places of the numbers of NFC ``text`` that name something, in order; ``folded`` is its accent fold."""
    if not _DIGIT.search(text):
        return []
    spans = [m.span() for hint, form in _IN_TEXT if hint.search(text) for m in form.finditer(text)]
    spans += [m.span() for hint, form in _IN_FOLD if hint.search(folded) for m in form.finditer(folded)]
    years = _PERHAPS_YEAR.search(folded) is not None
    if years or _PERHAPS_SCHOOL_YEAR.search(folded):
        spans += [m.span() for m in _YEARS.finditer(folded)]
    for mention in dates_of(text, folded):
        spans.append((_lead_in(folded, mention), mention.end))
    if years:
        spans += _lone_years(folded)
    spans += _named(folded)
    return sorted(spans)


def counted_after(folded: str, end: int) -> bool:
    """Whether a counted noun, a unit or a percent sign follows the number that ends at ``end``."""
    if _UNIT_AFTER.match(folded, end):
        return True
    found = _AFTER.match(folded, end)
    return found is not None and (found[1] in COUNTED or (found[2] is not None and f"{found[1]} {found[2]}" in COUNTED))


def _lead_in(folded: str, mention: DateMention) -> int:
    """Where the days before a date begin that share its month: "15-17/6/2022", "ngày 15, 16 và 17/6"."""
    offset = max(0, mention.start - 60)
    before = folded[offset : mention.start]
    found = re.search(r"(?<![\w.,/])\d{1,2}\s?[-–]\s?$", before) or re.search(
        r"\bngày\s+\d{1,2}(?:\s*(?:,|và|-|–|đến)\s*\d{1,2})*\s*(?:,|và|đến)\s*(?:ngày\s*)?$", before
    )
    return offset + found.start() if found and mention.day is not None else mention.start


def _lone_years(folded: str) -> Iterator[Span]:
    """Four digits that are a year by their look, unless they count something; "168/2018" is a file number."""
    for found in _LONE_YEAR.finditer(folded):
        if not counted_after(folded, found.end()) and not _STATED.search(
            folded[max(0, found.start() - 24) : found.start()]
        ):
            yield found.span()
    for found in _FILE_AND_YEAR.finditer(folded):
        if not counted_after(folded, found.end()):
            yield found.span()


def _named(folded: str) -> Iterator[Span]:
    for found in _NAMED.finditer(folded):
        noun, thus = found["noun"], found["thus"]
        if noun in COUNTED and _DIGIT_BEFORE.search(folded[max(0, found.start() - 2) : found.start()]):
            continue  # "15 tổ 120 người": the noun is counted itself
        if noun in INSTRUMENTS and _ATTENDED.match(folded, found.end()):
            continue
        if noun not in NAMED_BY_NUMBER and not _surely_named(folded, found, noun, thus):
            continue
        if (thus or "").strip() == ":" and _OF_WHOLE.match(folded, found.end()):
            continue  # "Kế hoạch thực hiện Nghị định: 24 trong tổng số 25 xã": what is told of it
        end = found.end()
        while (following := _NEXT.match(folded, end)) is not None and not counted_after(folded, following.end()):
            end = following.end()
        yield found.start("number"), end


def _surely_named(folded: str, found: re.Match[str], noun: str, thus: str | None) -> bool:
    if counted_after(folded, found.end()) or (thus is not None and thus.strip() in (":", "-") and noun != "số"):
        return False
    if noun != "số" and thus is None:
        return True
    before = re.search(r"(\w+)\s+$", folded[max(0, found.start() - 12) : found.start()])
    return noun != "số" or before is None or before[1] not in NUMBER_OF
