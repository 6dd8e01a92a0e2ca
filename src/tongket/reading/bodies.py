"""Organisations and offices in a unit, which do not report for it: a women's union of a commune, an office of a district."""

import re
from datetime import date

from tongket.orgunits import Candidate, OrgUnitKind, UnitFinder
from tongket.vietnamese import accent_key

_MEMBERS = r"(?:(?:bch|ban chấp hành|ban thường vụ|btv|thường trực|trung ương|tw) ){0,2}"
_BODY = re.compile(
    rf"{_MEMBERS}(?:hội (?!đồng)|đoàn (?!đại biểu)|(?:tỉnh|huyện|thị|thành|quận|xã) đoàn|công đoàn|liên đoàn|liên minh)"
    r"|(?:mặt trận|(?:ủy ban|uỷ ban|ub) ?(?:mttq|mặt trận)|ubmttq|mttq)"
    r"|(?:văn phòng|phòng|trung tâm|trường|công an|tòa án|toà án|tand|viện|vksnd|chi cục|hạt|trạm|đội|bệnh viện|đài|kho bạc"
    r"|bảo hiểm|ngân hàng|ban quản lý|thanh tra|hợp tác xã|quỹ) "
)


_COMMITTEE = re.compile(
    r"(?:ban chấp hành|ban thường vụ|thường trực|bch|btv) (?=(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn)\b)",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"(tỉnh|huyện) hội\b", re.IGNORECASE)
"""The union of a province or district, in short."""
_NATIONAL = re.compile(r"\s*(?:việt nam|hồ chí minh)\s*$", re.IGNORECASE)


def organisation(written: str, parent: str | None) -> str:
    """The organisation whose committee signs: under "HỘI NÔNG DÂN VIỆT NAM", "BAN CHẤP HÀNH TỈNH X" is its own of X, and so
    is "TỈNH HỘI X"."""
    place = _CHAPTER.sub(r"\1", _COMMITTEE.sub("", written), count=1)
    return f"{_NATIONAL.sub('', parent)} {place}" if parent and place != written and is_body(parent) else written


def is_body(written: str) -> bool:
    """Whether what signs is an organisation or office, and no authority that speaks for a territory."""
    return _BODY.match(accent_key(written)) is not None


def unit_served(written: str, parent: str | None, finder: UnitFinder, day: date | None) -> Candidate | None:
    """The territory that the name of a body says it is in, else the one above it in the letterhead."""
    named = [m for m in finder.scan(written, on=day) if m.code is not None]
    found = named[-1].candidates if named else finder.find(parent, on=day) if parent else ()
    sure = found and found[0].sure and found[0].alive and found[0].span.kind is not OrgUnitKind.AGENCY
    return found[0] if sure else None


__all__ = ["is_body", "organisation", "unit_served"]
