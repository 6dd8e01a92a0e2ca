"""Phrases: each of an indicator or a frame, with slots that can be filled."""

from collections.abc import Iterator

from tongket.dossier.phrases import FIGURE_SLOTS, FRAMES, SLOT
from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.problems import Problem


def check_phrases(draft: Draft) -> Iterator[Problem]:
    """A phrase belongs to an indicator or a frame and has only slots that are filled there."""
    for file in draft.files(FileKind.PHRASES):
        for code in file.content:
            known = code in FRAMES or draft.knows(FileKind.INDICATORS, code)
            if not known:
                yield file.problem("pack.unknown_phrase", code, code=code, frames=", ".join(FRAMES))
            for variant in file.entries(code) if known else ():
                yield from _slots(variant, FRAMES.get(code, FIGURE_SLOTS))


def _slots(variant: Entry, allowed: frozenset[str]) -> Iterator[Problem]:
    for slot in SLOT.findall(variant.text("text")):
        if slot not in allowed:
            yield variant.problem("pack.unknown_slot", "text", slot=slot, allowed=", ".join(sorted(allowed)))
