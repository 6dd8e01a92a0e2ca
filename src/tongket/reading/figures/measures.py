"""Numbers of a sentence grouped into measures: n of N, a percentage beside it, a bare count or amount."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.vietnamese import NumberMention, find_numbers

_GROWTH = re.compile(
    r"(tăng|giảm|vượt|hơn|thấp hơn|cao hơn|nhanh hơn|chậm hơn|gấp)\s*(thêm|so|được|khoảng|gần|trên|hơn|lên|xuống|cao|thấp)?\s*$"
)
_GROWTH_AFTER = re.compile(r"^[^,.;()]{0,25}?\b(so với|so cùng kỳ)\b")
_DURATION = re.compile(r"\s*(giờ|phút|tuần|tháng|năm|ngày(?! công))\b")
_EARLIER = re.compile(r"(cùng kỳ|năm trước|kỳ trước|so với năm \d{4}|năm ngoái)[^,.;]{0,40}\(?\s*$")
_OF_WHOLE = re.compile(
    r"^[^.;:]{0,60}?(\b(trong|trên)( tổng( số| chi| thu| vốn| kinh phí)?| số)?|\bso với (dự toán|kế hoạch|chỉ tiêu|tổng số)( được)?( giao)?(?: là)?"
    r"|/|\bcủa tổng số)\s*(?:được giao |giao |là )?$"
)
_WHOLE_BEFORE = re.compile(
    r"(tổng số|trong số|\btrong|được giao|giao chỉ tiêu|chỉ tiêu( được)?( giao)?|kế hoạch[^;.]{0,40}|dự toán[^;.]{0,30}|thuộc diện|"
    r"tiếp nhận( mới)?|phải (thực hiện|nộp|gửi|giải quyết)|đăng ký|tổng|nhu cầu|xảy ra|phát sinh|phát hiện|cần|thụ lý|nhận)"
    r"\s*(là|:|có|gồm|năm \d{4}( là)?|cả năm( là)?)?\s*$"
)
_DONE_BEFORE = re.compile(
    r"(thực hiện|hoàn thành|giải quyết|khắc phục|đạt|đã|được|xử lý|bố trí|giải ngân|khám phá|làm rõ|trong đó( có)?|"
    r"có|còn|chi|thu|nộp|tổ chức|kiểm tra|triển khai|kiện toàn|diễn tập|nhận|khá, giỏi|đúng hạn|kịp thời)"
    r"[^;]{0,50}$"
)
_WHOLE_NEXT = re.compile(
    r"(dự toán|kế hoạch|chỉ tiêu|tổng số|tổng vốn|nhu cầu|số phải \w+)( (được )?(giao|đề ra|phê duyệt|năm|cả năm|vốn))*"
    r"( năm \d{4})?\s*(là|:)?\s*[(]?\s*$"
)
_PLAN_AFTER = re.compile(r"^[^,;.()]{0,25}\b(theo kế hoạch|kế hoạch|dự toán|chỉ tiêu|được giao|thuộc diện)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Numbers of one sentence that belong together. Places are characters of the sentence's paragraph."""

    count: NumberMention | None = None
    whole: NumberMention | None = None
    percent: NumberMention | None = None

    @property
    def mentions(self) -> tuple[NumberMention, ...]:
        """The numbers, in the order of the text."""
        there = {id(m): m for m in (self.count, self.whole, self.percent) if m is not None}
        return tuple(sorted(there.values(), key=lambda m: m.start))

    @property
    def start(self) -> int:
        """Where the first number begins."""
        return self.mentions[0].start

    @property
    def end(self) -> int:
        """Where the last number ends."""
        return max(m.end for m in self.mentions)

    @property
    def is_pair(self) -> bool:
        """Whether it has both n and N."""
        return self.count is not None and (self.whole is not None or self.count.denominator is not None)

    @property
    def money(self) -> Decimal | None:
        """The money multiplier (to đồng) of its numbers, None where they count things."""
        return next((m.money for m in (self.count, self.whole) if m is not None and m.money is not None), None)


def measures(folded: str, start: int, end: int, text: str) -> list[Measure]:
    """The measures of ``text[start:end]``; ``folded`` is the same text folded, of the same length."""
    kept = [m for m in _numbers(text, start, end) if not _aside(folded, m, start, end)]
    return _with_percentages(_pairs(kept, folded, start), folded)


def _numbers(text: str, start: int, end: int) -> list[NumberMention]:
    found = find_numbers(text[start:end])
    return [replace(m, start=m.start + start, end=m.end + start) for m in found]


