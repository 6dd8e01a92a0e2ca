"""Dates in running text, whole or in part, in every form that administrative papers and the press use."""

import re
from dataclasses import dataclass
from datetime import date

from tongket.vietnamese.nouns import COUNTED
from tongket.vietnamese.unicode import accent_fold, nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date at ``text[start:end]``; the parts that are not written are None, and so is ``date`` then."""

    start: int
    end: int
    text: str
    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def date(self) -> date | None:
        """The day meant, when day, month and year are written and there is such a day."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_BLANK = r"[ .…_]*?"
_DAY_WORD = r"(?:ngày|mùng|mồng|hôm|sáng|chiều|tối|trưa|đêm|rạng sáng)"
# Nothing before that it could be part of, but the first day of a range may stand there: "15-17/6".
_ALONE = r"(?:(?<![\w./,-])|(?<=\b\d-)|(?<=\b\d\d-))"
_NO_MORE = r"(?![\w]|[./-]\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_DAY_WORD}(?: mùng| ngày)? *(?:{_DAY}|{_BLANK}) *tháng *(?:{_MONTH}|{_BLANK}) *,? *năm *{_YEAR}\b",
        rf"\b{_DAY} *tháng *{_MONTH} *,? *năm *{_YEAR}\b",
        rf"\b{_DAY_WORD}(?: mùng| ngày)? *{_DAY} *tháng *{_MONTH}{_NO_MORE}",
        rf"(?:\b(?:ngày|{_DAY_WORD}) *)?(?:{_ALONE}|(?<=/\d{{4}}-)){_DAY} ?(?P<mark>[/.-]) ?{_MONTH} ?(?P=mark) ?{_YEAR}(?!\w|[./]\d)",
        rf"(?<![\w./,-]){_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01]){_NO_MORE}",
        rf"\btháng *{_MONTH}(?: *[/.-] *|,? *năm *){_YEAR}\b(?!/)",
        rf"\b{_DAY_WORD}(?: mùng| ngày)? *{_DAY} ?[/.-] ?{_MONTH}{_NO_MORE}(?!/)",
        rf"{_ALONE}{_DAY}/{_MONTH}{_NO_MORE}(?!/)",
        rf"(?<![\w./,-])(?<!\d [-–] ){_MONTH}/{_YEAR}{_NO_MORE}(?!/)",
        rf"\btháng *{_MONTH}{_NO_MORE}(?!,\d| ?%)",
    )
)
_BARE_DAY_MONTH, _BARE_MONTH_YEAR = _FORMS[7], _FORMS[8]
_SHORT_YEAR = re.compile(rf"\b{_DAY_WORD} *{_DAY}/{_MONTH}/(?P<year>[0-4]\d)(?![\w/])")
_MARKED = re.compile(r"\d ?[/.-] ?\d")
# No form is without the word for month or a mark between digits, which are found, or not, much sooner.
_SPOKEN_FORMS = tuple(form for form in _FORMS if "tháng" in form.pattern)
_MARKED_FORMS = (_SHORT_YEAR, *(form for form in _FORMS if form not in _SPOKEN_FORMS))
_CUE_BEFORE = re.compile(
    r"\b(trước|sau|đến|từ|tới|(?<!đúng )(?<!trong )(?<!trước )(?<!kịp )hạn|hết|quá|vào|lúc|dịp|lễ|quốc khánh|kỷ niệm|chiến thắng|giải phóng|thành lập|và|cuối)\s*$"
)
_INSTRUMENT_BEFORE = re.compile(
    r"\b(số|nghị định|thông tư|nghị quyết|luật|quyết định|chỉ thị|pháp lệnh|qđ|nđ|tt|quý)\s*$"
)
_STATED_BEFORE = re.compile(r"\b(đạt|được|có|là|bằng|với|gồm|hoàn thành|kiện toàn)\s*$|=\s*$")
_WORD_AFTER = re.compile(r"\s*([^\W\d_]+(?: [^\W\d_]+)?)")
_SHARE_AFTER = re.compile(r"\s*(?:\(|=|,? ?đạt|,? ?chiếm)?\s*\d+(?:[.,]\d+)? ?%")
_AFTER_A_DATE = frozenset(
    (
        "tại",
        "ở",
        "đến",
        "tới",
        "và",
        "là",
        "theo",
        "của",
        "do",
        "năm",
        "hằng",
        "hàng",
        "này",
        "vừa",
        "các",
        "đã",
        "sẽ",
        "hoặc",
    )
)
_FIRST_DAY = re.compile(r"(?<![\w.,/])(\d{1,2})\s?[-–]\s?$")
_PREFIX = re.compile(r"[^\d]*")


