"""The outline of a report: which heading and which kind of section each paragraph stands under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tongket.reading.blocks import Block, Paragraph, Table
from tongket.reading.shortcomings import announces
from tongket.vietnamese import accent_key


class SectionRole(StrEnum):
    """What a section of a report is for."""

    HEAD = "head"
    GENERAL = "general"
    RESULT = "result"
    LIMITATION = "limitation"
    CAUSE = "cause"
    TASK = "task"
    PROPOSAL = "proposal"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block and where it stands: the headings above it (outermost first) and the role of its section."""

    block: Block
    role: SectionRole
    headings: tuple[str, ...]
    is_heading: bool = False


ROLE_WORDS: tuple[tuple[SectionRole, str], ...] = (
    (SectionRole.CAUSE, r"^(những |một số |các )?nguyên nhân"),
    (SectionRole.PROPOSAL, r"^(những |một số |các |về )?(kiến nghị|đề nghị|đề xuất)"),
    (
        SectionRole.TASK,
        r"^(những |một số |các )?(phương hướng|mục tiêu|giải pháp|kế hoạch năm|biện pháp)"
        r"|^(những |một số |các )?nhiệm vụ(?! (đã|được giao|quá hạn|quốc phòng|quân sự))"
        r"|(thời gian|năm|giai đoạn) (tới|tiếp theo)$|nhiệm vụ trọng tâm|nhiệm vụ,? giải pháp",
    ),
    (
        SectionRole.LIMITATION,
        r"^(những |một số |các |về )?(tồn tại|hạn chế|khuyết điểm|khó khăn|yếu kém|bất cập|mặt (còn )?hạn chế|thiếu sót|nhược điểm)"
        r"|(hạn chế|khuyết điểm|tồn tại|vướng mắc|yếu kém|nhược điểm)( cần khắc phục)?$|(mặt|việc|nội dung|điều|phần việc) (còn )?chưa (làm )?(được|đạt)( được)?$"
        r"|(vấn đề|việc|mặt|điểm|nội dung) (còn )?cần (được )?(rút kinh nghiệm|khắc phục|chấn chỉnh)$",
    ),
    (
        SectionRole.RESULT,
        r"kết quả|ưu điểm|thành tích|mặt (đã )?(làm được|đạt được)|tiềm lực|thế trận|công tác|tình hình thực hiện",
    ),
    (SectionRole.GENERAL, r"đặc điểm|tình hình chung|khái quát|bối cảnh"),
)
_ROLES = tuple((role, re.compile(pattern)) for role, pattern in ROLE_WORDS)
_MIXED = re.compile(
    r"ưu điểm.*(khuyết điểm|nhược điểm|hạn chế|tồn tại)|kết quả.*(hạn chế|tồn tại|nguyên nhân)|^đánh giá"
)
_ENDING = (SectionRole.LIMITATION, SectionRole.CAUSE, SectionRole.TASK, SectionRole.PROPOSAL)
_LABEL = re.compile(
    r"^\s*(?:(?P<roman>[IVX]{1,5}|[A-H]|(?i:Phần (?:thứ )?\w+|Mục (?:\d{1,2}|[IVX]{1,5})))\s*[.):/-]|(?P<multi>\d{1,2}(?:\.\d{1,2})+)\.?|"
    r"(?P<arabic>\d{1,2})(?:\s*[.)]|-(?=\s(?i:nhiệm vụ|phương hướng|mục tiêu|hạn chế|tồn tại|khó khăn|nguyên nhân|kiến nghị|đề xuất)\b[^\d.;:]{0,60}(?:20\d\d)?\W*$))|(?P<letter>[a-zđ])\s*\))\s+"
)
_YEAR = re.compile(r"(?<![\d/.])20\d\d(?![\d/])")
_MARK = re.compile(r"^\s*(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\))\s+")
_CLOSING = re.compile(r"^(trên đây là|nơi nhận)|(trân trọng|xin) báo cáo\W*$|tổng hợp\s*\./\.$")
_RECEIVERS = re.compile(r"nơi nhận\b")
_ANNEX = re.compile(r"(phụ lục|phụ biểu|biểu( số| mẫu| tổng hợp)?|bảng)\b.{0,90}$")
_AHEAD = re.compile(
    r"^(năm|giai đoạn) 20\d\d|(chỉ tiêu|kế hoạch|chương trình|dự kiến|hướng|việc)\b.*(20\d\d|tới|tiếp theo|sau)$|trọng tâm|(phải|cần|sẽ) làm$|^hướng (khắc phục|tới)"
)
"""A heading behind the shortcomings that names the time to come, or what is to be done."""
_GROUNDS = re.compile(r"(căn cứ|thực hiện (công văn|kế hoạch|chỉ đạo|văn bản|nghị định)|theo (công văn|kế hoạch))\b")
"""How the papers begin on whose grounds a report is made."""
MOST_HEADING = 150
FIGURES, MOST_ROWS = 4, 50
"""So many numbers in so many rows of a table make it one of the report, and no letterhead."""


def role_of(heading: str) -> SectionRole | None:
    """The role that a heading's words give to its section; None where they say nothing."""
    words = accent_key(strip_label(heading)).strip(" .:;")
    if _MIXED.search(words):
        return SectionRole.RESULT
    if announces(words):
        return SectionRole.LIMITATION
    return next((role for role, pattern in _ROLES if pattern.search(words)), None)


