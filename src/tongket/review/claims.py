"""The claims of papers that block a final version: numbers, figures, comparisons and counts that nothing supports."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tongket.dossier.papers import BindingKind, OfficialPaper, Run, text_of, texts
from tongket.review.request import ReviewResult
from tongket.review.told_sentences import CODE

DIGIT = re.compile(r"\d")
LABEL = re.compile(r"\s*(?:[-–+•]\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s")
"""The number of a list line is no figure."""
OWN = {"findings", "notices"}
"""What a reference names where a sentence tells what the review itself found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenClaim:
    """A number in a sentence of a paper, and why nothing supports it (an English msgid)."""

    paper: str
    sentence: str
    written: str
    why: str

    @property
    def key(self) -> str:
        """What a waiver is tied to: the paper, the sentence and the number as they are."""
        told = "\n".join((self.paper, self.sentence, self.written))
        return f"claim:{hashlib.sha256(told.encode('utf-8')).hexdigest()[:16]}"


def open_claims(result: ReviewResult, papers: Mapping[str, Sequence[OfficialPaper]]) -> tuple[OpenClaim, ...]:
    """All of them, each once, in the order of the papers."""
    codes = figure_codes(result)
    files = {report.file for report in result.reports}
    found = (
        OpenClaim(paper=name, sentence=text_of(text), written=run.text.strip(), why=why)
        for name, several in papers.items()
        for paper in several
        for text in texts(paper)
        for i, run in enumerate(text)
        if (why := unsupported(run, codes, files, first=i == 0))
    )
    return tuple(dict.fromkeys(found))


def figure_codes(result: ReviewResult) -> frozenset[str]:
    """The codes of the figures that have a value."""
    return frozenset(
        f"{f.org_unit}/{str(f.period).replace('/', '-')}/{f.indicator}@{f.basis.value}"
        for f in result.figures
        if f.value is not None or f.numerator is not None
    )


def unsupported(run: Run, codes: frozenset[str], files: set[str], *, first: bool) -> str:
    """Why nothing supports the numbers of a run; empty where something does."""
    text = LABEL.sub("", run.text, count=1) if first else run.text
    if run.binding is None:
        return "no figure stands behind it" if DIGIT.search(text) else ""
    kind, ref = run.binding.kind, run.binding.ref
    named = list(named_codes(ref))
    if kind in (BindingKind.FIGURE, BindingKind.COMPARISON) and not named:
        return "it names no figure"
    if any(code not in codes for code in named):
        return "the figure that it names is not in the review"
    source, mark, _ = ref.partition("#")
    if kind is BindingKind.VALUE and mark and source not in files | OWN:
        return "the report that it names is not in the review"
    return "" if ref else "it names no figure"


def named_codes(ref: str) -> Iterator[str]:
    """The codes of figures in a reference, without the part they may name."""
    for found in CODE.findall(ref):
        head, _, basis = found.partition("@")
        yield "/".join(head.split("/")[:3]) + "@" + basis
