"""Of which year or years each measure of a sentence speaks: "năm 2019: 12", "12 (năm 2019)", "lần lượt là …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.reading.figures.asides import EARLIER_YEAR
from tongket.reading.figures.measures import Measure
from tongket.reading.figures.territories import beside

SPAN = "span"
AND = "+"
OTHER = "other"
"""A time that is none of the report's period."""

_YEAR = re.compile(r"(?<![\d/.,-])(?:năm )?(20[0-4]\d)(?![\d/]|[.,]\d)(?!\s*[-–—]\s*20\d\d)(?! \w+ km)")
_YEARS = re.compile(r"(?:(?:các|những|trong|từng)\s+)*(?:năm\s+)?(20\d\d(?:\s*(?:,|;|và)\s*(?:năm\s+)?20\d\d)+)(?!\d)")
_RANGE = re.compile(r"(20\d\d)\s*(?:[-–—]|đến(?: hết)?(?: năm)?|tới(?: năm)?)\s*(20\d\d)")
_FROM_FIGURE = re.compile(r"\btừ (?:mức )?\d[^;.,]{0,4}[\d.,]*[^;.\d]{0,25}(?:năm )?\(?$")
"""In "từ 27 km năm 2019 đến năm 2023 là 31 km" two years are told, and no span."""
_IN_TURN = re.compile(r"\b(lần lượt|tương ứng|theo thứ tự)\b")
_WHOLE = re.compile(
    r"\b(?:(?:trong|qua|sau|cả|suốt|tổng|cộng|tổng cộng|tổng số)\s+)+(?:0?5|năm|0?\d|\w+)\s+năm\b(?! \d{4})"
    r"|\b0?5 năm(?: qua)?\b|\b(?:cả|toàn) (?:giai đoạn|kỳ|nhiệm kỳ)\b|\btổng cộng\b|\bcộng\b"
)
_COMPARED = re.compile(
    r"\b(so với|so|hơn|kế hoạch|quyết định|nghị quyết|từ|kể từ|dự toán)\s+(?:cùng kỳ )?(?:cuối |đầu |thực hiện )?$"
)
_HALF = re.compile(r"\b(?:0?6|sáu|0?9|chín|0?3|ba) tháng (?:đầu |cuối )?(?:năm )?(?=20\d\d)")
_MARK = re.compile(r"[,;:()]|\.\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Time:
    """A year or span named at ``start`` to ``end``."""

    start: int
    end: int
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """The years of a report's period, and the one that a sentence is about when it names none."""

    first: int
    last: int
    given: str | None = None

    @property
    def is_span(self) -> bool:
        """Whether the period is several years."""
        return self.first != self.last


def periods(found: Sequence[Measure], folded: str, start: int, end: int, years: Years) -> list[tuple[str | None, ...]]:
    """For each measure the periods it speaks of (None is the report's own); most speak of one."""
    if not found:
        return []
    if (series := _series(found, folded, start, end)) is not None:
        return series
    times = list(_times(folded, start, end, years))
    told: list[tuple[str | None, ...]] = []
    sticky = years.given
    for i, measure in enumerate(found):
        before = found[i - 1].end if i else start
        after = found[i + 1].start if i + 1 < len(found) else end
        behind = _behind(measure, times, folded, after)
        ahead = [
            t
            for t in times
            if before <= t.start < measure.start
            and (i == 0 or t is not _taken(found[i - 1], times, folded, measure.start))
        ]
        if behind is not None:
            told.append((behind.period,))
        elif ahead and _reaches(ahead[-1], measure, folded, years):
            told.append((ahead[-1].period,))
            if not _aside(ahead[-1], folded, start):
                sticky = ahead[-1].period if years.is_span else years.given
        else:
            told.append((sticky,))
    return [tuple(_own(p, years) for p in _split(one)) for one in told]


def _aside(time: _Time, folded: str, start: int) -> bool:
    """Whether the year stands in brackets, and is that of what stands there alone."""
    before = folded[start : time.start]
    return before.count("(") > before.count(")") and re.search(r"[;,]", before[before.rfind("(") :]) is None


def _split(periods: tuple[str | None, ...]) -> tuple[str | None, ...]:
    return tuple(q for p in periods for q in (p.split(AND) if p is not None else [p]))


def _own(period: str | None, years: Years) -> str | None:
    return None if period == SPAN and not years.is_span else period


def named_years(folded: str, start: int, end: int, years: Years) -> tuple[str | None, ...]:
    """The years a clause names ("trong các năm 2020, 2022"), for what it says did not occur."""
    listed = _YEARS.search(folded, start, end)
    if listed:
        return tuple(re.findall(r"20\d\d", listed[1]))
    times = [t for t in _times(folded, start, end, years) if not _compares(folded, t)]
    return (times[-1].period,) if times else (years.given,)


def _times(folded: str, start: int, end: int, years: Years) -> Iterator[_Time]:
    """The years, ranges of years and words for the whole span that stand in the sentence, in order."""
    found: list[_Time] = []
    for m in _RANGE.finditer(folded, start, end):
        if _FROM_FIGURE.search(folded[max(start, m.start() - 60) : m.start()]):
            continue
        whole = int(m[1]) == years.first and int(m[2]) == years.last
        found.append(_Time(start=m.start(), end=m.end(), period=SPAN if whole else OTHER))
    for m in _YEARS.finditer(folded, start, end):
        found.append(_Time(start=m.start(), end=m.end(), period=AND.join(re.findall(r"20\d\d", m[1]))))
    for m in _YEAR.finditer(folded, start, end):
        if not any(t.start <= m.start(1) < t.end for t in found):
            half = _HALF.search(folded[max(start, m.start() - 24) : m.start() + 4 + 5])
            found.append(_Time(start=m.start(), end=m.end(), period=OTHER if half else m[1]))
    if years.is_span:
        found += [_Time(start=m.start(), end=m.end(), period=SPAN) for m in _WHOLE.finditer(folded, start, end)]
    yield from sorted(found, key=lambda t: t.start)


def _compares(folded: str, time: _Time) -> bool:
    """Whether the year is only what is compared with or the year of a plan or an instrument."""
    return bool(_COMPARED.search(folded[max(0, time.start - 32) : time.start]))


def _behind(measure: Measure, times: Sequence[_Time], folded: str, limit: int) -> _Time | None:
    """The year right behind the numbers: in brackets, or with nothing but the counted noun between."""
    for time in times:
        if measure.end <= time.start < limit:
            between = folded[measure.end : time.start]
            if time.period == SPAN:
                return None
            if re.fullmatch(r"[^,;:.()\d]{0,90}\((?:năm\s*)?", between):
                return _summed(time) if re.match(r"\s*\)", folded[time.end :]) else None
            closes = re.match(r"\s*(?:$|[,;.)]|và\b|xuống|lên|tăng|giảm|đến|còn)", folded[time.end : time.end + 12])
            plain = re.fullmatch(r"[^,;:.()\d]{0,45}", between) and not _compares(folded, time)
            return time if plain and closes else None
    return None


def _summed(time: _Time) -> _Time:
    """Several years in brackets behind one number ("02 cuộc (các năm 2019 và 2022)") are told together."""
    return replace(time, period=SPAN) if AND in time.period else time


def _taken(measure: Measure, times: Sequence[_Time], folded: str, limit: int) -> _Time | None:
    return _behind(measure, times, folded, limit)


def _reaches(time: _Time, measure: Measure, folded: str, years: Years) -> bool:
    """Whether a year named before the numbers is theirs; in a report of one year only where it stands close by."""
    if _compares(folded, time):
        return years.is_span and EARLIER_YEAR.search(folded, max(0, measure.start - 32), measure.start) is not None
    between = folded[time.end : measure.start]
    if years.is_span:
        return "." not in between.replace("...", "")
    close = re.fullmatch(r"\)?\s*(?:[:,]|là|có|đạt|còn|được|giao|mở|tổ chức|xảy ra|\s)*", between) is not None
    return close or str(years.last) == time.period


def _series(found: Sequence[Measure], folded: str, start: int, end: int) -> list[tuple[str | None, ...]] | None:
    """Years in a row and as many numbers in a row: "các năm 2019, 2020, 2021 lần lượt là 5, 7 và 6"."""
    for listed in (*_YEARS.finditer(folded, start, end), *_RANGE.finditer(folded, start, end)):
        years = _listed(listed)
        run = _run(found, folded, listed.end()) or _row(found, folded, len(years))
        if len(years) >= 2 and len(run) == len(years) and (len(years) >= 3 or _IN_TURN.search(folded, start, end)):
            by_measure = {id(m): y for m, y in zip(run, years, strict=True)}
            rest = SPAN if _WHOLE.search(folded, run[-1].end, end) else None
            return [(by_measure.get(id(m), rest),) for m in found]
    return None


def _row(found: Sequence[Measure], folded: str, size: int) -> list[Measure]:
    """A row of ``size`` numbers, wherever it stands."""
    for i in range(len(found) - size + 1):
        run = _run(found[i:], folded, found[i].start)
        if len(run) == size:
            return run
    return []


def _listed(m: re.Match[str]) -> list[str]:
    if m.re is _RANGE:
        return [str(y) for y in range(int(m[1]), int(m[2]) + 1)]
    return re.findall(r"20\d\d", m[1])


def _run(found: Sequence[Measure], folded: str, start: int) -> list[Measure]:
    """The measures behind ``start`` with nothing but a comma, "và" or the unit between them."""
    run: list[Measure] = []
    for measure in (m for m in found if m.start >= start):
        if run and not beside(run[-1], measure, folded):
            break
        run.append(measure)
    return run


__all__ = ["OTHER", "SPAN", "Years", "named_years", "periods"]
