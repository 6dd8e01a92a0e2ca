"""Whose report a document is, and of which period."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from tongket.orgunits import Candidate, Hierarchy, NameMatch, OrgUnitKind, UnitFinder
from tongket.periods import Period
from tongket.problems import Problem, Severity, Where
from tongket.reading.blocks import Block, Document, Paragraph, Table
from tongket.reading.bodies import is_body, organisation, organisation_beside, unit_served
from tongket.reading.elsewhere import Elsewhere, period_of_path, unit_elsewhere
from tongket.reading.letterhead import Header
from tongket.reading.named_above import LINES_ABOVE, belonging_to, named_above
from tongket.reading.period_words import period_in, stated_period
from tongket.vietnamese import accent_key, find_dates

ENDED_SURE = 0.8
_LONE_AUTHORITY = re.compile(r"ubnd|(?:ủy|uỷ) ban nhân dân|hđnd|hội đồng nhân dân|chủ tịch")
_INNER_BODY = re.compile(
    r"(cơ quan thường trực|ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|bcđ|ban chỉ đạo|ban chỉ huy|ban chấp hành|ban quản lý|ban thường|hội đồng|tổ công tác)\b"
)
_KIND = re.compile(r"\b(tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn)\b(?!\s*$)")
"""A body of a unit, with no unit in its own name, speaks for the unit above it in the letterhead."""
_NATION = re.compile(r"\s+việt nam(?= (?:tỉnh|thành phố|tp\.?) )", re.IGNORECASE)
"""The name of the country in that of an organisation, before the province's."""
_YEAR = re.compile(r"\b(20\d\d)\b")
_DATE_REST = re.compile(r"^\s*tháng\s+\d{1,2}\s+(năm\s+20\d\d)\s*$", re.IGNORECASE)
_ANNEX = re.compile(r"(?:phụ lục|biểu (?:số liệu|tổng hợp|mẫu|số|\d)|bảng (?:số liệu|tổng hợp))\b", re.IGNORECASE)
_ANNEX_TO = re.compile(
    r"kèm theo (?:báo cáo|công văn|văn bản|tờ trình)(?:\s+số:?\s*(\d+[\w/.&-]*[/-][\w/.&-]*\w))?", re.IGNORECASE
)
"""What is sent apart from a report says so: its title, or what it belongs to."""
HEAD_ROWS, FEW_TABLES, SEVERAL = 3, 3, 3
_OF_YEARS = re.compile(r"\b(?:0?[2-9]|10|hai|ba|bốn|năm|mười) năm\b(?! 20)|giai đoạn|sơ kết|tổng kết|\bcộng\b|lũy kế")
OPENING = 40
"""Blocks looked at for the period when the title names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The org unit (a code), the period, and what is wrong where one is unknown."""

    org_unit: str | None
    unit_as_written: str
    period: Period | None
    problems: tuple[Problem, ...] = ()


def attribute(document: Document, header: Header, *, finder: UnitFinder, hierarchy: Hierarchy) -> Attribution:
    """The unit that the letterhead names, alive at the end of the period the title names."""
    period, notices = _period(document, header)
    whose = _unit(document, header, period, finder=finder, hierarchy=hierarchy)
    return replace(whose, problems=(*notices, *whose.problems))


