"""What people did to a paper in Word: every number of the edited file tied back to the issued one."""

from tongket.dossier.verify.compare import EditedFigure, EditKind, PaperComparison, compare
from tongket.dossier.verify.passages import BoundFigure, Passage, bound_passages, passages_of

__all__ = [
    "BoundFigure",
    "EditKind",
    "EditedFigure",
    "PaperComparison",
    "Passage",
    "bound_passages",
    "compare",
    "passages_of",
]
