"""The review as papers: outline, phrases, what a paper says, and the writers that make files of it."""

from tongket.dossier.outline import OutlineSection
from tongket.dossier.phrases import FIGURE_SLOTS, FRAMES, Phrase, PhraseBook, PhraseCondition, fill

__all__ = ["FIGURE_SLOTS", "FRAMES", "OutlineSection", "Phrase", "PhraseBook", "PhraseCondition", "fill"]
