"""Numbers of a sentence that state no figure of the period: growth, other periods, durations, losses, averages, parts."""

import re
from enum import Flag, auto

from tongket.vietnamese import NumberMention


class Remark(Flag):
    """What the words around a number say of it."""

    NONE = 0
    ASIDE = auto()
    """It states nothing of the period."""
    GROWTH = auto()
    """A share by which something grew: a figure only of a rate of growth."""
    LACKING = auto()
    """Those that have not, are not or did not yet: the rest, not the part that did."""
    ADDED = auto()
    """What came on top of what there was: nothing for a stock."""
    RUNNING = auto()
    """A running total: nothing for a flow."""
    WHOLE = auto()
    """All of which a part is to be told: "trong 17 đơn vị …"."""
    OVER_YEARS = auto()
    """The total of the years of a longer period: "lũy kế 05 năm"."""
    OF_ALL = auto()
    """All there were, told alone: "có 66 nhiệm vụ đến hạn", "phải nộp 33 báo cáo"."""
    PLANNED = auto()
    """What was to be done, told alone: "kế hoạch 10 cuộc", "dự toán 65 tỷ đồng"."""
    AMONG = auto()
    """Some of what was told before: "12 tập thể, 35 cá nhân, trong đó tỉnh khen 2 tập thể"."""
    IN_ALL = auto()
    """What is told of all together, behind its parts: "huyện 4, xã 6; tổng cộng 10"."""


