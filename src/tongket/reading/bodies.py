"""Organisations and offices in a unit, which do not report for it: a women's union of a commune, an office of a district."""

import re
from collections.abc import Sequence
from datetime import date

from tongket.orgunits import Candidate, OrgUnitKind, UnitFinder
from tongket.reading.blocks import Block, Paragraph
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
_OF_MEMBERS = re.compile(
    r"đoàn (?:tncs|thanh niên cộng sản|tn cộng sản) (?:hồ chí minh|hcm)|hội [^,.;:]{5,30} (?:việt nam|vn)|mặt trận tổ quốc việt nam"
)
HEAD_BLOCKS, HEAD_ROWS = 12, 4
_NATIONAL = re.compile(r"\s*(?:việt nam|hồ chí minh)\s*$", re.IGNORECASE)


def organisation(written: str, parent: str | None) -> str:
    """The organisation whose committee signs: under "HỘI NÔNG DÂN VIỆT NAM", "BAN CHẤP HÀNH TỈNH X" is its own of X, and so
    is "TỈNH HỘI X"."""
    place = _CHAPTER.sub(r"\1", _COMMITTEE.sub("", written), count=1)
    return f"{_NATIONAL.sub('', parent)} {place}" if parent and place != written and is_body(parent) else written


def organisation_beside(blocks: Sequence[Block]) -> str:
    """The organisation whose name stands where that of the state stands otherwise: "ĐOÀN TNCS HỒ CHÍ MINH" beside "BCH TỈNH X"."""
    for block in blocks[:HEAD_BLOCKS]:
        texts = (
            [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.of_rows(range(HEAD_ROWS))]
        )
        for line in (line.strip(" *-") for text in texts for line in text.split("\n")):
            if _OF_MEMBERS.fullmatch(accent_key(line)):
                return line
    return ""


def is_body(written: str) -> bool:
    """Whether what signs is an organisation or office, and no authority that speaks for a territory."""
    return _BODY.match(accent_key(written)) is not None


def unit_served(written: str, parent: str | None, finder: UnitFinder, day: date | None) -> Candidate | None:
    """The territory that the name of a body says it is in, else the one above it in the letterhead."""
    named = [m for m in finder.scan(written, on=day) if m.code is not None]
    found = named[-1].candidates if named else finder.find(parent, on=day) if parent else ()
    sure = found and found[0].sure and found[0].alive and found[0].span.kind is not OrgUnitKind.AGENCY
    return found[0] if sure else None


__all__ = ["is_body", "organisation", "organisation_beside", "unit_served"]