def find_dates(text: str) -> list[DateMention]:
    """The dates of ``text`` in order, without overlap; ``5/8`` before a counted noun is a share, not a date."""
    return dates_of(text, accent_fold(text))


def dates_of(text: str, folded: str) -> list[DateMention]:
    """:func:`find_dates` of a text whose accent fold is at hand."""
    taken: list[DateMention] = []
    spoken, marked = "tháng" in folded, _MARKED.search(folded) is not None
    for form in (
        (_SHORT_YEAR, *_FORMS) if spoken and marked else _SPOKEN_FORMS if spoken else _MARKED_FORMS if marked else ()
    ):
        for found in form.finditer(folded):
            free = all(found.end() <= m.start or m.end <= found.start() for m in taken)
            if free and _is_date(form, folded, found):
                taken.append(_mention(text, found))
    return sorted(taken, key=lambda m: m.start)


def parse_date(text: str) -> date | None:
    """The one whole date that ``text`` is, words before it allowed (``Bắc Kạn, ngày 05 tháng 01 năm 2025``)."""
    text = nfc(text).strip()
    found = find_dates(text)
    if len(found) != 1 or not _PREFIX.fullmatch(text[: found[0].start]) or text[found[0].end :].strip(" .,;)"):
        return None
    return found[0].date


def format_date(day: date) -> str:
    """``day`` as ``dd/mm/yyyy``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def _is_date(form: re.Pattern[str], folded: str, found: re.Match[str]) -> bool:
    """Whether a form that could be a share or a file number as well is a date where it stands."""
    before, after = folded[max(0, found.start() - 30) : found.start()], folded[found.end() : found.end() + 30]
    if form is _BARE_MONTH_YEAR:
        # A quarter of a year is no month either: "quý 1/2021".
        return not _INSTRUMENT_BEFORE.search(before) and not re.match(r"\s*(xã|%)", after)
    if form is not _BARE_DAY_MONTH:
        return True
    if _SHARE_AFTER.match(after) or after.startswith("%") or _STATED_BEFORE.search(before):
        return False
    words = _following(after)
    if any(word in COUNTED for word in words):
        return False
    if _CUE_BEFORE.search(before) or folded.strip(" .") == found[0]:
        return True
    if (first := _FIRST_DAY.search(before)) is not None and int(first[1]) < int(found["day"]):
        return True
    impossible_share = int(found["day"]) > int(found["month"])
    return impossible_share and (not words or words[0] in _AFTER_A_DATE)


def _following(after: str) -> list[str]:
    """The next word, and the next two together."""
    found = _WORD_AFTER.match(after)
    return [found[1].split(" ")[0], found[1]] if found else []


def _mention(text: str, found: re.Match[str]) -> DateMention:
    parts = {k: int(v) for k, v in found.groupdict().items() if v and k != "mark"}
    year = parts.get("year")
    if year is not None and year < 100:
        year += 2000
    return DateMention(
        start=found.start(),
        end=found.end(),
        text=text[found.start() : found.end()],
        day=parts.get("day"),
        month=parts.get("month"),
        year=year,
    )