def _unit(
    document: Document, header: Header, period: Period | None, *, finder: UnitFinder, hierarchy: Hierarchy
) -> Attribution:
    """The unit, by the letterhead first."""
    day = period.last_day if period is not None else header.date
    parent = header.parent_issuer or organisation_beside(document.blocks)
    written = organisation(header.issuer, parent) or named_above(document.blocks, finder, hierarchy, day)
    written = written or belonging_to(document.blocks)
    if not written or (_LONE_AUTHORITY.fullmatch(accent_key(written).strip()) and not header.parent_issuer):
        return _elsewhere(document, header, finder, hierarchy, period)
    within = _parent(header, finder, day)
    best = _best(written, header.parent_issuer, finder, day, within)
    if (best is None or not best.sure) and header.number and (by_symbol := finder.by_symbol(header.number, on=day)):
        best = by_symbol[0] if _is_agency(written) else best
    body = is_body(written) and (best is None or not best.sure or best.span.kind is not OrgUnitKind.AGENCY)
    if not body and best is not None and best.sure and best.alive and (day is None or best.code in hierarchy.on(day)):
        inner = None if header.issuer else unit_elsewhere(document, header, finder, hierarchy, day, below=best.code)
        return (
            _by(document, inner, period)
            if inner
            else Attribution(org_unit=best.code, unit_as_written=written, period=period)
        )
    served = unit_served(written, header.parent_issuer, finder, day) if body else None
    problem = _of_body(document, written, served) if served else _unresolved(document, written, best, period)
    return Attribution(org_unit=None, unit_as_written=written, period=period, problems=(problem,))


def _elsewhere(
    document: Document, header: Header, finder: UnitFinder, hierarchy: Hierarchy, period: Period | None
) -> Attribution:
    """Whose report it is by another place than its letterhead, and a notice which; else a problem."""
    day = period.last_day if period is not None else header.date
    found = unit_elsewhere(document, header, finder, hierarchy, day)
    if found is None:
        problem = _problem(document, "unit_not_named")
        return Attribution(org_unit=None, unit_as_written=header.issuer, period=period, problems=(problem,))
    return _by(document, found, period)


def _by(document: Document, found: Elsewhere, period: Period | None) -> Attribution:
    told = replace(_problem(document, found.problem, name=found.unit.name), severity=Severity.NOTICE)
    return Attribution(org_unit=found.unit.code, unit_as_written=found.written, period=period, problems=(told,))


def _best(written: str, parent: str, finder: UnitFinder, day: date | None, within: str | None) -> Candidate | None:
    """The unit that a letterhead most likely names. One that is not clear by its own line is looked for together with the
    line above ("VĂN PHÒNG" of "TỈNH ỦY X"), and without the name of the country in it; an inner body speaks for what stands
    above it."""
    found = finder.find(written, on=day, within=within)
    if found and found[0].sure and found[0].alive and found[0].match is NameMatch.EXACT:
        return found[0]
    key = accent_key(written)
    lone = parent and not _KIND.search(key)
    others = [_NATION.sub("", written)] if _NATION.search(written) else []
    for other in [*others, f"{written} {parent}"] if lone or others else []:
        further = finder.find(other, on=day, within=within)
        if further and further[0].sure and further[0].span.kind is OrgUnitKind.AGENCY:
            return further[0]
    agency = bool(found) and found[0].sure and found[0].alive and found[0].span.kind is OrgUnitKind.AGENCY
    if lone and not agency and _INNER_BODY.match(key):
        found = finder.find(parent, on=day)
    return found[0] if found else None


def annex_to(blocks: Sequence[Block], header: Header) -> str | None:
    """The number of the report that a file is a separate annex to, "" where it names none; None for a report."""
    if header.number and header.type:
        return None
    for block in blocks[:LINES_ABOVE]:
        text = " ".join(block.text.split()) if isinstance(block, Paragraph) else ""
        if found := _ANNEX_TO.search(text):
            return found[1] or ""
        if _ANNEX.match(text):
            return _number_below(blocks)
    return None


def _period(document: Document, header: Header) -> tuple[Period | None, tuple[Problem, ...]]:
    """The period, and a notice where only the file's name tells it."""
    period = _told_period(document, header)
    if period is not None or (period := period_of_path(document.name)) is None:
        return period, ()
    told = _problem(document, "period_by_file_name", period=str(period))
    return period, (replace(told, severity=Severity.NOTICE),)


