"""Numbers of a sentence grouped into measures: n of N, a percentage beside it, a bare count or amount."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.reading.figures.asides import Remark, remark
from tongket.reading.figures.chains import part_shown, plans_another
from tongket.reading.figures.pairing import Order, order, told_alone
from tongket.vietnamese import NumberMention, find_numbers

_OPENS_PARTS = re.compile(r"\b(trong đó|gồm|chia ra|cụ thể|có)\b|[:(]")
_ARE_PARTS = re.compile(r"\b(gồm|chia ra)\b")
_ALL_BEFORE = re.compile(r"\b(toàn bộ|(?<!có )(?<!gồm )(?<!là )tất cả|(?<!tất )cả|đủ cả)\s*$")
_ALL_AFTER = re.compile(r"[^.;:\d(]{0,60}?\b(đều|tất cả|cả \w+ đều)\b")
_LIMITS = re.compile(r"[^,;.()\d]{0,25}\b(?:thuộc thẩm quyền|đủ điều kiện|thuộc diện|đến hạn|phải \w+)\b")
_LIMITED = re.compile(r"\b(?:thuộc thẩm quyền|đủ điều kiện|thuộc diện|đến hạn|đến lượt)(?: là| có|:)?\s*$")
_TERRITORIES = re.compile(
    r"\b(xã|phường|thị trấn|cơ quan|khóm|thôn|xóm|sở|ban), (phường|thị trấn|đơn vị|xã|ấp|tổ|ban|ngành)\b"
)
_OF_IT = re.compile(r"\s*(?:trên|trong)(?: tổng)?(?: số)?\s*")
_ROW = re.compile(r"\s*(?:\((?:năm )?20\d\d\))?\s*(?:[,;]|và|, và|; và)\s*(?:(?:năm )?20\d\d:?\s*)?")
_YEARLY = re.compile(r"[^.\d]{0,40}\b(?:năm )?20\d\d\s*(?::|là|đạt|=)?\s*")
_ENDS = re.compile(r"\s*(?:[,;.)]|và\b|\(|$)")
_JOINING = re.compile(
    r"[^,;()]{0,60}[,(\s]*(?:(?:và )?(?:đạt|bằng|chiếm|tương ứng|tỷ lệ|tỉ lệ|đạt tỷ lệ|=|là|tương đương|đã|hoàn thành)[^,;()\d]{0,45})?\s*"
)
_DIRECT = re.compile(
    r"(?:[(]|\b(?:đạt|bằng|chiếm|tương ứng|là|tỷ lệ|tỉ lệ)|=)\s*(?:tỷ lệ|tỉ lệ|là|khoảng|trên|hơn|gần)?\s*$|^\s*$"
)
_YEAR_OPENS = re.compile(r"\((?:cùng kỳ |cả )?(?:năm )?(20\d\d)(?:\s*:|\s+(?:là|có|đạt))?\s*$")
_CLOSES = re.compile(r"[^();:\d]{0,25}\)")
_AMOUNTS = re.compile(
    r"[^;.()\d]{0,70}\b(?:tương ứng|tương đương)(?: với)?(?: số (?:tiền|thu|chi))?(?: là)?\s*"
    r"|[^;.()\d]{0,50}\b(?:số tiền|số thu|số chi)(?: là)?\s*"
)
"""From a share to what it comes to: "96% dự toán, tương ứng 71 tỷ đồng"."""
_SHARE = re.compile(r"[(]\s*$|đạt|bằng|chiếm|tỷ lệ|tỉ lệ|=|tương ứng")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Numbers of one sentence that belong together. Places are characters of the sentence's paragraph."""

    count: NumberMention | None = None
    whole: NumberMention | None = None
    percent: NumberMention | None = None
    remark: Remark = Remark.NONE
    perhaps: bool = False
    """``whole`` belongs to ``count`` only where an indicator counts both."""

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
    def is_whole(self) -> bool:
        """Whether its count is all there were, or what was planned, told without the part."""
        return bool(self.remark & (Remark.OF_ALL | Remark.PLANNED))

    @property
    def money(self) -> Decimal | None:
        """The money multiplier (to đồng) of its numbers, None where they count things."""
        return next((m.money for m in (self.count, self.whole) if m is not None and m.money is not None), None)

    @property
    def apart(self) -> tuple["Measure", ...]:
        """The two counts that a pair that is none would be."""
        counts = [m for m in self.mentions if m is not self.percent]
        first = self.remark & ~Remark.AMONG
        return tuple(
            Measure(
                count=m,
                percent=self.percent if m is self.count else None,
                remark=first if m is self.whole else self.remark,
            )
            for m in counts
        )


