"""Comments in a copy of a Word file, each at the words it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.run import Run as WordRun

from tongket.dossier.writers.archive import dateless

PLACE = re.compile(r"body/(?:p\[(?P<p>\d+)\](?::(?P<start>\d+))?|table\[(?P<table>\d+)\]/row\[(?P<row>\d+)\])")
OWN_FLOW = ("tc", "txbxContent", "del", "moveFrom")
"""Elements in which paragraphs are counted for themselves, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark on ``words`` in the paragraph or row at ``anchor``; on all of it where they are not found there."""

    anchor: str
    words: str
    text: str


def commented(data: bytes, comments: Sequence[Comment], *, author: str) -> bytes:
    """The file with the comments; nothing else of it changes."""
    document = docx.Document(BytesIO(data))
    for comment in comments:
        runs = runs_at(document, comment)
        if runs:
            document.add_comment(runs, text=comment.text, author=author, initials=author[:2])
    out = BytesIO()
    document.save(out)
    return dateless(out.getvalue())


def runs_at(document: Any, comment: Comment) -> list[WordRun]:
    """The runs that hold the words; the whole paragraph or row otherwise, the first of the file at last."""
    found = PLACE.match(comment.anchor)
    elements = elements_at(document.element.body, found) if found else []
    all_runs = [run for element in elements for run in element.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    if not all_runs:
        first = next((run for run in document.element.body.iter(qn("w:r")) if run.find(qn("w:t")) is not None), None)
        return [WordRun(first, document)] if first is not None else []
    start = int(found["start"]) if found and found["start"] else 0
    return [WordRun(run, document) for run in holding(all_runs, comment.words, start) or all_runs]


def elements_at(body: Any, place: re.Match[str]) -> list[Any]:
    """The paragraph or the row that an anchor names."""
    if place["p"]:
        paragraphs = [p for p in body.iter(qn("w:p")) if outermost(p, body)]
        return paragraphs[int(place["p"]) - 1 : int(place["p"])]
    tables = [table for table in body.iter(qn("w:tbl")) if outermost(table, body)]
    rows = [row for table in tables[int(place["table"]) - 1 : int(place["table"])] for row in table.iter(qn("w:tr"))]
    return rows[int(place["row"]) - 1 : int(place["row"])]


def outermost(element: Any, body: Any) -> bool:
    """Whether an element belongs to the body itself."""
    own = {qn(f"w:{name}") for name in OWN_FLOW}
    return not any(above.tag in own for above in element.iterancestors())


def holding(runs: Sequence[Any], words: str, start: int) -> list[Any]:
    """The runs in which the words stand, first looked for from ``start`` on."""
    texts = ["".join(t.text or "" for t in run.iter(qn("w:t"))) for run in runs]
    whole = "".join(texts)
    found = re.compile(rf"(?<![\d.,]){re.escape(words)}(?![\d])") if words else None
    match = (found.search(whole, max(0, start - 2)) or found.search(whole)) if found else None
    if match is None:
        return []
    held, place = [], 0
    for run, text in zip(runs, texts, strict=True):
        if text and place < match.end() and match.start() < place + len(text):
            held.append(run)
        place += len(text)
    return held