def strip_label(text: str) -> str:
    """``text`` without its outline label or list mark ("II. ", "1.2. ", "a) ", "- ")."""
    for pattern in (_LABEL, _MARK):
        text = pattern.sub("", text, count=1)
    return text


def heading_level(paragraph: Paragraph) -> int:
    """1 for the outermost headings, 0 for a paragraph that is none."""
    text = paragraph.text.strip()
    if text.endswith(":") and announces(accent_key(strip_label(text))):
        return paragraph.heading or 4
    if not text or len(text) > MOST_HEADING or text.startswith(("-", "+", "•")):
        return 0
    label = _LABEL.match(f"{paragraph.label} {text}" if paragraph.label.strip("-•+ ") else text)
    looks = paragraph.bold or text.isupper() or _bare_end(text)
    if paragraph.heading:
        return paragraph.heading
    if label and looks and _bare_end(text):
        return 1 if label["roman"] else 3 if label["multi"] or label["letter"] else 2
    if (paragraph.bold or text.endswith(":") or text.isupper()) and len(text) <= 90 and _bare_end(text):
        return 4 if role_of(text) not in (None, SectionRole.RESULT, SectionRole.GENERAL) or text.isupper() else 0
    return 0


def place_blocks(blocks: Sequence[Block], *, last_year: int | None = None) -> list[Placed]:
    """Every block with its headings and role, in order; ``last_year`` is the last that the report is about."""
    placed: list[Placed] = []
    stack: list[tuple[int, str, SectionRole]] = []
    role = SectionRole.HEAD
    for block in blocks:
        if isinstance(block, Table):
            placed.append(_placed(block, role, stack))
            role = SectionRole.RESULT if role is SectionRole.HEAD and _has_figures(block) else role
            continue
        if block.style in ("header", "footer"):
            placed.append(Placed(block=block, role=SectionRole.CLOSING, headings=()))
            continue
        level, key = heading_level(block), accent_key(block.text)
        if level and not (role is SectionRole.HEAD and not _opens(block)) and role is not SectionRole.CLOSING:
            stack = [entry for entry in stack if entry[0] < level]
            role = _enter(block, stack, role, last_year)
            stack.append((level, block.text, role))
            placed.append(replace(_placed(block, role, stack[:-1]), is_heading=True))
        elif _RECEIVERS.match(key) or (role is SectionRole.CLOSING and not _ANNEX.match(key)):
            role, stack = SectionRole.CLOSING, []
            placed.append(_placed(block, role, stack))
        elif role is SectionRole.CLOSING:
            role = SectionRole.RESULT
            placed.append(replace(_placed(block, role, stack), is_heading=True))
        elif _CLOSING.search(key):
            placed.append(Placed(block=block, role=SectionRole.CLOSING, headings=()))
        else:
            role = _go_on(block, role, stack, led=bool(placed) and _leads_on(placed[-1].block))
            placed.append(_placed(block, role, stack))
    return placed


def _enter(
    block: Paragraph, stack: list[tuple[int, str, SectionRole]], before: SectionRole, last_year: int | None
) -> SectionRole:
    own = SectionRole.TASK if _is_ahead(block.text, last_year) else role_of(block.text)
    if own is None and before in _ENDING and _AHEAD.search(accent_key(strip_label(block.text)).strip(" .:;")):
        return SectionRole.TASK
    above = stack[-1][2] if stack else None
    if above in _ENDING and own in (None, SectionRole.RESULT, SectionRole.GENERAL):
        return above or SectionRole.RESULT
    return own or above or SectionRole.RESULT


def _go_on(block: Paragraph, role: SectionRole, stack: list[tuple[int, str, SectionRole]], *, led: bool) -> SectionRole:
    """The role of a paragraph that is no heading: the opening sentence ends the head, the list behind it tells results."""
    if role is SectionRole.HEAD and _sentence(block):
        return SectionRole.GENERAL
    listed = led or _LABEL.match(block.text) or _MARK.match(block.text) or block.label
    if role is SectionRole.GENERAL and not stack and listed and not _GROUNDS.match(accent_key(strip_label(block.text))):
        return SectionRole.RESULT
    return role


def _leads_on(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.rstrip().endswith(":")


def _is_ahead(heading: str, last_year: int | None) -> bool:
    """Whether a heading names only years that come after those the report is about ("III. NĂM 2020")."""
    years = [int(y) for y in _YEAR.findall(heading)]
    ahead = last_year is not None and bool(years) and min(years) > last_year
    return ahead and not re.search(r"kết quả|tình hình", accent_key(heading))


def _has_figures(table: Table) -> bool:
    below = table.of_rows(range(1, MOST_ROWS))
    return table.rows >= FIGURES and sum(cell.text.strip()[:1].isdigit() for cell in below) >= FIGURES


def _placed(block: Block, role: SectionRole, stack: list[tuple[int, str, SectionRole]]) -> Placed:
    return Placed(block=block, role=role, headings=tuple(text for _, text, _ in stack))


def _bare_end(text: str) -> bool:
    return not text.rstrip().endswith((".", ";", ",", "!")) or text.rstrip().endswith("...")


def _sentence(block: Paragraph) -> bool:
    return len(block.text) > 80 and not block.bold


def _opens(block: Paragraph) -> bool:
    """A heading that can open the body while the letterhead and title are still going on."""
    return (
        bool(_LABEL.match(block.text) or block.heading or block.label.strip("-•+ ")) or role_of(block.text) in _ENDING
    )
