"""The period a report says it is about."""

import re
from collections.abc import Sequence
from datetime import date

from tongket.periods import Period
from tongket.vietnamese import accent_key

_PLANS = re.compile(
    r"\b(phương hướng|(?<!thực hiện )(?<!hoàn thành )(?<!triển khai )nhiệm vụ (trọng tâm )?(năm|thời gian|giai đoạn|quý|6 tháng)"
    r"|(?<!thực hiện )kế hoạch (công tác )?năm)\b"
)
_YEARS = r"(20\d\d)"
_SPAN = re.compile(rf"\b{_YEARS}\s*(?:-|–|—|đến|tới|đến năm|đến hết năm|/)\s*(?:năm )?{_YEARS}\b")
_HALF = re.compile(rf"\b(?:0?6|sáu) tháng (đầu|cuối) năm {_YEARS}\b")
_QUARTER = re.compile(rf"\bquý\s+([1-4]|iv|i{{1,3}})\s*(?:/|năm|-)?\s*{_YEARS}\b")
_MONTH = re.compile(rf"\btháng\s+(0?[1-9]|1[0-2])\s*(?:/|năm|-)\s*{_YEARS}\b")
_YEAR = re.compile(rf"\bnăm\s+{_YEARS}\b")
_SOME_YEARS = re.compile(r"\b(0?[2-9]|10|hai|ba|bốn|năm|mười)(?:\s*\(\s*(?:năm|0?5|\w+)\s*\))?\s+năm\b(?!\s+20\d\d)")
"""So many years: "05 năm", "năm năm", "05 (năm) năm"."""
_SPELLED = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}
_YEAR_ENDS = 11
"""From this month on a report speaks of the year that it was written in."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def period_in(text: str) -> Period | None:
    """The period that a title names ("năm 2019", "6 tháng đầu năm 2021", "giai đoạn 2019 - 2023"), plans left out."""
    words = accent_key(text)
    plans = _PLANS.search(words)
    if plans and plans.start() > 0:
        words = words[: plans.start()]
    if span := _SPAN.search(words):
        first, last = int(span[1]), int(span[2])
        return Period.parse(f"{first}/{last}") if first < last else Period.parse(str(first))
    if half := _HALF.search(words):
        return Period.parse(f"{half[2]}H{1 if half[1] == 'đầu' else 2}")
    if quarter := _QUARTER.search(words):
        number = _ROMAN.get(quarter[1]) or int(quarter[1])
        return Period.parse(f"{quarter[2]}Q{number}")
    if month := _MONTH.search(_without_dates(words)):
        return Period.parse(f"{month[2]}-{int(month[1]):02}")
    year = _YEAR.search(_without_dates(words))
    return Period.parse(year[1]) if year else None


def _without_dates(words: str) -> str:
    return re.sub(
        r"ngày[\s._…]*(?:\d{1,2})?[\s._…]*tháng\s+\d{1,2}\s+năm\s+\d{4}|ngày\s+\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}",
        " ",
        words,
    )


def stated_period(title: str, opening: Sequence[str], document_date: date | None) -> Period | None:
    """The report's period: what its title says, else its opening sentences, else the year its date falls in."""
    several = _several_years(title, opening, document_date)
    if several is not None:
        return several
    if (period := period_in(title)) is not None:
        return period
    told = [period for text in opening if (period := period_in(text)) is not None]
    if document_date is None:
        return told[0] if told else None
    near = [p for p in told if document_date.year - 1 <= p.last_year <= document_date.year]
    if near or told:
        return (near or told)[0]
    return Period.parse(str(document_date.year if document_date.month > 2 else document_date.year - 1))


def _several_years(title: str, opening: Sequence[str], document_date: date | None) -> Period | None:
    """The period of a title that says only how many years ("sơ kết 05 năm thực hiện Nghị định"): those that the first
    lines name, else those that end with the last full year before its date."""
    named = period_in(title)
    words = _without_dates(accent_key(title))
    found = _SOME_YEARS.search(words)
    if found is None or (named is not None and named.is_span):
        return None
    count = _SPELLED.get(found[1]) or int(found[1])
    for text in opening:
        period = period_in(text)
        if period is not None and period.is_span and period.last_year - period.first_year + 1 == count:
            return period
    if named is not None:
        last = named.last_year
    elif document_date is not None:
        last = document_date.year if document_date.month >= _YEAR_ENDS else document_date.year - 1
    else:
        return None
    return Period.parse(f"{last - count + 1}/{last}")


__all__ = ["period_in", "stated_period"]
