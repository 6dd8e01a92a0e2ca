"""Which of two numbers is the whole that the other is a part of."""

import re
from enum import Enum

from tongket.reading.figures.asides import Remark
from tongket.vietnamese import NumberMention

_UNIT = r"(?:huyện|tỉnh|xã|phường|thị xã|thị trấn|thành phố|ngành|sở|quận|địa bàn|đơn vị|cơ quan|lực lượng)"
_OF_WHOLE = re.compile(
    r"^[^.;:]{0,80}?(\b(trong|trên)( tổng[^.;:()\d]{0,50}| số)?|\bso với (dự toán|kế hoạch|chỉ tiêu|tổng số)( được)?( giao)?(?: là)?"
    r"|/(?:\s?(?:tổng[^.;:()\d]{0,50}|kế hoạch|kh\b|chỉ tiêu|dự toán)(?: năm| giao)?)?|\bcủa tổng số|\bthuộc tổng số)\s*(?:được giao |giao |là )?$"
)
_WHOLE_NEXT = re.compile(
    r"(dự toán|kế hoạch|chỉ tiêu|nghị quyết(?: (?:của )?(?:hội đồng nhân dân|hđnd))?(?: (?:cấp )?(?:huyện|tỉnh|xã|phường|thị trấn|thành phố|thị xã))?|tổng số|tổng vốn|tổng cộng|nhu cầu|số phải \w+|chương trình|(?<!bàn )\bgiao)( (được |tỉnh |huyện |trên |cấp trên )?(giao|đề ra|phê duyệt|năm|đầu năm|cả năm|vốn))*"
    r"( năm \d{4})?\s*(là|có|:)?\s*[(]?\s*(?:giao |là )?$"
    r"|\btổng (chi|số|vốn|thu|kinh phí)[^;:.()\d]{0,50}[(]\s*$"
    rf"|\b(toàn {_UNIT}|cả {_UNIT}|tổng số|trên tổng|tổng cộng)( hiện)?( có| gồm| là)?\s*$"
)
_WHOLE_BEFORE = re.compile(
    r"(tổng số|trong số|\btrong|được giao|giao chỉ tiêu|chỉ tiêu( được)?( giao)?|chỉ tiêu (?:giao quân|nhập ngũ|tuyển quân|gọi [^,;.\d]{3,30})|kế hoạch[^;.]{0,40}|dự toán[^;.]{0,40}|thuộc diện|"
    r"vốn (được )?(giao|bố trí)[^;.\d]{0,40}|tổng (số |chi |vốn |kinh phí |cộng )?[^;.,\d]{0,60}|"
    r"tiếp nhận( mới)?|phải [^,;.\d]{2,30}|đăng ký|nhu cầu|xảy ra|phát sinh|phát hiện|cần|thụ lý|nhận|ghi nhận|quản lý|trên giao|\bgiao|"
    r"chỉ ra|\bnêu|kiến nghị|yêu cầu( khắc phục| chấn chỉnh)?|nhắc nhở|lấy ý kiến|bố trí cho [^;.,\d]{2,50}|(?:dự kiến|dự định)[^;.\d]{0,40}|(?:phúc tra|kiểm tra)(?: [^,;.\d]{2,20})?|đến lượt|"
    rf"toàn {_UNIT}( hiện)?( có| gồm)?|\bcả {_UNIT}|\b{_UNIT} (hiện )?có)"
    r"\s*(là|:|có|gồm|được|năm \d{4}( là)?|cả năm( là)?)?\s*$"
    r"|\bso với (?:chỉ tiêu|kế hoạch|dự toán)(?: (?:được |trên |tỉnh |huyện )?giao| năm| đề ra)*\s*\(\s*$"
)
_DONE_BEFORE = re.compile(
    r"(thực hiện|hoàn thành|giải quyết|khắc phục|đạt|đã|được|xử lý|bố trí|giải ngân|khám phá|làm rõ|trong đó( có)?|"
    r"có|còn|chi|thu|nộp|tổ chức|kiểm tra|triển khai|kiện toàn|diễn tập|nhận|khá, giỏi|đúng hạn|kịp thời|\bthì|\bcả|\bđều|"
    r"thanh toán|phê duyệt|tập huấn|trong 24 giờ|khá giỏi|trong hạn|sửa chữa|làm xong|sử dụng|bàn giao|kết quả|cấp|gửi|phần dành)"
    r"[^;]{0,60}$"
)
_PLAN_AFTER = re.compile(
    r"^[^,;.()]{0,25}\b(theo kế hoạch|kế hoạch|dự toán|chỉ tiêu|được giao|thuộc diện|đến hạn|phải \w+|thuộc thẩm quyền|đủ điều kiện|thụ lý)\b"
)
_DONE_AFTER = re.compile(
    r"^\s*(?:\w+ ){1,3}?(?:\([^()]*\) )?(?:đã|đạt|được|hoàn thành|xếp loại|đúng hạn|trong hạn|đúng thời hạn|đúng quy định|khá, giỏi)\b"
)
_TOTAL_NEXT = re.compile(r"[,;]\s*(?:trên |trong )?tổng (?:số )?[^;:.,()\d]{2,45}\s*$")
_AGAINST = re.compile(r"\bso với\s*$")
_OF_PLAN = re.compile(r"^[^,;.()\d]{0,40}\b(?:kế hoạch|chỉ tiêu|dự toán|được giao|đề ra)\b")
_ALL_BEFORE = re.compile(
    r"\b(?:phải [^,;.\d]{2,30}|thuộc diện[^,;.\d]{0,25}|đến hạn[^,;.\d]{0,15}|thụ lý|phát sinh|tiếp nhận|tổng (?:số )?[^,;.:\d]{2,40})"
    r"\s*(?:là|:|có|gồm|được|tổng số)?\s*$"
)
_ALL_AFTER = re.compile(
    r"^[^;.()\d]{0,30}\b(?:phải \w+|đến hạn|thuộc diện|thuộc thẩm quyền|được hưởng|(?:ghi|nằm|(?:có )?tên) trong kế hoạch)\b"
)
_PLAN_BEFORE = re.compile(
    r"\b(?:(?:trên|cấp trên|tỉnh|huyện|được) giao(?: chỉ tiêu)?|chỉ tiêu|kế hoạch|kh\b|dự toán|dự định|đề ra|nhu cầu)[^,;.:()\d]{0,45}(?:là|:)?\s*$"
)
_REACHED = re.compile(
    r"\b(?:đã|hoàn thành|đạt|vượt|đủ|xong|thực hiện được|tổ chức được|giải quyết|xử lý|khắc phục|chi trả)\b"
)
_PLAN_IS = re.compile(r"kế hoạch(?: được duyệt| năm| giao)? (?:là|:)\s*$")
_BESIDE_PLAN = re.compile(r"(?:\bbằng|\btheo|\bso với|\btrong|\btrên|%)\s*(?:tổng |số )?$")
_OF_ONE_YEAR = re.compile(r"^[^,;.()\d]{0,25}\(?(?:năm )?20\d\d")
_IN_ONE_YEAR = re.compile(r"\b(?:riêng|trong đó)\b[^,;.]{0,20}\bnăm 20\d\d\b|^[^\d(]{0,30}\((?:năm )?20\d\d\s*:\s*$")
_IN_ALL = re.compile(r"[;,]\s*(?:tổng cộng|cộng lại|tính chung)(?: là| có)?:?\s*$")
"""Opens what is told of all together, behind one of them that is counted otherwise."""
_AMONG = re.compile(r",?\s*trong đó( có| đã có| đã| thì)?\s*$|,\s*(thì )?(có |đã có |đã |cả )$")
_ALL_OF_THEM = re.compile(r"[,;] (?:đã )?(?:xử lý |giải quyết )?(?:đủ )?cả\s*$")
_GENERIC = frozenset(("nơi", "đơn", "đồng", "địa", "đầu", "cơ", "trường", "điểm", "việc", "người", "cuộc", "vụ"))
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+)")