def _aside(folded: str, m: NumberMention, start: int, end: int) -> bool:
    """Growth remarks, earlier years' figures and durations state nothing of this period."""
    before, after = folded[max(start, m.start - 60) : m.start], folded[m.end : min(end, m.end + 40)]
    if _EARLIER.search(before) or (_DURATION.match(folded, m.end) and not m.percent):
        return True
    growth = _GROWTH.search(before)
    if growth and m.percent:
        return True
    return bool(growth and growth.group(1) in ("tăng", "giảm", "vượt") and _GROWTH_AFTER.search(after))


def _pairs(mentions: Sequence[NumberMention], folded: str, start: int) -> list[Measure]:
    found: list[Measure] = []
    i = 0
    while i < len(mentions):
        first = mentions[i]
        if first.percent:
            found.append(Measure(percent=first))
        elif first.denominator is not None:
            found.append(Measure(count=first))
        else:
            step, measure = _pair_at(mentions, i, folded, start)
            found.append(measure)
            i += step
        i += 1
    return found


def _pair_at(mentions: Sequence[NumberMention], i: int, folded: str, start: int) -> tuple[int, Measure]:
    """The measure that begins at mention ``i``, and how many further mentions it takes."""
    first = mentions[i]
    alone = Measure(count=first)
    following = [(k, m) for k, m in enumerate(mentions[i + 1 : i + 3], start=1) if not m.percent]
    if not following:
        return 0, alone
    step, second = following[0]
    between = folded[first.end : second.start]
    if second.denominator is not None or len(between) > 110 or (first.money is None) != (second.money is None):
        return 0, alone
    if step == 2 and len(between) > 80:
        return 0, alone
    percent = mentions[i + 1] if step == 2 else None
    if _OF_WHOLE.search(between) or _WHOLE_NEXT.search(between):
        return step, Measure(count=first, whole=second, percent=percent)
    before = folded[max(start, first.start - 60) : first.start]
    whole_first = _WHOLE_BEFORE.search(before) or _PLAN_AFTER.search(folded[first.end : second.start])
    if whole_first and not _parted(between) and _done(between, first, second):
        return step, Measure(count=second, whole=first, percent=percent)
    return 0, alone


def _parted(between: str) -> bool:
    """Whether a stop, or a semicolon that does not go on with what was done, stands between two numbers."""
    return "." in between.replace("...", "") or bool(
        re.search(r";(?!\s*(đến|đã|kết quả|thực hiện|trong đó|hoàn thành))", between)
    )


def _done(between: str, whole: NumberMention, count: NumberMention) -> bool:
    """Whether the later number looks like the part of the earlier one that was done."""
    same_thing = re.fullmatch(r"[^,;.\d]{0,40},\s*(trong đó )?(có |đã )?", between) and count.value <= whole.value
    return bool(_DONE_BEFORE.search(between) or same_thing)


def _with_percentages(found: Sequence[Measure], folded: str) -> list[Measure]:
    """A percentage joins the pair or count it stands beside: "(90%)", ", đạt 90%", "96,3% (26/27)"."""
    out: list[Measure] = []
    for measure in found:
        last = out[-1] if out else None
        if last is not None and _joins(last, measure, folded):
            out[-1] = _join(last, measure)
        else:
            out.append(measure)
    return out


def _join(a: Measure, b: Measure) -> Measure:
    return Measure(count=a.count or b.count, whole=a.whole or b.whole, percent=a.percent or b.percent)


def _joins(a: Measure, b: Measure, folded: str) -> bool:
    between = folded[a.end : b.start]
    if ";" in between or ". " in between:
        return False
    if b.percent is not None and b.count is None and a.percent is None and a.count is not None:
        near = re.fullmatch(
            r"[^,;()]{0,60}[,(\s]*(?:(?:và )?(?:đạt|bằng|chiếm|tương ứng|tỷ lệ|tỉ lệ|đạt tỷ lệ|=|là|tương đương|đã|hoàn thành)[^,;()\d]{0,45})?\s*",
            between,
        )
        return near is not None and (a.is_pair or bool(re.search(r"[(]\s*$|đạt|bằng|chiếm|tỷ lệ|tỉ lệ", between)))
    if a.percent is not None and a.count is None and b.percent is None and b.count is not None:
        return b.is_pair and (re.fullmatch(r"[^;.]{0,70}[(,:]?[^;.()]{0,30}", between) is not None)
    return False
