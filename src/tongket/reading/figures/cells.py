"""Numbers in table cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.reading.table_cells import Cell
from tongket.vietnamese import accent_key, find_numbers, parse_number

_NUMBER = r"\d[\d.,]*"
_FRACTION = re.compile(rf"^({_NUMBER})\s*/\s*({_NUMBER})\b\s*(?P<rest>[^\d]{{0,40}})(?:({_NUMBER})\s*%[^\d]{{0,12}})?$")
_NOTHING = re.compile(
    r"^(?!.*\b(số liệu|thống kê|thông tin)\b)(không( (có|phát sinh|tổ chức|xảy ra|có vụ nào))?|chưa (phát sinh|tổ chức)|ko)( .{0,20})?\.?$"
)
_LOOSE = re.compile(rf"^[^\d]{{0,12}}{_NUMBER}\s*(%|[^\d]{{0,30}})$")
_AND_SHARE = re.compile(
    rf"^(?P<first>[^\d]{{0,12}}{_NUMBER}[^\d%(;,]{{0,30}})[(;,]?\s*(đạt |bằng |chiếm |tỷ lệ )?{_NUMBER}\s*%[^\d]{{0,12}}$"
)
_SHARE_ALONE = re.compile(rf"^(đạt |bằng |tỷ lệ )?\W?({_NUMBER})\s*%\W*$")
_PLAN_ALONE = re.compile(
    rf"^\W*(?:dự toán|kế hoạch|kh|chỉ tiêu)(?: (?:năm|cả năm|giao|được giao|tỉnh giao|huyện giao|là))*\s*:?\s*({_NUMBER})([^\d,;(]{{0,20}})\W*$"
)
_ALL_ALONE = re.compile(
    rf"^\W*(?:(?:trên |trong )?(?:tổng số|tổng)|(?:trên |trong )?(?:toàn|cả) (?:huyện|tỉnh|xã|phường|thị trấn|thành phố|thị xã))(?: có| là)?\s*:?\s*({_NUMBER})([^\d,;(]{{0,24}})\W*$"
)
_DASH = re.compile(r"^[-–—]+$")
_DASH_NOTE = re.compile(
    r"(?:dấu|ký hiệu|ô (?:có|ghi)(?: dấu)?)\s*[“\"'(]?\s*[-–—]\s*[”\"')]?\s*(?:là|:|=|nghĩa là|chỉ|thể hiện|ghi ở|cho biết)?\s*([^.;\n]{0,60})"
    r"|[(“\"][-–—][)”\"]\s*(?:(?:là|:|=|nghĩa là)\s*|(?=không\b))([^.;\n]{0,60})"
)
_SHORT_NOTE = re.compile(r"\b([A-Z]{2,5})\s*(?::|=|là)\s*(không (?:phát sinh|có|tổ chức|xảy ra))")
_NONE_MEANT = re.compile(r"\bkhông (phát sinh|có(?! số liệu)|tổ chức|xảy ra|thực hiện|diễn ra)|\b(bằng|số) (0|không)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNumber:
    """What a cell states: one number, or n and N; ``money`` is the multiplier to đồng where the cell names it."""

    value: Decimal
    denominator: Decimal | None = None
    percent: bool = False
    money: Decimal | None = None
    nothing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What the notes to a table say that signs and letters in its cells stand for nothing occurred."""

    dash: bool = False
    short: frozenset[str] = field(default=frozenset())


def read_notes(texts: Sequence[str]) -> Notes:
    """The meaning of "-" and of letters ("KPS: không phát sinh") in the texts around a table."""
    dash, short = False, set[str]()
    for text in texts:
        if meant := _DASH_NOTE.search(accent_key(text)):
            dash = dash or bool(_NONE_MEANT.search(meant[1] or meant[2] or ""))
        short |= {m[1] for m in _SHORT_NOTE.finditer(text)}
    return Notes(dash=dash, short=frozenset(short))


def cell_number(cell: Cell) -> CellNumber | None:
    """The number of a cell; None for a blank, a dash, or words."""
    found = cell_numbers(cell, Notes())
    return found[0] if found else None


def cell_numbers(cell: Cell, notes: Notes) -> tuple[CellNumber, ...]:
    """The number of a cell and the percentage beside it, if it states any."""
    if cell.number is not None:
        return (CellNumber(value=cell.number.scaleb(2) if cell.percent else cell.number, percent=cell.percent),)
    text = " ".join(cell.text.split())
    if not text:
        return ()
    if (plain := parse_number(text)) is not None:
        return (CellNumber(value=plain),)
    if (_DASH.match(text) and notes.dash) or text in notes.short or _NOTHING.match(accent_key(text)):
        return (CellNumber(value=Decimal(0), nothing=True),)
    return _written(text)


def _written(text: str) -> tuple[CellNumber, ...]:
    """Numbers with words: "6 văn bản", "7/7 công dân (đạt 100%)", "12 (85%)"."""
    if fraction := _FRACTION.match(text):
        n, whole, share = parse_number(fraction[1]), parse_number(fraction[2]), parse_number(fraction[4] or "")
        if n is None or whole is None:
            return ()
        money = next((m.money for m in find_numbers(f"1 {fraction['rest']}") if m.money is not None), None)
        first = CellNumber(value=n, denominator=whole, money=money)
        return (first,) if share is None else (first, CellNumber(value=share, percent=True))
    if beside := _AND_SHARE.match(text):
        found = find_numbers(text)
        if len(found) == 2 and found[1].percent and found[0].end <= beside.end("first"):
            return _of(text, 0), _of(text, 1)
    if _LOOSE.match(text) and len(find_numbers(text)) == 1:
        return (_of(text, 0),)
    return ()


def _of(text: str, place: int) -> CellNumber:
    m = find_numbers(text)[place]
    return CellNumber(value=m.value, denominator=m.denominator, percent=m.percent, money=m.money)


def share_alone(text: str) -> CellNumber | None:
    """The percentage that a note states and nothing else ("đạt 98%")."""
    found = _SHARE_ALONE.match(" ".join(accent_key(text).split()))
    value = parse_number(found[2]) if found else None
    return CellNumber(value=value, percent=True) if value is not None else None


def plan_alone(text: str) -> CellNumber | None:
    """The plan that a note states and nothing else ("dự toán 262.000", "KH: 12 cuộc")."""
    found = _PLAN_ALONE.match(" ".join(accent_key(text).split()))
    if found is None or (value := parse_number(found[1])) is None:
        return None
    money = next((m.money for m in find_numbers(f"1 {found[2]}") if m.money is not None), None)
    return CellNumber(value=value, money=money)


def all_alone(text: str) -> CellNumber | None:
    """All there are, as a note tells it and nothing else ("Tổng số 11 xã", "toàn huyện có 9 xã")."""
    found = _ALL_ALONE.match(" ".join(accent_key(text).split()))
    value = parse_number(found[1]) if found else None
    return CellNumber(value=value) if value is not None else None


def is_dash(text: str) -> bool:
    """Whether a cell holds only a dash or dots."""
    return bool(_DASH.match(text.strip())) or text.strip() in ("x", "…", "...", "/")
