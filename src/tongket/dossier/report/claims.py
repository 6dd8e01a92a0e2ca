"""What a paper claims, sentence by sentence, and by what each is supported."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tongket.dossier.papers import BindingKind, OfficialPaper, PaperParagraph, Run, Text, text_of

MEASURED = re.compile(
    r"\d|\b(?:cao|thấp|tốt|lớn|nhiều|nhanh|chậm|mạnh) nhất\b|\bdẫn đầu\b|\bđứng đầu\b|\bgấp (?:đôi|ba|nhiều lần)\b",
    re.IGNORECASE,
)
"""What sounds measured: a digit, or a superlative."""


class ClaimKind(StrEnum):
    """What a sentence claims; the first three must be supported before a paper is final."""

    FIGURE = "figure"
    COMPARISON = "comparison"
    COUNT = "count"
    ATTRIBUTED = "attributed"
    """Somebody else says so: a unit, a document, people who wrote for the conference."""
    GENERAL = "general"
    """An assessment or a motto: needs no evidence, and may hold nothing that sounds measured."""


BOUND = {
    BindingKind.FIGURE: ClaimKind.FIGURE,
    BindingKind.VALUE: ClaimKind.FIGURE,
    BindingKind.COMPARISON: ClaimKind.COMPARISON,
    BindingKind.COUNT: ClaimKind.COUNT,
    BindingKind.QUOTED: ClaimKind.ATTRIBUTED,
    BindingKind.GIVEN: ClaimKind.ATTRIBUTED,
}
ORDER = tuple(ClaimKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A paragraph of a paper: its kind, its words, and what stands behind them."""

    kind: ClaimKind
    text: str
    evidence: tuple[str, ...]
    """The refs of its bindings, each once."""
    supported: bool
    """Whether everything in it that sounds measured is bound to something."""


def claims_of(paper: OfficialPaper) -> tuple[Claim, ...]:
    """The claims of the body, in order; tables are figures by themselves and stand in the annexes' own lists."""
    return tuple(
        _claim(one.text) for one in paper.blocks if isinstance(one, PaperParagraph) and text_of(one.text).strip()
    )


def _claim(text: Text) -> Claim:
    kinds = {BOUND[run.binding.kind] for run in text if run.binding is not None and run.binding.kind in BOUND}
    kind = next((one for one in ORDER if one in kinds), ClaimKind.GENERAL)
    refs = tuple(dict.fromkeys(run.binding.ref for run in text if run.binding is not None))
    return Claim(kind=kind, text=text_of(text), evidence=refs, supported=not list(_loose(text)))


def _loose(text: Text) -> Iterator[Run]:
    """Runs that sound measured and stand on nothing."""
    for run in text:
        if run.binding is None and MEASURED.search(run.text):
            yield run
