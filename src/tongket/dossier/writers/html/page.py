"""Rendering of pages from templates; nothing on them comes from the network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from tongket.problems import translate
from tongket.reading import Block, Cell, Paragraph, Table
from tongket.vietnamese import format_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stated figure, or a sentence of some kind, to be marked in its source: the anchor, an id for links, and what it
    was taken for."""

    anchor: str
    id: str
    title: str
    sentence: str = ""
    """The kind of sentence ("limitation"); "" for a figure."""
    unsure: bool = False
    """Whether it was recognised on a picture, and not surely."""


Spans = dict[tuple[int, int], list[Mark]]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("tongket.dossier.writers.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = number
    return environment


def render(template: str, language: str, **context: object) -> str:
    """A page, or a part of one, in ``language`` (``vi`` or ``en``). With ``style`` it holds its style sheet."""
    given = {"style": "", "facts": (), "lists": (), **context}
    return _environment().get_template(template).render(_=partial(_sentence, language), language=language, **given)


def stylesheet() -> str:
    """The style sheet of every page."""
    return (resources.files("tongket.dossier.writers.html") / "templates" / "style.css").read_text(encoding="utf-8")


def number(value: Decimal | None, places: int = 2) -> str:
    """A figure as Vietnamese write it, at most ``places`` decimals."""
    if value is None:
        return ""
    rounded = round(value, places)
    return format_number(rounded.normalize() if rounded != rounded.to_integral() else rounded.to_integral())


def _sentence(language: str, sentence: str, **fields: object) -> str:
    return translate(sentence, language, **fields)


def source_blocks(blocks: Sequence[Block], marks: Sequence[Mark]) -> list[Markup]:
    """The blocks of a document as HTML, every marked figure inside a ``<mark>``."""
    by_place: dict[str, list[Mark]] = {}
    for mark in marks:
        by_place.setdefault(_place(mark.anchor), []).append(mark)
    return [_table(b, by_place) if isinstance(b, Table) else _paragraph(b, by_place) for b in blocks]


def _place(anchor: str) -> str:
    head, _, span = anchor.rpartition(":")
    return head if head and span.replace("-", "").isdigit() else anchor


def _paragraph(paragraph: Paragraph, marks: Mapping[str, Sequence[Mark]]) -> Markup:
    figures: Spans = {}
    sentences: Spans = {}
    for segment in paragraph.segments:
        for mark in marks.get(segment.anchor, ()):
            first, _, last = mark.anchor.rpartition(":")[2].partition("-")
            start = int(first) - segment.offset + segment.start
            if segment.start <= start < segment.end:
                spans = sentences if mark.sentence else figures
                spans.setdefault((start, start + int(last) - int(first)), []).append(mark)
    out, done = Markup(""), 0
    for (start, end), found in sorted(sentences.items()):
        if start >= done:
            inside = _with_figures(paragraph.text, start, end, figures)
            out += _with_figures(paragraph.text, done, start, figures) + _sentence_mark(inside, found)
            done = end
    out += _with_figures(paragraph.text, done, len(paragraph.text), figures)
    label = escape(paragraph.label + " ") if paragraph.label else ""
    tag = f"h{min(paragraph.heading + 1, 6)}" if paragraph.heading else "p"
    strong = Markup("<strong>{}</strong>").format(out) if paragraph.bold and not paragraph.heading else out
    return Markup(f"<{tag}>") + label + strong + Markup(f"</{tag}>")


def _with_figures(text: str, first: int, last: int, spans: "Spans") -> Markup:
    """The characters ``first`` to ``last`` with the figures that begin there marked."""
    out, done = Markup(""), first
    for (start, end), found in sorted(spans.items()):
        if not first <= start < last:
            continue
        if start < done:
            out += _anchors(found)
            continue
        end = min(end, last)
        out += escape(text[done:start]) + _marked(text[start:end], found)
        done = end
    return out + escape(text[done:last])


def _anchors(found: Sequence[Mark]) -> Markup:
    return Markup("").join(Markup('<a id="{}"></a>').format(m.id) for m in found)


def _sentence_mark(text: Markup, found: Sequence[Mark]) -> Markup:
    titles = "; ".join(m.title for m in found)
    return Markup('<span class="said {}" title="{}">{}{}</span>').format(
        found[0].sentence, titles, _anchors(found), text
    )


def _marked(text: str, found: Sequence[Mark]) -> Markup:
    sure = Markup(' class="unsure"') if any(m.unsure for m in found) else ""
    titles = "; ".join(m.title for m in found)
    return Markup('<mark{} title="{}">{}{}</mark>').format(sure, titles, _anchors(found), text)


def _table(table: Table, marks: Mapping[str, Sequence[Mark]]) -> Markup:
    out = Markup('<div class="scroll"><table>')
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    for row in range(table.rows):
        out += Markup("<tr>")
        for cell in rows.get(row, ()):
            found = [m for m in marks.get(cell.anchor, ()) if not m.sentence]
            text = _marked(cell.text, found) if found else escape(cell.text)
            out += Markup('<td rowspan="{}" colspan="{}">{}</td>').format(cell.rowspan, cell.colspan, text)
        out += Markup("</tr>")
    return out + Markup("</table></div>")