def measures(folded: str, start: int, end: int, text: str, *, year: int | None = None) -> list[Measure]:
    """The measures of ``text[start:end]``; ``folded`` is the same text folded, of the same length.

    ``year`` is that of a report of one year.
    """
    numbers = _with_units(
        [replace(m, start=m.start + start, end=m.end + start) for m in find_numbers(text[start:end])], folded
    )
    remarks = {id(m): remark(folded, m, start, end, span=year is None) for m in numbers}
    kept = [m for m in numbers if Remark.ASIDE not in remarks[id(m)] and not _of_another_year(m, folded, year, end)]
    kept = _without_parts(kept, folded)
    sums = {id(m) for i, m in enumerate(kept) if _run_before(kept, i, folded)}
    lacking = {id(m) for m in kept if Remark.LACKING in remarks[id(m)]}
    found = list(_pairs(kept, sums, lacking, folded, start, end))
    joined = _with_percentages(found, folded)
    told = [replace(m, remark=_all_remarks(m, remarks)) for m in joined]
    return _without_rest([_if_alone(m, folded, start, end) for m in told], folded)


def _of_another_year(m: NumberMention, folded: str, year: int | None, end: int) -> bool:
    """Whether a number stands in brackets with another year, for comparison: "74 vụ (năm 2019: 81 vụ)"."""
    opens, closes = _YEAR_OPENS.search(folded, max(0, m.start - 40), m.start), _CLOSES.match(folded, m.end, end)
    return year is not None and opens is not None and closes is not None and int(opens[1]) != year


def _with_units(numbers: Sequence[NumberMention], folded: str) -> list[NumberMention]:
    """The numbers; money told once for a row of them ("6,2; 8,4 và 9,7 tỷ đồng", "năm 2020: 3.470") is that of each."""
    out = list(numbers)
    for i in reversed(range(len(out) - 1)):
        if _bare(out[i], folded) and _ROW.fullmatch(folded[out[i].end : out[i + 1].start]):
            out[i] = replace(out[i], money=out[i + 1].money)
    for i in range(1, len(out)):
        if _bare(out[i], folded) and _YEARLY.fullmatch(folded[out[i - 1].end : out[i].start]):
            out[i] = replace(out[i], money=out[i - 1].money)
    return out


def _bare(m: NumberMention, folded: str) -> bool:
    """Whether nothing is said of what a number counts."""
    return _plain(m) and m.money is None and _ENDS.match(folded, m.end) is not None


def _if_alone(measure: Measure, folded: str, start: int, end: int) -> Measure:
    """The measure with what a count without its part is."""
    if measure.count is None or measure.is_pair or measure.percent is not None:
        return measure
    return replace(measure, remark=measure.remark | told_alone(measure.count, folded, start, end))


def _all_remarks(measure: Measure, remarks: dict[int, Remark]) -> Remark:
    """What is said of the measure's own number; of a share only where it stands alone."""
    own = measure.count or measure.percent
    return remarks.get(id(own), Remark.NONE)


def _without_parts(kept: Sequence[NumberMention], folded: str) -> list[NumberMention]:
    """The numbers without those of a breakdown: parts that add up to the number before or behind them."""
    if kept and len(re.findall(r"\b20\d\d\b", folded[max(0, kept[0].start - 80) : kept[-1].end + 20])) >= 2:
        return list(kept)
    parts: set[int] = set()
    for i, total in enumerate(kept):
        if not _plain(total):
            continue
        for run in (_run_after(kept, i, folded), _run_before(kept, i, folded)):
            if run and sum((m.value for m in run), Decimal(0)) == total.value:
                parts.update(id(m) for m in run)
    return [m for m in kept if id(m) not in parts]


