"""How specific a report is: results with figures, limitations with who acts and how, tasks with product, day and lead.

A measure for each report, with the sentences that would gain most; worded as help.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.checks.intake import Intake
from tongket.checks.model import Notice
from tongket.checks.notices import notice
from tongket.reports import Narrative, NarrativeKind, Report
from tongket.vietnamese import accent_key, find_numbers

PRAISE = re.compile(
    r"tăng cường|đẩy mạnh|nâng cao|quan tâm|chú trọng|kịp thời|nghiêm túc|tích cực|thường xuyên|hiệu quả|từng bước|không ngừng|"
    r"chặt chẽ|đồng bộ|phát huy|quyết liệt|chủ động|tốt\b"
)
"""Words of results that say how and not how much."""
OWNER = re.compile(
    r"\b(?:ubnd|ủy ban|hđnd|ban chỉ (?:huy|đạo)|bộ chỉ huy|công an|phòng|sở|ngành|chi cục|trung tâm|văn phòng|hội|đoàn|mặt trận|"
    r"các xã|các huyện|từng xã|cấp xã|cấp huyện|xã|phường|thị trấn|cơ quan|đơn vị|trưởng|cán bộ|người đứng đầu)\b"
)
REMEDY = re.compile(
    r"khắc phục|sẽ|cần|phải|bổ sung|tham mưu|đề nghị|kiến nghị|rà soát|tổ chức lại|bố trí|chấn chỉnh|đôn đốc|hoàn thành trong|"
    r"đang (?:triển khai|xây dựng|sửa|bổ sung|khẩn trương)"
)
PRODUCT = re.compile(
    r"kế hoạch|quy chế|đề án|phương án|báo cáo|văn bản|hướng dẫn|nghị quyết|chương trình|hồ sơ|công trình|lớp|cuộc|hội nghị|"
    r"\bbộ\b|mô hình|danh mục|quyết định|tỷ lệ|chỉ tiêu"
)
DEADLINE = re.compile(
    r"trước (?:ngày|tháng|năm)|(?:trong|đến hết|xong trong|chậm nhất|hằng|hàng|từ|cuối|đầu) (?:năm|quý|tháng|ngày)|quý (?:[ivx]+|\d)|"
    r"năm 20\d\d|tháng \d|\d{1,2}/\d{1,2}|định kỳ|6 tháng"
)
MOST = 3
"""So many sentences are quoted."""
LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Specificity:
    """The measure of a report: how many of each kind there are, and the sentences that want something."""

    claims: int
    bare: tuple[str, ...]
    limits: int
    open: tuple[str, ...]
    tasks: int
    unclear: tuple[str, ...]


def unspecific_reports(intake: Intake) -> Iterator[Notice]:
    """One for each report with sentences that could be more specific."""
    for report in intake.current:
        measure = specificity(report.narratives)
        if measure.bare or measure.open or measure.unclear:
            yield _notice(report, measure)


def specificity(narratives: Sequence[Narrative]) -> Specificity:
    """The measure of a report's sentences."""
    by_kind: dict[NarrativeKind, list[str]] = {}
    for one in narratives:
        by_kind.setdefault(one.kind, []).append(one.text)
    claims, limits = by_kind.get(NarrativeKind.RESULT, []), by_kind.get(NarrativeKind.LIMITATION, [])
    tasks = by_kind.get(NarrativeKind.TASK, [])
    return Specificity(
        claims=len(claims),
        bare=tuple(text for text in claims if _is_bare(text)),
        limits=len(limits),
        open=tuple(text for text in limits if _is_open(text)),
        tasks=len(tasks),
        unclear=tuple(text for text in tasks if _wanting(text) >= 2),
    )


def _is_bare(text: str) -> bool:
    """Whether a result says how, and gives no figure."""
    return PRAISE.search(accent_key(text)) is not None and not find_numbers(text)


def _is_open(text: str) -> bool:
    """Whether a limitation names neither who acts nor what is done."""
    key = accent_key(text)
    return not OWNER.search(key) and not REMEDY.search(key)


def _wanting(text: str) -> int:
    """How many of product, deadline and lead a task lacks."""
    key = accent_key(text)
    product = PRODUCT.search(key) is not None or bool(find_numbers(text))
    return (not product) + (DEADLINE.search(key) is None) + (OWNER.search(key) is None)


def _notice(report: Report, measure: Specificity) -> Notice:
    wanting = sorted(measure.unclear, key=_wanting, reverse=True)
    order = [text for group in _in_turn(measure.open, wanting, measure.bare) for text in group]
    fields = {
        "claims": str(measure.claims),
        "bare": str(len(measure.bare)),
        "limits": str(measure.limits),
        "open": str(len(measure.open)),
        "tasks": str(measure.tasks),
        "unclear": str(len(measure.unclear)),
        "sentences": " ".join(f"“{_shortened(text)}”" for text in order[:MOST]),
    }
    return notice("unspecific", report, fields=fields)


def _in_turn(*groups: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The first of each group, then the second of each, and so on."""
    for i in range(max(map(len, groups), default=0)):
        yield tuple(group[i] for group in groups if i < len(group))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
