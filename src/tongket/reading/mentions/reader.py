"""Reading what a document mentions."""

from collections.abc import Sequence

from tongket.orgunits import UnitFinder
from tongket.reading.blocks import Document
from tongket.reading.letterhead import Header, read_header
from tongket.reading.mentions.awards import find_awards
from tongket.reading.mentions.events import find_event
from tongket.reading.mentions.legal import legal_refs
from tongket.reading.mentions.model import Mentions, NamedPerson, Statement
from tongket.reading.mentions.passages import Passage, Sentence, passages, sentences
from tongket.reading.mentions.people import find_people
from tongket.reading.mentions.quantities import find_figures
from tongket.reading.mentions.statements import find_statements
from tongket.reading.mentions.units import units
from tongket.reading.narratives import narratives
from tongket.reading.outline import place_blocks
from tongket.reports import NarrativeKind

KINDS = {
    NarrativeKind.RESULT: "result",
    NarrativeKind.LIMITATION: "limitation",
    NarrativeKind.CAUSE: "cause",
    NarrativeKind.TASK: "task",
    NarrativeKind.PROPOSAL: "task",
}


def read_mentions(document: Document, *, header: Header | None = None, finder: UnitFinder | None = None) -> Mentions:
    """Everything ``document`` mentions; its letterhead is read when ``header`` is not given.

    With a ``finder``, units are named as the hierarchy names them where it is sure.
    """
    head = read_header(document) if header is None else header
    found = passages(document.blocks)
    said = list(sentences(found))
    figures = find_figures(found)
    return Mentions(
        event=find_event(said, head.title if head.is_official else ""),
        quantities=figures.quantities,
        percentages=figures.percentages,
        durations=figures.durations,
        statements=_statements(document, head, said),
        people=_people(found, head),
        awards=find_awards(said),
        legal_refs=legal_refs(found, head.number),
        units=units(found, finder),
    )


def _statements(document: Document, header: Header, said: Sequence[Sentence]) -> tuple[Statement, ...]:
    """A report's sections say what its sentences are; an article's sentences say it themselves."""
    if not header.is_official:
        return find_statements(said)
    stated: list[Statement] = []
    for placed in place_blocks(document.blocks):
        for kind, text, start, end in narratives(placed):
            anchor = placed.block.locate(start, end) if hasattr(placed.block, "locate") else placed.block.anchor
            stated.append(Statement(kind=KINDS[kind], text=text, anchor=anchor, confidence=0.9))
    return tuple(stated) or find_statements(said)


def _people(found: Sequence[Passage], header: Header) -> tuple[NamedPerson, ...]:
    """The persons of the text, and the signer."""
    people = find_people(found)
    if not header.signer or any(p.name.casefold() == header.signer.casefold() for p in people):
        return people
    titles = (header.signer_title,) if header.signer_title else ()
    return (*people, NamedPerson(name=header.signer, titles=titles, anchor=header.anchors.get("signer", "")))