class Order(Enum):
    """How two numbers stand to each other."""

    NONE = 0
    PART_FIRST = 1
    WHOLE_FIRST = 2
    PERHAPS_WHOLE_FIRST = 3
    """A whole and its part where an indicator counts both; else two numbers."""


def order(first: NumberMention, second: NumberMention, folded: str, start: int, end: int) -> Order:
    """How ``first`` and the number ``second`` after it belong together in the sentence from ``start`` to ``end``."""
    between = folded[first.end : second.start]
    if _IN_ALL.search(between) and not _alike(folded[first.end : end], folded[second.end : end]):
        return Order.NONE
    if ("trong đó" in between and _OF_ONE_YEAR.match(folded[second.end : end])) or _IN_ONE_YEAR.search(between):
        return Order.NONE
    if second.denominator is not None or len(between) > 130 or (first.money is None) != (second.money is None):
        return Order.NONE
    if _OF_WHOLE.search(between) or _WHOLE_NEXT.search(between):
        return Order.PART_FIRST
    if second.value >= first.value and (
        _TOTAL_NEXT.search(between) or (_AGAINST.search(between) and _OF_PLAN.match(folded[second.end : end]))
    ):
        return Order.PART_FIRST
    if "." in between.replace("...", ""):
        return Order.NONE
    before = folded[max(start, first.start - 90) : first.start]
    alike = _alike(folded[first.end : end], folded[second.end : end])
    if _WHOLE_BEFORE.search(before) or _PLAN_AFTER.search(between):
        if (_DONE_BEFORE.search(between) or (alike and second.value <= first.value)) and (alike or first.money):
            return Order.PERHAPS_WHOLE_FIRST if _broken(between) else Order.WHOLE_FIRST
        return Order.PERHAPS_WHOLE_FIRST if second.value <= first.value else Order.NONE
    if second.value > first.value or _broken(between):
        return Order.NONE
    if second.value == first.value and _ALL_OF_THEM.search(between):
        return Order.WHOLE_FIRST
    if _AMONG.search(between) and alike:
        return Order.WHOLE_FIRST
    done = _DONE_BEFORE.search(between) or _DONE_AFTER.match(folded[second.end : end])
    return Order.PERHAPS_WHOLE_FIRST if alike and done else Order.NONE