_GROWTH = re.compile(
    r"\b(tăng|giảm|vượt|(?:thấp|cao|nhanh|chậm|nhiều|ít|lớn) hơn|gấp|bớt)"
    r"(?:\s+(?:thêm|so|với|được|khoảng|gần|trên|hơn|tới|đến|trưởng|mức|bình quân|kế hoạch|chỉ tiêu|dự toán|năm trước|cùng kỳ|năm \d{4}|là))*\s*$"
)
_COMPARED_AFTER = re.compile(
    r"[^,.;()]{0,15}?\b(?:(?:so với|so) (?:cùng kỳ|năm|kỳ|giai đoạn|đầu|trước)|(?:so với |trên )(?:tổng )?dân số)\b"
)
_AT_FIRST = re.compile(
    r"(?<!từ )\bđầu (?:năm|kỳ|giai đoạn|nhiệm kỳ)(?: 20\d\d)?,?(?: (?!xuống|lên|đến|tới)\w+){0,3} (?:có|còn|là)\s*$"
)
_DURATION = re.compile(r"\s*(giờ|phút|tuần|tháng|năm(?! (?:20\d\d|nay|trước|sau)\b)|ngày(?! (?:đêm )?công))\b")
_WORK_DAYS = re.compile(r"\bngày công [^;.:\d]{2,45}$|\bgiúp (?:nhân )?dân(?: (?:được|với|là|hơn|gần))*\s*$")
_GRADE_AFTER = re.compile(
    r"\s*(?:\w+ ){0,2}?(?:đạt |loại |xếp loại |đạt loại )*"
    r"(?:giỏi(?! *(?:,|và|hoặc|-)? *khá)|khá(?! *(?:,|và|hoặc|-)? *giỏi| trở lên)|trung bình)\b"
)
_GRADE_BEFORE = re.compile(
    r"(?<!khá, )(?<!giỏi, )(?<!khá )(?<!và )\b(?:giỏi|khá)\s*(?::|có|là)?\s*$"
    r"|\bkhá\s*(?::|có|là)?\s*\d+[^.;\d]{0,12}[,;]\s*(?:đạt|đạt yêu cầu|trung bình)\s*:?\s*$"
)
_BUILT = r"(?:xây(?: dựng)?(?: mới)?|làm mới|cất mới|sửa chữa|nâng cấp)"
_BUILT_BEFORE = re.compile(rf"\b{_BUILT} \d+[^,.;\d]{{0,12}}(?:,| và) {_BUILT}\s*$")
_BUILT_AFTER = re.compile(rf"[^,.;\d]{{0,12}}(?:,| và) {_BUILT} \d")
"""Of what is counted together, what was built and what was mended."""
_FROM = re.compile(r"\btừ (?:mức )?$")
_TO = re.compile(r"(?![^,;.]{0,45}20\d\d)[^,;.\d]{0,35}\b(?:xuống|lên|tăng lên|giảm còn)(?: còn| tới| đến)?\s*\d")
"""What it was before it rose or fell to what it is: "giảm từ 820 hộ đầu năm xuống còn 640 hộ"."""
_EARLIER = re.compile(r"(cùng kỳ|năm trước|kỳ trước|so với năm \d{4}|năm ngoái)[^,.;:]{0,40}\(?\s*$")
EARLIER_YEAR = re.compile(r"so với năm 20\d\d\s*\(\s*$")
_BEYOND = re.compile(r"\bvượt\b[^,.;:\d]{0,40}$")
_LOSS_BEFORE = re.compile(r"\b(làm|khiến|gây|thiệt hại|trị giá|xử phạt|nộp kho bạc)\b[^.;\d]{0,40}$")
_LOSS_AFTER = re.compile(r"[^.;,]{0,30}\b(chết|bị thương|mất tích|tốc mái|hư hỏng|bị sập|cuốn trôi|bị ngập)\b")
_WORTH = re.compile(r"\b(thiệt hại|trị giá|tương đương|quy ra|xử phạt|nộp kho bạc)\b[^.;,]{0,40}$")
_ENUMERATES = re.compile(r"\s*là\b")
_LIST_BEGINS = re.compile(r"(?:^|[;:.])\s*$")
"""What a list in words begins with: "Mười là, …"."""
_AGE = re.compile(r"\btuổi(?: từ)?\s*$")
_ATTENDED = re.compile(r"\s*(?:lượt|người)\b")
_INSTRUMENT = re.compile(r"\b(nđ|nq|qđ|tt|ct|nghị định|nghị quyết|quyết định|thông tư|chỉ thị)(?: số)? *$")
_LISTED_YEAR = re.compile(r"20\d\d\s*(?:,|;|và|-|–)\s*(?:năm\s*)?$")
_DAY_BEFORE = re.compile(r"\b(đến|trước|hết|tới|sau|từ|ngày|tính đến)(?: hết)?(?: ngày)?\s*$")
_AVERAGE = re.compile(
    r"\b(bình quân|trung bình)\b(?! (?:đầu |mỗi |một |trên |theo )*(?:người|hộ|nhân khẩu|lao động))[^,.;]{0,50}$"
    r"|(?<!\d )\b(hằng|hàng|mỗi) năm\b[^,.;:]{0,40}$"
)
"""An average over years; what falls to each head or household is no such thing."""
_AVERAGE_AFTER = re.compile(r"(?![^,.;\d]{0,20}/(?:người|hộ)\b)[^,.;\d]{0,25}(/năm\b|\bmỗi năm\b|\bmột năm\b)")
_LACKING_BEFORE = re.compile(r"\b(còn|hiện còn|vẫn còn|còn lại|còn tới)\s*(?:có |khoảng |gần |trên )?$")
_LACKING_AFTER = re.compile(r"(?:[^,.;:(]|\((?!còn\b)){0,45}?\b(chưa|không|thiếu|chậm|đang)\b")
_NOT_YET = re.compile(r"\bchưa (?:\w+ ){1,3}(?:là |có |: )?$")
"""The verb of what was not done yet, right before the number: "chưa duyệt 1"."""
_ADDED = re.compile(r"\b(thêm|mới có thêm|bổ sung thêm)\s*$")
_RUNNING = re.compile(
    r"\b(lũy kế|nâng tổng [^.;,\d]{2,60}|cộng dồn|tính từ (?:đầu|khi|năm)|từ (?:năm \d{4}|đầu nhiệm kỳ)\s+đến nay)\b[^.;]{0,80}$"
)
_OVER_YEARS = re.compile(
    r"\b(?:lũy kế|cộng dồn)\s+(?:cả |trong |qua |sau )?(?:0?[2-9]|hai|ba|bốn|năm) năm\b[^.;]{0,60}$"
    r"|\bgiai đoạn 20\d\d\s*[-–—]\s*20\d\d\b[^.;]{0,110}\blũy kế\s*$"
)
_OWN_TIME = re.compile(
    r"[,;(]\s*(?:trong đó |riêng |chỉ )*(?:trong |năm |giai đoạn |qua )*(?:20\d\d|(?:0?\d|hai|ba|bốn|năm) năm)\b[^.,;\d]{0,30}$"
)
"""A time of its own behind a running total: "từ trước đến nay 488 nhà, trong 5 năm qua 52 nhà"."""
_PART_OF_YEAR = re.compile(r"\b((?:3|0?6|sáu|9|chín) tháng(?: đầu| cuối)?(?: năm)?(?: \d{4})?)\b[^;.]{0,60}$")
_BY_PARTS = re.compile(r"\b(đợt|vòng|quý|vụ|kỳ) (\d|[ivx]{1,3})\s*(?::|là|có|giao|được|với)?\s*$")
_PROPOSED = re.compile(r"\bđề nghị(?! và (?:đã )?được)\b[^;.]{0,60}\b(tặng|khen|thưởng|cấp|hỗ trợ)\b[^;.]{0,40}$")
_PLANNED = re.compile(r"\((?:kế hoạch|chỉ tiêu|mục tiêu)[^()]{0,30}$")
_WHOLE_YEAR = re.compile(r"\b(cả|trong|hết|ước) năm\b")
_IN_ALL = re.compile(r"(?:^|[;,.]\s*)(?:tổng cộng|cộng lại|tính chung)(?: là| có)?:?\s*$")
_SUMS_UP = re.compile(r"\W*(?:tổng cộng|cộng lại|như vậy,? (?:tổng|cả)|tính chung)\b")
_AMONG = re.compile(r"\d[^;:.]*\btrong đó\b[^;:.]*$")
_OF_ALL = re.compile(r"\b(trong|trong số|trong tổng số)\s*$")


