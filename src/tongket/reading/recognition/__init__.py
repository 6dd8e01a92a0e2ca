"""Which indicator a piece of text is about: the wording of the framework against the words people write."""

from tongket.reading.recognition.lexicon import Lexicon, Match
from tongket.reading.recognition.measure import UnitOfMeasure, unit_of_measure
from tongket.reading.recognition.tokens import Token, tokenize

__all__ = ["Lexicon", "Match", "Token", "UnitOfMeasure", "tokenize", "unit_of_measure"]
