"""What the words of a header say: what a column or a row holds, and of which time it speaks."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from tongket.vietnamese import accent_key


class ColumnRole(StrEnum):
    """What the cells of a column (or of a row) are."""

    INDEX = "index"
    CODE = "code"
    LABEL = "label"
    UNIT = "unit"
    WHOLE = "whole"
    COUNT = "count"
    PERCENT = "percent"
    NOTE = "note"
    ASIDE = "aside"
    TIME = "time"
    NAMES = "names"
    PARTS = "parts"
    ALL = "all"
    """All there are, told in a note beside a plan and a result."""
    OTHER = "other"


SPAN = "span"
OTHER_TIME = "other"
"""A time that is none of the report's years: half a year, some of the years, before and after."""

_ROLES: tuple[tuple[ColumnRole, str], ...] = (
    (ColumnRole.INDEX, r"^(tt|stt|số tt|số thứ tự|thứ tự)$"),
    (ColumnRole.CODE, r"^(mã|ký hiệu|mã (dòng|số|chỉ tiêu|biểu))\b"),
    (ColumnRole.NOTE, r"^(ghi chú|nguồn|cơ sở|căn cứ|thuyết minh|đánh giá|giải trình|nguyên nhân|lý do|minh chứng)"),
    (
        ColumnRole.ASIDE,
        r"so (với )?(cùng kỳ|năm trước|(năm )?20\d\d|kỳ trước)|tăng,? ?giảm|tăng ?[(/]|cùng kỳ|năm trước|kỳ trước|lũy kế|luỹ kế"
        r"|bình quân|trung bình|năm sau|năm tới|tốc độ tăng|^so sánh(?!.*(th ?/ ?(kh|dt)\b|kế hoạch|dự toán|chỉ tiêu|nghị quyết|\b(kh|nq)\b))|chênh lệch|^\+/-|^chưa \w+|^(số )?còn (lại|tồn)|^không đạt|^xếp (loại|hạng|thứ)|^tăng\b|^giảm\b"
        r"|20\d\d ?(so|/) ?(với )?(năm )?20\d\d|^bq\b",
    ),
    (
        ColumnRole.PERCENT,
        r"^(tỷ lệ|tỉ lệ|tỷ trọng|%|đạt tỷ lệ|tỷ lệ đạt)|\(%\)|^đạt ?%|% ?(so|đạt|hoàn thành)|phần trăm|\bth ?/ ?(kh|dt|nq|ct)\b|^đạt \(",
    ),
    (ColumnRole.UNIT, r"^(đơn vị tính|đvt|đ/v tính|đơn vị đo|đv tính|đ\.?v\.?t)\b"),
    (
        ColumnRole.WHOLE,
        r"kế hoạch|dự toán|tổng số|chỉ tiêu (trên )?(được )?giao|được giao|^giao\b|nhu cầu|thuộc diện|phải (nộp|thực hiện)"
        r"|\bkh\b|^(theo |chỉ tiêu )?(nghị quyết|nq)\b|mẫu số|^mục tiêu|^ct( giao)?$|^dt$|^tổng$|^(số |tổng số )?(đơn |vụ |hồ sơ )?(đã )?(thụ lý|tiếp nhận)$",
    ),
    (
        ColumnRole.COUNT,
        r"thực hiện|kết quả|đạt được|^số lượng|^số liệu|^giá trị|hoàn thành|^đã |^đạt$|\bth\b|trong (năm|kỳ)|thực tế|tử số"
        r"|^số \w+|quyết toán|^ước\b|^kq$|^(cả năm|năm nay)$|^(đã )?(làm |chi |thu |giải quyết )?xong$",
    ),
    (
        ColumnRole.LABEL,
        r"nội dung|chỉ tiêu|danh mục|hạng mục|tiêu chí|^loại|diễn giải|lĩnh vực|tên|nhiệm vụ|đơn vị|xã|huyện|phường|^khoản",
    ),
)
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_ONLY_WHOLE = re.compile(
    r"(số |tổng |theo |trên |trong |so với |chỉ tiêu )?(kế hoạch|kh|dự toán|chỉ tiêu|nghị quyết|nq|tổng số|tổng|nhu cầu|mẫu số)"
    r"( (năm|hđnd|hội đồng nhân dân|trên|cấp trên|huyện|tỉnh|được|giao|đề ra|theo kế hoạch)| \w+ thống?)*"
    r"|(?:được|trên|cấp trên|tỉnh|huyện|quân khu|trung ương)(?: \w+)? giao(?: chỉ tiêu)?|(?:số |tổng số )?phải (?:thực hiện|hoàn thành|đạt|làm)"
)
_ONLY_COUNT = re.compile(
    r"(số |trong đó:? )?(đã )?(thực hiện|th|kết quả|kq|đạt|hoàn thành|tử số|quyết toán|thực tế|số lượng|thực (chi|thu)|chi|giải ngân|tổ chức)"
    r"( (được|đạt|đạt được|năm|thực tế|thực hiện|trong năm|trong kỳ))*|(?:đã )?làm (?:được|xong)"
)
_ONLY_PERCENT = re.compile(r"(tỷ lệ|tỉ lệ|%|đạt %|đạt tỷ lệ|phần trăm)( (đạt|hoàn thành|thực hiện|%|\(%\)|đạt được))*")
_PLAN = re.compile(r"\b(kế hoạch|kh|chỉ tiêu|nghị quyết|nq|mục tiêu|được giao|giao)\b")
_ALL = re.compile(r"\b(tổng|thuộc diện|phải|hiện có|toàn)\b")
_OF_PLAN = re.compile(r"\b(so (với )?|th ?/ ?|/ ?|kết quả )(kế hoạch|kh|chỉ tiêu|ct|nghị quyết|nq|mục tiêu|giao)\b")
_WHOLE_OF = re.compile(r"\b(theo kế hoạch|được giao|kế hoạch|dự toán|chỉ tiêu|thuộc diện|phải \w+|tổng số)\b")

