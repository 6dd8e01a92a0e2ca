"""The sentences of a report by kind: results, limitations, causes, tasks, proposals."""

import re
from collections.abc import Iterator

from tongket.reading.blocks import Paragraph
from tongket.reading.outline import Placed, SectionRole, strip_label
from tongket.reading.sentences import split_sentences
from tongket.reading.shortcomings import is_shortcoming
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
    r"^\s*[-+*]?\s*(những |một số |các )?nguyên nhân( (khách quan|chủ quan|chính|chủ yếu|cơ bản))?( của [^:]{0,60})?\s*(là\s*:|là|:|(?=do\b))\s*"
)
_LIMITATION_LEAD = re.compile(
    r"^\s*[-+*]?\s*(một số |những |các )?(tồn tại|hạn chế|khuyết điểm|khó khăn|vướng mắc)[^:.]{0,60}:\s*"
)
_NO_STATEMENT = re.compile(
    r"^\s*[-+*(]*\s*(ghi chu|chu thich|luu y)\s*:|tai lieu minh hoa|so lieu gia dinh|^\s*\(kem theo "
)
"""Notes to tables, and the line that marks invented figures (without accents)."""
_LACKS = "(?:mat|diem|viec|noi dung|ton tai|han che|khuyet diem|kho khan|vuong mac|bat cap|thieu sot|yeu kem)"
_ANNOUNCED = re.compile(
    r"^\s*[-+*]?\s*(?:(?:ben canh|ngoai) (?:nhung |cac )?(?:ket qua|uu diem|thanh tich|mat)\b[^,.;:]{0,60},[^,.;:]{0,90}?|(?:tuy nhien|song|tuy vay),?\s*)"
    rf"\b(?:van |hien )?con (?:co |ton tai |boc lo )?(?:mot so|nhung|nhieu|khong it|vai|mot vai) {_LACKS}(?:(?:,| va)? {_LACKS})*"
    r"(?: nhat dinh| can (?:duoc |tiep tuc )?(?:khac phuc|quan tam|thao go|rut kinh nghiem)| (?:nhu )?sau(?: day)?|,? (?:do|cu the) la)*\s*[.:;]?\s*$"
)
"""Says that something is lacking, and not what: it leads to those that do (without accents)."""
LEAST = 15
"""Characters below which a line is a label and no sentence."""


def _is_name(text: str) -> bool:
    """Whether the line is a person's name, with or without a rank: the signature under the last section."""
    words = text.split()
    return 2 <= len(words) <= 7 and sum(w[0].isupper() for w in words) >= len(words) - 1 and words[-1][0].isupper()


def narratives(placed: Placed) -> Iterator[tuple[NarrativeKind, str, int, int]]:
    """(kind, sentence, start, end) for each sentence of a paragraph; places are characters of its text."""
    paragraph = placed.block
    if not isinstance(paragraph, Paragraph) or placed.is_heading:
        return
    kind = _KINDS.get(placed.role)
    folded = accent_fold(paragraph.text)
    begin = len(paragraph.text) - len(strip_label(paragraph.text))
    for pattern, lead_kind in ((_CAUSE_LEAD, NarrativeKind.CAUSE), (_LIMITATION_LEAD, NarrativeKind.LIMITATION)):
        if lead := pattern.match(folded):
            kind, begin = lead_kind, lead.end()
            break
    if kind is None:
        return
    for start, end in split_sentences(paragraph.text):
        start = max(start, begin)
        text = paragraph.text[start:end].strip()
        if end - start >= LEAST and text and not _says_nothing(search_key(text)) and not _is_name(text):
            yield _own_kind(kind, folded[start:end]), text, start, end


def _says_nothing(key: str) -> bool:
    return _NO_STATEMENT.search(key) is not None or _ANNOUNCED.match(key) is not None


def _own_kind(kind: NarrativeKind, sentence: str) -> NarrativeKind:
    """What a sentence is whose words say other than its section: a cause among limitations, a limitation among results."""
    if kind is NarrativeKind.LIMITATION and _CAUSE_LEAD.match(sentence):
        return NarrativeKind.CAUSE
    hidden = kind is NarrativeKind.RESULT and is_shortcoming(sentence)
    return NarrativeKind.LIMITATION if hidden else kind
