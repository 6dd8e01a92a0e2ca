"""The statements of a report by kind: results, limitations, causes, tasks, proposals."""

import re
from collections.abc import Iterator

from tongket.reading.blocks import Paragraph
from tongket.reading.clauses import Span, are_aims, items, orders, owned, with_causes
from tongket.reading.outline import Placed, SectionRole, strip_label
from tongket.reading.sentences import split_sentences
from tongket.reading.shortcomings import announces
from tongket.reports import NarrativeKind
from tongket.vietnamese import accent_fold, search_key

_KINDS = {
    SectionRole.RESULT: NarrativeKind.RESULT,
    SectionRole.LIMITATION: NarrativeKind.LIMITATION,
    SectionRole.CAUSE: NarrativeKind.CAUSE,
    SectionRole.TASK: NarrativeKind.TASK,
    SectionRole.PROPOSAL: NarrativeKind.PROPOSAL,
}
_CAUSE_LEAD = re.compile(
    r"\s*[-+*]?\s*(?:(những |một số |các )?nguyên nhân( (khách quan|chủ quan|chính|chủ yếu|cơ bản))?( của [^:]{0,60})?\s*(là\s*:|là|:|(?=do\b))"
    r"|(những |các )?(hạn chế|tồn tại|khuyết điểm|thiếu sót)[^:.;]{0,40} (là )?(chủ yếu |trước hết )?(do|xuất phát từ|bắt nguồn từ)\s*:)\s*"
)
_LEADS = (
    (_CAUSE_LEAD, NarrativeKind.CAUSE),
    (
        re.compile(
            r"\s*[-+*]?\s*(một số |những |các |về )?(mặt )?(tồn tại|hạn chế|khuyết điểm|khó khăn|vướng mắc|nhược điểm"
            r"|(mặt|việc|vấn đề|nội dung|điểm) (còn )?(chưa (làm )?(được|đạt)|cần (được )?(rút kinh nghiệm|khắc phục|chấn chỉnh)))[^:.]{0,60}:\s*"
        ),
        NarrativeKind.LIMITATION,
    ),
    (
        re.compile(
            r"\s*[-+*]?\s*(?=(?:bước )?sang năm 20\d\d\b|(?:trong )?(?:thời gian|năm|giai đoạn|nhiệm kỳ) tới\b[^:]*$)|\s*[-+*]?\s*(phương hướng[^:.;]{0,60}|(nhiệm vụ |phương hướng |kế hoạch |chỉ tiêu |trong )?(thời gian|năm|giai đoạn|nhiệm kỳ) tới)\s*:\s*"
        ),
        NarrativeKind.TASK,
    ),
    (
        re.compile(r"\s*[-+*]?\s*((một số |những )?(kiến nghị|đề xuất)(, (kiến nghị|đề xuất))?)\s*:\s*"),
        NarrativeKind.PROPOSAL,
    ),
)
"""Words that say what kind the rest of the paragraph is."""
_AHEAD = re.compile(
    r"\s*[-+*]?\s*(?:(?:kế hoạch|chỉ tiêu|nhiệm vụ|phương hướng|mục tiêu|dự kiến) )?(?:năm )?20\d\d\s*:\s*"
)
"""Words that say so behind the shortcomings."""
_NO_STATEMENT = re.compile(
    r"^\s*[-+*(]*\s*(ghi chu|chu thich|luu y)\s*:|tai lieu minh hoa|so lieu gia dinh|^\s*\(kem theo "
    r"|\b(so lieu|con so|so)\b.{0,50}\b(gia dinh|minh hoa|khong co that|hu cau)\b"
)
"""Notes to tables, and the line that marks invented figures (without accents)."""
LEAST = 15
"""Characters below which a line is a label and no sentence."""


def _is_name(text: str) -> bool:
    """Whether the line is a person's name, with or without a rank: the signature under the last section."""
    words = text.split()
    return 2 <= len(words) <= 7 and sum(w[0].isupper() for w in words) >= len(words) - 1 and words[-1][0].isupper()


def narratives(placed: Placed) -> Iterator[tuple[NarrativeKind, str, int, int]]:
    """(kind, words, start, end) for each statement of a paragraph; places are characters of its text."""
    paragraph = placed.block
    if not isinstance(paragraph, Paragraph) or placed.is_heading:
        return
    kind = _KINDS.get(placed.role)
    folded = accent_fold(paragraph.text)
    begin = len(paragraph.text) - len(strip_label(paragraph.text))
    for start, end in split_sentences(paragraph.text):
        kind, start = _led(kind, folded, max(start, begin), end)
        text = paragraph.text[start:end].strip()
        if kind is None or end - start < LEAST or _is_name(text) or _NO_STATEMENT.search(search_key(text)):
            continue
        if announces(folded[start:end]):
            kind = NarrativeKind.LIMITATION if kind is NarrativeKind.RESULT else kind
            continue
        for own, (a, b) in _stated(kind, folded, start, end):
            yield own, paragraph.text[a:b].strip(), a, b


def _led(kind: NarrativeKind | None, folded: str, start: int, end: int) -> tuple[NarrativeKind | None, int]:
    """The kind that a sentence's first words give it and what follows, and where it begins behind them."""
    for pattern, own in _LEADS:
        if found := pattern.match(folded, start, end):
            return own, found.end()
    if kind in (NarrativeKind.LIMITATION, NarrativeKind.CAUSE) and (found := _AHEAD.match(folded, start, end)):
        return NarrativeKind.TASK, found.end()
    return kind, start


def _stated(kind: NarrativeKind, folded: str, start: int, end: int) -> Iterator[tuple[NarrativeKind, Span]]:
    """The statements in a sentence: among results the shortcomings apart, of shortcomings and causes each item."""
    if kind is NarrativeKind.RESULT:
        yield from ((NarrativeKind.LIMITATION if short else kind, span) for short, span in owned(folded, start, end))
    elif kind in (NarrativeKind.LIMITATION, NarrativeKind.CAUSE):
        if are_aims(folded, start, end):
            yield NarrativeKind.TASK, (start, end)
            return
        first, *reasons = with_causes(folded, start, end)
        yield from ((kind, span) for span in items(folded, *first))
        yield from ((NarrativeKind.CAUSE, span) for a, b in reasons for span in items(folded, a, b))
    else:
        yield from ((kind, span) for span in orders(folded, start, end))