def _without_rest(found: Sequence[Measure], folded: str) -> list[Measure]:
    """What is left of a whole when its part is told is lacking: "6 vụ, trong đó 5 vụ đúng hạn, 1 vụ chậm"."""
    out: list[Measure] = []
    for measure in found:
        last = out[-1] if out else None
        whole = (last.whole.value if last.whole else last.count.denominator) if last and last.count else None
        rest = whole - last.count.value if last and last.count and whole is not None else None
        if last and re.search(r"\b20\d\d\b", folded[last.end : measure.start]):
            rest = None
        alone = measure.count is not None and not measure.is_pair and measure.percent is None
        left = alone and measure.count and rest and measure.count.value == rest and not measure.count.money
        out.append(replace(measure, remark=measure.remark | Remark.LACKING) if left else measure)
    return out


def _plain(m: NumberMention) -> bool:
    return not m.percent and m.denominator is None


def _run_after(kept: Sequence[NumberMention], i: int, folded: str) -> list[NumberMention]:
    """The plain numbers of the same kind right behind number ``i`` that add up to it."""
    run: list[NumberMention] = []
    opening = folded[kept[i].end : kept[i + 1].start] if i + 1 < len(kept) else ""
    if not _OPENS_PARTS.search(opening):
        return run
    least = 2 if "(" in opening or _ARE_PARTS.search(opening) else 3
    for m in kept[i + 1 : i + 7]:
        same = (
            _plain(m) and m.money == kept[i].money and not re.search(r"\. |\b20\d\d\b", folded[kept[i].end : m.start])
        )
        if not same or sum((r.value for r in run), Decimal(0)) >= kept[i].value:
            break
        run.append(m)
    return run if len(run) >= least else []


def _run_before(kept: Sequence[NumberMention], i: int, folded: str) -> list[NumberMention]:
    """The plain numbers before number ``i`` that add up to it, where words such as "cộng là" call it their sum."""
    if i < 2 or not re.search(r"\b(cộng|tổng (số|cộng)|tổng)\b[^.;\d]{0,25}$", folded[kept[i - 1].end : kept[i].start]):
        return []
    run: list[NumberMention] = []
    for m in reversed(kept[max(0, i - 6) : i]):
        if not _plain(m) or m.money != kept[i].money:
            break
        run.append(m)
        if sum((r.value for r in run), Decimal(0)) >= kept[i].value:
            break
    return run if len(run) >= 2 and sum((r.value for r in run), Decimal(0)) == kept[i].value else []


def _pairs(
    mentions: Sequence[NumberMention], sums: Set[int], lacking: Set[int], folded: str, start: int, end: int
) -> Iterator[Measure]:
    i = 0
    while i < len(mentions):
        first = mentions[i]
        if first.percent:
            yield Measure(percent=first)
        elif first.denominator is not None:
            yield Measure(count=first)
        else:
            apart = i + 1 < len(mentions) and id(mentions[i + 1]) in sums
            over = None if apart else _pair_over_rest(mentions, i, lacking, folded, start, end)
            step, measure = over or ((0, Measure(count=first)) if apart else _pair_at(mentions, i, folded, start, end))
            yield measure
            if over:
                yield Measure(count=mentions[i + 1])
            i += step
        i += 1


def _pair_over_rest(
    mentions: Sequence[NumberMention], i: int, lacking: Set[int], folded: str, start: int, end: int
) -> tuple[int, Measure] | None:
    """The pair around the rest that is told between whole and part: "11 nội dung; còn 2 nội dung đang làm, 9 đã xong"."""
    first, rest, second = (*mentions[i : i + 3], None, None, None)[:3]
    if first is None or rest is None or second is None or not (_plain(rest) and _plain(second)):
        return None
    whole, part = max(first.value, second.value), min(first.value, second.value)
    if id(rest) not in lacking or part + rest.value != whole:
        return None
    found = order(first, second, folded, start, end)
    if found is Order.NONE and first.value < second.value:
        return None
    of_first = found is not Order.PART_FIRST
    return 2, Measure(
        count=second if of_first else first,
        whole=first if of_first else second,
        perhaps=found in (Order.PERHAPS_WHOLE_FIRST, Order.NONE),
    )


