"""The instruments around one legal text over the years: what it replaced, what amends it, its consolidated text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tongket.law.citation import Citation
from tongket.law.instrument import Instrument, RelationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentFamily:
    """The instruments of a pack, seen from the one that the pack is about (``number``)."""

    number: str
    instruments: tuple[Instrument, ...]

    def __getitem__(self, number: str) -> Instrument:
        for instrument in self.instruments:
            if instrument.number == number:
                return instrument
        raise KeyError(f"no instrument {number!r} in the family of {self.number!r}")

    def on(self, day: date) -> Instrument | None:
        """The text to cite on ``day``: the consolidated one if in force, else the original; None before the first."""
        citation = self.citation(day)
        return (citation.consolidated or citation.original) if citation else None

    def citation(self, day: date) -> Citation | None:
        """How to cite the text of ``day``; None where no text is in force."""
        original = self.original_on(day)
        if original is None:
            return None
        consolidated = _latest(self._doing(RelationKind.CONSOLIDATES, original, day))
        return Citation(original=original, amended_by=self.amendments_on(day), consolidated=consolidated)

    def original_on(self, day: date) -> Instrument | None:
        """The text in force on ``day`` under which consolidated texts and amendments stand."""
        line = self._line()
        return _latest(one for one in self.instruments if one.number in line and one.is_in_force(day))

    def amendments_on(self, day: date) -> tuple[Instrument, ...]:
        """The instruments in force on ``day`` that amend the original, oldest first."""
        original = self.original_on(day)
        found = self._doing(RelationKind.AMENDS, original, day) if original else ()
        return tuple(sorted(found, key=lambda one: (one.issued_on, one.number)))

    def _doing(self, kind: RelationKind, original: Instrument, day: date) -> tuple[Instrument, ...]:
        return tuple(one for one in self.instruments if original.number in one.related(kind) and one.is_in_force(day))

    def _line(self) -> frozenset[str]:
        """The numbers that replaced one another, up and down from the family's own."""
        pairs = [(one.number, old) for one in self.instruments for old in one.related(RelationKind.REPLACES)]
        line = {self.number}
        while grown := {number for pair in pairs if line & set(pair) for number in pair} - line:
            line |= grown
        return frozenset(line)


def _latest(instruments: Iterable[Instrument]) -> Instrument | None:
    """The one that came last, by its first day in force."""
    dated = [(one.in_force.start, one.issued_on, one.number, one) for one in instruments if one.in_force]
    return max(dated, key=lambda row: row[:3])[-1] if dated else None
