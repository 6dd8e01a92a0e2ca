"""Results, limitations, causes and tasks: which sentences say them, and the clause that says it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.reading.mentions import cues
from tongket.reading.mentions.model import Statement
from tongket.reading.mentions.passages import Sentence

LEAST = 4
"""Words below which a clause states nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mode:
    """What the text is speaking of: the kind its next sentences are, and in which paragraph it was said."""

    kind: str = ""
    paragraph: int = -1


def find_statements(found: Sequence[Sentence]) -> tuple[Statement, ...]:
    """The statements in reading order."""
    stated: list[Statement] = []
    mode = _Mode()
    for i, sentence in enumerate(found):
        mode = _enter(mode, sentence)
        start, lead_kind = _after_lead(sentence.text)
        text = sentence.text[start:]
        if lead_kind:
            mode = _Mode(kind=lead_kind, paragraph=sentence.paragraph)
        ordered = mode.kind == "task" and cues.IMPERATIVE.match(text) and not cues.AWARD.search(text)
        if len(text.split()) < LEAST or (start == 0 and not ordered and _tells_nothing(sentence, i)):
            continue
        kind = _kind(text, mode.kind, told=bool(start))
        if kind:
            stated.extend(_clauses(sentence, start, kind))
    return tuple(stated)


def _enter(mode: _Mode, sentence: Sentence) -> _Mode:
    """The mode in which a sentence is read: limitations and causes end with their paragraph; time words change it."""
    text = sentence.text
    if sentence.paragraph != mode.paragraph and mode.kind in ("limitation", "cause"):
        mode = _Mode()
    if cues.PAST.match(text):
        return _Mode(kind="result", paragraph=sentence.paragraph)
    if cues.FUTURE.match(text):
        return _Mode(kind="task", paragraph=sentence.paragraph)
    if cues.CAUSE_TOPIC.match(text):
        return _Mode(kind="cause", paragraph=sentence.paragraph)
    if cues.LIMITATION_TOPIC.match(text):
        return _Mode(kind="limitation", paragraph=sentence.paragraph)
    if cues.PRAISE.search(text) and cues.SPEAKER.search(text):
        return _Mode(kind="task", paragraph=sentence.paragraph)
    return mode


def _after_lead(text: str) -> tuple[int, str]:
    """Where the statement begins behind words that only introduce it, and the kind they announce."""
    for pattern, kind in cues.LEADS:
        found = pattern.match(text)
        if found and found.end() < len(text):
            return found.end(), kind
    return 0, ""


def _tells_nothing(sentence: Sentence, i: int) -> bool:
    """Whether the sentence only tells of the event, the people there, an award, a forecast or damage."""
    text = sentence.text
    if (
        cues.CAPTION.match(text)
        or cues.ATTENDANCE.search(text)
        or cues.AWARD.search(text)
        or cues.FORECAST.search(text)
    ):
        return True
    if cues.SPEECH.search(text) or cues.DISCUSSION.search(text) or cues.DAMAGE.search(text):
        return True
    if cues.DESCRIPTION.search(text):
        return True
    return bool(cues.EVENT.search(text)) and (i < 3 or bool(cues.HAPPENED.search(text)))


def _kind(text: str, mode: str, *, told: bool) -> str:
    """The kind of a sentence: what its words say, read in the mode of the text."""
    if cues.FORECAST.search(text):
        return ""
    if cues.CAUSE.match(text):
        return "cause"
    if mode in ("limitation", "cause"):
        return mode
    if mode == "task":
        return "task" if not cues.DONE.search(text) or cues.MUST.search(text) else _done(text)
    if cues.LIMITATION.search(text) and not cues.NO_LIMITATION.search(text):
        return "limitation"
    if cues.MUST.search(text) and not cues.DONE.search(text):
        return "task"
    if cues.IMPERATIVE.match(text) and mode != "result" and not cues.DONE.search(text):
        return "task"
    return "result" if told or mode == "result" or cues.RESULT.search(text) else ""


def _done(text: str) -> str:
    """The kind of a sentence among tasks that speaks of something done: a task that names its aim, or a result."""
    return "task" if cues.IMPERATIVE.match(text) else "result"


def _clauses(sentence: Sentence, start: int, kind: str) -> Iterator[Statement]:
    """The statement, or two where a semicolon parts clauses of some length and the second begins with a verb."""
    text = sentence.text
    cuts = [start]
    for found in re.finditer(r";\s+", text[start:]):
        at = start + found.end()
        if cues.IMPERATIVE.match(text[at:]) and min(len(text[cuts[-1] : at].split()), len(text[at:].split())) >= 10:
            cuts.append(at)
    for begin, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        clause = text[begin:end].rstrip()
        yield Statement(
            kind=kind, text=_capital(clause), anchor=sentence.locate(begin, begin + len(clause)), confidence=0.7
        )


def _capital(text: str) -> str:
    return text.lstrip("-–—+*• ")
