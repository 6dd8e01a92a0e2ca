"""Whose report a document is, and of which period."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tongket.orgunits import Candidate, Hierarchy, NameMatch, OrgUnitKind, UnitFinder
from tongket.periods import Period
from tongket.problems import Problem, Severity, Where
from tongket.reading.blocks import Block, Document, Paragraph, Table
from tongket.reading.bodies import is_body, organisation, unit_served
from tongket.reading.elsewhere import period_of_path, unit_elsewhere
from tongket.reading.letterhead import Header
from tongket.reading.period_words import stated_period
from tongket.vietnamese import accent_key, find_dates

ENDED_SURE = 0.8
_LONE_AUTHORITY = re.compile(r"ubnd|(?:ủy|uỷ) ban nhân dân|hđnd|hội đồng nhân dân|chủ tịch")
_INNER_BODY = re.compile(
    r"(cơ quan thường trực|ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|bcđ|ban chỉ đạo|ban chỉ huy|ban chấp hành|ban quản lý|ban thường|hội đồng|tổ công tác)\b"
)
_KIND = re.compile(r"\b(tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn)\b")
"""A body of a unit, with no unit in its own name, speaks for the unit above it in the letterhead."""
_ISSUER = re.compile(
    r"(ubnd|ủy ban|uỷ ban|hđnd|sở|ban|bcđ|bch|bchqs|hội|liên đoàn|tỉnh đoàn|công an|bộ chỉ huy|đảng bộ|đảng ủy|huyện ủy|thị ủy|thành ủy|huyện|thị xã|thành phố|xã|phường|thị trấn)\b"
)
_REPORTS = re.compile(
    r"^(?:.{0,20}?(?:tên )?(?:đơn vị|địa phương|cơ quan)(?:(?: báo cáo| gửi| lập)\s*:?|\s*:)\s*|(?:báo cáo )?của (?=ủy ban|uỷ ban|ubnd|sở|ban|công an|bộ chỉ huy))",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s+(?:về|kết quả|tình hình|đánh giá|sơ kết|tổng kết|năm)\b.*$", re.IGNORECASE)
_NATION = re.compile(r"\s+việt nam(?= (?:tỉnh|thành phố|tp\.?) )", re.IGNORECASE)
"""The name of the country in that of an organisation, before the province's."""
_YEAR = re.compile(r"\b(20\d\d)\b")
_DATE_REST = re.compile(r"^\s*tháng\s+\d{1,2}\s+(năm\s+20\d\d)\s*$", re.IGNORECASE)
_ANNEX = re.compile(r"(?:phụ lục|biểu (?:số liệu|tổng hợp|mẫu|số|\d)|bảng (?:số liệu|tổng hợp))\b", re.IGNORECASE)
_ANNEX_TO = re.compile(
    r"kèm theo (?:báo cáo|công văn|văn bản|tờ trình)(?:\s+số:?\s*(\d+[\w/.&-]*[/-][\w/.&-]*\w))?", re.IGNORECASE
)
"""What is sent apart from a report says so: its title, or what it belongs to."""
_BELONGS = re.compile(
    r"kèm theo (?:báo cáo|công văn|văn bản|tờ trình)[^()]*?\bcủa (?=ubnd|ủy ban|uỷ ban|sở|công an|bộ chỉ huy|ban|huyện ủy|đảng ủy)"
    r"([^();]{5,80}?)(?: ngày| về|\)|;|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r".{0,40}(?:đơn vị|địa phương|cơ quan)(?: (?:báo cáo|gửi|lập|nhận)){0,2}(?: báo cáo)?\s*:", re.IGNORECASE
)
_RECEIVES = re.compile(r".{0,40}\b(?:nhận báo cáo|đơn vị nhận|nơi nhận|kính gửi)\b")
LINES_ABOVE = 8
FEW_ROWS, FEW_CELLS = 4, 8
MOST_NAME = 80
HEAD_ROWS, SEVERAL = 3, 3
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
    period = stated_period(header.title, _opening(document.blocks), header.date)
    if period is None and annex_to(document.blocks, header) is not None:
        period = _period_of_annex(document.blocks)
    period = period or period_of_path(document.name)
    day = period.last_day if period is not None else header.date
    written = organisation(header.issuer, header.parent_issuer) or _named_above(document.blocks, finder, day)
    written = written or _belonging_to(document.blocks)
    if not written or (_LONE_AUTHORITY.fullmatch(accent_key(written).strip()) and not header.parent_issuer):
        return _elsewhere(document, header, finder, hierarchy, period)
    within = _parent(header, finder, day)
    best = _best(written, header.parent_issuer, finder, day, within)
    if (best is None or not best.sure) and header.number and (by_symbol := finder.by_symbol(header.number, on=day)):
        best = by_symbol[0] if _is_agency(written) else best
    body = is_body(written) and (best is None or not best.sure or best.span.kind is not OrgUnitKind.AGENCY)
    if not body and best is not None and best.sure and best.alive and (day is None or best.code in hierarchy.on(day)):
        return Attribution(org_unit=best.code, unit_as_written=written, period=period)
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
    if lone and _INNER_BODY.match(key):
        found = finder.find(parent, on=day)
    return found[0] if found else None