def remark(folded: str, m: NumberMention, start: int, end: int, *, span: bool = False) -> Remark:
    """What the words around ``m`` in the sentence from ``start`` to ``end`` say of it; ``span`` where the report is of
    several years, and the figure of an earlier one is one of its own."""
    before, after = folded[max(start, m.start - 90) : m.start], folded[m.end : min(end, m.end + 60)]
    growth = _GROWTH.search(before)
    if _PLANNED.search(before) and m.percent:
        return Remark.ASIDE
    if not (growth and m.percent) and _is_aside(before, after, m, span=span):
        return Remark.ASIDE
    if growth or (m.percent and (_EARLIER.search(before) or _BEYOND.search(before))):
        grew = m.percent and growth is not None and growth[1] not in ("vượt", "gấp", "bớt", "giảm")
        return Remark.GROWTH if grew else Remark.ASIDE
    found = Remark.NONE
    if _lacking(before, after, m):
        found |= Remark.LACKING
    if _ADDED.search(before) or _AT_FIRST.search(before):
        found |= Remark.ADDED
    if _OVER_YEARS.search(folded[max(start, m.start - 160) : m.start]):
        found |= Remark.OVER_YEARS
    elif _RUNNING.search(folded[max(start, m.start - 120) : m.start]) and not _OWN_TIME.search(before):
        found |= Remark.RUNNING
    if _AMONG.search(folded[max(start, m.start - 120) : m.start]):
        found |= Remark.AMONG
    if _OF_ALL.search(before):
        found |= Remark.WHOLE
    if _IN_ALL.search(before):
        found |= Remark.IN_ALL
    return found


def sums_up(folded: str, start: int, end: int) -> bool:
    """Whether a sentence tells of all together what the one before it told in parts."""
    return _SUMS_UP.match(folded, start, end) is not None


def _is_aside(before: str, after: str, m: NumberMention, *, span: bool) -> bool:
    days = after.lstrip().startswith("ngày") and _WORK_DAYS.search(before)
    if _DURATION.match(after) and not days and not m.percent and m.denominator is None and m.money is None:
        return True
    if not m.percent and m.denominator is None and (_of_one_grade(before, after) or _is_built(before, after)):
        return True
    if m.text.replace(" ", "").isalpha() and _ENUMERATES.match(after) and _LIST_BEGINS.search(before):
        return True
    if _AGE.search(before) and m.denominator is None and not m.percent:
        return True
    named = _INSTRUMENT.search(before) and not _ATTENDED.match(after)
    if m.denominator is None and (named or (m.text[:2] == "20" and _LISTED_YEAR.search(before))):
        return True
    if not m.percent and _EARLIER.search(before) and not (span and EARLIER_YEAR.search(before)):
        return True
    if m.denominator is not None and m.denominator <= 12 and m.value <= 31 and _DAY_BEFORE.search(before):
        return m.value > m.denominator
    worth = _WORTH.search(before) if m.money is not None else None
    if worth and not (worth[1] == "tương đương" and "%" in before[: worth.start()]):
        return True
    if not m.percent and _LOSS_BEFORE.search(before) and _LOSS_AFTER.match(after):
        return True
    if re.search(r"\bso với (?:mức )?$", before) and re.match(r"[^.;,]{0,20}\b(năm 20\d\d|cùng kỳ|năm trước)", after):
        return True
    if _BY_PARTS.search(before) or _PROPOSED.search(before):
        return True
    if m.percent and _COMPARED_AFTER.match(after):
        return True
    if _FROM.search(before) and _TO.match(after):
        return True
    part = _PART_OF_YEAR.search(before)
    if part and not _WHOLE_YEAR.search(before[part.end(1) :]):
        return True
    return bool(_AVERAGE.search(before) or _AVERAGE_AFTER.match(after))


def _of_one_grade(before: str, after: str) -> bool:
    """Whether it counts those of one grade ("8 đơn vị giỏi", "khá 16") where figures ask for good and better."""
    return bool(_GRADE_AFTER.match(after) or _GRADE_BEFORE.search(before))


def _is_built(before: str, after: str) -> bool:
    """Whether it counts what was built, or what was mended, where figures ask for both ("xây 2, sửa chữa 3 nhà")."""
    building = re.search(rf"\b{_BUILT}\s*$", before) and _BUILT_AFTER.match(after)
    return bool(building or _BUILT_BEFORE.search(before))


def _lacking(before: str, after: str, m: NumberMention) -> bool:
    """Whether it counts those that have not yet: "còn 2 xã chưa …", "3/20 xã chưa …"."""
    if m.percent:
        return False
    if m.denominator is None and _NOT_YET.search(before):
        return True
    found = _LACKING_AFTER.match(after)
    if found is None:
        return False
    if found[1] == "chưa" and (
        m.denominator is not None or not re.search(r"\b(có|đã|là|cả)\b", after[: found.start(1)])
    ):
        return True
    return bool(_LACKING_BEFORE.search(before))


__all__ = ["Remark", "remark"]
