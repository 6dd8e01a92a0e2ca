"""One document as a page: what was read in it marked, and listed above with links to the places."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from tongket import __version__
from tongket.dossier.writers.html import Mark, render, source_blocks, stylesheet
from tongket.problems import translate
from tongket.reading import Document, by_place, surest
from tongket.reports import SURE
from tongket.vietnamese import format_date

SENTENCES = {"limitation": "Limitations", "cause": "Causes", "task": "Tasks", "result": "Results"}
FIGURES = {"quantities": "Quantities", "percentages": "Percentages"}
FACTS = {"number": "Number of the document", "date": "Date", "issuer": "Issued by", "signer": "Signed by"}
SHORT = 110
"""Characters of a sentence shown in the list."""
Found = Mapping[str, object]
Row = Mapping[str, object]
Link = tuple[str, str]
"""The id of a mark and the text that links to it."""


def document_page(document: Document, found: Found, language: str) -> str:
    """A page that needs no other file; ``found`` is what ``tongket read --json`` prints."""
    unsure = _doubtful(document, found)
    return render(
        "source.html",
        language,
        title=document.name.rpartition("/")[2],
        subtitle="",
        blocks=source_blocks(document.blocks, list(_marks(found, unsure, language))),
        facts=list(_facts(found, language)),
        lists=[*_unsure(found, unsure, language), *_lists(found, language)],
        root="",
        start="",
        style=Markup(stylesheet()),
        illustrative=False,
        footer=f"tongket {__version__}",
    )


def _rows(found: Found, kind: str) -> Sequence[Row]:
    rows = found.get(kind)
    return [row for row in rows if isinstance(row, dict) and row.get("anchor")] if isinstance(rows, list) else []


def _doubtful(document: Document, found: Found) -> frozenset[str]:
    """The ids of the figures in which a word was recognised unsurely."""
    words = by_place(document.doubts)
    rows = ((f"{kind}-{i}", row) for kind in FIGURES for i, row in enumerate(_rows(found, kind))) if words else ()
    return frozenset(id for id, row in rows if surest(str(row["anchor"]), str(row["text"]), words) < SURE)


def _unsure(found: Found, unsure: frozenset[str], language: str) -> Iterator[tuple[str, str, list[Link]]]:
    """The list of what to look at first."""
    rows = [(f"{kind}-{i}", row) for kind in FIGURES for i, row in enumerate(_rows(found, kind))]
    links = [(id, _figure(row)) for id, row in rows if id in unsure]
    if links:
        yield translate("Recognised unsurely: look at these first", language), "unsure", links


def _marks(found: Found, unsure: frozenset[str], language: str) -> Iterator[Mark]:
    for kind in FIGURES:
        for i, row in enumerate(_rows(found, kind)):
            title = str(row.get("about") or row.get("value"))
            yield Mark(anchor=str(row["anchor"]), id=f"{kind}-{i}", title=title, unsure=f"{kind}-{i}" in unsure)
    for i, row in enumerate(_rows(found, "statements")):
        kind = str(row["kind"])
        title = translate(SENTENCES.get(kind, "Results"), language)
        yield Mark(anchor=str(row["anchor"]), id=f"statements-{i}", title=title, sentence=kind)


def _facts(found: Found, language: str) -> Iterator[Link]:
    header = found.get("header")
    for field, name in FACTS.items():
        if isinstance(header, dict) and header.get(field):
            told = str(header[field])
            yield translate(name, language), format_date(date.fromisoformat(told)) if field == "date" else told


def _lists(found: Found, language: str) -> Iterator[tuple[str, str, list[Link]]]:
    """Name, kind of sentence ("" for figures) and links of each list that has any."""
    statements = _rows(found, "statements")
    for kind, name in SENTENCES.items():
        links = [
            (f"statements-{i}", _short(str(row["text"]))) for i, row in enumerate(statements) if row["kind"] == kind
        ]
        if links:
            yield translate(name, language), kind, links
    for kind, name in FIGURES.items():
        figures = [(f"{kind}-{i}", _figure(row)) for i, row in enumerate(_rows(found, kind))]
        if figures:
            yield translate(name, language), "", figures


def _figure(row: Row) -> str:
    about = str(row.get("about") or "")
    return f"{row['text']} – {_short(about)}" if about else str(row["text"])


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"
