"""One document as a page, what was read in it marked."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from tongket import __version__
from tongket.dossier.writers.html import Mark, render, source_blocks, stylesheet
from tongket.reading import Document


def document_page(document: Document, found: Mapping[str, object], language: str) -> str:
    """A page that needs no other file; ``found`` is what ``tongket read --json`` prints."""
    marks = list(_marks(found))
    return render(
        "source.html",
        language,
        title=document.name.rpartition("/")[2],
        subtitle="",
        blocks=source_blocks(document.blocks, marks),
        root="",
        start="",
        style=Markup(stylesheet()),
        illustrative=False,
        footer=f"tongket {__version__}",
    )


def _marks(found: Mapping[str, object]) -> Iterator[Mark]:
    for kind in ("quantities", "percentages"):
        rows = found.get(kind)
        for i, row in enumerate(rows if isinstance(rows, list) else []):
            if isinstance(row, dict) and row.get("anchor"):
                yield Mark(anchor=str(row["anchor"]), id=f"{kind}-{i}", title=str(row.get("about") or row.get("value")))