_YEAR = re.compile(r"(?<![\d-])(20\d\d)(?![\d]|/\w*[a-zđ])")
_TWO_YEARS = re.compile(r"20\d\d\s*(?:-|–|—|đến|tới)\s*(?:năm\s*)?20\d\d")
_PART_OF_YEAR = re.compile(r"\b(\d+|sáu|chín|ba) tháng\b|\bquý\b|\btháng \d")
_TOTAL = re.compile(
    r"^(tổng( cộng| số| cả giai đoạn| toàn (kỳ|giai đoạn))?|cộng|(cả|toàn) (giai đoạn|kỳ)"
    r"|(tổng|cộng|cả|tổng cộng|kết quả|trong|thực hiện)?( số)?\s*(của )?(\d+|hai|ba|bốn|năm) năm( qua)?|(cộng |tổng |tổng cộng )?giai đoạn|cộng dồn)\W*$"
)
_AVERAGE = re.compile(r"\b(bình quân|trung bình|lũy kế|luỹ kế|bq)\b(?! (đầu )?(người|hộ))")


@lru_cache(maxsize=4096)
def words_of(text: str) -> str:
    """The words of a header as compared: folded, without marks at the ends."""
    return accent_key(" ".join(text.split())).strip(" .:;*")


@lru_cache(maxsize=4096)
def role_of(text: str) -> ColumnRole:
    """What the header ``text`` says its column holds."""
    words = words_of(text)
    if re.fullmatch(r"(kết quả |thực hiện )?(năm )?20\d\d( \(.*\))?", words):
        return ColumnRole.COUNT
    return next((role for role, pattern in _PATTERNS if pattern.search(words)), ColumnRole.OTHER)


def bare_role(text: str) -> ColumnRole | None:
    """The role that a row's label is, where it says nothing else ("Kế hoạch", "- Thực hiện", "Tỷ lệ (%)")."""
    words = re.sub(r"\s*\([^()]*\)$", "", words_of(text).lstrip("-+• ")).strip()
    for role, pattern in (
        (ColumnRole.WHOLE, _ONLY_WHOLE), (ColumnRole.COUNT, _ONLY_COUNT), (ColumnRole.PERCENT, _ONLY_PERCENT)
    ):  # fmt: skip
        if pattern.fullmatch(words):
            return role
    return None


def speaks_of_whole(text: str) -> bool:
    """Whether a label speaks of a plan or of all there are."""
    return _WHOLE_OF.search(words_of(text)) is not None


def is_plan(header: Sequence[str]) -> bool:
    """Whether a header speaks of a plan only, and not of all there are."""
    words = " / ".join(map(words_of, header))
    return _PLAN.search(words) is not None and _ALL.search(words) is None


def is_of_plan(header: Sequence[str]) -> bool:
    """Whether a header says that a share is one of the plan ("% so với NQ", "TH/KH")."""
    return any(_OF_PLAN.search(words_of(text)) for text in header)


def is_average(text: str) -> bool:
    """Whether a header or label tells an average or a running total."""
    return _AVERAGE.search(words_of(text)) is not None


@lru_cache(maxsize=4096)
def time_of(text: str) -> str | None:
    """The time a header names: a year, the span of several years, another time; None where it names none."""
    words = words_of(text)
    if _TWO_YEARS.search(words):
        return SPAN
    years: set[str] = set(_YEAR.findall(words))
    if years and _PART_OF_YEAR.search(words):
        return OTHER_TIME
    if len(years) == 1:
        return years.pop()
    if len(years) > 1:
        return OTHER_TIME
    plain = re.sub(r"\s*\([^()]*\)$", "", words)
    return SPAN if _TOTAL.match(plain) else None


def names_part_of_year(text: str) -> bool:
    """Whether a header speaks of some months of a year only ("TH 6 tháng", "Quý III")."""
    return _PART_OF_YEAR.search(words_of(text)) is not None and "12 tháng" not in words_of(text)


def names_times(text: str) -> bool:
    """Whether a header names a column of years or periods and nothing else."""
    return re.fullmatch(r"(các )?(năm|thời gian|kỳ|kỳ báo cáo|năm thực hiện|giai đoạn)", words_of(text)) is not None


def names_year(text: str) -> bool:
    """Whether a cell holds a year and nothing else ("2019", "Năm 2019")."""
    return re.fullmatch(r"(năm |th |thực hiện )?(năm )?20[0-4]\d", words_of(text)) is not None
