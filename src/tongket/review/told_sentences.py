"""The sentences and rows of the papers that print figures, each with the codes of the figures it prints."""

import json
import re
from collections.abc import Iterator, Mapping

from tongket.dossier.papers import BindingKind, OfficialPaper, Text, plain, text_of
from tongket.dossier.papers.blocks import PaperBlock, PaperParagraph, PaperTable

CODE = re.compile(r"[^/(),\s]+/[^/(),]+/[^/@(),]+@\w[\w-]*")


def sentences_json(papers: Mapping[str, tuple[OfficialPaper, ...]]) -> str:
    """sentences.json: file of the paper, text, figures; in the order of the papers."""
    rows = [
        {"paper": name, "text": text_of(text), "figures": codes}
        for name, several in papers.items()
        for paper in several
        for text in _texts(paper)
        if (codes := figures_in(text))
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def figures_in(text: Text) -> list[str]:
    """The codes of the figures that a text prints or computes from, each once."""
    refs = (
        run.binding.ref
        for run in text
        if run.binding and run.binding.kind in (BindingKind.FIGURE, BindingKind.COMPARISON)
    )
    return list(dict.fromkeys(_code(found) for ref in refs for found in CODE.findall(ref)))


def _code(found: str) -> str:
    """Without the part that it may name."""
    head, _, basis = found.partition("@")
    return "/".join(head.split("/")[:3]) + "@" + basis


def _texts(paper: OfficialPaper) -> Iterator[Text]:
    yield from _of_blocks(paper.blocks)
    for annex in paper.annexes:
        yield from _of_blocks(annex.blocks)


def _of_blocks(blocks: tuple[PaperBlock, ...]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, PaperParagraph):
            yield block.text
        elif isinstance(block, PaperTable):
            for row in block.rows:
                yield tuple(run for i, cell in enumerate(row.cells) for run in (*_gap(i), *cell))


def _gap(place: int) -> Text:
    return plain(" | ") if place else ()