def _pair_at(mentions: Sequence[NumberMention], i: int, folded: str, start: int, end: int) -> tuple[int, Measure]:
    """The measure that begins at mention ``i``, and how many further mentions it takes."""
    first = mentions[i]
    following = next(((k, m) for k, m in enumerate(mentions[i + 1 : i + 3], start=1) if not m.percent), None)
    if following is not None:
        step, second = following
        if part_shown(mentions, i, folded):
            return 1, Measure(count=second, whole=first)
        found = order(first, second, folded, start, end)
        if found is Order.PART_FIRST and plans_another(mentions, i, step, folded):
            found = Order.NONE
        of_it = _OF_IT.fullmatch(folded, first.end, second.start)
        if (
            step == 1
            and not of_it
            and i + 2 < len(mentions)
            and _is_whole_of(second, mentions[i + 2], folded, start, end)
        ):
            found = Order.NONE
        percent = mentions[i + 1] if step == 2 else None
        if found is Order.PART_FIRST:
            return step, Measure(count=first, whole=second, percent=percent)
        if found is not Order.NONE and step == 1:
            perhaps = found is Order.PERHAPS_WHOLE_FIRST
            return step, Measure(count=second, whole=first, perhaps=perhaps)
    told_next = following is not None and following[1].denominator == first.value
    if not told_next and _all_of(first, folded, start, end):
        return 0, Measure(count=first, whole=first, perhaps=True)
    return 0, Measure(count=first)


def _is_whole_of(whole: NumberMention, part: NumberMention, folded: str, start: int, end: int) -> bool:
    """Whether a number that limits what was told before it ("35 đơn thuộc thẩm quyền") is the whole of the next one."""
    limited = _LIMITS.match(folded[whole.end : part.start]) or _LIMITED.search(folded[start : whole.start])
    return limited is not None and not part.percent and order(whole, part, folded, start, end) is not Order.NONE


def _agree(pair: Measure, percent: NumberMention) -> bool:
    """Whether a share is what n of N come to; true where there is no N to tell."""
    count = pair.count
    whole = pair.whole.value if pair.whole else count.denominator if count else None
    return not whole or count is None or abs(count.value / whole * 100 - percent.value) < Decimal("1.1")


def _all_of(m: NumberMention, folded: str, start: int, end: int) -> bool:
    """Whether all of what is counted is meant: "cả 4 cuộc đều …", "2 sự cố, đều được …"."""
    if m.money is not None:
        return False
    before = folded[max(start, m.start - 14) : m.start]
    return bool(_ALL_BEFORE.search(before) or _ALL_AFTER.match(folded[m.end : end]))


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
    whole = a.whole or b.whole
    return Measure(
        count=a.count or b.count, whole=whole, percent=a.percent or b.percent, perhaps=a.perhaps or b.perhaps
    )


def _joins(a: Measure, b: Measure, folded: str) -> bool:
    between = _TERRITORIES.sub(r"\1 \2", folded[a.end : b.start])
    if ";" in between or ". " in between:
        return False
    if b.percent is not None and b.count is None and a.percent is None and a.count is not None:
        near = _JOINING.fullmatch(between) is not None and (a.is_pair or bool(_SHARE.search(between)))
        return near and (_DIRECT.search(between) is not None or _agree(a, b.percent))
    if a.percent is not None and a.count is None and b.percent is None and b.count is not None:
        if not b.is_pair and _AMOUNTS.fullmatch(between):
            return True
        return b.is_pair and not b.perhaps and re.fullmatch(r"[^;.]{0,70}[(,:]?[^;.()]{0,30}", between) is not None
    return False


__all__ = ["Measure", "measures"]