def told_alone(m: NumberMention, folded: str, start: int, end: int) -> Remark:
    """What a number without a part beside it is: all there were, what was planned, or neither."""
    before, after = folded[max(start, m.start - 90) : m.start], folded[m.end : end]
    plan = _PLAN_BEFORE.search(before)
    if plan and not _REACHED.search(before[max(0, plan.start() - 24) :]):
        beside = _BESIDE_PLAN.search(before[: plan.start()]) and not _PLAN_IS.search(before)
        return Remark.NONE if beside else Remark.PLANNED
    every = _ALL_BEFORE.search(before)
    if every and not _REACHED.search(every[0]):
        return Remark.OF_ALL
    if _ALL_AFTER.match(after) and not _REACHED.search(before[-45:]):
        return Remark.OF_ALL
    return Remark.NONE


def _broken(between: str) -> bool:
    """Whether a semicolon that does not go on with what was done stands between two numbers."""
    return bool(
        re.search(
            r";(?!\s*(đến|đã|kết quả|thực hiện|trong đó|hoàn thành|thực tế|khám phá|điều tra|giải ngân|thanh toán|xử lý|khắc phục|giải quyết))",
            between,
        )
    )


def _alike(after_first: str, after_second: str) -> bool:
    """Whether both numbers count the same thing, or the second leaves it unsaid."""
    one, two = _FIRST_WORD.match(after_first), _FIRST_WORD.match(after_second)
    if one is None or two is None or after_second[: two.start(1)].strip(" "):
        return True
    return (
        one[1] == two[1]
        or two[1] in _GENERIC
        or two[1] in ("đã", "có", "được", "đều", "chỉ", "qua", "đạt", "xếp", "hoàn")
    )


__all__ = ["Order", "order", "told_alone"]