def _told_period(document: Document, header: Header) -> Period | None:
    """The period that the title, the opening or the date tells; that of the years over the columns where the title names
    none and these are several; for an annex that of the report it belongs to."""
    blocks = document.blocks
    period = stated_period(header.title, _opening(blocks), header.date)
    columns = _over_columns(blocks)
    if period is None and annex_to(blocks, header) is not None:
        period = columns or _of_report(blocks)
    if columns is not None and columns.is_span and (period is None or not period.is_span):
        unnamed = period_in(header.title) is None
        if unnamed and (period is None or period.last_year != columns.last_year or _is_of_years(blocks, header)):
            return columns
    return period


def _heads(blocks: Sequence[Block]) -> Iterator[list[str]]:
    """The texts in the first rows of each of the first tables."""
    tables = [block for block in blocks[:OPENING] if isinstance(block, Table)]
    for table in tables[:FEW_TABLES]:
        yield [cell.text for cell in table.of_rows(range(HEAD_ROWS))]


def _over_columns(blocks: Sequence[Block]) -> Period | None:
    """The years over the columns of the first table that has some: one, or three and more in a row."""
    for heads in _heads(blocks):
        years = sorted({int(year) for text in heads for year in _YEAR.findall(text)})
        if len(years) == 1:
            return Period.parse(str(years[0]))
        if len(years) >= SEVERAL and years[-1] - years[0] + 1 == len(years):
            return Period.parse(f"{years[0]}/{years[-1]}")
    return None


def _is_of_years(blocks: Sequence[Block], header: Header) -> bool:
    """Whether words say that several years are told together: "sơ kết 05 năm", a column "Cộng"."""
    above = (block.text for block in blocks[:LINES_ABOVE] if isinstance(block, Paragraph))
    return any(_OF_YEARS.search(accent_key(text)) for text in (header.title, *above, *chain(*_heads(blocks))))


def _of_report(blocks: Sequence[Block]) -> Period | None:
    """The period of the day of the report that an annex belongs to."""
    texts = [b.text for b in blocks[:LINES_ABOVE] if isinstance(b, Paragraph) and _ANNEX_TO.search(b.text)]
    days = [found.date for text in texts for found in find_dates(text) if found.date is not None]
    return stated_period("", (), days[0]) if days else None


def _number_below(blocks: Sequence[Block]) -> str:
    texts = (" ".join(b.text.split()) for b in blocks[:LINES_ABOVE] if isinstance(b, Paragraph))
    return next((found[1] for t in texts if (found := _ANNEX_TO.search(t)) and found[1]), "")


def _is_agency(written: str) -> bool:
    return accent_key(written).startswith(("sở", "ban ", "thanh tra", "cục"))


def _parent(header: Header, finder: UnitFinder, day: date | None) -> str | None:
    if not header.parent_issuer:
        return None
    above = finder.find(header.parent_issuer, on=day)
    return above[0].code if above and above[0].alive and above[0].sure else None


def _opening(blocks: Sequence[Block]) -> list[str]:
    """The first paragraphs that name a year; of a date whose day is left blank, only the year."""
    texts = [_DATE_REST.sub(r"\1", b.text) for b in blocks[:OPENING] if isinstance(b, Paragraph)]
    return [t for t in texts if (words := accent_key(t)) and ("năm 20" in words or "giai đoạn" in words)]


def _problem(document: Document, code: str, **fields: str) -> Problem:
    return Problem(code=code, severity=Severity.WARNING, where=Where(file=document.name), fields=fields)


def _of_body(document: Document, written: str, served: Candidate) -> Problem:
    return _problem(document, "unit_of_body", name=" ".join(written.split()), unit=served.name, org_unit=served.code)


def _unresolved(document: Document, written: str, best: Candidate | None, period: Period | None) -> Problem:
    fields = {"name": " ".join(written.split()), "period": str(period or "?")}
    if best is not None and not best.alive and best.score >= ENDED_SURE:
        ended = best.span.valid.end
        return _problem(document, "unit_ended", **fields, ended=f"{ended:%d/%m/%Y}" if ended else "?")
    return _problem(document, "unit_unknown", **fields)
