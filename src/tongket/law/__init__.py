"""Legal texts: what is in force on a day, what amends or consolidates it, and how to cite it."""

from tongket.law.akoma_ntoso import akoma_ntoso, read_akoma_ntoso
from tongket.law.citation import Citation
from tongket.law.family import InstrumentFamily
from tongket.law.instrument import Certainty, Instrument, InstrumentKind, Relation, RelationKind
from tongket.law.obligation import Mandate, Obligation, obligation_problems
from tongket.law.plain_text import read_plain_text
from tongket.law.provision import Address, InstrumentText, Provision, ProvisionKind, label

__all__ = [
    "Address",
    "Certainty",
    "Citation",
    "Instrument",
    "InstrumentFamily",
    "InstrumentKind",
    "InstrumentText",
    "Mandate",
    "Obligation",
    "Provision",
    "ProvisionKind",
    "Relation",
    "RelationKind",
    "akoma_ntoso",
    "label",
    "obligation_problems",
    "read_akoma_ntoso",
    "read_plain_text",
]
