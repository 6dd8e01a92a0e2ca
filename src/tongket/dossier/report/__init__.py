"""The report of the review: its body by the pack's outline, its annexes of figures and of their quality."""

from tongket.dossier.material import Material, Occasion
from tongket.dossier.report.build import review_report

__all__ = ["Material", "Occasion", "review_report"]
