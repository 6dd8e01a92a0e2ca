"""An edited paper held to what was issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tongket.dossier.verify import EditedFigure, EditKind, PaperComparison, Passage, compare, passages_of
from tongket.dossier.verify.tokens import keys, tokens_of
from tongket.dossier.writers.docx import Comment, commented
from tongket.problems import NoUsableInputError, Problem, Where, register, translate
from tongket.reading import Document
from tongket.review.paper_record import IssuedPaper, load_papers

register(
    {
        "verify.no_paper": "this file is none of the papers in {out}; name the file that was edited, and its own folder.",
        "verify.not_word": "comments can be put into a Word file (.docx) only; leave out --out, or save it as .docx.",
        "verify.same_file": "the copy may not take the place of the edited file; choose another name.",
    }
)
LEAST_ALIKE = 0.15
"""Of the passages of a paper so many must still be there as they were."""
WORDS = {
    EditKind.CHANGED: "changed",
    EditKind.NEW: "new",
    EditKind.LOST: "no longer there",
    EditKind.MOVED: "moved",
    EditKind.FILLED: "filled into a blank",
}
"""What became of a figure in words (English msgids)."""
AUTHOR = "tongket"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """The issued paper that a file was made from, and what became of its figures."""

    paper: IssuedPaper
    comparison: PaperComparison


def verify_edited(document: Document, out: Path) -> Verified:
    """An edited document against the papers of a review; NoUsableInputError where it is none of them."""
    edited = tuple(passages_of(document.blocks))
    paper = issued_as(edited, load_papers(out), document.name, out)
    return Verified(paper=paper, comparison=compare(paper.passages, edited))


def issued_as(edited: Sequence[Passage], papers: Sequence[IssuedPaper], name: str, out: Path) -> IssuedPaper:
    """The paper of which most passages are still there; the file's name decides nothing, people rename files."""
    there = {keys(tokens_of(one.text)) for one in edited}
    scored = [(kept(paper, there), -i) for i, paper in enumerate(papers)]
    share, place = max(scored, default=(0.0, 0))
    if share < LEAST_ALIKE:
        where = Where(file=name)
        raise NoUsableInputError([Problem(code="verify.no_paper", where=where, fields={"out": str(out)})])
    return papers[-place]


def kept(paper: IssuedPaper, there: set[tuple[str, ...]]) -> float:
    """The share of a paper's passages that an edited one still has."""
    own = [key for one in paper.passages if (key := keys(tokens_of(one.text)))]
    return sum(key in there for key in own) / len(own) if own else 0.0


def verified_json(verified: Verified, name: str) -> dict[str, Any]:
    """For machines."""
    comparison = verified.comparison
    return {
        "edited": name,
        "issued": verified.paper.file,
        "sha256": verified.paper.sha256,
        "counts": {kind.value: sum(f.kind is kind for f in comparison.figures) for kind in EditKind},
        "sentences": {"reworded": comparison.reworded, "removed": comparison.removed, "added": comparison.added},
        "figures": [
            {
                "kind": f.kind.value,
                "issued": f.issued,
                "edited": f.edited,
                "figure": f.ref,
                "anchor": f.anchor,
                "issued_sentence": f.issued_sentence,
                "edited_sentence": f.edited_sentence,
            }
            for f in comparison.figures
        ],
    }


def verified_lines(verified: Verified, language: str) -> list[str]:
    """For people: what must be answered for first, sentence by sentence."""
    comparison = verified.comparison
    lines = [translate("Held to {paper}.", language, paper=verified.paper.file)]
    quiet = [f for f in comparison.figures if f not in comparison.open]
    for figure in (*comparison.open, *quiet):
        lines.append(f"• {about(figure, language)}")
        lines += [f"    – {figure.issued_sentence}"] if figure.issued_sentence else []
        lines += [f"    + {figure.edited_sentence}"] if figure.edited_sentence else []
    counts = {"reworded": comparison.reworded, "removed": comparison.removed, "added": comparison.added}
    sentence = "{reworded} sentences reworded, {removed} taken out, {added} added."
    lines.append(translate(sentence, language, **counts))
    told = (
        "Every figure is as it was issued." if not comparison.open else "{count} figures are not as they were issued."
    )
    return [*lines, translate(told, language, count=len(comparison.open))]


def about(figure: EditedFigure, language: str) -> str:
    """What became of a figure: "changed: 69,63 → 70,1 (code)"."""
    numbers = " → ".join(part for part in (figure.issued, figure.edited) if part)
    ref = f" ({figure.ref})" if figure.ref else ""
    return f"{translate(WORDS[figure.kind], language)}: {numbers}{ref}"


def commented_copy(data: bytes, verified: Verified, language: str) -> bytes:
    """The edited Word file with a comment at every figure that is not as it was issued."""
    comments = [
        Comment(anchor=f.anchor, words=f.edited, text=comment_text(f, language)) for f in verified.comparison.figures
    ]
    return commented(data, comments, author=AUTHOR)


def comment_text(figure: EditedFigure, language: str) -> str:
    """The comment at a figure."""
    was = figure.issued_sentence
    return "\n".join(
        [about(figure, language), *([translate("Issued: {sentence}", language, sentence=was)] if was else [])]
    )
