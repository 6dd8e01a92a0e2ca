"""The columns of a table: header rows read down to what each column holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tongket.reading.blocks import Cell, Table
from tongket.reading.recognition import UnitOfMeasure
from tongket.reading.recognition.measure import money_in
from tongket.vietnamese import accent_key, parse_number

Grid = list[list[Cell | None]]


class ColumnRole(StrEnum):
    """What the cells of a column are."""

    INDEX = "index"
    CODE = "code"
    LABEL = "label"
    UNIT = "unit"
    WHOLE = "whole"
    COUNT = "count"
    PERCENT = "percent"
    NOTE = "note"
    ASIDE = "aside"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its place, role, header texts from the top down, and the year and unit the header names."""

    place: int
    role: ColumnRole
    header: tuple[str, ...]
    year: int | None = None
    total: bool = False
    """A total over several years."""
    unit: UnitOfMeasure | None = None


_ROLES: tuple[tuple[ColumnRole, str], ...] = (
    (ColumnRole.INDEX, r"^(tt|stt|số tt|số thứ tự|thứ tự)$"),
    (ColumnRole.CODE, r"^(mã|ký hiệu|mã (dòng|số|chỉ tiêu|biểu))\b"),
    (ColumnRole.NOTE, r"^(ghi chú|nguồn|cơ sở|căn cứ|thuyết minh|đánh giá|giải trình|nguyên nhân)"),
    (
        ColumnRole.ASIDE,
        r"so (với )?(cùng kỳ|năm trước|năm \d{4}|kỳ trước)|tăng,? ?giảm|tăng ?\(|cùng kỳ|năm trước|kỳ trước|lũy kế|bình quân"
        r"|trung bình|năm sau|năm tới|tốc độ tăng",
    ),
    (
        ColumnRole.PERCENT,
        r"^(tỷ lệ|tỉ lệ|tỷ trọng|%|đạt tỷ lệ|tỷ lệ đạt)|\(%\)|^đạt ?%|% ?(so|đạt|hoàn thành)|phần trăm|^th/kh",
    ),
    (ColumnRole.UNIT, r"^(đơn vị tính|đvt|đ/v tính|đơn vị đo|đv tính)\b"),
    (
        ColumnRole.WHOLE,
        r"kế hoạch|dự toán|tổng số|chỉ tiêu (được )?giao|được giao|^giao\b|nhu cầu|thuộc diện|phải (nộp|thực hiện)|^kh\b|mẫu số",
    ),
    (
        ColumnRole.COUNT,
        r"thực hiện|kết quả|đạt được|^số lượng|^số liệu|^giá trị|hoàn thành|^đã |^đạt$|^th\b|trong (năm|kỳ)|thực tế|tử số|^số \w+",
    ),
    (
        ColumnRole.LABEL,
        r"nội dung|chỉ tiêu|danh mục|hạng mục|tiêu chí|^loại|diễn giải|lĩnh vực|tên|nhiệm vụ|đơn vị|xã|huyện|phường",
    ),
)
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_YEAR = re.compile(r"\b(20\d\d)\b")
_TOTAL = re.compile(r"^(tổng( cộng)?|cộng|cả (giai đoạn|kỳ)|tổng (giai đoạn|\d+ năm).*|\d+ năm|giai đoạn .*)$")
_NUMBERING = re.compile(r"^\(?(\d{1,2}|[a-hA-H])\)?(=.*|\s*=.*)?$")
HEADER_MOST = 5


def header_rows(grid: Grid) -> int:
    """How many rows at the top are header."""
    count = 0
    for row in grid[:HEADER_MOST]:
        if not _is_header(row, first=count == 0):
            break
        count += 1
    while count < len(grid) and count and _is_numbering(grid[count]):
        count += 1
    return count


