"""The slides of a review, before any format."""

from tongket.dossier.slides.build import slide_deck
from tongket.dossier.slides.model import Bullets, Slide, SlideDeck, deck_runs

__all__ = ["Bullets", "Slide", "SlideDeck", "deck_runs", "slide_deck"]
