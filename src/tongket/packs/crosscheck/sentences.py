"""Sentences of ``tests/*.yaml``: each says one thing, about codes that exist."""

from collections.abc import Iterator

from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.problems import Problem

SHAPES = (
    frozenset({"on", "instrument_in_force"}),
    frozenset({"on", "instrument_to_cite"}),
    frozenset({"count_of", "is"}),
    frozenset({"text", "gives"}),
)
WITH_PARTS = ("ratio", "coverage")


def check_sentences(draft: Draft) -> Iterator[Problem]:
    """A sentence has one of the four shapes, and its figures belong to indicators of the pack."""
    indicators = {one.code: one for one in draft.entries(FileKind.INDICATORS)}
    for sentence in draft.entries(FileKind.TESTS):
        if sentence.content.keys() - {"heading"} not in SHAPES or (
            "heading" in sentence.content and "text" not in sentence.content
        ):
            yield sentence.problem("pack.sentence_shape")
        for given in sentence.entries("gives"):
            yield from _given(draft, given, indicators.get(given.text("indicator")))


def _given(draft: Draft, given: Entry, indicator: Entry | None) -> Iterator[Problem]:
    code, part = given.text("indicator"), given.text("part")
    if indicator is None:
        if code and FileKind.INDICATORS not in draft.folder.unreadable:
            yield given.problem("pack.unknown_indicator", "indicator", code=code)
    elif part in ("numerator", "denominator") and indicator.text("kind") not in WITH_PARTS:
        yield given.problem("pack.no_such_part", "part", code=code, part=part)