def _is_header(row: Sequence[Cell | None], *, first: bool) -> bool:
    texts = [c.text.strip() for c in dict.fromkeys(c for c in row if c is not None) if c.text.strip()]
    if not texts or (len(texts) == 1 and not (row[0] is not None and row[0].rowspan > 1)):
        return False
    roles = [_role_of(t) for t in texts]
    named = sum(r is not ColumnRole.OTHER for r in roles)
    numbers = sum(parse_number(t) is not None and not _YEAR.fullmatch(t) for t in texts)
    if numbers:
        return False
    if first:
        return named >= max(1, len(texts) // 3)
    spans = any(c is not None and c.rowspan > 1 for c in row)
    return named >= max(1, len(texts) // 2) or (spans and named > 0)


def _is_numbering(row: Sequence[Cell | None]) -> bool:
    texts = [c.text.strip() for c in row if c is not None and c.text.strip()]
    return len(texts) >= 3 and all(_NUMBERING.match(t) for t in texts)


def _role_of(text: str) -> ColumnRole:
    words = accent_key(text).strip(" .:;*")
    if _YEAR.search(words) and re.fullmatch(r"(kết quả |thực hiện )?(năm )?20\d\d( \(.*\))?", words):
        return ColumnRole.COUNT
    return next((role for role, pattern in _PATTERNS if pattern.search(words)), ColumnRole.OTHER)


def columns(table: Table, grid: Grid, header: int) -> list[Column]:
    """Every column with its role; without a header the widest text column is the label, numbers are counts."""
    if not header:
        return _guessed(grid)
    paths = [_path(grid, header, place) for place in range(table.columns)]
    found = [_column(place, path) for place, path in enumerate(paths)]
    return _settled(found)


def _path(grid: Grid, header: int, place: int) -> tuple[str, ...]:
    cells = dict.fromkeys(c for c in (grid[r][place] for r in range(header)) if c is not None)
    return tuple(c.text.strip() for c in cells if c.text.strip() and not _NUMBERING.match(c.text.strip()))


def _column(place: int, path: tuple[str, ...]) -> Column:
    roles = [_role_of(text) for text in reversed(path)]
    role = next((r for r in roles if r is not ColumnRole.OTHER), ColumnRole.OTHER)
    if any(_role_of(text) is ColumnRole.ASIDE for text in path):
        role = ColumnRole.ASIDE
    years = [int(y) for text in path for y in _YEAR.findall(text)]
    return Column(
        place=place,
        role=role,
        header=path,
        year=years[-1] if len(set(years)) == 1 else None,
        total=bool(path) and bool(_TOTAL.match(accent_key(path[-1]))),
        unit=next((u for u in map(money_in, reversed(path)) if u is not None), None),
    )


def _settled(found: list[Column]) -> list[Column]:
    """One label column; a lone "tổng số" is the count, a second label column that holds targets is the whole."""
    label = next((c for c in found if c.role is ColumnRole.LABEL), None)
    counts = [c for c in found if c.role is ColumnRole.COUNT or c.total]
    out = []
    for column in found:
        role = column.role
        if role is ColumnRole.LABEL and label is not None and column.place != label.place:
            role = ColumnRole.OTHER
        if role is ColumnRole.WHOLE and not counts:
            role = ColumnRole.COUNT
        if role is ColumnRole.WHOLE and label is None and column.place <= 1:
            role = ColumnRole.LABEL
            label = column
        if column.total and role is ColumnRole.OTHER:
            role = ColumnRole.COUNT
        out.append(_with_role(column, role))
    return out


def _with_role(column: Column, role: ColumnRole) -> Column:
    return Column(
        place=column.place, role=role, header=column.header, year=column.year, total=column.total, unit=column.unit
    )


def _guessed(grid: Grid) -> list[Column]:
    width = max(map(len, grid), default=0)
    letters = [sum(len(c.text) for row in grid if (c := row[p]) and parse_number(c.text) is None) for p in range(width)]
    label = max(range(width), key=letters.__getitem__, default=0)
    return [
        Column(
            place=p,
            role=ColumnRole.LABEL if p == label else ColumnRole.COUNT if p > label else ColumnRole.INDEX,
            header=(),
        )
        for p in range(width)
    ]
