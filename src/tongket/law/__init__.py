"""Legal texts: what is in force on a day, what amends or consolidates it, and how to cite it."""

from tongket.law.citation import Citation
from tongket.law.family import InstrumentFamily
from tongket.law.instrument import Certainty, Instrument, InstrumentKind, Relation, RelationKind

__all__ = [
    "Certainty",
    "Citation",
    "Instrument",
    "InstrumentFamily",
    "InstrumentKind",
    "Relation",
    "RelationKind",
]
