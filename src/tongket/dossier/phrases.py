"""How a figure is put into words: variants with named slots, chosen by conditions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tongket.dossier.papers import BindingKind, Run, Text, bound, plain

SLOT = re.compile(r"\{(\w+)\}")


class PhraseCondition(StrEnum):
    """When a variant may stand; a closed list."""

    FLOW = "flow"
    """Added up over the years."""
    YEAR = "year"
    """Added up in one year."""
    STOCK = "stock"
    """The state at the end of a year."""
    FULL = "full"
    """Everybody who owes it states it."""
    PARTIAL = "partial"
    UP = "up"
    DOWN = "down"
    EQUAL = "equal"
    EXCEEDED = "exceeded"
    REACHED = "reached"
    MISSED = "missed"


FRAMES: Mapping[str, frozenset[str]] = {
    "opening": frozenset({"span", "span_capital", "whole", "base", "held", "year"}),
    "growth": frozenset({"earlier", "later", "change", "matched"}),
    "target": frozenset({"target", "basis"}),
    "account": frozenset({"words", "many"}),
}
"""Phrases that belong to no indicator, and the slots they may have."""
FIGURE_SLOTS = frozenset({"value", "n", "N"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One way to say it, and the conditions that must all hold."""

    text: str
    when: frozenset[PhraseCondition] = frozenset()

    @property
    def slots(self) -> frozenset[str]:
        """The names of its slots."""
        return frozenset(SLOT.findall(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseBook:
    """The phrases of a pack by code: of an indicator, or of a frame such as ``opening``."""

    phrases: Mapping[str, tuple[Phrase, ...]]

    def choose(
        self, code: str, conditions: Iterable[PhraseCondition] = (), *, turn: int = 0, without: str = ""
    ) -> Phrase | None:
        """The ``turn``-th variant that may stand under ``conditions``, counted round; None where there is none. Variants
        with the slot ``without`` do not stand where there is another."""
        held = frozenset(conditions)
        fit = [phrase for phrase in self.phrases.get(code, ()) if phrase.when <= held]
        fit = [phrase for phrase in fit if without not in phrase.slots] or fit
        return fit[turn % len(fit)] if fit else None


def fill(text: str, ref: str = "", /, **slots: Text | str) -> Text:
    """``text`` with its slots filled; a slot that is not given is a KeyError. Digits of the text itself are a fact of
    the pack, found at ``ref``."""
    runs: list[Run] = []
    done = 0
    for found in SLOT.finditer(text):
        runs += _own(text[done : found.start()], ref)
        given = slots[found[1]]
        runs += plain(given) if isinstance(given, str) else given
        done = found.end()
    return (*runs, *_own(text[done:], ref))


def _own(text: str, ref: str) -> Text:
    has_digit = any(letter.isdigit() for letter in text)
    return bound(text, BindingKind.FACT, ref) if ref and has_digit else plain(text)