def _belonging_to(blocks: Sequence[Block]) -> str:
    """Whose report an annex says it belongs to: "(Kèm theo Báo cáo số 88/BC-UBND của UBND huyện …)"."""
    for block in blocks[:LINES_ABOVE]:
        found = _BELONGS.search(" ".join(block.text.split())) if isinstance(block, Paragraph) else None
        if found:
            return found[1].strip(" .;)")
    return ""


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


def _period_of_annex(blocks: Sequence[Block]) -> Period | None:
    """The years over the columns of an annex that names none in words: one, or three and more in a row; else that of
    the day of the report it belongs to."""
    table = next((b for b in blocks if isinstance(b, Table)), None)
    heads = [c.text for c in table.of_rows(range(HEAD_ROWS))] if table is not None else []
    years = sorted({int(year) for text in heads for year in _YEAR.findall(text)})
    if len(years) == 1:
        return Period.parse(str(years[0]))
    if len(years) >= SEVERAL and years[-1] - years[0] + 1 == len(years):
        return Period.parse(f"{years[0]}/{years[-1]}")
    texts = [b.text for b in blocks[:LINES_ABOVE] if isinstance(b, Paragraph) and _ANNEX_TO.search(b.text)]
    days = [found.date for text in texts for found in find_dates(text) if found.date is not None]
    return stated_period("", (), days[0]) if days else None


def _number_below(blocks: Sequence[Block]) -> str:
    texts = (" ".join(b.text.split()) for b in blocks[:LINES_ABOVE] if isinstance(b, Paragraph))
    return next((found[1] for t in texts if (found := _ANNEX_TO.search(t)) and found[1]), "")


def _is_agency(written: str) -> bool:
    return accent_key(written).startswith(("sở", "ban ", "thanh tra", "cục"))


def _named_above(blocks: Sequence[Block], finder: UnitFinder, day: date | None) -> str:
    """The last unit that the short lines above the first table of figures name: a form or annex without a letterhead."""
    written = label = doubtful = ""
    for line in _lines_above(blocks):
        whole, label = f"{label} {line}".strip(), ""
        if _LABEL.fullmatch(whole):
            label = whole
            continue
        text = "" if _RECEIVES.match(accent_key(whole)) else _REPORTS.sub("", whole)
        if text != whole:
            text = _ABOUT.sub("", text)
        if text and len(text) <= MOST_NAME and (_ISSUER.match(accent_key(text)) or text != whole):
            text = text.replace(":", " ")
            found = finder.find(text, on=day)
            if found and found[0].sure and found[0].alive:
                inner = finder.find(doubtful, on=day, within=found[0].code) if doubtful else ()
                written = f"{doubtful}, {text}" if inner and inner[0].sure else text
            doubtful = text if found and not found[0].sure else ""
    return written


def _lines_above(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines above the first table of figures; a row of a table that only names things is a line."""
    for block in blocks[:LINES_ABOVE]:
        if isinstance(block, Paragraph):
            yield block.text.strip()
        elif (
            block.rows <= FEW_ROWS
            and len(block.cells) <= FEW_CELLS
            and not any(c.text.strip().isdigit() for c in block.cells)
        ):
            for row in sorted({c.row for c in block.cells}):
                yield " ".join(c.text.strip() for c in block.cells if c.row == row and c.text.strip())
        else:
            break


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
