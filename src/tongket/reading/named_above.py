"""Whose report a form or annex without a letterhead is: what the lines above its first table of figures name."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tongket.orgunits import Candidate, Hierarchy, UnitFinder, lowest
from tongket.reading.blocks import Block, Paragraph
from tongket.vietnamese import accent_key

LINES_ABOVE = 8
FEW_ROWS, FEW_CELLS = 4, 8
MOST_NAME = 80
_ISSUER = re.compile(
    r"(ubnd|ủy ban|uỷ ban|hđnd|sở|ban|bcđ|bch|bchqs|hội|liên đoàn|tỉnh đoàn|công an|bộ chỉ huy|đảng bộ|đảng ủy|huyện ủy|thị ủy|thành ủy|huyện|thị xã|thành phố|xã|phường|thị trấn)\b"
)
_REPORTS = re.compile(
    r"^(?:.{0,20}?(?:tên )?(?:đơn vị|địa phương|cơ quan)(?:(?: báo cáo| gửi| lập)\s*:?|\s*:)\s*|(?:báo cáo )?của (?=ủy ban|uỷ ban|ubnd|sở|ban|công an|bộ chỉ huy))",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s+(?:về|kết quả|tình hình|đánh giá|sơ kết|tổng kết|năm)\b.*$", re.IGNORECASE)
_BELONGS = re.compile(
    r"kèm theo (?:báo cáo|công văn|văn bản|tờ trình)[^()]*?\bcủa (?=ubnd|ủy ban|uỷ ban|sở|công an|bộ chỉ huy|ban|huyện ủy|đảng ủy)"
    r"([^();]{5,80}?)(?: ngày| về|\)|;|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r".{0,40}(?:đơn vị|địa phương|cơ quan)(?: (?:báo cáo|gửi|lập|nhận)){0,2}(?: báo cáo)?\s*:", re.IGNORECASE
)
_RECEIVES = re.compile(r".{0,40}\b(?:nhận báo cáo|đơn vị nhận|nơi nhận|kính gửi)\b")
_KINDS = re.compile(r"^(?:tên )?(?:xã|phường|thị trấn)(?:\s*[,/]\s*(?:xã|phường|thị trấn))+\s*:\s*", re.IGNORECASE)
"""Kinds to choose from, before a name alone: "Xã, phường: Cây Đa"."""


def named_above(blocks: Sequence[Block], finder: UnitFinder, hierarchy: Hierarchy, day: date | None) -> str:
    """The unit that the short lines above the first table of figures name, as written; of several that stand one above the
    other the lowest, else the last."""
    named: list[tuple[str, Candidate]] = []
    doubtful = ""
    for text in _naming_lines(blocks):
        found = finder.find(text, on=day)
        if found and found[0].sure and found[0].alive:
            inner = finder.find(doubtful, on=day, within=found[0].code) if doubtful else ()
            clear = inner if inner and inner[0].sure else found
            named.append((f"{doubtful}, {text}" if clear is inner else text, clear[0]))
        doubtful = text if found and not found[0].sure else ""
    meant = lowest([one for _, one in named], hierarchy, day)
    return next((written for written, one in named if one is meant), named[-1][0] if named else "")


def belonging_to(blocks: Sequence[Block]) -> str:
    """Whose report an annex says it belongs to: "(Kèm theo Báo cáo số 88/BC-UBND của UBND huyện …)"."""
    for block in blocks[:LINES_ABOVE]:
        found = _BELONGS.search(" ".join(block.text.split())) if isinstance(block, Paragraph) else None
        if found:
            return found[1].strip(" .;)")
    return ""


def _naming_lines(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines that name a unit and no more; "Đơn vị báo cáo:" goes with the next, receivers are left out."""
    label = ""
    for line in _lines_above(blocks):
        whole, label = f"{label} {line}".strip(), ""
        if _LABEL.fullmatch(whole):
            label = whole
            continue
        bare = whole.strip("() ")
        text = "" if _RECEIVES.match(accent_key(bare)) else _KINDS.sub("", _REPORTS.sub("", bare))
        if text != bare:
            text = _ABOUT.sub("", text)
        if text and len(text) <= MOST_NAME and (_ISSUER.match(accent_key(text)) or text != bare):
            yield text.replace(":", " ")


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


__all__ = ["LINES_ABOVE", "belonging_to", "named_above"]
